"""The way in, step by step: password, second factor, session. Each step ends the browser's session before it and gives it a new token.

Nothing here tells whether an account exists: the sentence, the work and the count of tries are the same.
"""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import delete

from ground.errors import PlumblineError
from people import account_store, passwords, second_factor, sessions, throttle
from people.account_store import Known
from people.audit import Happening, append
from people.door_tables import Proof, SessionRow
from people.enrolment import WrongCode, begin, pending, set_up
from people.sessions import Opening, Seen, SignedOut
from people.tokens import kept
from storage.database import current
from storage.session import GuardedSession

_SESSIONS = SessionRow.__table__  # type: ignore[attr-defined]  # SQLModel makes it


class WrongPassword(PlumblineError):
    """Wrong address, wrong password, disabled account: told alike on purpose."""

    def __init__(self) -> None:
        super().__init__("E-mail or password is wrong. After five tries, wait 15 minutes.")


class BadLink(PlumblineError):
    """Never made, used, too old or replaced: told alike on purpose."""

    def __init__(self) -> None:
        super().__init__("This link opens nothing any more: it was used, is older than a day, or a newer one was made. Ask for another.")


class Caller(NamedTuple):
    """Whose browser it is, from where, and the token that it brought along."""

    address: str
    browser: str
    token: str | None = None


class Step(NamedTuple):
    """How far somebody has come: the stage of their session, its new token, and codes to show once."""

    stage: str
    token: str
    recovery: tuple[str, ...] = ()


class Proved(NamedTuple):
    """By what somebody has shown who they are, after how many tries that went wrong."""

    by: Proof
    failed: int = 0


class Invited(NamedTuple):
    """Whom a one-time link is for."""

    name: str
    login: str


def by_password(address: str, password: str, caller: Caller, now: datetime) -> Step:
    """The first step. WrongPassword, or TooManyTries before anything is looked at."""
    login = account_store.login_of(address)
    account, place = throttle.by_account(login), throttle.by_address(caller.address)
    throttle.failed((account, place), now)
    with current().reading() as session:
        known = account_store.by_login(session, login)
    verified = known.password if known else None
    if not passwords.matches(verified, password):
        raise WrongPassword
    renewed = passwords.hashed(password) if passwords.is_dated(str(verified)) else verified

    def unit(session: GuardedSession) -> Step:
        found = account_store.by_login(session, login)
        if found is None or found.password != verified:
            raise WrongPassword
        if renewed != verified:
            account_store.change(session, found.account, password=renewed)
        throttle.give_back(session, place)
        return _next(session, found, caller, now, Proved(Proof.PASSWORD, throttle.clear(session, account)))

    return current().write(unit)


def demand_code(seen: Seen, now: datetime) -> None:
    """Have a session that a password alone opened show the code of the second factor that its person has."""
    current().write(lambda session: sessions.hold(session, seen, now))


def by_code(seen: Seen, code: str, caller: Caller, now: datetime) -> Step:
    """The second step: a code of the authenticator, or a recovery code. WrongCode, TooManyTries, SignedOut."""
    limit = throttle.by_code(_person(seen))
    throttle.failed((limit,), now)

    def unit(session: GuardedSession) -> Step:
        known = _leave_stage(session, seen, "code")
        _use_code(session, known, code, now)
        return let_in(session, known, caller, now, Proved(Proof.SECOND_FACTOR, throttle.clear(session, limit)))

    return current().write(unit)


def by_enrolment(seen: Seen, code: str, caller: Caller, now: datetime) -> Step:
    """The second step of who has no second factor yet and needs one: proves that the authenticator has the secret. WrongCode, SignedOut."""

    def unit(session: GuardedSession) -> Step:
        secret = pending(session, seen.id)
        known = _leave_stage(session, seen, "enrol")
        recovery = set_up(session, known, secret, code, now)
        return let_in(session, known, caller, now, Proved(Proof.SECOND_FACTOR))._replace(recovery=recovery)

    return current().write(unit)


