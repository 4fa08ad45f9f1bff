"""How sure a mean of several respondents is, and a share (scoring specification, section 5)."""

from collections.abc import Mapping, Sequence
from math import fsum, sqrt
from statistics import NormalDist, fmean
from typing import NamedTuple

from scoring.spread import variance
from scoring.student import t_quantile

Interval = tuple[float, float]
FEWEST = 5
"""Below this many values an interval would promise more than they can tell: only the range is shown (our own default)."""


class _Group(NamedTuple):
    weight: float
    values: Sequence[float]
    missing: float
    """The share of the group that did not answer; 1 where its size is not known."""

    @property
    def factor(self) -> float:
        """What one unit of variance in the group adds to the squared standard error."""
        return self.weight**2 * self.missing / len(self.values)

    @property
    def df(self) -> int:
        return len(self.values) - 1


def wilson(successes: float, n: float, confidence: float = 0.95) -> Interval:
    """The interval of a share, within 0 to 1. ValueError without any case. Wilson, JASA 22 (1927)."""
    if not 0 <= successes <= n or n <= 0:
        raise ValueError("A share needs at least one case, and no more successes than cases.")
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    share, whole = successes / n, 1 + z**2 / n
    centre = (share + z**2 / (2 * n)) / whole
    half = z * sqrt(share * (1 - share) / n + z**2 / (4 * n**2)) / whole
    # At none and at all the formula's own ends are 0 and 1, up to rounding.
    return 0.0 if successes == 0 else max(0.0, centre - half), 1.0 if successes == n else min(1.0, centre + half)


def role_weighted_mean(
    groups: Mapping[str, Sequence[float]], weights: Mapping[str, float], populations: Mapping[str, int] | None = None
) -> tuple[float, float | None, float | None]:
    """Mean, standard error and Satterthwaite's degrees of freedom; the weights are shared out over the groups with any value.

    SE^2 = sum w^2 (s^2/n)(1 - n/N), with N where it is known and no smaller than n. A group of one takes the variance pooled
    within the others. Without any group of two: no standard error, None. Where nobody differs the error is 0, with all the
    degrees of freedom there are. Satterthwaite, Biometrics Bulletin 2 (1946). ValueError without any value.
    """
    told = _told(groups, weights, populations or {})
    mean = fsum(group.weight * fmean(group.values) for group in told)
    return mean, *_error(told)


def mean_interval(mean: float, se: float | None, df: float | None, n: int, scale: Interval) -> Interval | None:
    """95 % by Student's t, clipped to the scale; None below five values or without a standard error."""
    if n < FEWEST or se is None or df is None:
        return None
    half = t_quantile(0.975, df) * se
    return max(scale[0], mean - half), min(scale[1], mean + half)


def _told(groups: Mapping[str, Sequence[float]], weights: Mapping[str, float], populations: Mapping[str, int]) -> Sequence[_Group]:
    total = fsum(weights[name] for name, values in groups.items() if values)
    if total <= 0:
        raise ValueError("A mean needs at least one value in a group that has a weight.")
    return [
        _Group(weights[name] / total, values, _missing(len(values), populations.get(name))) for name, values in groups.items() if values
    ]


def _missing(answered: int, population: int | None) -> float:
    # A group said to be smaller than its answers was counted wrongly: then its size is not known.
    return 1 if population is None or population < answered else 1 - answered / population


def _error(told: Sequence[_Group]) -> tuple[float | None, float | None]:
    """The singles' variance is the pooled one, so their factors are shared out over the groups that it comes from."""
    several = [group for group in told if group.df]
    freedom = sum(group.df for group in several)
    if not several:
        return None, None
    singles = fsum(group.factor for group in told if not group.df)
    parts = [((group.factor + singles * group.df / freedom) * variance(group.values), group.df) for group in several]
    squared = fsum(part for part, _ in parts)
    if squared == 0:
        return 0.0, float(freedom)
    return sqrt(squared), squared**2 / fsum(part**2 / df for part, df in parts)
