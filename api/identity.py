"""Who asks over HTTP. In local mode: the one person of this machine, in whichever of their organisations a thing is."""

from datetime import datetime
from uuid import UUID

from assessment import service as assessing
from ground.errors import NotFound
from people import service
from people.work import reading


def named_assessment(assessment_id: UUID, now: datetime) -> str:
    """What to call a file about it: organisation and assessment. NotFound alike for missing and foreign."""
    person = service.begin(now)
    with reading(person, now) as between:
        organisations = service.organisations(between)
    for organisation in organisations:
        # By the list and not by the id: asking each organisation for it would be audited as so many denials.
        with reading(service.acting_for(person, organisation.id), now) as work:
            for assessment in assessing.assessments(work):
                if assessment.id == assessment_id:
                    return f"{organisation.name} - {assessment.name}"
    raise NotFound("assessment")
