"""What could be chosen at a question, and by how many it was, in words and in the few letters that fit under a bar."""

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple, assert_never

from exports.words.answer import RATED, with_unit
from exports.words.numbers import count, listed, per_cent, plain, rounded
from improvement.standing_model import Standing
from questionnaires.model import Anchored, Choices, Coverage, Metric, Question, Rated, YesNo
from scoring.panel_items import ItemPanel

_PRECISE = 10**9
_WAYS: Mapping[type, str] = {Anchored: "at ", Coverage: "at ", Metric: "with ", Choices: "with "}


class Chosen(NamedTuple):
    """One option that somebody chose, the lowest first."""

    short: str
    """`3`, `Yes`, `Partly`, `50 %`."""
    words: str
    """`level 3`, `yes`, `partly`, `50 %`."""
    people: int
    place: float
    """Where it stands between the lowest option, 0, and the highest, 1."""
    way: str = ""
    """How people stand at it: `at ` a level, `with ` a number."""


def chosen(standing: Standing, question: str, item: ItemPanel) -> tuple[Chosen, ...]:
    """What was chosen by somebody."""
    asked = standing.questionnaire.questions[question]
    every = tuple(item.distribution.items())
    last = max(1, len(every) - 1)
    way = _WAYS.get(type(asked), "")
    return tuple(Chosen(*_named(standing, asked, key), people, at / last, way) for at, (key, people) in enumerate(every) if people)


def chosen_words(options: tuple[Chosen, ...]) -> str:
    """`one at level 2 and four at level 4`."""
    return listed([f"{count(one.people)} {one.way}{one.words}" for one in options])


def middle(standing: Standing, question: str, item: ItemPanel) -> str:
    """The median, short; empty without an answer."""
    return "" if item.median is None else _median(standing, standing.questionnaire.questions[question], item.median)


def middle_words(standing: Standing, question: str, item: ItemPanel) -> str:
    """The same inside a sentence."""
    is_level = isinstance(standing.questionnaire.questions[question], Anchored)
    return f"{'level ' * is_level}{middle(standing, question, item)}"


def on_scale(standing: Standing, question: str, attained: float) -> str:
    """An attainment, 0-100, on the question's own levels: `2.1`; in per cent where it has none."""
    share = rational(attained) / 100
    asked = standing.questionnaire
    if isinstance(asked.questions[question], Anchored):
        return rounded(asked.lowest + share * (asked.highest - asked.lowest), 1)
    return f"{per_cent(share)} %"


def rational(number: float) -> Fraction:
    """A figure that was computed in floating point, without its last digits of noise: 3.1 and not 3.1000000000000001."""
    return Fraction(round(number * _PRECISE), _PRECISE)


def _named(standing: Standing, question: Question, key: str) -> tuple[str, str]:  # noqa: C901 - one line for each kind
    match question:
        case Anchored():
            return key, f"level {key}"
        case YesNo():
            return key.capitalize(), key
        case Rated():
            return RATED[key], RATED[key].lower()
        case Coverage():
            return (share := f"{per_cent(_shares(question)[key])} %"), share
        case Metric():
            return plain(Fraction(key)), with_unit(standing, question.measure, Fraction(key))
        case Choices():
            return (part := _of(question, Fraction(key))), part
    assert_never(question)


def _of(question: Choices, number: Fraction) -> str:
    return f"{plain(number, 1)} of {len(question.options)}"


def _shares(question: Coverage) -> Mapping[str, Fraction]:
    return {choice.label: choice.value for choice in question.table}


def _median(standing: Standing, question: Question, median: Fraction) -> str:  # noqa: C901 - one line for each kind
    match question:
        case Anchored():
            return plain(median, 1)
        case YesNo():
            return {Fraction(0): "No", Fraction(1): "Yes"}.get(median, "Even")
        case Rated():
            return f"{plain(median, 1)} %"
        case Metric():
            return with_unit(standing, question.measure, median)
        case Coverage():
            return f"{per_cent(median)} %"
        case Choices():
            return _of(question, median)
    assert_never(question)
