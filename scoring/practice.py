"""From the items of one practice to its index and level (scoring specification, section 3); everything in whole numbers."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import lcm
from typing import Literal, NamedTuple

from scoring.items import Item
from scoring.mean import ratio
from scoring.plan import Plan
from scoring.rating import climb
from scoring.result import PracticeScore
from scoring.trace import falls_short, term

SCOPE_LIMIT = Fraction(1, 5)
"""Above this share of not applicable weight a practice is not compared with others (our own default)."""


class Sums(NamedTuple):
    """One way to look at a practice: as answered, at worst or at best."""

    by_level: Mapping[int, tuple[int, int]]
    """Attained and possible weight at each level."""
    attained: Sequence[int]
    """By item."""
    possible: int


class Views(NamedTuple):
    """The three ways to look at a practice."""

    point: Sums
    low: Sums
    high: Sums


def score_practice(plan: Plan, items: Sequence[Item]) -> PracticeScore:
    """A practice's figures before the foundation gate; nothing can be told of one with nothing applicable."""
    applicable = [item for item in items if item.state != "not_applicable"]
    answered = [item for item in applicable if item.attainment]
    skipped = [item for item in items if item.state == "not_applicable"]
    views = _views(answered, applicable, len(plan.scale) - 1)
    index = _percent(sum(views.point.attained), views.point.possible)
    levels = _levels(plan, views, answered, applicable) if plan.mode == "full" and applicable else (None, None, None)
    return PracticeScore(
        index=index,
        low=_percent(sum(views.low.attained), views.low.possible),
        high=_percent(sum(views.high.attained), views.high.possible),
        level=levels[0],
        level_low=levels[1],
        level_high=levels[2],
        gated_level=None,
        binding=(),
        completeness=ratio(_weight(answered), _weight(applicable)) if applicable else None,
        evidenced_index=_percent(_evidenced(answered, views.point), views.point.possible),
        scope_limited=_weight(skipped) > SCOPE_LIMIT * _weight(items),
        attainment=_attainment(views),
        trace=tuple(map(term, items)),
        knockouts=tuple(item.asked.id for item in answered if falls_short(item, "mean")),
        not_applicable_effect=None if index is None or not skipped else index * ratio(_weight(skipped), _weight([*answered, *skipped])),
    )


def _weight(items: Iterable[Item]) -> int:
    return sum(item.asked.weight for item in items)


def _percent(attained: int, possible: int) -> Fraction | None:
    return Fraction(100 * attained, possible) if possible else None


def _evidenced(answered: Sequence[Item], point: Sums) -> int:
    return sum(attained for item, attained in zip(answered, point.attained, strict=True) if item.evidenced)


def _attainment(views: Views) -> Mapping[int, Fraction | None]:
    reached = views.point.by_level
    return {level: ratio(*reached[level]) if level in reached else None for level in sorted(views.low.by_level)}


def _views(answered: Sequence[Item], applicable: Sequence[Item], span: int) -> Views:
    common = lcm(*(item.attainment.parts for item in answered if item.attainment))
    point = _sums(answered, "point", common, span)
    if len(answered) == len(applicable) and all(item.attainment.certain for item in answered if item.attainment):
        return Views(point, point, point)
    return Views(point, _sums(applicable, "low", common, span), _sums(applicable, "high", common, span))


def _sums(items: Iterable[Item], bound: Literal["point", "low", "high"], common: int, span: int) -> Sums:
    """Over `common` parts at each level, and over `common` times `span`, the number of levels that can be earned, for the items."""
    by_level: dict[int, tuple[int, int]] = {}
    attained = []
    possible = 0
    for item in items:
        asked, worth = item.asked, item.attainment or item.asked.unknown
        numerators, factor, whole = getattr(worth, bound), asked.weight * (common // worth.parts), asked.weight * common
        for level, numerator in zip(asked.levels, numerators, strict=True):
            before = by_level.get(level, (0, 0))
            by_level[level] = (before[0] + factor * numerator, before[1] + whole)
        attained.append(factor * sum(numerators) * (span // len(numerators)))
        possible += whole * span
    return Sums(by_level, attained, possible)


def _levels(plan: Plan, views: Views, answered: Sequence[Item], applicable: Sequence[Item]) -> tuple[int | None, int, int]:
    reached = {level: views.point.by_level.get(level) for level in views.low.by_level}
    return (
        _level(plan, reached, [item for item in answered if falls_short(item, "mean")]) if answered else None,
        _level(plan, views.low.by_level, [item for item in applicable if falls_short(item, "least")]),
        _level(plan, views.high.by_level, [item for item in applicable if falls_short(item, "most")]),
    )


def _level(plan: Plan, by_level: Mapping[int, tuple[int, int] | None], knocked_out: Iterable[Item]) -> int:
    """The climb, kept below the level of each item that missed its knockout."""
    lowest = plan.scale[0]
    return max(lowest, min([climb(by_level, lowest), *(item.asked.levels[0] - 1 for item in knocked_out)]))
