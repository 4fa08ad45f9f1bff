"""Setting up a second factor: a secret that waits in the session until a code proves that the authenticator has it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from ground.errors import PlumblineError
from people import account_store, second_factor, sessions
from people.account_store import Known
from people.audit import Happening, append
from people.door_tables import SessionRow
from people.model import Person
from people.sessions import Seen, SignedOut
from storage.database import current
from storage.session import GuardedSession

_SESSIONS = SessionRow.__table__  # type: ignore[attr-defined]  # SQLModel makes it


class WrongCode(PlumblineError):
    """The second factor does not fit."""

    def __init__(self) -> None:
        super().__init__("This code is wrong or was used already. Type the one that your authenticator shows now.")


def pending(session: GuardedSession, session_id: UUID) -> str:
    """The secret that is being set up in a session; SignedOut when there is none."""
    found = session.connection().execute(select(_SESSIONS.c.pending_totp).where(_SESSIONS.c.id == session_id)).scalar()
    if not found:
        raise SignedOut
    return str(found)


def being_set_up(seen: Seen) -> tuple[str, str]:
    """The secret that is being set up in this session, and the address it is for."""
    with current().reading() as session:
        secret = pending(session, seen.id)
        known = account_store.by_person(session, seen.actor.id) if isinstance(seen.actor, Person) else None
    if known is None:
        raise SignedOut
    return secret, known.account.login


def demand(seen: Seen, now: datetime) -> None:
    """Have the session that stands before its second factor set one up: at the sign-in that has begun already, else from now on."""

    def unit(session: GuardedSession) -> None:
        sessions.hold(session, seen, now)
        if not session.connection().execute(select(_SESSIONS.c.pending_totp).where(_SESSIONS.c.id == seen.id)).scalar():
            begin(session, seen.id)

    current().write(unit)


def begin(session: GuardedSession, session_id: UUID) -> str:
    """A new secret for the session, until a code proves that the authenticator has it."""
    secret = second_factor.new_secret()
    session.connection().execute(_SESSIONS.update().where(_SESSIONS.c.id == session_id).values(pending_totp=secret))
    return secret


def set_up(session: GuardedSession, known: Known, secret: str, code: str, now: datetime) -> tuple[str, ...]:
    """Make the secret the account's second factor; its recovery codes. WrongCode."""
    step = second_factor.accepted(secret, code, now, after=0)
    if step is None:
        raise WrongCode
    codes = second_factor.new_recovery_codes()
    stored = [second_factor.kept_code(one) for one in codes]
    account_store.change(session, known.account, totp=secret, totp_step=step, recovery=stored)
    append(session, known.actor, now, Happening("set up second factor", "account", known.person.id))
    return codes


def drop(session: GuardedSession, session_id: UUID) -> None:
    """The secret has become the account's, or nobody wants it any more."""
    session.connection().execute(_SESSIONS.update().where(_SESSIONS.c.id == session_id).values(pending_totp=None))
