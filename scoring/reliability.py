"""Whether many things are told apart alike: intraclass correlations and Cronbach's alpha."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from statistics import mean, variance
from typing import NamedTuple

Matrix = Sequence[Sequence[float | Fraction | None]]
"""None where a cell is missing."""


class _Squares(NamedTuple):
    """Mean squares of a two-way table: between targets, within targets, between raters, and what is left."""

    targets: Fraction
    within: Fraction
    raters: Fraction
    rest: Fraction


def icc(targets_by_raters: Matrix) -> Mapping[str, float | None]:
    """The six coefficients of Shrout & Fleiss, Psychological Bulletin 86 (1979); targets with a gap are left out.

    ICC(1,.): other raters for each target; ICC(2,.): the same raters, a sample; ICC(3,.): just these raters, consistency only.
    (.,1): of one rater; (.,k): of the mean of all. May be negative. None below two targets or raters, and where nothing varies.
    """
    rows = _complete(targets_by_raters)
    if len(rows) < 2 or len(rows[0]) < 2:
        return dict.fromkeys(f"ICC({form},{of})" for of in "1k" for form in "123")
    n, k = len(rows), len(rows[0])
    ms = _mean_squares(rows)
    return {
        "ICC(1,1)": _ratio(ms.targets - ms.within, ms.targets + (k - 1) * ms.within),
        "ICC(2,1)": _ratio(ms.targets - ms.rest, ms.targets + (k - 1) * ms.rest + k * (ms.raters - ms.rest) / n),
        "ICC(3,1)": _ratio(ms.targets - ms.rest, ms.targets + (k - 1) * ms.rest),
        "ICC(1,k)": _ratio(ms.targets - ms.within, ms.targets),
        "ICC(2,k)": _ratio(ms.targets - ms.rest, ms.targets + (ms.raters - ms.rest) / n),
        "ICC(3,k)": _ratio(ms.targets - ms.rest, ms.targets),
    }


def cronbach_alpha(respondents_by_items: Matrix) -> float | None:
    """k/(k - 1) (1 - sum of item variances / variance of the sums), over complete rows; may be negative.

    Only for scales whose items mirror one thing (perception); a checklist is formative, and its alpha says nothing.
    None below two complete rows or two items, and where the sums do not vary. Cronbach, Psychometrika 16 (1951).
    """
    rows = _complete(respondents_by_items)
    if len(rows) < 2 or len(rows[0]) < 2:
        return None
    total = variance([sum(row, Fraction(0)) for row in rows])
    items = sum((variance(item) for item in zip(*rows, strict=True)), Fraction(0))
    k = len(rows[0])
    return _ratio(k * (total - items), (k - 1) * total)


def _complete(matrix: Matrix) -> Sequence[Sequence[Fraction]]:
    """Exactly, because a variance that rounding alone has made would be divided by."""
    known = [[Fraction(cell) for cell in row if cell is not None] for row in matrix]
    return [row for row, whole in zip(known, matrix, strict=True) if len(row) == len(whole)]


def _mean_squares(rows: Sequence[Sequence[Fraction]]) -> _Squares:
    n, k = len(rows), len(rows[0])
    cells = [cell for row in rows for cell in row]
    whole = _squared(cells)
    targets = k * _squared([mean(row) for row in rows])
    raters = n * _squared([mean(column) for column in zip(*rows, strict=True)])
    rest = whole - targets - raters
    return _Squares(targets / (n - 1), (whole - targets) / (n * (k - 1)), raters / (k - 1), rest / ((n - 1) * (k - 1)))


def _squared(values: Sequence[Fraction]) -> Fraction:
    """The sum of squares around their mean."""
    return (len(values) - 1) * variance(values)


def _ratio(part: Fraction, whole: Fraction) -> float | None:
    return float(part / whole) if whole else None
