"""How an actor comes to be: before there is one there is no Work, so these look at the rows themselves."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlmodel import col

from ground.errors import NotFound
from people.audit import Happening, append
from people.model import Person, Role, System
from people.tables import MembershipRow, PersonRow
from storage.database import current
from storage.session import GuardedSession, flush, limited

UNNAMED = "You"
# Built once: every click asks.
_MEMBER = limited(
    select(col(MembershipRow.role), col(PersonRow.name))
    .join(PersonRow, col(PersonRow.id) == col(MembershipRow.person_id))
    .where(
        col(MembershipRow.organisation_id) == bindparam("organisation"),
        col(MembershipRow.person_id) == bindparam("person"),
        col(MembershipRow.left_at).is_(None),
    )
)


def begin(now: datetime) -> Person:
    """Local mode's one person, made at the first start: administrator of the installation, between organisations."""
    with current().reading() as session:
        row = _local_person(session)
    return _administrator(row or current().write(lambda writing: _local_person(writing) or _first_start(writing, now)))


def acting_for(person: Person, organisation_id: UUID) -> Person:
    """The person inside one organisation, with the roles they have there now; NotFound when they have none."""
    with current().reading() as session:
        return member(session, person, organisation_id)


def member(session: GuardedSession, person: Person, organisation_id: UUID) -> Person:
    """The same, as the session sees it."""
    found = session.execute(_MEMBER, {"person": person.id, "organisation": organisation_id}).one_or_none()
    if found is None:
        raise NotFound("organisation")
    return Person(id=person.id, name=found.name, organisation_id=organisation_id, roles=frozenset({Role(found.role)}) | _kept(person))


def _kept(person: Person) -> frozenset[Role]:
    return person.roles & {Role.ADMINISTRATOR}


def _administrator(row: PersonRow) -> Person:
    return Person(id=row.id, name=row.name, roles=frozenset({Role.ADMINISTRATOR}))


def _local_person(session: GuardedSession) -> PersonRow | None:
    oldest = select(PersonRow).where(col(PersonRow.administrator)).order_by(col(PersonRow.id)).limit(1)
    return session.scalars(limited(oldest)).one_or_none()


def _first_start(session: GuardedSession, now: datetime) -> PersonRow:
    row = PersonRow(name=UNNAMED, administrator=True, created_at=now)
    session.add(row)
    flush(session, row)
    append(session, System(purpose="first start"), now, Happening("create", "person", row.id, after={"name": row.name}))
    return row
