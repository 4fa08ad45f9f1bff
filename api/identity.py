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
from people import organisations, service, sessions
from people.model import Actor, Person
from people.work import Work, reading, reading_as, writing_as
from storage.session import GuardedSession


def named_assessment(request: Request, assessment_id: UUID, now: datetime) -> str:
    """What to call a file about it: organisation and assessment. NotFound alike for missing, foreign and not theirs to take away."""
    who = between(request, now)
    with reading(who, now) as work:
        theirs = service.organisations(work)
    for organisation in theirs:
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


def taken_along(request: Request, organisation_id: UUID, now: datetime) -> str:
    """What to call a file with all that an organisation has, and a word in its trail that it was taken. NotFound, Denied."""
    who = between(request, now)

    return writing_as(lambda opened: _found(request, who, organisation_id, now, opened), organisation_id, now, organisations.take_along)


@contextmanager
def looking(request: Request, organisation_id: UUID | None, now: datetime) -> Iterator[Work]:
    """A look inside an organisation, or between them. NotFound for one that the actor has nothing to do with."""
    who = between(request, now)
    if organisation_id is None:
        with reading(who, now) as work:
            yield work
        return
    with _inside(request, who, organisation_id, now) as work:
        yield work


@contextmanager
def _inside(request: Request, who: Actor, organisation_id: UUID, now: datetime) -> Iterator[Work]:
    with reading_as(lambda opened: _found(request, who, organisation_id, now, opened), now) as work:
        yield work


def _found(request: Request, who: Actor, organisation_id: UUID, now: datetime, opened: GuardedSession) -> Actor:
    if isinstance(who, Person) and settings().mode == "local":
        return service.member(opened, who, organisation_id)
    return sessions.inside(opened, UUID(request.headers[HEADER]), organisation_id, now)
