"""Two groups, or the same one twice, set against each other: differences with what chance would make of them."""

from collections.abc import Hashable, Mapping, Sequence
from math import copysign, inf, sqrt
from statistics import fmean
from typing import NamedTuple, TypeVar

from scoring.spread import variance
from scoring.student import t_quantile, two_sided
from scoring.uncertainty import Interval

Name = TypeVar("Name", bound=Hashable)


class Difference(NamedTuple):
    """A difference of means, second less first."""

    points: float
    se: float
    df: float

    @property
    def interval(self) -> Interval:
        """95 %."""
        half = t_quantile(0.975, self.df) * self.se
        return self.points - half, self.points + half

    @property
    def p(self) -> float:
        """How often chance alone would make a difference at least as large, two-sided; 0 for a difference that nothing varies around."""
        if self.se == 0:
            return 1.0 if self.points == 0 else two_sided(copysign(inf, self.points), self.df)
        return two_sided(self.points / self.se, self.df)


def independent(first: Sequence[float], second: Sequence[float]) -> Difference | None:
    """Of two groups of other people; None where one has fewer than two. Welch, Biometrika 34 (1947)."""
    if min(len(first), len(second)) < 2:
        return None
    errors = [(variance(values) / len(values), len(values) - 1) for values in (first, second)]
    return _welch(fmean(second) - fmean(first), errors)


def between(first: tuple[float, float, float], second: tuple[float, float, float]) -> Difference:
    """Of two means, each with its standard error and degrees of freedom: (S2 - S1)/sqrt(SE1^2 + SE2^2), Welch's df."""
    return _welch(second[0] - first[0], [(se**2, df) for _, se, df in (first, second)])


def _welch(points: float, errors: Sequence[tuple[float, float]]) -> Difference:
    squared = sum(error for error, _ in errors)
    if squared == 0:
        return Difference(points, 0.0, sum(df for _, df in errors))
    return Difference(points, sqrt(squared), squared**2 / sum(error**2 / df for error, df in errors))


def paired(first: Mapping[Name, float], second: Mapping[Name, float]) -> Difference | None:
    """Of the same people in both, by their keys; None where fewer than two are in both. Student's paired t."""
    gains = [second[name] - first[name] for name in first if name in second]
    if len(gains) < 2:
        return None
    return Difference(fmean(gains), sqrt(variance(gains) / len(gains)), len(gains) - 1)


def cliffs_delta(first: Sequence[float], second: Sequence[float]) -> float | None:
    """How much likelier one of the second is above one of the first than below, -1 to 1; None where one is empty.

    It needs no equal steps and no normal spread. Cliff, Psychological Bulletin 114 (1993).
    """
    if not first or not second:
        return None
    above = sum((b > a) - (b < a) for a in first for b in second)
    return above / (len(first) * len(second))


def holm(p_values: Mapping[Name, float]) -> Mapping[Name, float]:
    """The p values adjusted for asking so often: 5 % then holds for all of them together. Holm, Scandinavian Journal 6 (1979)."""
    adjusted: dict[Name, float] = {}
    largest = 0.0
    for place, name in enumerate(sorted(p_values, key=p_values.__getitem__)):
        largest = max(largest, min(1.0, (len(p_values) - place) * p_values[name]))
        adjusted[name] = largest
    return {name: adjusted[name] for name in p_values}
