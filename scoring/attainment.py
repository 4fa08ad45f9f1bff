"""What one answer is worth: its attainment at each level that the question speaks to (scoring specification, section 2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import pairwise
from math import lcm
from typing import assert_never, cast

from questionnaires.answer import LETTERS
from questionnaires.model import Anchored, Choices, Coverage, Metric, Question, Rated, Scalar, YesNo
from questionnaires.scale import own_scale

EDGES: Mapping[str, tuple[Fraction, Fraction, Fraction]] = {
    letter: (Fraction(low + high, 200), Fraction(low, 100), Fraction(high, 100))
    for letter, low, high in zip(LETTERS, (0, 15, 50, 85), (15, 50, 85, 100), strict=True)
}
"""A bare letter's midpoint, and the edges of its band: all that the letter says."""


@dataclass(frozen=True)
class Reach:
    """The levels that a question speaks to, out of the scale's, and its weight among its practice's questions."""

    levels: tuple[int, ...]
    scale: tuple[int, ...]
    weight: int

    def row(self, numerators: tuple[int, ...]) -> tuple[int, ...]:
        """A weighted line of the practice's table: the sum as if it spoke to every level above the lowest, then each level of the scale."""
        weighted = [self.weight * numerator for numerator in numerators]
        at = dict(zip(self.levels, weighted, strict=True))
        return (sum(weighted) * ((len(self.scale) - 1) // len(self.levels)), *(at.get(level, 0) for level in self.scale))

    @cached_property
    def whole(self) -> tuple[int, ...]:
        """The line of everything attained."""
        return self.row((1,) * len(self.levels))


@dataclass(frozen=True)
class Attainment:
    """Whole numbers over `parts`, one for each level that the question speaks to.

    `low` and `high` differ from `point` only where an answer itself says no more than a range: a letter.
    What follows from them is worked out once: the few possible answers of a question come again in every assessment.
    """

    reach: Reach
    parts: int
    point: tuple[int, ...]
    low: tuple[int, ...]
    high: tuple[int, ...]

    @cached_property
    def certain(self) -> bool:
        """Whether nothing is left open."""
        return self.low == self.high

    @cached_property
    def by_level(self) -> Mapping[int, Fraction]:
        """Attainment at each level, 0-1."""
        return {level: Fraction(numerator, self.parts) for level, numerator in zip(self.reach.levels, self.point, strict=True)}

    @cached_property
    def mean(self) -> Fraction:
        """The item's own attainment, 0-1."""
        return self._mean(self.point)

    @cached_property
    def share(self) -> float:
        """The same as a float, for statistics."""
        return float(self.mean)

    @cached_property
    def least(self) -> Fraction:
        """The mean at worst."""
        return self.mean if self.certain else self._mean(self.low)

    @cached_property
    def most(self) -> Fraction:
        """The mean at best."""
        return self.mean if self.certain else self._mean(self.high)

    @cached_property
    def row(self) -> tuple[int, ...]:
        """The line of the practice's table."""
        return self.reach.row(self.point)

    @cached_property
    def row_low(self) -> tuple[int, ...]:
        """The line at worst."""
        return self.row if self.certain else self.reach.row(self.low)

    @cached_property
    def row_high(self) -> tuple[int, ...]:
        """The line at best."""
        return self.row if self.certain else self.reach.row(self.high)

    def _mean(self, numerators: tuple[int, ...]) -> Fraction:
        return Fraction(sum(numerators), self.parts * len(numerators))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one answer is worth, and what it says on the question's own scale."""

    attainment: Attainment
    raw: Fraction


def levels_of(question: Question, scale: tuple[int, ...]) -> tuple[int, ...]:
    """Every level above the lowest, where the question names none."""
    if isinstance(question, Anchored) or question.level is None:
        return scale[1:]
    return (question.level,)


def implied_no(reach: Reach) -> Outcome:
    """A question that its parent's "no" has hidden: 0 at every level."""
    zeros = (0,) * len(reach.levels)
    return Outcome(Attainment(reach, 1, zeros, zeros, zeros), Fraction(0))


def unknown(reach: Reach) -> Attainment:
    """What a missing answer could be: nothing or everything."""
    zeros = (0,) * len(reach.levels)
    return Attainment(reach, 1, zeros, zeros, (1,) * len(reach.levels))


def outcome(question: Question, reach: Reach, value: Scalar) -> Outcome:
    """What a valid answer is worth."""
    raw = own_scale(question, value)
    if isinstance(question, Anchored):
        reached = tuple(int(raw >= level) for level in reach.levels)
        return Outcome(Attainment(reach, 1, reached, reached, reached), raw)
    point, low, high = _shares(question, value, raw)
    parts = lcm(point.denominator, low.denominator, high.denominator)
    at_point, at_low, at_high = ((s.numerator * (parts // s.denominator),) * len(reach.levels) for s in (point, low, high))
    return Outcome(Attainment(reach, parts, at_point, at_low, at_high), raw)


def _shares(question: YesNo | Rated | Coverage | Metric | Choices, value: Scalar, raw: Fraction) -> tuple[Fraction, Fraction, Fraction]:
    if isinstance(question, Rated) and isinstance(value, str):
        return EDGES[value]
    share = _share(question, value, raw)
    return share, share, share


def _share(question: YesNo | Rated | Coverage | Metric | Choices, value: Scalar, raw: Fraction) -> Fraction:
    match question:
        case YesNo() | Coverage():
            return raw
        case Rated():
            return raw / 100
        case Metric():
            return _between(question.points, raw)
        case Choices():
            chosen = set(cast("tuple[str, ...]", value))
            weights = {option.id: option.weight for option in question.options}
            return sum((weights[option] for option in chosen), Fraction(0)) / sum(weights.values(), Fraction(0))
    assert_never(question)


def _between(points: tuple[tuple[Fraction, Fraction], ...], x: Fraction) -> Fraction:
    """Piecewise-linear through the points, constant outside them."""
    if x <= points[0][0]:
        return points[0][1]
    for (x0, y0), (x1, y1) in pairwise(points):
        if x <= x1:
            return y0 + (y1 - y0) * (x - x0) / (x1 - x0)
    return points[-1][1]
