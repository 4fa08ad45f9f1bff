"""Advice, worked out once for the same answers: pages, actions and reports ask for the same list again and again."""

from dataclasses import dataclass, field
from functools import lru_cache
from uuid import UUID

from assessment.model import Assessment
from improvement.advice import recommend
from improvement.standing_model import Advice
from questionnaires.answer import Responses
from questionnaires.model import Questionnaire
from scoring.result import AssessmentScore


def advised(assessment: Assessment, whole: Questionnaire, responses: Responses, score: AssessmentScore) -> tuple[Advice, ...]:
    """The recommended actions, as `improvement.advice.recommend` orders them. `whole` is the edition's questionnaire, not restricted."""
    targets = tuple(sorted(assessment.targets.items()))
    return _recommended(_Facts(assessment.edition_id, responses.model_dump_json(), targets, whole, responses, score))


@dataclass(frozen=True)
class _Facts:
    """What advice follows from, whole: edition, every answer with its respondent, targets. The rest only spares reading them again."""

    edition: UUID
    answers: str
    targets: tuple[tuple[str, int], ...]
    whole: Questionnaire = field(compare=False)
    responses: Responses = field(compare=False)
    score: AssessmentScore = field(compare=False)


@lru_cache(maxsize=64)
def _recommended(facts: _Facts) -> tuple[Advice, ...]:
    return recommend(facts.whole, facts.responses, facts.score, dict(facts.targets), facts.score.gates)
