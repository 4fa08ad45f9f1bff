"""Many exact fractions over one denominator: numerators in an array, so that a mean of thousands costs as little as one of floats."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

import numpy as np
from numpy.typing import NDArray

from scoring.packing import Wholes, kind

Flags = NDArray[np.bool_]
LARGEST = 100
"""No figure is above it: an index ends there, a share at 1."""

SMALL = 4096
"""Below it the numbers that occur are marked in a table."""


@dataclass(frozen=True, slots=True, eq=False)
class Rationals:
    """One figure of each assessment, from 0 to `LARGEST`."""

    numerators: Wholes
    """0 where nobody can tell."""
    denominator: int
    told: Flags
    """Where the figure is known."""

    def fraction(self, at: int) -> Fraction | None:
        """The figure of one assessment, exactly; None where nobody can tell."""
        return Fraction(int(self.numerators[at]), self.denominator) if self.told[at] else None

    @property
    def floats(self) -> NDArray[np.float64]:
        """All of them, rounded to a float; NaN where nobody can tell."""
        return np.where(self.told, (self.numerators / self.denominator).astype(np.float64), np.nan)


class Divisor:
    """What many numerators are divided by, one for each assessment: whole numbers, 0 where nothing can be told."""

    def __init__(self, denominators: Wholes) -> None:
        self.told: Flags = denominators > 0
        occurring, which = _occurring(denominators)
        self._common = lcm(*(one for one in occurring if one))
        factors = [self._common // one if one else 0 for one in occurring]
        self._factors: Wholes = np.array(factors, kind(self._common)).take(which)

    def into(self, numerators: Wholes, unit: int = 1, times: int = 1) -> Rationals:
        """`times` x numerators / (unit x denominators), which is at most `LARGEST`; a numerator is 0 where its denominator is."""
        wide = kind(LARGEST * self._common * unit)
        shared: Wholes = numerators.astype(wide, copy=False) * self._factors
        return Rationals(shared if times == 1 else times * shared, self._common * unit, self.told)


def _occurring(values: Wholes) -> tuple[Sequence[int], NDArray[np.intp]]:
    """The different values, and for each of the array's which of them it is. Few and small ones, as a rule: then marking beats sorting."""
    if values.dtype == np.int64 and values.max(initial=0) < SMALL:
        there = np.zeros(SMALL, np.bool_)
        there[values] = True
        return np.flatnonzero(there).tolist(), (np.cumsum(there) - 1).take(values)
    different, which = np.unique(values, return_inverse=True)
    return different.tolist(), which


class WeightedMean:
    """Over the parts that count in each assessment, by whole positive weights."""

    def __init__(self, weights: Sequence[int], counted: Sequence[Flags]) -> None:
        self._weights, self._counted = weights, counted
        wide = kind(sum(weights))
        self._totals = Divisor(_sum([counts.astype(wide) * weight for weight, counts in zip(weights, counted, strict=True)]))

    def of(self, parts: Sequence[Rationals]) -> Rationals:
        """Not told where one that counts is not, or none counts."""
        common = lcm(*(part.denominator for part in parts))
        wide = kind(LARGEST * common * sum(self._weights))
        terms: list[Wholes] = [
            _where(counts, part.numerators).astype(wide, copy=False) * (weight * (common // part.denominator))
            for part, weight, counts in zip(parts, self._weights, self._counted, strict=True)
        ]
        mean = self._totals.into(_sum(terms), common)
        known = [part.told | ~counts for part, counts in zip(parts, self._counted, strict=True)]
        told = mean.told & np.logical_and.reduce(known)
        return Rationals(_where(told, mean.numerators), mean.denominator, told)


def _where(flags: Flags, values: Wholes) -> Wholes:
    """0 elsewhere."""
    return values if flags.all() else values * flags


def _sum(terms: Sequence[Wholes]) -> Wholes:
    total = terms[0].copy()
    for term in terms[1:]:
        total += term
    return total
