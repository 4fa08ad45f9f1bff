"""Exact means in whole numbers over one denominator: a chain of fractions would cost ten times as much."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import lru_cache
from math import lcm


@lru_cache(maxsize=4096)
def ratio(numerator: int, denominator: int) -> Fraction:
    """A fraction in lowest terms; the same few come again and again."""
    return Fraction(numerator, denominator)


def whole(weights: Sequence[Fraction]) -> Sequence[int]:
    """The same weights as whole numbers: their common denominator cancels in every mean."""
    common = lcm(*(weight.denominator for weight in weights))
    return [weight.numerator * (common // weight.denominator) for weight in weights]


def weighted_mean(pairs: Iterable[tuple[int, Fraction]]) -> Fraction:
    """The exact mean of at least one value, each with its whole positive weight."""
    by_denominator: dict[int, int] = {}
    total = 0
    for weight, value in pairs:
        numerator, denominator = value.as_integer_ratio()
        by_denominator[denominator] = by_denominator.get(denominator, 0) + weight * numerator
        total += weight
    common = lcm(*by_denominator)
    return Fraction(sum(numerator * (common // denominator) for denominator, numerator in by_denominator.items()), common * total)