def by_link(token: str, password: str, caller: Caller, now: datetime) -> Step:
    """Set a password by a one-time link and go on as after typing it. BadLink, WeakPassword; neither uses the link up."""
    told = invited(token, caller.address, now, lambda session, known: passwords.require_good(password, account_store.names(session, known)))
    hashed = passwords.hashed(password)

    def unit(session: GuardedSession) -> Step:
        found = account_store.link(session, token)
        if found is None or not account_store.is_good(found, now) or not account_store.use_link(session, found, now):
            raise BadLink
        known = _require(account_store.by_person(session, found.person_id))
        # Who can start the server's own commands is who they are: a lost second factor must not lock out the last administrator.
        fresh: dict[str, object] = {"totp": None, "recovery": []} if found.purpose == "administrator" else {}
        account_store.change(session, known.account, password=hashed, password_at=now, **fresh)
        sessions.forget(session, _SESSIONS.c.person_id == known.person.id)
        append(session, known.actor, now, Happening("set password", "account", known.person.id, after={"by": "one-time link"}))
        throttle.clear(session, throttle.by_account(told.login))
        return _next(session, _require(account_store.by_person(session, known.person.id)), caller, now, Proved(Proof.PASSWORD))

    return current().write(unit)


def invited(token: str, address: str, now: datetime, also: Callable[[GuardedSession, Known], None] = lambda _, __: None) -> Invited:
    """Whom a link is for, using nothing up. BadLink; TooManyTries for who guesses links."""
    guessing = throttle.by_link(address)
    throttle.require((guessing,), now)
    with current().reading() as session:
        found = account_store.link(session, token)
        if found is not None and account_store.is_good(found, now):
            known = _require(account_store.by_person(session, found.person_id))
            also(session, known)
            return Invited(known.person.name, known.account.login)
    if found is None:
        throttle.failed((guessing,), now)
    raise BadLink


def _next(session: GuardedSession, known: Known, caller: Caller, now: datetime, proved: Proved) -> Step:
    if known.account.totp:
        return _session(session, known, caller, now, Opening("code", proved.by, caller.browser))
    if account_store.needs_second_factor(session, known.person):
        return _session(session, known, caller, now, Opening("enrol", proved.by, caller.browser))
    return let_in(session, known, caller, now, proved)


def let_in(session: GuardedSession, known: Known, caller: Caller, now: datetime, proved: Proved) -> Step:
    """Open the session of somebody who has proved who they are."""
    step = _session(session, known, caller, now, Opening("open", proved.by, caller.browser))
    after = {"browser": caller.browser, "failed before": proved.failed}
    append(session, known.actor, now, Happening("sign in", "account", known.person.id, after=after))
    return step


def _session(session: GuardedSession, known: Known, caller: Caller, now: datetime, opening: Opening) -> Step:
    if caller.token:
        sessions.forget(session, _SESSIONS.c.token == kept(caller.token))
    opened = sessions.open_for_person(session, known.actor, now, opening)
    if opening.stage == "enrol":
        begin(session, opened.id)
    return Step(opening.stage, opened.token)


def _leave_stage(session: GuardedSession, seen: Seen, stage: str) -> Known:
    """End the session that stands at this stage; two tries at once cannot both go on from it."""
    here = (_SESSIONS.c.id == seen.id, _SESSIONS.c.stage == stage)
    known = account_store.by_person(session, _person(seen))
    if known is None or known.account.disabled_at or not session.connection().execute(delete(_SESSIONS).where(*here)).rowcount:
        raise SignedOut
    return known


def _use_code(session: GuardedSession, known: Known, code: str, now: datetime) -> None:
    account = known.account
    step = second_factor.accepted(str(account.totp), code, now, account.totp_step)
    if step is not None:
        account_store.change(session, account, totp_step=step)
        return
    left = second_factor.without(account.recovery, code)
    if left is None:
        raise WrongCode
    account_store.change(session, account, recovery=left)
    append(session, known.actor, now, Happening("use recovery code", "account", account.id, after={"left": len(left)}))


def _person(seen: Seen) -> UUID:
    person_id = getattr(seen.actor, "id", None)
    if not isinstance(person_id, UUID):
        raise SignedOut
    return person_id


def _require(known: Known | None) -> Known:
    if known is None or known.account.disabled_at:
        raise BadLink
    return known
