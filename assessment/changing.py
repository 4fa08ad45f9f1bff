"""Two assessments of one function set against each other, by the facts that their results were made of, as far as it may be told."""

from assessment import editions, service
from assessment.hearing import withheld
from assessment.model import Assessment
from assessment.same_people import same_people
from people.work import Work
from scoring.change import Occasion, Rescored, asked_all, rescore
from scoring.plan import plan
from scoring.result import AssessmentScore
from scoring.since import Since, since

Read = tuple[Assessment, Occasion]
"""One of the two, with the facts behind its result."""


def changed(work: Work, then: Read, now: Read) -> Since:
    """What the later of the two changed."""
    found = rescore(then[1], now[1])
    if found is None:
        return since(then[1], now[1], None, {})
    before, after = (_hushed(work, *each, found) for each in (then, now))
    return since(before, after, found, same_people(work, then[0].id, now[0].id))


def occasion(work: Work, assessment: Assessment, score: AssessmentScore) -> Occasion:
    """The facts behind a result: frozen ones where it is final."""
    return Occasion(editions.questionnaire_of(work, assessment.edition_id), service.responses(work, assessment), score.overall.index)


def _hushed(work: Work, assessment: Assessment, of: Occasion, found: Rescored) -> Occasion:
    return of._replace(withheld=withheld(work, assessment, plan(found.common, "full"), asked_all(of)))
