"""Whether those who answered tell the questions of an assessment apart alike: for the expert view."""

from collections.abc import Iterable
from dataclasses import dataclass

from scoring.items import Item
from scoring.krippendorff import krippendorff_alpha
from scoring.reliability import icc

FEWEST_QUESTIONS = 5
"""Fewer cannot say whether people tell questions apart (our own default)."""


@dataclass(frozen=True, slots=True)
class Concord:
    """Of the whole assessment."""

    alpha: float | None
    """Krippendorff's, on attainments as an interval scale, over all questions; None where no two answers can be compared."""
    single: float | None
    """ICC(2,1): of one person's answers. Over the questions that everybody answered; None below five of these, and where it is withheld."""
    mean: float | None
    """ICC(2,k): of the mean of all."""
    questions: int
    """That everybody answered."""
    raters: int


def concord(items: Iterable[Item], *, withheld: bool) -> Concord:
    """Withheld: the ICC puts each person's answers to all questions together. Alpha is made of one question at a time."""
    rows = [{who: said.outcome.attainment for who, said in item.told.items() if said.outcome} for item in items]
    raters = sorted({who for row in rows for who in row})
    shared = [row for row in rows if len(row) == len(raters)]
    is_told = not withheld and len(shared) >= FEWEST_QUESTIONS
    found = icc([[row[who].mean for who in raters] for row in shared] if is_told else [])
    alpha = krippendorff_alpha([[row[who].share if who in row else None for row in rows] for who in raters], "interval")
    return Concord(alpha, found["ICC(2,1)"], found["ICC(2,k)"], len(shared), len(raters))
