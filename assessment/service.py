"""Starting, finalising and reopening an assessment, and its result. Answers are given in answering_service.py."""

from collections.abc import Mapping
from uuid import UUID

from assessment import answers as kept
from assessment import editions, facts, foundations, respondents, store
from assessment.anonymity import Waiting
from assessment.meanwhile import latest
from assessment.model import Assessment, AssessmentState, Footing, RecordedAnswer, Start
from assessment.tables import AssessmentRow, ResultRow
from ground.errors import Conflict, PlumblineError
from people.model import Denied
from people.service import function
from people.work import Work
from questionnaires import library
from questionnaires.answer import Responses
from questionnaires.model import Questionnaire
from questionnaires.quick import restrict
from scoring.maturity import score
from scoring.result import AssessmentScore

DEFAULT_TARGET = 3
"""Established: every team in scope works in one agreed way. A start that can be defended; each practice may aim elsewhere."""

TOO_FEW = "Only anonymous people have answered, and too few of them to be counted. Answer a question yourself, or wait for more."


class NotReady(PlumblineError):
    """The assessment cannot be finalised or reopened as asked."""


def start(work: Work, wanted: Start) -> Assessment:
    """Begin; the exact questionnaire is kept, and the person who starts answers as a leader."""
    function(work, wanted.function_id)
    questionnaire = library.load(wanted.questionnaire, wanted.version)
    edition = editions.keep(work, questionnaire)
    row = AssessmentRow(
        **wanted.model_dump(include={"function_id", "questionnaire", "name", "starts", "ends", "mode"}),
        edition_id=edition.id,
        version=questionnaire.version,
        state=AssessmentState.OPEN,
        targets=dict(wanted.targets or default_targets(work, questionnaire, wanted.function_id)),
        started_at=work.now,
    )
    _require_targets(questionnaire, row.targets)
    work.add(row)
    work.record("create", row, None, wanted.model_dump(mode="json"))
    respondents.join(work, row.id)
    return store.as_assessment(row)


def assessments(work: Work) -> tuple[Assessment, ...]:
    """All that the actor may see, latest period first."""
    return store.assessments(work)


def get(work: Work, assessment_id: UUID) -> Assessment:
    """One; NotFound alike for missing and foreign."""
    return store.as_assessment(store.assessment_row(work, assessment_id))


def questionnaire(work: Work, assessment: Assessment) -> Questionnaire:
    """The exact questionnaire it runs on, restricted to its mode."""
    return restrict(editions.questionnaire_of(work, assessment.edition_id), assessment.mode)


def answers(work: Work, assessment_id: UUID) -> Mapping[str, RecordedAnswer]:
    """The actor's own answers by question."""
    assessment = get(work, assessment_id)
    whole = editions.questionnaire_of(work, assessment.edition_id)
    own = respondents.own(work, assessment_id)
    return facts.answers_of(work, assessment, whole, own) if own else {}


def responses(work: Work, assessment: Assessment) -> Responses:
    """The facts behind its result: frozen when final, as they stand otherwise."""
    whole = editions.questionnaire_of(work, assessment.edition_id)
    frozen = store.current_result(work, assessment.id)
    return facts.frozen_responses(whole, frozen.responses) if frozen else facts.responses_of(work, assessment, whole)


def result(work: Work, assessment_id: UUID) -> AssessmentScore:
    """Frozen when final, computed from the answers otherwise. Denied to those who only answer."""
    if not work.may("result", "read"):
        raise Denied
    frozen = store.current_result(work, assessment_id)
    if frozen:
        return store.score_of(frozen)
    assessment = get(work, assessment_id)
    return score(editions.questionnaire_of(work, assessment.edition_id), responses(work, assessment))


def waiting(work: Work, assessment: Assessment) -> Mapping[str, tuple[Waiting, ...]]:
    """By question, the anonymous answers that its result does not count."""
    return facts.waiting(work, assessment, editions.questionnaire_of(work, assessment.edition_id))


def superseded_results(work: Work, assessment_id: UUID) -> tuple[ResultRow, ...]:
    """What it came to before each reopening, oldest first."""
    return store.superseded_results(work, get(work, assessment_id).id)


def previous_final(work: Work, assessment: Assessment) -> Assessment | None:
    """The latest final one of the same questionnaire and function that ended before this one."""
    earlier = (a for a in store.assessments(work) if a.state is AssessmentState.FINAL and a.id != assessment.id)
    same = (a for a in earlier if (a.questionnaire, a.function_id) == (assessment.questionnaire, assessment.function_id))
    return next((a for a in same if a.ends < assessment.ends), None)


