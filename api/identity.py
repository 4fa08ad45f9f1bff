"""Who asks over HTTP: whoever the gate let in; in local mode the one person of this machine."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from starlette.requests import Request

from api.entry import HEADER
from assessment import service as assessing
from ground.errors import NotFound
from ground.settings import settings
from people import service, sessions
from people.model import Actor, Person
from people.work import Work, reading, reading_as
from storage.session import GuardedSession


def named_assessment(request: Request, assessment_id: UUID, now: datetime) -> str:
    """What to call a file about it: organisation and assessment. NotFound alike for missing, foreign and not theirs to take away."""
    who = between(request, now)
    with reading(who, now) as work:
        organisations = service.organisations(work)
    for organisation in organisations:
        # By the list and not by the id: asking each organisation for it would be audited as so many denials.
        with _inside(request, who, organisation.id, now) as work:
            for assessment in assessing.assessments(work) if work.may("result", "read") else ():
                if assessment.id == assessment_id:
                    return f"{organisation.name} - {assessment.name}"
    raise NotFound("assessment")


def between(request: Request, now: datetime) -> Actor:
    """The actor between organisations; a respondent is always inside theirs. SignedOut."""
    if settings().mode == "local":
        return service.begin(now)
    return sessions.by_id(UUID(request.headers[HEADER]), now).actor


@contextmanager
def _inside(request: Request, who: Actor, organisation_id: UUID, now: datetime) -> Iterator[Work]:
    def found(opened: GuardedSession) -> Actor:
        if isinstance(who, Person) and settings().mode == "local":
            return service.member(opened, who, organisation_id)
        return sessions.inside(opened, UUID(request.headers[HEADER]), organisation_id, now)

    with reading_as(found, now) as work:
        yield work
