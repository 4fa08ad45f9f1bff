"""Accounts, as an administrator gives and takes them. What a person does with their own is in people/own_account.py."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import exists, select
from sqlmodel import col

from ground.errors import Conflict
from people import account_store, sessions
from people.account_store import Known, login_of
from people.audit import Happening, append
from people.door_tables import AccountRow, SessionRow
from people.model import NewPerson, System
from people.tables import PersonRow
from people.work import Work
from storage.database import current
from storage.session import GuardedSession, flush, limited

_TERMINAL = System(purpose="create-admin")
_HAS_ACCOUNT = exists().where(col(AccountRow.id) == col(PersonRow.id))


def create_administrator(name: str, email: str, now: datetime, *, again: bool = False) -> str:
    """The token of a link by which an administrator sets their password.

    Whoever may run commands beside the database may do this. In a database of local mode its one person becomes the administrator, and
    keeps their organisations. Conflict when there is an administrator with a password already, unless `again`: then another is made, or
    the one of that address gets a new link, which also takes their second factor away.
    """
    new = NewPerson(name=name, email=email)
    return current().write(lambda session: _create_administrator(session, new, now, again=again))


def make(work: Work, person_id: UUID) -> None:
    """An account for a person with an address, still without a password. Conflict when the address opens another account."""
    person = work.get(PersonRow, person_id)
    login = login_of(person.email or "")
    if not login:
        raise Conflict(f"{person.name} has no e-mail address. Write one down first; it is what they sign in with.")
    if account_store.by_person(work.session, person_id) is not None:
        raise Conflict(f"{person.name} has an account already.")
    if account_store.by_login(work.session, login) is not None:
        raise Conflict(f"Somebody else signs in with {person.email}. Write down another address.")
    account = work.add(AccountRow(id=person.id, login=login))
    work.record("create", account, None, {"login": login})


def make_link(work: Work, person_id: UUID) -> str:
    """The token of a link by which they set a new password, within a day: to be shown once, and given to them alone."""
    account = work.get(AccountRow, person_id, "update")
    if account.disabled_at:
        raise Conflict("This account is disabled. Enable it first.")
    work.record("make link", account, None, None)
    return account_store.make_link(work.session, person_id, "password", work.now)


def disable(work: Work, person_id: UUID) -> None:
    """Nobody comes in by it any more, and who is in is out at the next click. Their name stays where it stands."""
    account = work.get(AccountRow, person_id, "update")
    if person_id == getattr(work.actor, "id", None):
        raise Conflict("This is your own account. Ask another administrator to disable it.")
    account.disabled_at = account.disabled_at or work.now
    work.save(account)
    account_store.void_links(work.session, person_id)
    sessions.forget(work.session, col(SessionRow.person_id) == person_id)
    work.record("disable", account, None, None)


def enable(work: Work, person_id: UUID) -> None:
    """The account opens again, with the password that it had."""
    account = work.get(AccountRow, person_id, "update")
    account.disabled_at = None
    work.save(account)
    work.record("enable", account, None, None)


def take_second_factor(work: Work, person_id: UUID) -> None:
    """Phone and recovery codes are lost: they set up a new one at the next sign-in, where one is demanded."""
    account = work.get(AccountRow, person_id, "update")
    account.totp, account.recovery = None, []
    work.save(account)
    sessions.forget(work.session, col(SessionRow.person_id) == person_id)
    work.record("take second factor", account, None, None)


def _create_administrator(session: GuardedSession, new: NewPerson, now: datetime, *, again: bool) -> str:
    if _has_administrator(session) and not again:
        raise Conflict("There is an administrator with a password already; they can make accounts. With --again there will be another.")
    login = login_of(str(new.email))
    known = account_store.by_login(session, login) or _with_account(session, _administrator(session, new, now), login, now)
    _raise(session, known, now)
    append(session, _TERMINAL, now, Happening("make link", "account", known.person.id, after={"login": login}))
    return account_store.make_link(session, known.person.id, "administrator", now)


def _has_administrator(session: GuardedSession) -> bool:
    query = select(col(AccountRow.id)).join(PersonRow, col(PersonRow.id) == col(AccountRow.id))
    ready = (col(PersonRow.administrator), col(AccountRow.password).is_not(None), col(AccountRow.disabled_at).is_(None))
    return session.scalar(limited(query.where(*ready).limit(1))) is not None


def _administrator(session: GuardedSession, new: NewPerson, now: datetime) -> PersonRow:
    """The one person of local mode, under the name and address given now; a new person where there is none."""
    local = session.scalars(limited(select(PersonRow).where(col(PersonRow.administrator), ~_HAS_ACCOUNT).limit(2))).all()
    if len(local) != 1:
        made = _saved(session, PersonRow(name=new.name, email=new.email, administrator=True, created_at=now))
        append(session, _TERMINAL, now, Happening("create", "person", made.id, after={"name": new.name, "email": new.email}))
        return made
    (person,) = local
    before = {"name": person.name, "email": person.email}
    person.name, person.email, person.row_version = new.name, new.email, person.row_version + 1
    append(session, _TERMINAL, now, Happening("update", "person", person.id, before, {"name": new.name, "email": new.email}))
    return _saved(session, person)


def _with_account(session: GuardedSession, person: PersonRow, login: str, now: datetime) -> Known:
    account = AccountRow(id=person.id, login=login)
    session.add(account)
    flush(session, account)
    append(session, _TERMINAL, now, Happening("create", "account", person.id, after={"login": login}))
    return Known(account, person)


def _raise(session: GuardedSession, known: Known, now: datetime) -> None:
    """An account that was there may be nobody's administrator yet, or disabled."""
    if known.account.disabled_at:
        account_store.change(session, known.account, disabled_at=None)
    if not known.person.administrator:
        known.person.administrator = True
        known.person.row_version += 1
        _saved(session, known.person)
        append(session, _TERMINAL, now, Happening("update", "person", known.person.id, after={"administrator": True}))


def _saved(session: GuardedSession, person: PersonRow) -> PersonRow:
    session.add(person)
    flush(session, person)
    return person
