"""What a person does with their own account, from a session that is open: each act finds out in its own transaction whose it is."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from ground.errors import Conflict, PlumblineError
from people import account_store, enrolment, passwords, sessions, throttle
from people.account_store import Known
from people.audit import Happening, append
from people.door_tables import SessionRow
from people.model import Naming
from people.sessions import SignedOut
from storage.database import current
from storage.session import GuardedSession, flush, limited


class WrongOldPassword(PlumblineError):
    """The old password does not fit; nothing was changed."""

    def __init__(self) -> None:
        super().__init__("Your present password is another. After five tries, wait 15 minutes.")


class OpenSession(NamedTuple):
    """One browser that is signed in."""

    id: UUID
    browser: str
    opened_at: datetime
    seen_at: datetime
    is_this: bool


class Own(NamedTuple):
    """A person's own account."""

    name: str
    email: str
    has_password: bool
    password_at: datetime | None
    has_second_factor: bool
    needs_second_factor: bool
    recovery_left: int
    sessions: tuple[OpenSession, ...]


def about(session_id: UUID, now: datetime) -> Own:
    """The account that the session is in. SignedOut."""
    with current().reading() as session:
        known = _own(session, session_id, now)
        account = known.account
        return Own(
            name=known.person.name,
            email=known.person.email or account.login,
            has_password=account.password is not None,
            password_at=account.password_at,
            has_second_factor=account.totp is not None,
            needs_second_factor=account_store.needs_second_factor(session, known.person),
            recovery_left=len(account.recovery),
            sessions=_sessions(session, known, session_id, now),
        )


def change_password(session_id: UUID, old: str, new: str, now: datetime) -> None:
    """WrongOldPassword, WeakPassword, TooManyTries. All other sessions of the person end."""
    with current().reading() as session:
        known = _own(session, session_id, now)
        passwords.require_good(new, account_store.names(session, known))
    verified = _verified(known, old, now)
    hashed = passwords.hashed(new)

    def unit(session: GuardedSession) -> None:
        found = _own(session, session_id, now)
        if found.account.password != verified:
            raise WrongOldPassword
        account_store.change(session, found.account, password=hashed, password_at=now)
        throttle.clear(session, throttle.by_change(found.person.id))
        sessions.forget(session, (col(SessionRow.person_id) == found.person.id) & (col(SessionRow.id) != session_id))
        append(session, found.actor, now, Happening("change password", "account", found.person.id))

    current().write(unit)


def rename(session_id: UUID, name: str, now: datetime) -> None:
    """Be called otherwise from now on; what is written down already keeps the name it had."""
    new = Naming(name=name).name

    def unit(session: GuardedSession) -> None:
        known = _own(session, session_id, now)
        before, known.person.name = known.person.name, new
        known.person.row_version += 1
        flush(session, known.person)
        append(session, known.actor, now, Happening("update", "person", known.person.id, {"name": before}, {"name": new}))

    current().write(unit)


def begin_second_factor(session_id: UUID, password: str, now: datetime) -> tuple[str, str]:
    """A new secret, and the address it is for. Nothing changes before a code has proved it. WrongOldPassword, TooManyTries."""
    _prove(session_id, password, now)

    def unit(session: GuardedSession) -> tuple[str, str]:
        known = _own(session, session_id, now)
        throttle.clear(session, throttle.by_change(known.person.id))
        return enrolment.begin(session, session_id), known.account.login

    return current().write(unit)


def confirm_second_factor(session_id: UUID, code: str, now: datetime) -> tuple[str, ...]:
    """The authenticator has the secret: the recovery codes, to be shown once. WrongCode."""

    def unit(session: GuardedSession) -> tuple[str, ...]:
        known = _own(session, session_id, now)
        codes = enrolment.set_up(session, known, enrolment.pending(session, session_id), code, now)
        enrolment.drop(session, session_id)
        sessions.prove(session, session_id)
        return codes

    return current().write(unit)


def drop_second_factor(session_id: UUID, password: str, now: datetime) -> None:
    """Go without one, where none is demanded. WrongOldPassword, TooManyTries, Conflict."""
    with current().reading() as session:
        known = _own(session, session_id, now)
        if account_store.needs_second_factor(session, known.person):
            raise Conflict("Your role needs a second factor. Set up another authenticator instead.")
    _prove(session_id, password, now)

    def unit(session: GuardedSession) -> None:
        found = _own(session, session_id, now)
        account_store.change(session, found.account, totp=None, recovery=[])
        sessions.unprove(session, found.person.id)
        throttle.clear(session, throttle.by_change(found.person.id))
        append(session, found.actor, now, Happening("drop second factor", "account", found.person.id))

    current().write(unit)


def sign_out_elsewhere(session_id: UUID, now: datetime) -> None:
    """End all sessions of the person but this one."""
    with current().reading() as session:
        person_id = _own(session, session_id, now).person.id
    sessions.end_all(person_id, now, but=session_id)


def _prove(session_id: UUID, password: str, now: datetime) -> None:
    """An unlocked screen is not enough; who has no password proved who they are to somebody else."""
    with current().reading() as session:
        known = _own(session, session_id, now)
    if known.account.password is not None:
        _verified(known, password, now)


def _verified(known: Known, password: str, now: datetime) -> str | None:
    throttle.failed((throttle.by_change(known.person.id),), now)
    if not passwords.matches(known.password, password):
        raise WrongOldPassword
    return known.password


def _own(session: GuardedSession, session_id: UUID, now: datetime) -> Known:
    actor = sessions.here(session, session_id, now)
    known = account_store.by_person(session, getattr(actor, "id", session_id))
    if known is None:
        raise SignedOut
    return known


def _sessions(session: GuardedSession, known: Known, this: UUID, now: datetime) -> tuple[OpenSession, ...]:
    mine = (col(SessionRow.person_id) == known.person.id, col(SessionRow.stage) == "open", col(SessionRow.closes_at) > now)
    awake = col(SessionRow.seen_at) > now - sessions.IDLE
    rows = session.scalars(limited(select(SessionRow).where(*mine, awake).order_by(col(SessionRow.seen_at).desc())))
    return tuple(OpenSession(row.id, row.browser, row.opened_at, row.seen_at, row.id == this) for row in rows)
