"""The table of one practice, questions by levels, and its column sums: index and level are two views of it. All in whole numbers."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import lcm
from operator import add, mul
from typing import NamedTuple

from scoring.attainment import Attainment
from scoring.items import Item
from scoring.mean import ratio
from scoring.plan import Plan


class View(NamedTuple):
    """Column sums: first over all levels that can be earned, then at each level of the scale."""

    attained: Sequence[int]
    possible: Sequence[int]

    @property
    def percent(self) -> Fraction | None:
        """0-100; None where nothing is possible."""
        return ratio(100 * self.attained[0], self.possible[0]) if self.possible[0] else None

    def by_level(self, scale: Sequence[int]) -> Mapping[int, tuple[int, int]]:
        """Attained and possible weight at each level to which an item speaks, ascending."""
        columns = zip(scale, self.attained[1:], self.possible[1:], strict=True)
        return {level: (attained, possible) for level, attained, possible in columns if possible}


class Views(NamedTuple):
    """The table as answered, at worst, at best, and with only what a third person has seen."""

    point: View
    low: View
    high: View
    evidenced: View


def views(plan: Plan, answered: Sequence[Item], missing: Sequence[Item]) -> Views:
    """The column sums of a practice's applicable items."""
    worths = [item.attainment for item in answered if item.attainment]
    table = _Table(worths, lcm(*(worth.parts for worth in worths)), len(plan.scale) + 1)
    attained = table.sums([worth.row for worth in worths])
    known = table.whole([item.asked.reach.whole for item in answered])
    point = View(attained, known)
    seen = View(table.sums([worth.row if item.evidenced else table.nothing for item, worth in zip(answered, worths, strict=True)]), known)
    if not missing and all(worth.certain for worth in worths):
        return Views(point, point, point, seen)
    unknown = table.whole([item.asked.reach.whole for item in missing])
    possible = list(map(add, known, unknown))
    low, high = table.sums([worth.row_low for worth in worths]), table.sums([worth.row_high for worth in worths])
    return Views(point, View(low, possible), View(list(map(add, high, unknown)), possible), seen)


class _Table(NamedTuple):
    worths: Sequence[Attainment]
    common: int
    """The denominator of every sum."""
    width: int

    @property
    def nothing(self) -> tuple[int, ...]:
        return (0,) * self.width

    def sums(self, rows: Sequence[tuple[int, ...]]) -> Sequence[int]:
        """Of the rows of all answered items."""
        if self.common == 1:
            return list(map(sum, zip(*rows, strict=True))) or self.nothing
        factors = [self.common // worth.parts for worth in self.worths]
        return [sum(map(mul, factors, column)) for column in zip(*rows, strict=True)]

    def whole(self, rows: Sequence[tuple[int, ...]]) -> Sequence[int]:
        """Of rows of whole weights."""
        return [self.common * sum(column) for column in zip(*rows, strict=True)] or self.nothing