def finalise(work: Work, assessment_id: UUID) -> Assessment:
    """Freeze the answers and the result."""
    row = store.assessment_row(work, assessment_id, "update")
    assessment = store.as_assessment(row).require_open()
    whole = editions.questionnaire_of(work, assessment.edition_id)
    given = facts.responses_of(work, assessment, whole)
    if not given.answers and not given.consensus:
        raise NotReady(TOO_FEW if given.withheld else "Nothing has been answered yet. Answer at least one question, then finalise.")
    _keep_figures(work, assessment, whole, given)
    came_to = score(whole, given)
    stands_on = foundations.todays(work, assessment, whole)
    work.add(_result_row(work, assessment, came_to, given, stands_on))
    done = store.put(work, row, {"state": AssessmentState.FINAL, "finalised_at": work.now})
    work.record("finalise", row, {"state": AssessmentState.OPEN}, {"state": AssessmentState.FINAL})
    return done


def reopen(work: Work, assessment_id: UUID, reason: str, expected_version: int | None = None) -> Assessment:
    """Open a final one again; its result is kept as superseded, with the reason. Conflict when it has changed meanwhile."""
    row = store.assessment_row(work, assessment_id, "update")
    if expected_version not in {None, row.row_version}:
        raise Conflict(f"{latest(work, 'assessment', row.id)}.")
    frozen = store.current_result(work, assessment_id)
    if frozen is None:
        raise NotReady("This assessment is open already. Go on answering.")
    if not reason.strip():
        raise NotReady("Say why it is reopened. The reason stays beside the earlier result.")
    frozen.superseded_at, frozen.superseded_reason = work.now, reason.strip()
    work.save(frozen)
    done = store.put(work, row, {"state": AssessmentState.OPEN, "finalised_at": None})
    work.record("reopen", row, {"state": AssessmentState.FINAL}, {"state": AssessmentState.OPEN, "reason": reason.strip()})
    return done


def extend_to_full(work: Work, assessment_id: UUID) -> Assessment:
    """Go on from quick to full; every answer stays."""
    row = store.assessment_row(work, assessment_id, "update")
    store.as_assessment(row).require_open()
    done = store.put(work, row, {"mode": "full"})
    work.record("update", row, {"mode": "quick"}, {"mode": "full"})
    return done


def set_targets(work: Work, assessment_id: UUID, targets: Mapping[str, int], expected_version: int | None = None) -> Assessment:
    """Aim elsewhere while it is open; NotReady for what cannot be aimed at, Conflict when the assessment has changed meanwhile."""
    row = store.assessment_row(work, assessment_id, "update")
    if row.state == AssessmentState.FINAL:
        raise NotReady("This assessment is final, and its report stands on its targets. Reopen it to aim elsewhere.")
    _require_targets(editions.questionnaire_of(work, row.edition_id), targets)
    before, after = dict(row.targets), {**row.targets, **targets}
    if before == after:
        return store.as_assessment(row)
    if expected_version not in {None, row.row_version}:
        raise Conflict(f"{latest(work, 'assessment', row.id)}.")
    done = store.put(work, row, {"targets": after})
    work.record("update", row, {"targets": before}, {"targets": after})
    return done


def default_targets(work: Work, asked: Questionnaire, function_id: UUID) -> Mapping[str, int]:
    """Where each practice aims unless somebody says otherwise: as last time for this function, else the usual level."""
    usual = dict.fromkeys(asked.practices, min(max(DEFAULT_TARGET, asked.lowest), asked.highest))
    earlier = (a for a in store.assessments(work) if (a.questionnaire, a.function_id) == (asked.id, function_id))
    last = next(earlier, None)
    return usual | {p: level for p, level in (last.targets if last else {}).items() if p in usual}


def _require_targets(asked: Questionnaire, targets: Mapping[str, int]) -> None:
    for practice, level in targets.items():
        if practice not in asked.practices or not asked.lowest <= level <= asked.highest:
            raise NotReady(f"A target is a level from {asked.lowest} to {asked.highest} of a practice of this questionnaire.")


def _keep_figures(work: Work, assessment: Assessment, whole: Questionnaire, given: Responses) -> None:
    """A metric answer follows its reading while open; from now on it keeps the figure."""
    figures = {(a.respondent, a.question): kept.stored(a.value) for a in given.answers}
    for row in kept.rows(work, assessment.id, [q.id for q in whole.questions.values() if q.kind == "metric"]):
        row.value = figures.get((str(row.respondent_id), row.question), row.value)
        work.save(row, row.row_version)


def _result_row(
    work: Work, assessment: Assessment, came_to: AssessmentScore, given: Responses, stands_on: Mapping[str, Footing]
) -> ResultRow:
    return ResultRow(
        assessment_id=assessment.id,
        edition_hash=came_to.hash,
        method=came_to.method,
        score=came_to.model_dump_json(),
        responses=given.model_dump(mode="json"),
        stands_on=foundations.frozen(stands_on),
        frozen_at=work.now,
    )
