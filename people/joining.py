"""Joining an organisation by invitation: with an account that is there, or with a new one."""

from datetime import datetime

from sqlalchemy import func, select
from sqlmodel import col

from people import account_store, accounts, invitations, store
from people.account_store import login_of
from people.audit import Happening, append
from people.invitation_model import Invitation, Refused
from people.invitations import Found
from people.model import NewPerson, Person, Role
from people.tables import MembershipRow, PersonRow
from people.work import Work
from storage.database import current
from storage.session import GuardedSession, limited


class HasAccount(Refused):
    """The invited address opens an account already: they sign in, then join."""

    def __init__(self) -> None:
        super().__init__("You have an account. Sign in, then open this invitation again.")


def join(found: Found, token: str, person: Person, now: datetime) -> None:
    """Somebody who is signed in becomes a member. Refused for whom it is not meant, and for who is one; the link stays as it was then."""

    def unit(session: GuardedSession) -> None:
        work = invitations.at_the_door(session, found.organisation.id, now)
        invitation = invitations.spend(work, token)
        known = account_store.by_person(session, person.id)
        if known is None or known.account.login != login_of(str(invitation.email)):
            raise Refused(f"This invitation is for {invitation.email}. Sign out, and sign in with that address.")
        _become_member(work, invitation, known.person, found.organisation.name)

    current().write(unit, found.organisation.id)


def join_anew(found: Found, token: str, now: datetime) -> str:
    """A newcomer becomes a member, with an account; the token of the link by which they choose its password. HasAccount, Refused."""

    def unit(session: GuardedSession) -> str:
        work = invitations.at_the_door(session, found.organisation.id, now)
        invitation = invitations.spend(work, token)
        if account_store.by_login(session, login_of(str(invitation.email))) is not None:
            raise HasAccount
        person = _newcomer(work, invitation)
        _become_member(work, invitation, person, found.organisation.name)
        if account_store.by_person(session, person.id) is None:
            accounts.make(work, person.id)
        return account_store.make_link(session, person.id, "password", now)

    return current().write(unit, found.organisation.id)


def _newcomer(work: Work, invitation: Invitation) -> PersonRow:
    """Who was written down as a member without a sign-in is that person: their actions stay theirs."""
    members = work.select(PersonRow).where(col(PersonRow.email).is_not(None))
    known = [row for row in work.session.scalars(members) if login_of(str(row.email)) == login_of(str(invitation.email))]
    if not known:
        return store.add_person(work, NewPerson(name=invitation.name, email=invitation.email))
    # Whoever holds the link will be this person: so nobody who is somebody elsewhere too.
    if known[0].administrator or _organisations(work, known[0]) > 1:
        raise Refused("Somebody with this address belongs to other organisations too. Ask an administrator for a sign-in.")
    return known[0]


def _organisations(work: Work, person: PersonRow) -> int:
    counted = select(func.count()).select_from(MembershipRow).where(col(MembershipRow.person_id) == person.id)
    return work.session.scalar(limited(counted)) or 0


def _become_member(work: Work, invitation: Invitation, person: PersonRow, organisation: str) -> None:
    role = Role(str(invitation.role))
    there = work.session.scalars(work.select(MembershipRow).where(col(MembershipRow.person_id) == person.id)).one_or_none()
    if there is not None and there.left_at is None and account_store.by_person(work.session, person.id) is not None:
        raise Refused(f"You belong to {organisation} already. Ask a leader there to change your role.")
    row = there or store.add_membership(work, person.id, role)
    if row.role != role or row.left_at is not None:
        row.role, row.left_at = role.value, None
        work.save(row)
    who = Person(id=person.id, name=person.name, organisation_id=work.organisation_id, roles=frozenset({role}))
    append(work.session, who, work.now, Happening("join", "membership", row.id, after={"person_id": str(person.id), "role": role}))
