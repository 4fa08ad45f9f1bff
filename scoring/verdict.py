"""Whether a change is more than noise (scoring specification, section 7)."""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import NormalDist
from typing import Literal, NamedTuple

from scoring.comparison import holm
from scoring.result import Figure

Verdict = Literal["improved", "declined", "no_detectable_change", "not_comparable", "not_determinable"]
ALPHA = 0.05


@dataclass(frozen=True, slots=True)
class Comparison:
    """One practice then and now on the common items, and how often chance alone would make such a difference."""

    before: Figure
    after: Figure
    p: float | None
    """From `scoring.comparison`, or `p_of_rci`; None where nothing tells the noise: the reliability of one assessor is not known."""
    points: float | None = None
    """The difference that `p` is of, where that is not the figures' own: then both have to point the same way."""

    @property
    def two_ways(self) -> bool:
        """Whether what people said moved one way and what it came to did not: agreed answers, or other people's, made the difference."""
        moved = (self.after.index or 0) - (self.before.index or 0)
        return self.points is not None and self.points * moved <= 0


class Judged(NamedTuple):
    """The word, and what it rests on."""

    verdict: Verdict
    p: float | None
    """Adjusted for asking of so many practices; None where nothing was tested."""


def p_of_rci(rci: float | None) -> float | None:
    """Two-sided, from the normal distribution; None stays None."""
    return None if rci is None else 2 * NormalDist().cdf(-abs(rci))


def verdicts(practices: Mapping[str, Comparison | None], alpha: float = ALPHA) -> Mapping[str, Judged]:
    """One for each practice, Holm's correction over those that can be tested. None: no items in common.

    A change is called one only where chance is unlikely and the missing answers cannot have made it: the ranges do not overlap.
    """
    told = {name: tested for name, tested in practices.items() if tested and _comparable(tested)}
    p = holm({name: tested.p for name, tested in told.items() if tested.p is not None})
    return {name: Judged(_verdict(told.get(name), p.get(name), alpha), p.get(name)) for name in practices}


def _comparable(tested: Comparison) -> bool:
    """Whether both times anything was applicable and answered."""
    return tested.before.index is not None and tested.after.index is not None


def _verdict(tested: Comparison | None, p: float | None, alpha: float) -> Verdict:
    if tested is None:
        return "not_comparable"
    if p is None:
        return "not_determinable"
    if p > alpha:
        return "no_detectable_change"
    return _beyond_what_is_missing(tested)


def _beyond_what_is_missing(tested: Comparison) -> Verdict:
    before, after = tested.before, tested.after
    if tested.two_ways:
        return "no_detectable_change"
    if _above(after, before):
        return "improved"
    return "declined" if _above(before, after) else "no_detectable_change"


def _above(one: Figure, other: Figure) -> bool:
    return one.low is not None and other.high is not None and one.low > other.high
