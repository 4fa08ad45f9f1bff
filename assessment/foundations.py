"""What an assessment stands on: the levels of the practices of other questionnaires that it needs, and where they come from."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from assessment import editions, store
from assessment.model import Assessment, AssessmentState, Footing
from assessment.tables import ResultRow
from people.model import FunctionKind
from people.service import functions
from people.work import Work
from questionnaires.answer import Responses
from questionnaires.model import Questionnaire
from scoring.result import AssessmentScore

Levels = Mapping[str, int | None]


def needed(questionnaire: Questionnaire) -> tuple[str, ...]:
    """The other questionnaires whose practices this one needs, in its order."""
    needs = (need.split("/", maxsplit=1)[0] for p in questionnaire.practices.values() for need in p.needs if "/" in need)
    return tuple(dict.fromkeys(name for name in needs if name != questionnaire.id))


def todays(work: Work, assessment: Assessment, questionnaire: Questionnaire) -> Mapping[str, Footing]:
    """By questionnaire: the organisation's newest final full assessment of it, of the same function first, then of its IT.

    A quick one has no levels, so it is passed over. A questionnaire of which there is none is left out.
    """
    found = {name: _newest(work, name, assessment.function_id) for name in needed(questionnaire)}
    return {name: footing(work, one) for name, one in found.items() if one is not None}


def issued(frozen: ResultRow) -> Mapping[str, Footing]:
    """By questionnaire: what the frozen result was judged on."""
    return {name: Footing.model_validate(kept) for name, kept in (frozen.stands_on or {}).items()}


def frozen(footings: Mapping[str, Footing]) -> Mapping[str, Any]:
    """As `issued` reads it back."""
    return {name: footing.model_dump(mode="json") for name, footing in footings.items()}


def levels(work: Work, footings: Iterable[Footing]) -> Levels:
    """The level of each practice there, before its own gate, by questionnaire-id/practice-id."""
    scores = (score_of(work, footing) for footing in footings)
    return {f"{score.questionnaire}/{practice}": found.level for score in scores for practice, found in score.practices.items()}


def score_of(work: Work, footing: Footing) -> AssessmentScore:
    """The whole result that was read, superseded since or not."""
    return store.score_of(store.result(work, footing.result_id))


def on(given: Responses, work: Work, footings: Mapping[str, Footing]) -> Responses:
    """The same facts, judged on these foundations."""
    return given.model_copy(update={"foundations": levels(work, footings.values())})


def standing_on(work: Work, assessment: Assessment) -> Assessment | None:
    """The newest final full assessment, of the same function, that needs practices of this one's questionnaire."""
    final = (a for a in _finals(work) if a.function_id == assessment.function_id and a.questionnaire != assessment.questionnaire)
    return next((a for a in final if assessment.questionnaire in needed(editions.questionnaire_of(work, a.edition_id))), None)


def _newest(work: Work, questionnaire: str, function_id: UUID) -> Assessment | None:
    of_it = [a for a in _finals(work) if a.questionnaire == questionnaire]
    its_own = (a for a in of_it if a.function_id == function_id)
    of_it_department = {f.id for f in functions(work) if f.kind is FunctionKind.IT}
    return next(its_own, None) or next((a for a in of_it if a.function_id in of_it_department), None)


def _finals(work: Work) -> Iterable[Assessment]:
    return (a for a in store.assessments(work) if a.state is AssessmentState.FINAL and a.mode == "full")


def footing(work: Work, assessment: Assessment) -> Footing:
    """The result in force of a final assessment."""
    result = store.current_result(work, assessment.id)
    if result is None:
        raise LookupError(f"the final assessment {assessment.id} has no result")
    return Footing(assessment_id=assessment.id, result_id=result.id)
