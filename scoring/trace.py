"""Every term that made a practice's numbers, for the person who asks why; and knockouts, which a term may carry."""

from fractions import Fraction
from typing import Literal

from scoring.items import Item
from scoring.result import Term

Bound = Literal["mean", "least", "most"]


def term(item: Item) -> Term:
    """What one item brought."""
    asked, known = item.asked, item.attainment
    bounds = known or (None if item.state == "not_applicable" else asked.unknown)
    return Term(
        question=asked.id,
        weight=asked.question.weight,
        state=item.state,
        attainment=known.mean if known else None,
        by_level=known.by_level if known else dict.fromkeys(asked.levels),
        low=bounds.least if bounds else None,
        high=bounds.most if bounds else None,
        evidenced=item.evidenced,
        knocked_out=asked.knockout is not None and known is not None and known.mean < asked.knockout,
        note=item.note,
    )


def falls_short(item: Item, bound: Bound) -> bool:
    """Whether an item misses its knockout, as answered, at worst or at best."""
    knockout = item.asked.knockout
    if knockout is None:
        return False
    reached: Fraction = getattr(item.attainment or item.asked.unknown, bound)
    return reached < knockout
