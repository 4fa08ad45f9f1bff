"""Sessions: who a browser is. Looked up afresh at every request, run and callback, so that what was taken away a moment ago is gone."""

from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, and_, bindparam, delete, select, update
from sqlmodel import col

from ground.errors import NotFound, PlumblineError
from people import account_store
from people.audit import Happening, append
from people.door_tables import AccountRow, Proof, SessionRow
from people.model import Actor, Person, Respondent, Role
from people.tables import MembershipRow, PersonRow
from people.tokens import kept, new_token
from storage.database import current
from storage.row import new_id
from storage.session import GuardedSession, limited

IDLE = timedelta(minutes=60)
LONGEST = timedelta(hours=12)
HALFWAY = timedelta(minutes=15)
"""How long the second factor may take to come."""
TOUCHED = timedelta(minutes=1)
"""How exactly a session knows when it was last used: writing it down at each click would cost more than the click."""
_SESSIONS = SessionRow.__table__  # type: ignore[attr-defined]  # SQLModel makes it


class SignedOut(PlumblineError):
    """The session has ended: signed out, too old, idle for too long, or its account was disabled."""

    def __init__(self) -> None:
        super().__init__("You are signed out. Sign in again to go on; what was saved is kept.")


class SecondFactorFirst(SignedOut):
    """Somebody became an administrator or a consultant while signed in by a password alone: nothing goes on before they have shown more."""

    def __init__(self, stage: str) -> None:
        super().__init__()
        self.stage = stage
        """`code` for who has a second factor, `enrol` for who has none yet."""


class Opening(NamedTuple):
    """What a person's session begins with."""

    stage: str
    proof: Proof
    browser: str


class Opened(NamedTuple):
    """A new session, with the token that only the browser will know."""

    id: UUID
    token: str


class Seen(NamedTuple):
    """A session as a request finds it."""

    id: UUID
    stage: str
    """`code` or `enrol` too while it is open, but by a password alone, and its person needs more since a moment ago."""
    actor: Actor
    stale: bool
    """Whether it is time to write down that it was used."""


_ITS_OWN = ("id", "stage", "person_id", "respondent_id", "respondent_name", "organisation_id", "seen_at")
_MEMBERSHIP = and_(
    col(MembershipRow.person_id) == col(SessionRow.person_id),
    col(MembershipRow.organisation_id) == bindparam("organisation"),
    col(MembershipRow.left_at).is_(None),
)
# Of the session and not of its account: one account may be opened by a password here and by the company's sign-on there.
_LACKS_FACTOR = and_(col(SessionRow.proof) == Proof.PASSWORD, account_store.demands_second_factor())
_FOUND = limited(
    select(
        *(col(getattr(SessionRow, name)) for name in _ITS_OWN),
        col(PersonRow.name).label("person_name"),
        col(PersonRow.administrator).label("administrator"),
        col(MembershipRow.role).label("role"),
        _LACKS_FACTOR.label("lacks_factor"),
        col(AccountRow.totp).is_not(None).label("has_factor"),
    )
    .outerjoin(PersonRow, col(PersonRow.id) == col(SessionRow.person_id))
    .outerjoin(AccountRow, col(AccountRow.id) == col(SessionRow.person_id))
    .outerjoin(MembershipRow, _MEMBERSHIP)
    .where(
        col(SessionRow.closes_at) > bindparam("now"),
        (col(SessionRow.respondent_id).is_not(None)) | (col(SessionRow.seen_at) > bindparam("idle_since")),
        col(AccountRow.disabled_at).is_(None),
    )
)
_BY_TOKEN = _FOUND.where(col(SessionRow.token) == bindparam("token"))
_BY_ID = _FOUND.where(col(SessionRow.id) == bindparam("session"))


def by_token(token: str, now: datetime) -> Seen | None:
    """The session of a cookie, in whatever stage; None when there is none in force."""
    with current().reading() as session:
        found = session.execute(_BY_TOKEN, _asked(now, None) | {"token": kept(token)}).one_or_none()
    return _seen(found, now) if found else None


def by_id(session_id: UUID, now: datetime) -> Seen:
    """The session of a page, open; the actor is between organisations unless they are a respondent. SignedOut."""
    with current().reading() as session:
        return _open(session, session_id, now, None)


def here(session: GuardedSession, session_id: UUID, now: datetime) -> Actor:
    """The same in a transaction that is open already."""
    return _open(session, session_id, now, None).actor


def closes_at(session_id: UUID) -> datetime | None:
    """When it ends at the latest; None when it has ended."""
    with current().reading() as session:
        return session.scalar(limited(select(col(SessionRow.closes_at)).where(col(SessionRow.id) == session_id)))


def inside(session: GuardedSession, session_id: UUID, organisation_id: UUID, now: datetime) -> Actor:
    """Its actor inside an organisation, with the roles they have there in this very transaction. SignedOut, NotFound."""
    return _open(session, session_id, now, organisation_id).actor


def open_for_person(session: GuardedSession, person: Person, now: datetime, opening: Opening) -> Opened:
    """A new session in a write unit."""
    closes_at = now + (LONGEST if opening.stage == "open" else HALFWAY)
    return _insert(session, opening._asdict() | {"person_id": person.id, "closes_at": closes_at}, now)


