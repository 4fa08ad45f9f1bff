"""What changed since an earlier assessment, practice by practice: whether it is more than chance, by which test, and why not.

The figures are those of the results, on the common questions. The test is of what people answered themselves: an agreed answer has no
noise to be told from, so where one stands, people's own answers have to have moved, and the agreed result with them.
Group sizes are left out: the question is what the same asking would give again, not what those who were not asked would have said.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from questionnaires.model import Questionnaire
from scoring.change import Occasion, Rescored, asked_all, change_of
from scoring.comparison import Difference, by_role, paired
from scoring.items import Item, read
from scoring.own import Own, own_gains, own_indices
from scoring.panel_items import agreed, by_group
from scoring.plan import plan
from scoring.result import Change, Figure
from scoring.result import Difference as Figures
from scoring.split import Split, split
from scoring.uncertainty import FEWEST, Interval
from scoring.verdict import ALPHA, Comparison, Judged, Verdict, verdicts


class Via(StrEnum):
    """How a difference was told from chance."""

    PAIRED = "paired"
    """The same people, each set against their own earlier answers."""
    INDEPENDENT = "independent"
    """Other people, or too few of the same: two groups with their own spread."""


class Why(StrEnum):
    """What a verdict rests on."""

    BEYOND_CHANCE = "beyond_chance"
    """Improved, declined."""
    CHANCE = "chance"
    """No detectable change: chance alone would do as much too often."""
    MISSING = "missing"
    """No detectable change: missing answers could have made it."""
    TWO_WAYS = "two_ways"
    """No detectable change: what people said moved one way, and what it came to did not."""
    ONE_ASSESSOR = "one_assessor"
    """Not determinable: one person answered at one of the times, and how alike they would rate twice is not known."""
    TOO_FEW = "too_few"
    """Not determinable: fewer than five people at one of the times."""
    GROUPS = "groups"
    """Not determinable: other role groups answered, so that a difference may be theirs."""
    CONSENSUS = "consensus"
    """Not determinable: only an agreed answer is there, and nobody's own behind it."""
    WITHHELD = "withheld"
    """Not determinable: it would put together the answers of too few anonymous people."""
    NOTHING_COMMON = "nothing_common"
    """Not comparable: no question of it was asked both times."""
    NOT_APPLICABLE = "not_applicable"
    """Not comparable: it does not apply at one of the times."""
    UNANSWERED = "unanswered"
    """Not comparable: nobody answered at one of the times."""


class People(NamedTuple):
    """How many answered a practice's common questions themselves."""

    then: int
    now: int
    both: int
    """Known to be the same; each with an answer to the same question both times."""


@dataclass(frozen=True, slots=True)
class Tested:
    """One practice's people, and the test of what they said."""

    people: People
    via: Via | None
    difference: Difference | None
    untold: Why | None
    """Why there is no test."""


@dataclass(frozen=True, slots=True)
class Moved:
    """One practice, then and now."""

    verdict: Verdict
    why: Why
    people: People
    figures: Figures | None = None
    """As the results say them, on the common questions; None where there are none."""
    agreed: bool = False
    """An agreed answer stands at a question of it, at one of the times."""
    via: Via | None = None
    points: float | None = None
    """What people's own answers moved by, in points of the index; those of the people in both where it is told by pairs."""
    interval: Interval | None = None
    """95 %, of these points."""
    p: float | None = None
    """Holm's, over the practices that were tested."""


@dataclass(frozen=True, slots=True)
class Since:
    """Everything that changed."""

    change: Change | None
    """None: no question is common to both."""
    split: Split | None
    practices: Mapping[str, Moved]


_APART = Moved("not_comparable", Why.NOTHING_COMMON, People(0, 0, 0))
Items = tuple[Sequence[Item], Sequence[Item]]
"""Of one practice, then and now."""


