"""What becomes of an answer that somebody gives: the decision, without the keeping. Pure."""

from collections.abc import Mapping
from datetime import datetime
from fractions import Fraction

from assessment.model import Annotation, Given, RecordedAnswer
from ground.errors import PlumblineError
from questionnaires.answer import valid_value
from questionnaires.model import Question, Questionnaire
from questionnaires.scale import own_scale, visibility

Answers = Mapping[str, RecordedAnswer]


class NotAsked(PlumblineError):
    """The question is not part of this assessment, or another answer hides it."""


def asked_question(questionnaire: Questionnaire, question_id: str) -> Question:
    """The question, NotAsked where the (restricted) questionnaire has none of that id."""
    found = questionnaire.questions.get(question_id)
    if found is None:
        raise NotAsked("This assessment does not ask that question. Choose one from the list of practices.")
    return found


def ancestors(questionnaire: Questionnaire, question: Question) -> tuple[Question, ...]:
    """The questions whose answers decide whether this one is asked: the first parent first."""
    if question.shown_if is None:
        return ()
    parent = questionnaire.questions.get(question.shown_if.question)
    return (*ancestors(questionnaire, parent), parent) if parent else ()


def decide(questionnaire: Questionnaire, answers: Answers, question_id: str, given: Given, now: datetime) -> RecordedAnswer:
    """The answer as it will stand; InvalidAnswer or NotAsked with a sentence where it cannot.

    `answers` holds at least those of the question and its ancestors.
    """
    question = asked_question(questionnaire, question_id)
    _require_shown(questionnaire, question, answers)
    before = answers.get(question_id) or RecordedAnswer(question=question_id, state=None, saved_at=now)
    return before.model_copy(update=_change(questionnaire, question, given) | {"saved_at": now})


def cleared(answer: RecordedAnswer, now: datetime) -> RecordedAnswer:
    """The same without its answer; note, evidence and mark stay."""
    return answer.model_copy(update={"state": None, "value": None, "reason": "", "period": None, "saved_at": now})


def annotated(answer: RecordedAnswer, annotation: Annotation, now: datetime) -> RecordedAnswer:
    """The same with what the annotation sets."""
    return answer.model_copy(update=annotation.model_dump(exclude_none=True) | {"saved_at": now})


def _change(questionnaire: Questionnaire, question: Question, given: Given) -> dict[str, object]:
    if given.state == "answered":
        return {"state": "answered", "value": valid_value(questionnaire, question, given.value), "reason": ""}
    if given.state == "not_applicable" and not given.reason:
        raise NotAsked("Say why this does not apply here. Without a reason the earlier answer stays.")
    return {"state": given.state, "value": None, "reason": given.reason, "period": None}


def _require_shown(questionnaire: Questionnaire, question: Question, answers: Answers) -> None:
    numbers: dict[str, Fraction | None] = {}
    for step in (*ancestors(questionnaire, question), question):
        seen = visibility(step, numbers)
        if seen != "shown":
            parent = questionnaire.questions[step.shown_if.question] if step.shown_if else step
            raise NotAsked(f"Another answer hides this question. Change the answer to “{parent.text}” first.")
        numbers[step.id] = _number(step, answers.get(step.id))


def _number(question: Question, answer: RecordedAnswer | None) -> Fraction | None:
    if answer is None or answer.state != "answered" or answer.value is None:
        return None
    return own_scale(question, answer.value)
