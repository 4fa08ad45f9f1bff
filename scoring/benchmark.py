"""Where one organisation stands among others, and how many others a figure needs (scoring specification, section 6).

What may leave the building is decided in `scoring.disclosure`; here is only arithmetic.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from scoring.uncertainty import Interval, wilson

K = 5
"""No figure stands on fewer organisations than this on either side of it (our own default)."""
MEDIAN = (Fraction(1, 2),)
QUARTILES = tuple(Fraction(n, 4) for n in range(1, 4))
DECILES = tuple(Fraction(n, 10) for n in range(1, 10))
SETS = (tuple(sorted({*DECILES, *QUARTILES})), QUARTILES, MEDIAN)
"""What is told of a cohort, finest first."""


def percentile_rank(cohort: Sequence[float], value: float) -> float:
    """100 (below + ties/2)/N. Only among an organisation's own functions: among others it would count them (`standing_among`).

    ValueError for an empty cohort.
    """
    if not cohort:
        raise ValueError("A percentile rank needs somebody to compare with.")
    below, ties = sum(other < value for other in cohort), sum(other == value for other in cohort)
    return 100 * (below + ties / 2) / len(cohort)


class Rank(NamedTuple):
    """A quantile's place among the sorted values: between the `lower`th and the one after it, `onward` of the way."""

    lower: int
    onward: Fraction


def rank(q: Fraction, size: int) -> Rank:
    """(N + 1/3) q + 1/3, counted from 1 and kept within 1 to N."""
    place = min(max((size + Fraction(1, 3)) * q + Fraction(1, 3), Fraction(1)), Fraction(size))
    return Rank(floor(place), place - floor(place))


def quantile(cohort: Sequence[float], q: float | Fraction) -> float:
    """Type 8 of Hyndman & Fan, American Statistician 50 (1996): about median-unbiased whatever the spread.

    ValueError for an empty cohort, or q outside 0 to 1.
    """
    if not cohort or not 0 <= q <= 1:
        raise ValueError("A quantile needs a cohort and a q from 0 to 1.")
    ordered, place = sorted(cohort), rank(_share(q), len(cohort))
    lower, upper = ordered[place.lower - 1], ordered[min(place.lower, len(ordered) - 1)]
    return lower + float(place.onward) * (upper - lower)


def needed(q: float | Fraction, k: int = K) -> int | None:
    """ceil(k / min(q, 1 - q)): so many organisations that k lie on either side; None for a minimum or a maximum."""
    side = min(_share(q), 1 - _share(q))
    return ceil(k / side) if side > 0 else None


def publishable(q: float | Fraction, organisations: int, k: int = K) -> bool:
    """Whether a quantile of so many distinct organisations may be told: a median of 10, quartiles of 20, deciles of 50."""
    least = needed(q, k)
    return least is not None and organisations >= least


class Standing(NamedTuple):
    """Where a value lies among published quantiles: percentiles 0-100, None beyond the outermost one."""

    at_least: int | None
    at_most: int | None
    percentile: int | None
    """A straight line between the two."""
    band: Interval | None
    """Wilson's, of the percentile."""


def standing_among(marks: Mapping[Fraction, int], organisations: int, value: float) -> Standing:
    """Read off what is published and nothing else, so it gives nothing away that the published figures do not."""
    below = [q for q, mark in marks.items() if mark <= value]
    above = [q for q, mark in marks.items() if mark >= value]
    low, high = max(below, default=None), min(above, default=None)
    if low is None or high is None:
        return Standing(_percent(low), _percent(high), None, None)
    low, high = min(low, high), max(low, high)
    share = _between((low, marks[low]), (high, marks[high]), value)
    ends = wilson(share * organisations, organisations)
    return Standing(_percent(low), _percent(high), round(100 * share), (100 * ends[0], 100 * ends[1]))


def _between(low: tuple[Fraction, int], high: tuple[Fraction, int], value: float) -> float:
    onward = 0.5 if high[1] == low[1] else (value - low[1]) / (high[1] - low[1])
    return float(low[0] + (high[0] - low[0]) * Fraction(onward))


def _percent(q: Fraction | None) -> int | None:
    return None if q is None else round(100 * q)


def _share(q: float | Fraction) -> Fraction:
    """As it is written: a tenth is a tenth."""
    return q if isinstance(q, Fraction) else Fraction(repr(q))
