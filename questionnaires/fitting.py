"""Whether a value fits its question, kind by kind. Each refusal is a ValueError with a sentence that says what to answer instead."""

from collections.abc import Iterable
from fractions import Fraction
from numbers import Integral
from typing import assert_never

from ground.value import as_text, exact
from questionnaires.model import Anchored, Choices, Coverage, Measure, Metric, Question, Rated, Scalar, YesNo

LETTERS = ("N", "P", "L", "F")


def fit(question: Question, value: object, scale: tuple[int, int], measure: Measure | None) -> Scalar:  # noqa: C901 - a case for each kind
    """The value in the question's own kind. `scale`: lowest and highest level; `measure`: a metric's, None where it is not known."""
    value = plain(value)
    match question:
        case Anchored():
            return _level(value, *scale)
        case YesNo():
            return _yes_or_no(value)
        case Rated():
            return _rating(value)
        case Coverage():
            return _label(value, question)
        case Metric():
            return _measured(value, measure)
        case Choices():
            return _chosen(value, question)
    assert_never(question)


def plain(value: object) -> object:
    """A number or truth value of numpy as Python's own: a numpy True must not pass for the level 1."""
    if type(value).__module__ == "numpy" and hasattr(value, "item"):
        return value.item() if getattr(value, "ndim", 0) == 0 else value
    return int(value) if isinstance(value, Integral) and not isinstance(value, bool) else value


def _number(value: object, otherwise: str) -> Fraction:
    try:
        return exact(value)
    except (ValueError, ArithmeticError):
        raise ValueError(otherwise) from None


def _level(value: object, lowest: int, highest: int) -> Fraction:
    sentence = f"Answer with a level, a whole number from {lowest} to {highest}."
    level = _number(value, sentence)
    if level.denominator != 1 or not lowest <= level <= highest:
        raise ValueError(sentence)
    return level


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("Answer with true or false.")  # noqa: TRY004 - every refusal here is a ValueError
    return value


def _rating(value: object) -> Fraction | str:
    if isinstance(value, str) and value in LETTERS:
        return value
    sentence = "Answer with N, P, L or F, or with a percentage from 0 to 100."
    percentage = _number(value, sentence)
    if not 0 <= percentage <= 100:
        raise ValueError(sentence)
    return percentage


def _label(value: object, question: Coverage) -> str:
    labels = [choice.label for choice in question.table]
    if not isinstance(value, str) or value not in labels:
        raise ValueError(f"Answer with one of the labels: {_quoted(labels)}.")
    return value


def _measured(value: object, measure: Measure | None) -> Fraction:
    sentence = f"Answer with a number{_bounds(measure)}."
    figure = _number(value, sentence)
    if measure and not _within(figure, measure):
        raise ValueError(sentence)
    return figure


def _within(figure: Fraction, measure: Measure) -> bool:
    above = measure.minimum is None or figure >= measure.minimum
    return above and (measure.maximum is None or figure <= measure.maximum)


def _bounds(measure: Measure | None) -> str:
    if measure is None:
        return ""
    lower = "" if measure.minimum is None else f" from {as_text(measure.minimum)}"
    upper = "" if measure.maximum is None else f" up to {as_text(measure.maximum)}"
    return f"{lower}{upper} ({measure.unit})"


def _chosen(value: object, question: Choices) -> tuple[str, ...]:
    known = [option.id for option in question.options]
    sentence = f"Answer with a list of these options, each at most once, or with an empty list: {_quoted(known)}."
    if not isinstance(value, list | tuple) or not all(isinstance(option, str) for option in value):
        raise ValueError(sentence)
    if len(set(value)) < len(value) or not set(value) <= set(known):
        raise ValueError(sentence)
    return tuple(option for option in known if option in value)


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(f'"{word}"' for word in words)


def fit_reading(value: Fraction, measure: Measure) -> Fraction:
    """A reading within its measure's bounds; ValueError with a sentence otherwise."""
    if not _within(value, measure):
        raise ValueError(f"Write a number{_bounds(measure)}.")
    return value
