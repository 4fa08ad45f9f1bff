"""Who belongs to an organisation, and as what: roles changed, members let go, people let in who are known already."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlmodel import col

from ground.errors import NotFound, PlumblineError
from people import store
from people.door_tables import AccountRow
from people.model import Denied, Person, PersonCard, Role
from people.policy import may_grant
from people.tables import MembershipRow, PersonRow
from people.work import Work


class NotChanged(PlumblineError):
    """The membership stays as it is; the sentence says why."""


class Access(StrEnum):
    """Whether a member can sign in."""

    NONE = "no account"
    INVITED = "invited"
    ACTIVE = "active"
    DISABLED = "disabled"


class Member(PersonCard):
    """A member as those see them who look after the people."""

    since: datetime
    access: Access
    row_version: int
    """Of the membership."""


def members(work: Work) -> tuple[Member, ...]:
    """Those who belong to the organisation now, by name."""
    accounts = {row.id: row for row in work.session.scalars(work.select(AccountRow))}
    found = ((person, row) for person, row in store.members(work) if row.left_at is None)
    return tuple(_member(person, row, accounts.get(person.id)) for person, row in found)


def former(work: Work) -> Mapping[UUID, str]:
    """The names of those who left, for what they did."""
    return {person.id: person.name for person, row in store.members(work) if row.left_at is not None}


def change_role(work: Work, person_id: UUID, role: Role, expected_version: int | None = None) -> None:
    """Give a member another role. Denied where the actor could not have given the old one or may not give the new one."""
    row = _membership(work, person_id)
    _require_other(work, person_id)
    if not may_grant(work.actor, role) or not may_grant(work.actor, Role(row.role)):
        raise Denied
    if role != Role.LEADER:
        _require_another_leader(work, row)
    before = _facts(row)
    store.put(work, row, {"role": role.value}, expected_version)
    work.record("change role", row, before, _facts(row))


def remove_member(work: Work, person_id: UUID, expected_version: int | None = None) -> None:
    """Let a member go: they see nothing of the organisation from the next click on. What they did stays, and so does their name beside it.

    Running actions are handed over before: improvement/leaving.py does both in one act.
    """
    row = work.get(MembershipRow, _membership(work, person_id).id, "delete")
    _require_other(work, person_id)
    if not may_grant(work.actor, Role(row.role)):
        raise Denied
    _require_another_leader(work, row)
    before = _facts(row)
    store.put(work, row, {"left_at": work.now}, expected_version)
    work.record("remove", row, before, None)


def assign_consultant(work: Work, person_id: UUID) -> None:
    """Let a consultant into the organisation of the work: somebody whom the installation knows already."""
    admit(work, person_id, Role.CONSULTANT)


def admit(work: Work, person_id: UUID, role: Role) -> None:
    """Make somebody a member whom the installation knows already, perhaps once more. Only administrators know such people."""
    if not may_grant(work.actor, role):
        raise Denied
    person = between(work).get(PersonRow, person_id)
    row = _found(work, person.id)
    if row is not None and row.left_at is None:
        raise NotChanged(f"{person.name} belongs to this organisation already. Change their role instead.")
    if row is None:
        row = store.add_membership(work, person.id, role)
    else:
        store.put(work, row, {"role": role.value, "left_at": None, "since": work.now}, None)
    work.record("admit", row, None, _facts(row))


def known(work: Work, login: str) -> PersonRow | None:
    """Whoever signs in with an address, in whatever organisation. Denied unless the actor is an administrator."""
    outside = between(work)
    account = outside.session.scalars(outside.select(AccountRow).where(col(AccountRow.login) == login.strip().casefold())).one_or_none()
    return outside.get(PersonRow, account.id) if account else None


def between(work: Work) -> Work:
    """The same administrator's work between organisations, in the same transaction."""
    if not isinstance(work.actor, Person) or Role.ADMINISTRATOR not in work.actor.roles:
        raise Denied
    outside = {"organisation_id": None, "roles": frozenset({Role.ADMINISTRATOR})}
    return replace(work, actor=work.actor.model_copy(update=outside))


def _membership(work: Work, person_id: UUID) -> MembershipRow:
    row = _found(work, person_id)
    if row is None or row.left_at is not None:
        raise NotFound("person")
    return work.get(MembershipRow, row.id, "update")


def _found(work: Work, person_id: UUID) -> MembershipRow | None:
    return work.session.scalars(work.select(MembershipRow).where(col(MembershipRow.person_id) == person_id)).one_or_none()


def _require_other(work: Work, person_id: UUID) -> None:
    if isinstance(work.actor, Person) and work.actor.id == person_id:
        raise NotChanged("Nobody changes their own place in an organisation. Ask another leader, or an administrator.")


def _require_another_leader(work: Work, row: MembershipRow) -> None:
    leaders = [card.id for card in store.people(work) if card.role is Role.LEADER]
    if leaders == [row.person_id]:
        raise NotChanged("This is the organisation's only leader. Make somebody else a leader first.")


def _member(person: PersonRow, row: MembershipRow, account: AccountRow | None) -> Member:
    card = store.as_card(person, row)
    return Member(**card.model_dump(), since=row.since, access=_access(account), row_version=row.row_version)


def _access(account: AccountRow | None) -> Access:
    if account is None:
        return Access.NONE
    if account.disabled_at:
        return Access.DISABLED
    return Access.ACTIVE if account.password or account.subject else Access.INVITED


def _facts(row: MembershipRow) -> dict[str, object]:
    return {"person_id": str(row.person_id), "role": row.role}
