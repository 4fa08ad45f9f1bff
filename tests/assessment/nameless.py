"""Anonymous people who answer: made as an anonymous link makes them, without the link."""

from datetime import datetime

from assessment import answering_service as answering
from assessment import respondents
from assessment.model import Assessment, Given
from assessment.respondents import Concern
from people.model import Person, Respondent, System
from people.work import writing


def nameless(leader: Person, assessment: Assessment, now: datetime, group: str = "staff") -> Respondent:
    """One more of a group, who has answered nothing yet."""
    door = System(purpose="invitation", organisation_id=leader.organisation_id)
    row = writing(door, now, lambda work: respondents.begin(work, assessment.id, Concern(group), None))
    return Respondent(id=row.id, name=row.name, organisation_id=row.organisation_id)


def says(who: Person | Respondent, assessment: Assessment, now: datetime, **given: object) -> None:
    """Answers by question, with a value or a whole Given."""
    for question, value in given.items():
        said = value if isinstance(value, Given) else Given(value=value)
        name = question.replace("_", "-")
        writing(who, now, lambda work, name=name, said=said: answering.record_answer(work, assessment.id, name, said))
