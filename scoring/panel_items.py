"""What several respondents said to one item, and how sure the mean of several people is."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from ground.value import as_text
from questionnaires.answer import LETTERS, Responses
from questionnaires.model import Anchored, Coverage, Rated, YesNo
from scoring.agreement import r_wg
from scoring.attainment import EDGES
from scoring.items import Item, Voices, role_mean
from scoring.plan import Asked
from scoring.result import ItemState, Number
from scoring.uncertainty import FEWEST, Interval, mean_interval, role_weighted_mean


class Untold(StrEnum):
    """Why an agreement or an interval is not there."""

    NOBODY = "nobody"
    """No one has answered."""
    NOT_APPLICABLE = "not_applicable"
    CONSENSUS = "consensus"
    """One agreed answer stands for all: there is nothing to spread."""
    TOO_FEW = "too_few"
    """Fewer than two answers for an agreement, than five for an interval: the distribution says all that they can."""
    NO_REPLICATION = "no_replication"
    """No group has two answers, so nobody knows how much people of one group differ."""
    WITHHELD = "withheld"
    """Fewer anonymous people than may be told together gave the same set of answers: see `scoring.panel.panel`."""
    NO_OPTIONS = "no_options"
    """A number or a choice of several has no chance level to set agreement against."""


Told = tuple[Interval | None, Untold | None]
"""An interval, or why there is none."""


@dataclass(frozen=True, slots=True)
class ItemPanel:
    """One item as its respondents see it, hidden questions left out."""

    states: Mapping[ItemState, int]
    """How many respondents stand where."""
    distribution: Mapping[str, int]
    """Answers by option, lowest first: a level, no or yes, a letter, a label; by number where there are no options."""
    median: Number | None
    """On the question's own scale; None without an answer."""
    groups: Mapping[str, Number]
    """The mean attainment, 0-100, of each role group in which five people or more have one."""
    agreement: float | None
    """r_wg."""
    unagreed: Untold | None
    """Why it is not there."""
    interval: Interval | None
    """95 %, of the item's attainment, in hundredths."""
    untold: Untold | None


def item_panel(item: Item, responses: Responses) -> ItemPanel:
    """One item of an assessment."""
    answers = _answers(item)
    options = _options(item.asked)
    chosen = [at for raw, count in answers.items() for at in count * [_place(item.asked, raw.as_integer_ratio())]] if options else []
    agreement = r_wg(chosen, len(options)) if options else None
    attained = {who: 100 * told.outcome.attainment.share for who, told in item.told.items() if told.outcome}
    interval, untold = (None, Untold.CONSENSUS) if agreed(item) else interval_of(attained, None, responses)
    missing = _missing(item)
    return ItemPanel(
        states=dict(Counter(told.state for told in item.told.values())),
        distribution=_distribution(options, chosen) if options else _numbers(answers),
        median=_median(answers),
        groups=_group_means(item.voices),
        agreement=agreement,
        unagreed=None if agreement is not None else missing or (Untold.TOO_FEW if options else Untold.NO_OPTIONS),
        interval=interval,
        untold=None if interval else missing or untold,
    )


def interval_of(values: Mapping[str, float], centre: Fraction | None, responses: Responses) -> Told:
    """Of the role-weighted mean of one value for each respondent, 0-100, around `centre` where that is another number."""
    if len(values) < FEWEST:
        return None, Untold.TOO_FEW if values else Untold.NOBODY
    groups = by_group(values, responses)
    mean, se, df = role_weighted_mean(groups, dict.fromkeys(groups, 1.0), {str(name): size for name, size in responses.populations.items()})
    interval = mean_interval(mean if centre is None else float(centre), se, df, len(values), (0, 100))
    return interval, None if interval else Untold.NO_REPLICATION


def by_group(values: Mapping[str, float], responses: Responses) -> Mapping[str, Sequence[float]]:
    """The values of each role group that has any."""
    groups: dict[str, list[float]] = {}
    for respondent in responses.respondents:
        if respondent.id in values:
            groups.setdefault(respondent.group, []).append(values[respondent.id])
    return groups


def agreed(item: Item) -> bool:
    """Whether one answer stands for all."""
    return any(group == "consensus" for group, _ in item.voices)


def _group_means(voices: Voices) -> Mapping[str, Fraction]:
    sizes = Counter(group for group, _ in voices)
    large = {group: [(group, outcome.attainment) for at, outcome in voices if at == group] for group in sizes if sizes[group] >= FEWEST}
    return {group: 100 * role_mean(own).mean for group, own in large.items()}


def _missing(item: Item) -> Untold | None:
    """What holds of the item as a whole."""
    if item.state == "not_applicable":
        return Untold.NOT_APPLICABLE
    return None if item.attainment else Untold.NOBODY


# Both are asked again for every item of every assessment, and fractions are slow to make and to compare.
@lru_cache(maxsize=4096)
def _options(asked: Asked) -> Mapping[str, Fraction]:
    """The options of a question with fixed ones, lowest first, each with where it begins on the question's own scale."""
    question = asked.question
    match question:
        case Anchored():
            return {str(level): Fraction(level) for level in asked.reach.scale}
        case YesNo():
            return {"no": Fraction(0), "yes": Fraction(1)}
        case Rated():
            return {letter: 100 * EDGES[letter][1] for letter in LETTERS}
        case Coverage():
            return {choice.label: choice.value for choice in sorted(question.table, key=lambda choice: choice.value)}
        case _:
            return {}


@lru_cache(maxsize=4096)
def _place(asked: Asked, ratio: tuple[int, int]) -> int:
    """Which of the options a number is, from 0. A percentage on the edge of two bands belongs to the lower one."""
    raw, begins = Fraction(*ratio), list(_options(asked).values())
    if isinstance(asked.question, Rated):
        return max(0, sum(edge < raw for edge in begins) - 1)
    return begins.index(raw)


def _distribution(options: Mapping[str, Fraction], chosen: Sequence[int]) -> Mapping[str, int]:
    counted = Counter(chosen)
    return {label: counted[place] for place, label in enumerate(options)}


def _numbers(answers: Mapping[Fraction, int]) -> Mapping[str, int]:
    return {str(as_text(raw)): count for raw, count in answers.items()}


def _answers(item: Item) -> Mapping[Fraction, int]:
    """Each number that was answered, ascending, with how often."""
    outcomes = [told.outcome for told in item.told.values() if told.state == "answered" and told.outcome]
    # By identity first: the same few outcomes come again, and comparing fractions is what costs here.
    known = {id(outcome): outcome.raw for outcome in outcomes}
    counted: Counter[Fraction] = Counter()
    for which, count in Counter(map(id, outcomes)).items():
        counted[known[which]] += count
    return dict(sorted(counted.items()))


def _median(answers: Mapping[Fraction, int]) -> Fraction | None:
    ordered = [raw for raw, count in answers.items() for _ in range(count)]
    half = len(ordered) // 2
    return (ordered[half] + ordered[~half]) / 2 if ordered else None
