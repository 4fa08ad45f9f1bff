"""How far people who answered the same question agree (scoring specification, section 5). Reliability over many items is told apart.

Agreement is about one thing seen by many; reliability about many things told apart by many. A group may have one without the other.
"""

from collections.abc import Sequence
from statistics import fmean

from scoring.krippendorff import Metric, krippendorff_alpha
from scoring.reliability import cronbach_alpha, icc
from scoring.spread import variance

__all__ = ["Metric", "a_wg", "cronbach_alpha", "icc", "krippendorff_alpha", "null_variance", "r_wg", "r_wg_j"]


def null_variance(options: int) -> float:
    """Of answers picked blindly, every option alike: (A^2 - 1)/12. ValueError below two options.

    A is the number of options, not the top of the scale: a scale of 0 to 5 has six.
    """
    if options < 2:
        raise ValueError("Agreement needs a question with at least two options.")
    return (options**2 - 1) / 12


def r_wg(ratings: Sequence[float], options: int) -> float | None:
    """1 - s^2/sigma^2, 0 to 1, floored at 0; None for fewer than two ratings.

    James, Demaree & Wolf, Journal of Applied Psychology 69 (1984), with the uniform null.
    """
    return r_wg_j([[rating] for rating in ratings], options)


def r_wg_j(raters_by_items: Sequence[Sequence[float | None]], options: int) -> float | None:
    """J(1 - v)/(J(1 - v) + v), where v is the mean of the J items' s^2/sigma^2; floored at 0. None: no item has two ratings.

    It grows with J by its form, so it is not comparable between practices. Source as `r_wg`.
    """
    null = null_variance(options)
    items = [[rating for rating in item if rating is not None] for item in zip(*raters_by_items, strict=True)]
    shares = [variance(item) / null for item in items if len(item) > 1]
    if not shares:
        return None
    agreed = len(shares) * max(0.0, 1 - fmean(shares))
    return agreed / (agreed + fmean(shares))


def a_wg(ratings: Sequence[float], low: float, high: float) -> float | None:
    """1 - 2 s^2 / (s^2 as large as this mean allows), -1 to 1, on a scale from `low` to `high`.

    None for fewer than two ratings, and where the mean is so near an end that the most possible disagreement is not defined:
    outside (low (n-1) + high)/n to (high (n-1) + low)/n. Brown & Hauenstein, Organizational Research Methods 8 (2005).
    """
    if any(not low <= rating <= high for rating in ratings):
        raise ValueError("A rating lies outside the scale.")
    count = len(ratings)
    if count < 2 or not low * (count - 1) + high <= sum(ratings) <= high * (count - 1) + low:
        return None
    mean = fmean(ratings)
    most = ((high + low) * mean - mean**2 - high * low) * count / (count - 1)
    return 1 - 2 * variance(ratings) / most
