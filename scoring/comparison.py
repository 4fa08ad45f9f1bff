"""Two groups, or the same one twice, set against each other: differences with what chance would make of them."""

from collections.abc import Hashable, Mapping, Sequence
from math import copysign, inf, sqrt
from statistics import fmean
from typing import NamedTuple, TypeVar

from scoring.spread import variance
from scoring.student import t_quantile, two_sided
from scoring.uncertainty import Interval, role_weighted_mean

Name = TypeVar("Name", bound=Hashable)
Groups = Mapping[str, Sequence[float]]
"""Values by role group."""


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


def by_role(first: Groups, second: Groups) -> Difference | None:
    """Of two means over role groups of other people, all groups alike; None where one has no standard error."""
    (mean_1, se_1, df_1), (mean_2, se_2, df_2) = (role_weighted_mean(groups, dict.fromkeys(groups, 1.0)) for groups in (first, second))
    if se_1 is None or df_1 is None or se_2 is None or df_2 is None:
        return None
    return between((mean_1, se_1, df_1), (mean_2, se_2, df_2))


def _welch(points: float, errors: Sequence[tuple[float, float]]) -> Difference:
    squared = sum(error for error, _ in errors)
    if squared == 0:
        return Difference(points, 0.0, sum(df for _, df in errors))
    return Difference(points, sqrt(squared), squared**2 / sum(error**2 / df for error, df in errors))


def paired(gains: Groups) -> Difference | None:
    """Of the same people in both: what each of them gained, by role group, all groups alike. Of one group it is Student's paired t.

    None where no group has two: then nobody knows how much gains differ.
    """
    mean, se, df = role_weighted_mean(gains, dict.fromkeys(gains, 1.0))
    return None if se is None or df is None else Difference(mean, se, df)


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
