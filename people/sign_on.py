"""Company sign-on: who the company says that somebody is, and what its groups are in each organisation.

A person is the pair of issuer and subject, never an address: addresses change hands. An account made before is linked by its address once,
when the company vouches for the address and is bound to every organisation of that person: it may not open what is not its own.
Where a company is bound, its groups decide, at each sign-in.
"""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlmodel import col

from ground.errors import PlumblineError
from ground.value import Value
from people import account_store, entrance
from people.account_store import Known, login_of
from people.audit import Happening, append
from people.door_tables import AccountRow, GroupRoleRow, Proof
from people.entrance import Caller, Proved, Step
from people.model import Role, System
from people.tables import MembershipRow, PersonRow
from storage.database import current
from storage.session import GuardedSession, flush, limited

_HIGHEST_FIRST = (Role.LEADER, Role.CONSULTANT, Role.OWNER, Role.VIEWER, Role.RESPONDENT)
Places = Mapping[UUID, Role | None]
"""What the company's groups make of somebody in each organisation that it is bound to; None: nothing."""


class NoAccess(PlumblineError):
    """The company knows them, Plumbline does not."""

    def __init__(self) -> None:
        super().__init__(
            "Your company’s sign-on knows you, but none of your groups has a place here. "
            "Ask the administrator of Plumbline to give one of them a role in your organisation."
        )


class NotVouched(PlumblineError):
    """The company did not say who it is, or said it in a way that cannot be trusted."""

    def __init__(self) -> None:
        super().__init__(
            "Your company’s sign-on did not answer as it should. Try again; if it stays so, tell the administrator of Plumbline."
        )


class Vouched(Value):
    """What the company says of somebody, its signature checked."""

    issuer: str
    subject: str
    name: str
    email: str | None = None
    is_verified: bool = False
    """Whether the company vouches for the address."""
    groups: frozenset[str] = frozenset()


def by_company(vouched: Vouched, caller: Caller, now: datetime) -> Step:
    """The way in for who comes from the company's sign-on. NoAccess for who has no place anywhere."""
    with current().reading() as session:
        places = _places(session, vouched)
    known = current().write(lambda session: _known(session, vouched, places, now))
    if known is None:
        raise NoAccess
    for organisation_id, role in places.items():
        _settle(known, organisation_id, role, now)
    return current().write(lambda session: _in(session, known, caller, now))


def _in(session: GuardedSession, known: Known, caller: Caller, now: datetime) -> Step:
    if not _belongs(session, known.person):
        raise NoAccess
    return entrance.let_in(session, known, caller, now, Proved(Proof.COMPANY))


def _places(session: GuardedSession, vouched: Vouched) -> Places:
    found: dict[UUID, Role | None] = {}
    for row in session.scalars(limited(select(GroupRoleRow).where(col(GroupRoleRow.issuer) == vouched.issuer))):
        roles = {Role(row.role)} if row.group in vouched.groups else set()
        best = roles | ({found[row.organisation_id]} if found.get(row.organisation_id) else set())
        found[row.organisation_id] = next((role for role in _HIGHEST_FIRST if role in best), None)
    return found


def _known(session: GuardedSession, vouched: Vouched, places: Places, now: datetime) -> Known | None:
    known = account_store.by_subject(session, vouched.issuer, vouched.subject)
    if known is None:
        known = _linked(session, vouched, places, now) or _newcomer(session, vouched, places, now)
    return None if known is None or known.account.disabled_at else known


def _linked(session: GuardedSession, vouched: Vouched, places: Places, now: datetime) -> Known | None:
    known = account_store.by_login(session, login_of(vouched.email)) if vouched.email and vouched.is_verified else None
    if known is None or known.account.subject is not None or not _is_the_companys(session, known.person, places):
        return None
    account_store.change(session, known.account, issuer=vouched.issuer, subject=vouched.subject)
    append(session, known.actor, now, Happening("link", "account", known.account.id, after={"issuer": vouched.issuer}))
    return account_store.by_person(session, known.person.id)


def _newcomer(session: GuardedSession, vouched: Vouched, places: Places, now: datetime) -> Known | None:
    login = login_of(vouched.email) if vouched.email and vouched.is_verified else f"{vouched.subject}@{vouched.issuer}"
    if not any(places.values()) or account_store.by_login(session, login) is not None:
        return None
    person = PersonRow(name=vouched.name, email=vouched.email if vouched.is_verified else None, created_at=now)
    account = AccountRow(id=person.id, login=login, issuer=vouched.issuer, subject=vouched.subject)
    for row in (person, account):
        session.add(row)
        flush(session, row)
    after = {"name": person.name, "email": person.email, "issuer": vouched.issuer}
    append(session, System(purpose="company sign-on"), now, Happening("create", "person", person.id, after=after))
    return Known(account, person)


def _settle(known: Known, organisation_id: UUID, role: Role | None, now: datetime) -> None:
    """Make the membership what the company's groups say, in a write unit of that organisation."""
    company = System(purpose="company sign-on", organisation_id=organisation_id)

    def unit(session: GuardedSession) -> None:
        row = session.scalars(limited(select(MembershipRow).where(*_member(known.person, organisation_id)))).one_or_none()
        before = Role(row.role) if row and row.left_at is None else None
        if before is role:
            return
        row = row or MembershipRow(organisation_id=organisation_id, person_id=known.person.id, role=str(role), since=now)
        row.left_at = None if role else now
        row.role = role.value if role else row.role
        session.add(row)
        flush(session, row)
        append(session, company, now, Happening("change role", "membership", row.id, {"role": before}, {"role": role}))

    current().write(unit, organisation_id)


def _member(person: PersonRow, organisation_id: UUID) -> tuple[ColumnElement[bool], ...]:
    return col(MembershipRow.person_id) == person.id, col(MembershipRow.organisation_id) == organisation_id


def _belongs(session: GuardedSession, person: PersonRow) -> bool:
    return person.administrator or bool(_organisations(session, person))


def _is_the_companys(session: GuardedSession, person: PersonRow, places: Places) -> bool:
    organisations = _organisations(session, person)
    return bool(organisations) and organisations <= set(places) and not person.administrator


def _organisations(session: GuardedSession, person: PersonRow) -> set[UUID]:
    here = (col(MembershipRow.person_id) == person.id, col(MembershipRow.left_at).is_(None))
    return set(session.scalars(limited(select(col(MembershipRow.organisation_id)).where(*here))))