def open_for_respondent(session: GuardedSession, respondent: Respondent, now: datetime, closes_at: datetime, browser: str) -> Opened:
    """The same for somebody who answers by invitation. It outlasts idleness: there is no other way back to one's answers."""
    who = {"respondent_id": respondent.id, "respondent_name": respondent.name, "organisation_id": respondent.organisation_id}
    return _insert(session, who | Opening("open", Proof.INVITATION, browser)._asdict() | {"closes_at": closes_at}, now)


def hold(session: GuardedSession, seen: Seen, now: datetime) -> None:
    """Put an open session back to the stage that it is seen at; one that stands there already stays as it is."""
    halfway = {"stage": seen.stage, "closes_at": now + HALFWAY}
    session.connection().execute(update(_SESSIONS).where(_SESSIONS.c.id == seen.id, _SESSIONS.c.stage == "open").values(halfway))


def prove(session: GuardedSession, session_id: UUID) -> None:
    """A session that a password opened has shown a second factor too."""
    _turn(session, _SESSIONS.c.id == session_id, Proof.PASSWORD, Proof.SECOND_FACTOR)


def unprove(session: GuardedSession, person_id: UUID) -> None:
    """The second factor that a person's sessions have shown is theirs no more."""
    _turn(session, _SESSIONS.c.person_id == person_id, Proof.SECOND_FACTOR, Proof.PASSWORD)


def touch(session_id: UUID, now: datetime) -> None:
    """Write down that it was used."""
    current().write(lambda session: session.connection().execute(update(_SESSIONS).where(_SESSIONS.c.id == session_id).values(seen_at=now)))


def end(session_id: UUID, now: datetime) -> None:
    """Sign out here."""
    _end(_SESSIONS.c.id == session_id, now)


def end_all(person_id: UUID, now: datetime, but: UUID | None = None) -> None:
    """Sign a person out everywhere, or everywhere but in one session."""
    here = _SESSIONS.c.person_id == person_id
    _end(here if but is None else and_(here, _SESSIONS.c.id != but), now)


def forget(session: GuardedSession, condition: ColumnElement[bool]) -> None:
    """Delete sessions in a write unit, with no word in the trail: they were never open, or something else says why."""
    session.connection().execute(delete(_SESSIONS).where(condition))


def _end(condition: ColumnElement[bool], now: datetime) -> None:
    def unit(session: GuardedSession) -> None:
        for row in session.connection().execute(select(_SESSIONS.c.id, _SESSIONS.c.person_id).where(condition)).all():
            name = session.scalar(limited(select(col(PersonRow.name)).where(col(PersonRow.id) == row.person_id))) if row.person_id else None
            if name is not None:
                append(session, Person(id=row.person_id, name=name), now, Happening("sign out", "session", row.id))
        forget(session, condition)

    current().write(unit)


def _turn(session: GuardedSession, whose: ColumnElement[bool], before: Proof, after: Proof) -> None:
    session.connection().execute(update(_SESSIONS).where(whose, _SESSIONS.c.proof == before).values(proof=after))


def _insert(session: GuardedSession, values: dict[str, object], now: datetime) -> Opened:
    token, session_id = new_token(), new_id()
    entry = {"id": session_id, "token": kept(token), "opened_at": now, "seen_at": now, "respondent_name": ""} | values
    session.connection().execute(delete(_SESSIONS).where(_SESSIONS.c.closes_at <= now))
    session.connection().execute(_SESSIONS.insert(), entry)
    return Opened(session_id, token)


def _asked(now: datetime, organisation_id: UUID | None) -> dict[str, object]:
    return {"now": now, "idle_since": now - IDLE, "organisation": organisation_id}


def _open(session: GuardedSession, session_id: UUID, now: datetime, organisation_id: UUID | None) -> Seen:
    found = session.execute(_BY_ID, _asked(now, organisation_id) | {"session": session_id}).one_or_none()
    if found is None or found.stage != "open":
        raise SignedOut
    if found.lacks_factor:
        raise SecondFactorFirst(_stage(found))
    seen = _seen(found, now, organisation_id)
    if organisation_id is not None and seen.actor.organisation_id != organisation_id:
        raise NotFound("organisation")
    return seen


def _seen(
    found: Any,  # noqa: ANN401 - a row of _FOUND
    now: datetime,
    organisation_id: UUID | None = None,
) -> Seen:
    return Seen(found.id, _stage(found), _actor(found, organisation_id), now - found.seen_at > TOUCHED)


def _stage(
    found: Any,  # noqa: ANN401 - a row of _FOUND
) -> str:
    if found.stage != "open" or not found.lacks_factor:
        return str(found.stage)
    return "code" if found.has_factor else "enrol"


def _actor(
    found: Any,  # noqa: ANN401 - a row of _FOUND
    organisation_id: UUID | None,
) -> Actor:
    if found.respondent_id is not None:
        return Respondent(id=found.respondent_id, name=found.respondent_name, organisation_id=found.organisation_id)
    roles = {Role.ADMINISTRATOR} if found.administrator else set()
    if found.role is not None:
        roles.add(Role(found.role))
    is_inside = organisation_id is not None and roles
    return Person(
        id=found.person_id, name=found.person_name, organisation_id=organisation_id if is_inside else None, roles=frozenset(roles)
    )
