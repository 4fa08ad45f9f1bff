"""The part of a questionnaire that one respondent is asked."""

from collections.abc import Collection
from fractions import Fraction
from math import ceil

from questionnaires.model import Dimension, Minutes, Practice, Question, Questionnaire


def asked_of(questionnaire: Questionnaire, group: str, practices: Collection[str] | None = None) -> Questionnaire:
    """Only what concerns the group, in these practices (None: in all), and only the practices and dimensions that have any of it.

    Figures are left out: a figure is one fact of the organisation, and whoever leads the assessment records it. So is a question
    that hangs on one left out: nobody could tell whether it applies.
    """
    chosen = [practice for name, practice in questionnaire.practices.items() if practices is None or name in practices]
    inside = {question.id for practice in chosen for question in practice.questions}
    kept = {question for question in inside if _is_asked(questionnaire, questionnaire.questions[question], group, inside)}
    dimensions = tuple(part for dimension in questionnaire.dimensions if (part := _dimension(dimension, kept)).practices)
    minutes = _share(questionnaire.minutes, len(kept), len(questionnaire.questions))
    # Not validated again: to a group that is asked nothing, nothing is left.
    return Questionnaire.model_construct(**{**dict(questionnaire), "dimensions": dimensions, "minutes": minutes})


def _share(minutes: Minutes, asked: int, of: int) -> Minutes:
    share = Fraction(asked, of) if of else Fraction(0)
    return Minutes(quick=ceil(minutes.quick * share) or 1, full=ceil(minutes.full * share) or 1)


def _is_asked(questionnaire: Questionnaire, question: Question, group: str, inside: Collection[str]) -> bool:
    if question.id not in inside or group not in question.audience or question.kind == "metric":
        return False
    return question.shown_if is None or _is_asked(questionnaire, questionnaire.questions[question.shown_if.question], group, inside)


def _dimension(dimension: Dimension, kept: set[str]) -> Dimension:
    practices = tuple(part for practice in dimension.practices if (part := _practice(practice, kept)).questions)
    return dimension.model_copy(update={"practices": practices})


def _practice(practice: Practice, kept: set[str]) -> Practice:
    return practice.model_copy(update={"questions": tuple(question for question in practice.questions if question.id in kept)})
