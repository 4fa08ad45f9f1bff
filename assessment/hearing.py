"""What those who answered said, beside what it comes to, as far as it may be told: the same for everybody who may see the result."""

from collections.abc import Collection
from uuid import UUID

from assessment import editions, service, store
from assessment.anonymity import tells_few
from assessment.model import Assessment
from people.work import Work
from questionnaires.answer import Responses
from scoring.items import read
from scoring.panel import Panel, panel
from scoring.plan import Plan, plan
from scoring.result import AssessmentScore

SEVERAL = 2


def hearing(work: Work, assessment: Assessment, score: AssessmentScore) -> Panel | None:
    """By the same facts as the score, frozen ones where it is final; None where fewer than two people are counted."""
    given = service.responses(work, assessment)
    if len({answer.respondent for answer in given.answers}) < SEVERAL:
        return None
    whole = editions.questionnaire_of(work, assessment.edition_id)
    return panel(whole, given, score, withheld(work, assessment, plan(whole, assessment.mode), given))


def withheld(work: Work, assessment: Assessment, asked: Plan, given: Responses) -> Collection[str]:
    """The practices in which too few anonymous people gave the same set of answers; the whole by the questionnaire's id."""
    nameless = {who: place.group for who, place in store.places(work, assessment.id).items() if place.is_anonymous}
    if not nameless:
        return ()
    heard = {name: [UUID(who) for who, told in item.told.items() if told.outcome] for name, item in read(asked, given).items()}
    parts = {name: [question.id for question in practice.questions] for name, practice in asked.questionnaire.practices.items()}
    parts[asked.questionnaire.id] = list(asked.asked)
    return {name for name, questions in parts.items() if tells_few(nameless, [heard[question] for question in questions])}
