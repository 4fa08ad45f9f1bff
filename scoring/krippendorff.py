"""Krippendorff's alpha: reliability of any number of observers, with gaps, at four levels of measurement."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from itertools import accumulate, combinations
from math import fsum
from typing import Any, Literal

Metric = Literal["nominal", "ordinal", "interval", "ratio"]
Distance = Callable[[Any, Any], float]
"""The squared difference of two values."""


def krippendorff_alpha(observers_by_units: Sequence[Sequence[Hashable | None]], metric: Metric) -> float | None:
    """1 - observed / expected disagreement; 1 is perfect, 0 is chance, below 0 is worse. None in a cell: missing.

    A unit with fewer than two values counts for nothing. None where no unit has two, or where all values are the same: then
    nobody can tell agreement from a scale that nobody uses. Krippendorff, Content Analysis (2004), chapter 11.
    """
    units = [Counter(value for value in unit if value is not None) for unit in zip(*observers_by_units, strict=True)]
    pairable = [unit for unit in units if unit.total() > 1]
    values = sum(pairable, Counter[Hashable]())
    distance = _distance(metric, values)
    expected = _disagreement(values, distance)
    if expected == 0:
        return None
    observed = fsum(_disagreement(unit, distance) for unit in pairable)
    return 1 - observed / expected


def _disagreement(values: Mapping[Hashable, int], distance: Distance) -> float:
    """Of all ordered pairs, over the count less one: units add up to the observed, and all values give the expected disagreement."""
    pairs = combinations(values.items(), 2)
    total = sum(values.values())
    return 2 * fsum(a_count * b_count * distance(a, b) for (a, a_count), (b, b_count) in pairs) / (total - 1) if total else 0


def _distance(metric: Metric, values: Mapping[Any, int]) -> Distance:
    match metric:
        case "nominal":
            return lambda a, b: 1
        case "interval":
            return lambda a, b: float((a - b) ** 2)
        case "ratio":
            return lambda a, b: float(((a - b) / (a + b)) ** 2)
    return _ordinal(values)


def _ordinal(values: Mapping[Any, int]) -> Distance:
    """How many values lie from the one to the other, of both ends half."""
    ordered = sorted(values)
    reached = list(accumulate((values[value] for value in ordered), initial=0))

    def middle(value: Any) -> float:  # noqa: ANN401 - whatever can be ordered
        place = bisect_left(ordered, value)
        return (reached[place] + reached[place + 1]) / 2

    return lambda a, b: (middle(a) - middle(b)) ** 2
