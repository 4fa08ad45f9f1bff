"""What several respondents said, beside the figures that they make: how they spread, how far they agree, how sure their mean is.

All on the scale of the index, 0-100, except an item's distribution and median, which stay on the question's own options.
Everything that cannot be told is None, with the reason beside it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from itertools import combinations
from statistics import fmean

from questionnaires.answer import Responses
from questionnaires.model import Questionnaire
from scoring.comparison import cliffs_delta, holm, independent
from scoring.concord import Concord, concord
from scoring.items import Item, read
from scoring.own import Own, own_indices
from scoring.panel_items import ItemPanel, Told, Untold, agreed, by_group, interval_of, item_panel
from scoring.plan import plan
from scoring.result import AssessmentScore
from scoring.uncertainty import FEWEST, Interval

DISCUSS_BELOW = 0.5
"""An r_wg up to .50 is weak agreement or none: LeBreton & Senter, Organizational Research Methods 11 (2008)."""


class Unshown(StrEnum):
    """Why two groups are not compared."""

    TOO_FEW = "too_few"
    """One has fewer than five respondents with an answer: single people could be recognised, and chance would rule."""


@dataclass(frozen=True, slots=True)
class Gap:
    """How two role groups see one practice: the second's mean index less the first's."""

    groups: tuple[str, str]
    unshown: Unshown | None
    """Where it is there, all figures are None."""
    points: float | None = None
    interval: Interval | None = None
    """95 %, Welch's."""
    delta: float | None = None
    """Cliff's, -1 to 1."""
    p: float | None = None
    """Holm's, over all practices that these two groups are compared on."""


@dataclass(frozen=True, slots=True)
class PracticePanel:
    """One practice as all its respondents see it."""

    respondents: int
    """With at least one answer in it."""
    agreement: float | None
    """The mean of its items' r_wg; None where no item has one."""
    interval: Interval | None
    untold: Untold | None
    """Why there is no interval."""
    gaps: tuple[Gap, ...]
    """Of every two groups that answered; none where they are withheld."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One assessment."""

    people: int
    """With at least one answer of any kind that counts."""
    items: Mapping[str, ItemPanel]
    practices: Mapping[str, PracticePanel]
    discuss: tuple[str, ...]
    """Items of low agreement, the lowest first: an agenda, nothing is deleted. Where a consensus stands, it was discussed."""
    concord: Concord


Groups = Mapping[str, Sequence[float]]


def panel(questionnaire: Questionnaire, responses: Responses, score: AssessmentScore, withheld: Collection[str] = ()) -> Panel:
    """Of every item and practice that the mode asks; `score` is what they came to.

    `withheld` are practices, or by the questionnaire's id the whole, of which nothing may be told that puts one person's answers to
    several questions together.
    """
    prepared = plan(questionnaire, responses.mode)
    items = read(prepared, responses)
    told = {name: item_panel(item, responses) for name, item in items.items()}
    inside = {name: [items[q.id] for q in practice.questions] for name, practice in prepared.questionnaire.practices.items()}
    own = {name: own_indices(within) for name, within in inside.items()}
    gaps = _gaps({name: {} if name in withheld else by_group(indices, responses) for name, indices in own.items()})
    practices = {
        name: PracticePanel(
            len(own[name]),
            _agreement([told[item.asked.id] for item in within]),
            *((None, Untold.WITHHELD) if name in withheld else _interval(score.practices[name].index, within, own[name], responses)),
            gaps[name],
        )
        for name, within in inside.items()
    }
    together = concord(items.values(), withheld=questionnaire.id in withheld)
    return Panel(_people(items.values()), told, practices, _discuss(told), together)


def split(panel: Panel) -> frozenset[str]:
    """Items of low agreement, those included on which one answer was agreed since."""
    return frozenset(name for name, item in panel.items.items() if _is_split(item))


def _people(items: Iterable[Item]) -> int:
    return len({who for item in items for who, told in item.told.items() if told.state != "unanswered"})


def _interval(index: Fraction | None, items: Sequence[Item], own: Own, responses: Responses) -> Told:
    """Around the practice's index; how far it reaches, the respondents' own indices tell."""
    if all(item.state == "not_applicable" for item in items):
        return None, Untold.NOT_APPLICABLE
    # An agreed answer is one answer and no mean: how sure it is, nobody can tell.
    if any(map(agreed, items)):
        return None, Untold.CONSENSUS
    return interval_of(own, index, responses)


def _agreement(items: Sequence[ItemPanel]) -> float | None:
    known = [item.agreement for item in items if item.agreement is not None]
    return fmean(known) if known else None


def _discuss(told: Mapping[str, ItemPanel]) -> tuple[str, ...]:
    low = {name: item.agreement for name, item in told.items() if _is_split(item) and item.untold is not Untold.CONSENSUS}
    return tuple(sorted(low, key=lambda name: low[name] or 0.0))


def _is_split(item: ItemPanel) -> bool:
    return item.agreement is not None and item.agreement <= DISCUSS_BELOW


def _gaps(practices: Mapping[str, Groups]) -> Mapping[str, tuple[Gap, ...]]:
    gaps = {name: {pair: _gap(pair, groups) for pair in combinations(sorted(groups), 2)} for name, groups in practices.items()}
    pairs = {pair for found in gaps.values() for pair in found}
    for pair in pairs:
        p = holm({name: found[pair].p or 0.0 for name, found in gaps.items() if pair in found and not found[pair].unshown})
        for name in p:
            gaps[name][pair] = replace(gaps[name][pair], p=p[name])
    return {name: tuple(found.values()) for name, found in gaps.items()}


def _gap(pair: tuple[str, str], groups: Groups) -> Gap:
    first, second = (groups[name] for name in pair)
    difference = independent(first, second)
    if difference is None or min(len(first), len(second)) < FEWEST:
        return Gap(pair, Unshown.TOO_FEW)
    return Gap(pair, None, difference.points, difference.interval, cliffs_delta(first, second), difference.p)
