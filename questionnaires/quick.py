"""The part of a questionnaire that a mode asks."""

from questionnaires.model import Dimension, Mode, Practice, Questionnaire


def restrict(questionnaire: Questionnaire, mode: Mode) -> Questionnaire:
    """Quick: only quick questions, and only the practices and dimensions that have any. Full: the whole."""
    if mode == "full":
        return questionnaire
    dimensions = tuple(part for dimension in questionnaire.dimensions if (part := _dimension(dimension)).practices)
    # Not validated again: a questionnaire without quick questions is restricted to nothing, which a file may not be.
    return Questionnaire.model_construct(**{**dict(questionnaire), "dimensions": dimensions})


def _dimension(dimension: Dimension) -> Dimension:
    practices = tuple(part for practice in dimension.practices if (part := _practice(practice)).questions)
    return dimension.model_copy(update={"practices": practices})


def _practice(practice: Practice) -> Practice:
    return practice.model_copy(update={"questions": tuple(question for question in practice.questions if "quick" in question.modes)})
