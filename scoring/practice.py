"""From the items of one practice to its index and level (scoring specification, section 3)."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from scoring.items import Item
from scoring.mean import ratio
from scoring.plan import Plan
from scoring.rating import climb
from scoring.result import PracticeScore
from scoring.table import Views, views
from scoring.trace import Bound, falls_short, term

SCOPE_LIMIT = 20
"""Above this percentage of not applicable weight a practice is not compared with others (our own default)."""


def score_practice(plan: Plan, items: Sequence[Item]) -> PracticeScore:
    """A practice's figures before the foundation gate; nothing can be told of one with nothing applicable."""
    applicable = [item for item in items if item.state != "not_applicable"]
    answered = [item for item in applicable if item.attainment]
    skipped = [item for item in items if item.state == "not_applicable"]
    seen = views(plan, answered, [item for item in applicable if not item.attainment])
    index = seen.point.percent
    level, level_low, level_high = _levels(plan, seen, answered, applicable)
    return PracticeScore(
        index=index,
        low=seen.low.percent,
        high=seen.high.percent,
        level=level,
        level_low=level_low,
        level_high=level_high,
        gated_level=None,
        binding=(),
        completeness=ratio(_weight(answered), _weight(applicable)) if applicable else None,
        evidenced_index=seen.evidenced.percent,
        scope_limited=100 * _weight(skipped) > SCOPE_LIMIT * _weight(items),
        attainment=_attainment(plan, seen),
        trace=tuple(map(term, items)),
        knockouts=tuple(item.asked.id for item in answered if falls_short(item, "mean")),
        not_applicable_effect=None if index is None or not skipped else index * ratio(_weight(skipped), _weight([*answered, *skipped])),
    )


def _weight(items: Iterable[Item]) -> int:
    return sum(item.asked.reach.weight for item in items)


def _attainment(plan: Plan, seen: Views) -> Mapping[int, Fraction | None]:
    reached = seen.point.by_level(plan.scale)
    return {level: ratio(*reached[level]) if level in reached else None for level in seen.low.by_level(plan.scale)}


def _levels(plan: Plan, seen: Views, answered: Sequence[Item], applicable: Sequence[Item]) -> tuple[int | None, int | None, int | None]:
    """Level, lowest and highest; None in quick mode, which is an estimate, and where nothing is applicable."""
    if plan.mode == "quick" or not applicable:
        return None, None, None
    if not answered:
        return None, plan.scale[0], plan.scale[-1]
    low = seen.low.by_level(plan.scale)
    reached = seen.point.by_level(plan.scale)
    return (
        _level(plan, {level: reached.get(level) for level in low}, _caps(answered, "mean")),
        _level(plan, low, _caps(applicable, "least")),
        _level(plan, seen.high.by_level(plan.scale), _caps(applicable, "most")),
    )


def _caps(items: Iterable[Item], bound: Bound) -> Sequence[int]:
    """The level below that of each item that misses its knockout."""
    return [item.asked.levels[0] - 1 for item in items if item.asked.knockout is not None and falls_short(item, bound)]


def _level(plan: Plan, by_level: Mapping[int, tuple[int, int] | None], caps: Sequence[int]) -> int:
    lowest = plan.scale[0]
    return max(lowest, min([climb(by_level, lowest), *caps]))
