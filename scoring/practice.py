"""From the items of one practice to its index and level (scoring specification, section 3); everything in whole numbers."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import lcm
from operator import add, mul
from typing import NamedTuple

from scoring.items import Item
from scoring.mean import ratio
from scoring.plan import Plan
from scoring.rating import climb
from scoring.result import PracticeScore
from scoring.trace import Bound, falls_short, term

SCOPE_LIMIT = Fraction(1, 5)
"""Above this share of not applicable weight a practice is not compared with others (our own default)."""


class View(NamedTuple):
    """One way to look at a practice's table: as answered, at worst or at best. First column: all levels; then each level of the scale."""

    attained: Sequence[int]
    possible: Sequence[int]

    @property
    def percent(self) -> Fraction | None:
        """0-100; None where nothing is possible."""
        return Fraction(100 * self.attained[0], self.possible[0]) if self.possible[0] else None

    def by_level(self, scale: Sequence[int]) -> Mapping[int, tuple[int, int]]:
        """Attained and possible weight at each level to which an item speaks."""
        columns = zip(scale, self.attained[1:], self.possible[1:], strict=True)
        return {level: (attained, possible) for level, attained, possible in columns if possible}


class Views(NamedTuple):
    """The three ways to look at a practice, and the fourth: only what a third person has seen."""

    point: View
    low: View
    high: View
    evidenced: View


def score_practice(plan: Plan, items: Sequence[Item]) -> PracticeScore:
    """A practice's figures before the foundation gate; nothing can be told of one with nothing applicable."""
    applicable = [item for item in items if item.state != "not_applicable"]
    answered = [item for item in applicable if item.attainment]
    skipped = [item for item in items if item.state == "not_applicable"]
    views = _views(plan, answered, [item for item in applicable if not item.attainment])
    index = views.point.percent
    level, level_low, level_high = _levels(plan, views, answered, applicable)
    return PracticeScore(
        index=index,
        low=views.low.percent,
        high=views.high.percent,
        level=level,
        level_low=level_low,
        level_high=level_high,
        gated_level=None,
        binding=(),
        completeness=ratio(_weight(answered), _weight(applicable)) if applicable else None,
        evidenced_index=views.evidenced.percent,
        scope_limited=_weight(skipped) > SCOPE_LIMIT * _weight(items),
        attainment=_attainment(plan, views),
        trace=tuple(map(term, items)),
        knockouts=tuple(item.asked.id for item in answered if falls_short(item, "mean")),
        not_applicable_effect=None if index is None or not skipped else index * ratio(_weight(skipped), _weight([*answered, *skipped])),
    )


def _weight(items: Iterable[Item]) -> int:
    return sum(item.asked.weight for item in items)


def _attainment(plan: Plan, views: Views) -> Mapping[int, Fraction | None]:
    reached = views.point.by_level(plan.scale)
    return {level: ratio(*reached[level]) if level in reached else None for level in views.low.by_level(plan.scale)}


def _views(plan: Plan, answered: Sequence[Item], missing: Sequence[Item]) -> Views:
    width = len(plan.scale) + 1
    worths = [(item, item.attainment) for item in answered if item.attainment]
    common = lcm(*(worth.parts for _, worth in worths))
    factors = [item.asked.weight * (common // worth.parts) for item, worth in worths]
    point = _columns(factors, [worth.row for _, worth in worths], width)
    known = [common * weight for weight in _columns([1] * len(worths), [item.asked.row for item, _ in worths], width)]
    seen = [factor * item.evidenced for factor, item in zip(factors, answered, strict=True)]
    evidenced = point if all(item.evidenced for item in answered) else _columns(seen, [worth.row for _, worth in worths], width)
    if all(worth.certain for _, worth in worths):
        low = high = point
    else:
        low = _columns(factors, [worth.row_low for _, worth in worths], width)
        high = _columns(factors, [worth.row_high for _, worth in worths], width)
    open_ = [common * weight for weight in _columns([1] * len(missing), [item.asked.row for item in missing], width)]
    possible = list(map(add, known, open_))
    return Views(View(point, known), View(low, possible), View(list(map(add, high, open_)), possible), View(evidenced, known))


def _columns(factors: Sequence[int], rows: Sequence[tuple[int, ...]], width: int) -> Sequence[int]:
    """The sum of each column."""
    return [sum(map(mul, factors, column)) for column in zip(*rows, strict=True)] or [0] * width


def _levels(plan: Plan, views: Views, answered: Sequence[Item], applicable: Sequence[Item]) -> tuple[int | None, int | None, int | None]:
    """Level, lowest and highest; None in quick mode, which is an estimate, and where nothing is applicable."""
    if plan.mode == "quick" or not applicable:
        return None, None, None
    low = views.low.by_level(plan.scale)
    reached = views.point.by_level(plan.scale)
    return (
        _level(plan, {level: reached.get(level) for level in low}, _short(answered, "mean")) if answered else None,
        _level(plan, low, _short(applicable, "least")),
        _level(plan, views.high.by_level(plan.scale), _short(applicable, "most")),
    )


def _short(items: Iterable[Item], bound: Bound) -> Sequence[int]:
    return [item.asked.levels[0] - 1 for item in items if item.asked.knockout is not None and falls_short(item, bound)]


def _level(plan: Plan, by_level: Mapping[int, tuple[int, int] | None], caps: Sequence[int]) -> int:
    """The climb, kept below the level of each item that missed its knockout."""
    lowest = plan.scale[0]
    return max(lowest, min([climb(by_level, lowest), *caps]))
