"""The part of a questionnaire that a mode asks."""

from collections.abc import Collection

from questionnaires.model import Dimension, Mode, Practice, Question, Questionnaire


def restrict(questionnaire: Questionnaire, mode: Mode) -> Questionnaire:
    """Quick: only quick questions, and only the practices and dimensions that have any. Full: the whole.

    A quick question whose parent is not asked is asked of everybody: nothing could hide it.
    """
    if mode == "full":
        return questionnaire
    asked = {question.id for question in questionnaire.questions.values() if "quick" in question.modes}
    dimensions = tuple(part for dimension in questionnaire.dimensions if (part := _dimension(dimension, asked)).practices)
    # Not validated again: a questionnaire without quick questions is restricted to nothing, which a file may not be.
    return Questionnaire.model_construct(**{**dict(questionnaire), "dimensions": dimensions})


def _dimension(dimension: Dimension, asked: Collection[str]) -> Dimension:
    practices = tuple(part for practice in dimension.practices if (part := _practice(practice, asked)).questions)
    return dimension.model_copy(update={"practices": practices})


def _practice(practice: Practice, asked: Collection[str]) -> Practice:
    questions = tuple(_freed(question, asked) for question in practice.questions if question.id in asked)
    return practice.model_copy(update={"questions": questions})


def _freed(question: Question, asked: Collection[str]) -> Question:
    if question.shown_if is None or question.shown_if.question in asked:
        return question
    return question.model_copy(update={"shown_if": None})
