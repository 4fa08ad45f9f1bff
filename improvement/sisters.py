"""The organisation's other functions beside this one: the newest final result of each, on the questions that all of them were asked."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from assessment import editions
from assessment import service as assessments
from assessment.model import Assessment, AssessmentState
from improvement.acting import function_names
from improvement.benchmark_model import Sister, Sisters, Unready
from people.work import Work
from questionnaires.model import Questionnaire
from scoring.change import on_common_questions

Said = tuple[Assessment, Questionnaire]
"""An assessment and what it asked."""


def sisters(work: Work, assessment: Assessment, whole: Questionnaire) -> Sisters:
    """Final results that whoever looks may read, of the same questionnaire in its same major version."""
    names = {id_: name for id_, name in function_names(work).items() if id_ != assessment.function_id}
    begun = [one for one in assessments.assessments(work) if one.questionnaire == assessment.questionnaire and one.function_id in names]
    like = [one for one in begun if _is_like(one, assessment)]
    found = _compared(work, (assessment, whole), _newest(like, names), names)
    there = {one.assessment.function_id for one in found.compared}
    first = _newest(begun, names)
    unready = tuple(Unready(function=name, begun=first.get(id_)) for id_, name in names.items() if id_ not in there)
    return found.model_copy(update={"unready": unready})


def _compared(work: Work, own: Said, newest: Mapping[UUID, Assessment], names: Mapping[UUID, str]) -> Sisters:
    finals = [(one, editions.questionnaire_of(work, one.edition_id)) for one in newest.values()]
    asked = [(questionnaire, assessments.responses(work, one)) for one, questionnaire in (own, *finals)]
    side = on_common_questions(asked) if finals else None
    if side is None:
        return Sisters()
    mine, *theirs = side.scores
    compared = (
        Sister(assessment=one, function=names[one.function_id], score=score) for (one, _), score in zip(finals, theirs, strict=True)
    )
    return Sisters(own=mine, compared=tuple(compared), questions=len(side.questions))


def _newest(known: Iterable[Assessment], names: Iterable[UUID]) -> Mapping[UUID, Assessment]:
    """Of each function the first of those known, which are latest first; in the functions' order."""
    first: dict[UUID, Assessment] = {}
    for one in known:
        first.setdefault(one.function_id, one)
    return {id_: first[id_] for id_ in names if id_ in first}


def _is_like(other: Assessment, own: Assessment) -> bool:
    # A quick estimate would leave no more than its few questions to compare on, for all.
    thorough = other.mode == "full" or own.mode == "quick"
    return other.state is AssessmentState.FINAL and thorough and _major(other) == _major(own)


def _major(assessment: Assessment) -> str:
    return assessment.version.partition(".")[0]
