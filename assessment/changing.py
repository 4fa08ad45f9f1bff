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

Result = tuple[Assessment, AssessmentScore]


def changed(work: Work, then: Result, now: Result) -> Since:
    """What the later of the two changed; by frozen facts where one is final."""
    before, after = (_occasion(work, *each) for each in (then, now))
    found = rescore(before, after)
    if found is None:
        return since(before, after, None, {})
    before, after = (_hushed(work, each[0], of, found) for each, of in ((then, before), (now, after)))
    return since(before, after, found, same_people(work, then[0].id, now[0].id))


def _occasion(work: Work, assessment: Assessment, score: AssessmentScore) -> Occasion:
    return Occasion(editions.questionnaire_of(work, assessment.edition_id), service.responses(work, assessment), score.overall.index)


def _hushed(work: Work, assessment: Assessment, of: Occasion, found: Rescored) -> Occasion:
    return of._replace(withheld=withheld(work, assessment, plan(found.common, "full"), asked_all(of)))
