"""What stands under an assessment and on it: results of other questionnaires, gathered to be shown beside it."""

from collections.abc import Iterable

from assessment import editions, foundations, store
from assessment import service as assessments
from assessment.model import Assessment, Footing
from improvement.acting import function_names
from improvement.standing_model import Beside, Renewed
from people.work import Work
from questionnaires.model import Questionnaire
from scoring.maturity import score as scored

_GROUND = {"foundation", "capability"}


def stands_on(work: Work, assessment: Assessment, whole: Questionnaire) -> tuple[Beside, ...]:
    """The foundations that its result is judged on: as issued where it is final, today's otherwise."""
    frozen = store.current_result(work, assessment.id)
    footings = foundations.issued(frozen) if frozen else foundations.todays(work, assessment, whole)
    return tuple(_beside(work, footing) for footing in footings.values())


def renewed(work: Work, assessment: Assessment, whole: Questionnaire) -> Renewed | None:
    """The issued answers on today's foundations; None while it is open, and where nothing newer is there."""
    frozen = store.current_result(work, assessment.id)
    if frozen is None:
        return None
    then, today = foundations.issued(frozen), foundations.todays(work, assessment, whole)
    changed = [footing for name, footing in today.items() if then.get(name) != footing]
    # While newer ones are reopened, older ones stand in for them: those are no news to a result that was issued later.
    if not any(store.result(work, footing.result_id).frozen_at >= frozen.frozen_at for footing in changed):
        return None
    score = scored(whole, foundations.on(assessments.responses(work, assessment), work, today))
    return Renewed(stands_on=tuple(_beside(work, footing) for footing in today.values()), score=score)


def picture(work: Work, finals: Iterable[Assessment]) -> tuple[Beside | None, tuple[Beside, ...]]:
    """The newest pillars on today's foundations; where there are no pillars, the newest foundations alone. `finals` is newest first."""
    full = [(one, editions.questionnaire_of(work, one.edition_id)) for one in finals if one.mode == "full"]
    pillars = next(((one, asked) for one, asked in full if foundations.needed(asked)), None)
    if pillars is not None:
        return _newest(work, pillars[0]), tuple(_beside(work, f) for f in foundations.todays(work, *pillars).values())
    ground = next((one for one, asked in full if all(d.role in _GROUND for d in asked.dimensions)), None)
    return None, (_newest(work, ground),) if ground else ()


def carries(work: Work, assessment: Assessment) -> Beside | None:
    """The newest final assessment of the same function that needs practices of this one's questionnaire, as it was issued."""
    above = foundations.standing_on(work, assessment)
    if above is None:
        return None
    return _newest(work, above)


def _newest(work: Work, final: Assessment) -> Beside:
    return _beside(work, foundations.footing(work, final))


def _beside(work: Work, footing: Footing) -> Beside:
    assessment = assessments.get(work, footing.assessment_id)
    return Beside(
        assessment=assessment,
        function=function_names(work)[assessment.function_id],
        questionnaire=editions.questionnaire_of(work, assessment.edition_id),
        score=foundations.score_of(work, footing),
    )
