"""What a radio offers for a question, and what each choice means. Pure.

A choice is a token: `=` and the value for an answer, else the state. A browser can send any text as a token.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import assert_never

from assessment.model import Given, RecordedAnswer
from ground.value import as_text
from questionnaires.answer import InvalidAnswer
from questionnaires.model import Anchored, Choices, Coverage, Metric, Question, Rated, YesNo
from ui.parts.markdown import escaped

DONT_KNOW = "dont_know"
NOT_APPLICABLE = "not_applicable"
ANSWER = "answered"
PERCENTAGE = "=%"
NONE = "none-of-these"
"""The tick that stands for no option at all."""
LETTERS = {
    "N": "Not achieved: 0 to 15 %",
    "P": "Partly achieved: over 15 to 50 %",
    "L": "Largely achieved: over 50 to 85 %",
    "F": "Fully achieved: over 85 %",
}
_STATES = {DONT_KNOW: ":gray[Don’t know]", NOT_APPLICABLE: ":gray[Does not apply here]"}


def offers(question: Question) -> Mapping[str, str]:
    """The choices in order, token to label in Markdown."""
    match question:
        case Anchored():
            return _anchors(question)
        case YesNo():
            return {"=yes": "Yes", "=no": "No"} | _STATES
        case Coverage():
            return {f"={choice.label}": escaped(choice.label) for choice in question.table} | _STATES
        case Rated():
            return {f"={letter}": words for letter, words in LETTERS.items()} | {PERCENTAGE: "A percentage that was measured"} | _STATES
        case Metric() | Choices():
            return {ANSWER: "Answer"} | _STATES
    assert_never(question)


def token(question: Question, answer: RecordedAnswer | None) -> str | None:
    """The choice that an answer as it stands shows; None where there is none."""
    if answer is None or answer.state is None:
        return ANSWER if isinstance(question, Metric | Choices) else None
    if answer.state != "answered":
        return answer.state
    return _of_value(question, answer.value)


def given(question: Question, chosen: object) -> Given:
    """What a choice means; InvalidAnswer for one that was never offered. The value itself is checked when it is recorded."""
    if chosen == DONT_KNOW:
        return Given(state="dont_know")
    if not isinstance(chosen, str) or chosen not in offers(question) or not chosen.startswith("="):
        raise InvalidAnswer("That choice is not among those offered. Choose one of the lines shown.")
    value = chosen[1:]
    return Given(value=value == "yes" if isinstance(question, YesNo) else value)


def _anchors(question: Anchored) -> Mapping[str, str]:
    lines = {f"={level}": f":gray[{level}]\u2002{escaped(anchor)}" for level, anchor in question.levels.items()}
    return lines | {state: f":gray[–]\u2002{words}" for state, words in _STATES.items()}


def _of_value(question: Question, value: object) -> str:
    match question:
        case Anchored() | Coverage():
            return f"={as_text(value) if isinstance(value, Fraction) else value}"
        case YesNo():
            return "=yes" if value else "=no"
        case Rated():
            return f"={value}" if isinstance(value, str) else PERCENTAGE
        case Metric() | Choices():
            return ANSWER
    assert_never(question)