def since(then: Occasion, now: Occasion, found: Rescored | None, same: Mapping[str, str]) -> Since:
    """Of each practice that is asked now. `found` are the two on their common questions, `same` leads from respondents now to then."""
    asked = plan(now.questionnaire, now.responses.mode).questionnaire.practices
    if found is None:
        return Since(None, None, dict.fromkeys(asked, _APART))
    change, pairs = change_of(found), _items(then, now, found.common)
    tested = {name: _test(name, items, (then, now), same) for name, items in pairs.items()}
    compared = {name: _comparison(figures, tested[name].difference) for name, figures in change.practices.items()}
    judged = verdicts(compared)
    moved = {name: _moved(compared[name], judged[name], tested[name], _is_agreed(pairs[name])) for name in compared}
    return Since(change, split(then, now, found), {name: moved.get(name, _APART) for name in asked})


def _items(then: Occasion, now: Occasion, common: Questionnaire) -> Mapping[str, Items]:
    prepared = plan(common, "full")
    before, after = (read(prepared, asked_all(at)) for at in (then, now))
    return {
        name: ([before[q.id] for q in practice.questions], [after[q.id] for q in practice.questions])
        for name, practice in common.practices.items()
    }


def _test(practice: str, items: Items, at: tuple[Occasion, Occasion], same: Mapping[str, str]) -> Tested:
    """As pairs where five people or more are in both, and they are at least half of those who answered at either time."""
    before, after = map(own_indices, items)
    gains = own_gains(*items, same)
    people = People(len(before), len(after), len(gains))
    if people.both >= FEWEST and 2 * people.both >= max(people.then, people.now):
        return Tested(people, Via.PAIRED, paired(by_group(gains, at[1].responses)), None)
    if why := _untold(people, any(practice in each.withheld for each in at)):
        return Tested(people, None, None, why)
    return _independent(people, before, after, at)


def _untold(people: People, withheld: bool) -> Why | None:  # noqa: FBT001 - a fact, not a switch
    """Why two groups cannot be set against each other."""
    fewest = min(people.then, people.now)
    if fewest >= FEWEST:
        return Why.WITHHELD if withheld else None
    return {0: Why.CONSENSUS, 1: Why.ONE_ASSESSOR}.get(fewest, Why.TOO_FEW)


def _independent(people: People, before: Own, after: Own, at: tuple[Occasion, Occasion]) -> Tested:
    first, second = by_group(before, at[0].responses), by_group(after, at[1].responses)
    if first.keys() != second.keys():
        return Tested(people, None, None, Why.GROUPS)
    return Tested(people, Via.INDEPENDENT, by_role(first, second), None)


def _comparison(figures: Figures, difference: Difference | None) -> Comparison:
    p, points = (difference.p, difference.points) if difference else (None, None)
    return Comparison(figures.before, figures.after, p, points)


def _moved(compared: Comparison, judged: Judged, tested: Tested, is_agreed: bool) -> Moved:  # noqa: FBT001 - a fact, not a switch
    figures = Figures(before=compared.before, after=compared.after)
    untested = Moved(judged.verdict, _why(compared, judged, tested), tested.people, figures, agreed=is_agreed)
    if tested.difference is None or judged.p is None:
        return untested
    low, high = tested.difference.interval
    within = max(-100.0, low), min(100.0, high)
    return replace(untested, via=tested.via, points=tested.difference.points, interval=within, p=judged.p)


def _is_agreed(items: Items) -> bool:
    return any(agreed(item) for each in items for item in each)


def _why(compared: Comparison, judged: Judged, tested: Tested) -> Why:
    match judged.verdict:
        case "not_comparable":
            return _incomparable(compared.before, compared.after)
        case "not_determinable":
            return tested.untold or Why.TOO_FEW
        case "no_detectable_change":
            return _unchanged(compared, judged.p)
        case _:
            return Why.BEYOND_CHANCE


def _incomparable(before: Figure, after: Figure) -> Why:
    return Why.NOT_APPLICABLE if before.low is None or after.low is None else Why.UNANSWERED


def _unchanged(compared: Comparison, p: float | None) -> Why:
    if p is None or p > ALPHA:
        return Why.CHANCE
    return Why.TWO_WAYS if compared.two_ways else Why.MISSING
