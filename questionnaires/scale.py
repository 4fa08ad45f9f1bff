"""An answer as a number on its question's own scale: what conditions and rules compare."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal, assert_never, cast

from questionnaires.answer import LETTERS
from questionnaires.model import Anchored, Choices, Coverage, Metric, Question, Rated, Scalar, YesNo

MIDPOINTS: Mapping[str, Fraction] = dict(zip(LETTERS, (Fraction(n, 2) for n in (15, 65, 135, 185)), strict=True))
"""Percentages in the middle of the bands N, P, L, F (scoring specification, section 2)."""

Visibility = Literal["shown", "waiting", "hidden"]


def own_scale(question: Question, value: Scalar) -> Fraction:
    """The level, 1 for yes, the percentage, the table's value, the raw number, or the count of options."""
    match question:
        case Anchored() | Metric() | YesNo():
            return Fraction(cast("Fraction", value))
        case Rated():
            return MIDPOINTS[value] if isinstance(value, str) else cast("Fraction", value)
        case Coverage():
            return next(choice.value for choice in question.table if choice.label == value)
        case Choices():
            return Fraction(len(cast("tuple[str, ...]", value)))
    assert_never(question)


def visibility(question: Question, parents: Mapping[str, Fraction | None]) -> Visibility:
    """Whether a question is asked, given its parent's number: `waiting` while the parent has none, `hidden` where it says no.

    `parents` maps each question answered with a value to its number on its own scale; None or absent: no value.
    """
    if question.shown_if is None:
        return "shown"
    number = parents.get(question.shown_if.question)
    if number is None:
        return "waiting"
    return "shown" if number >= question.shown_if.at_least else "hidden"
