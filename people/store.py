"""Rows in, values out, for organisations, functions, people and their trail."""

from collections.abc import Iterator, Mapping
from uuid import UUID

from sqlmodel import col

from people.door_tables import AccountRow
from people.model import Event, Function, NewFunction, NewOrganisation, NewPerson, Organisation, Person, PersonCard, Role, Verb
from people.tables import EventRow, FunctionRow, MembershipRow, OrganisationRow, PersonRow
from people.work import Work
from storage.row import Row


def as_organisation(row: OrganisationRow) -> Organisation:
    """The value of a row."""
    return Organisation(id=row.id, name=row.name, zone=row.zone, currency=row.currency, row_version=row.row_version)


def as_function(row: FunctionRow) -> Function:
    """The value of a row."""
    return Function.model_validate({"id": row.id, "name": row.name, "kind": row.kind, "row_version": row.row_version})


def as_card(person: PersonRow, membership: MembershipRow) -> PersonCard:
    """The value of two rows."""
    return PersonCard(id=person.id, name=person.name, email=person.email, role=Role(membership.role))


def organisations(work: Work) -> tuple[Organisation, ...]:
    """Those that the actor belongs to, by name; the program itself sees all."""
    query = work.select(OrganisationRow).order_by(col(OrganisationRow.name), col(OrganisationRow.id))
    if isinstance(work.actor, Person):
        query = query.where(OrganisationRow.owned_by(work.actor.id))
    return tuple(as_organisation(row) for row in work.session.scalars(query))


def organisation_row(work: Work, organisation_id: UUID, verb: Verb = "read") -> OrganisationRow:
    """The row; NotFound alike for missing and foreign."""
    return work.get(OrganisationRow, organisation_id, verb)


def add_organisation(work: Work, new: NewOrganisation) -> OrganisationRow:
    """A new tenant."""
    return work.add(OrganisationRow(**new.model_dump(), created_at=work.now))


def put(work: Work, row: Row, changes: Mapping[str, object], expected_version: int | None) -> None:
    """Save changed fields; Conflict when somebody else saved first."""
    for field, value in changes.items():
        setattr(row, field, value)
    work.save(row, expected_version)


def add_function(work: Work, new: NewFunction) -> FunctionRow:
    """A new service function."""
    return work.add(FunctionRow(name=new.name, kind=new.kind.value))


def functions(work: Work) -> tuple[Function, ...]:
    """The organisation's functions, oldest first."""
    query = work.select(FunctionRow).order_by(col(FunctionRow.id))
    return tuple(as_function(row) for row in work.session.scalars(query))


def function_row(work: Work, function_id: UUID, verb: Verb = "read") -> FunctionRow:
    """The row; NotFound alike for missing and foreign."""
    return work.get(FunctionRow, function_id, verb)


def people(work: Work) -> tuple[PersonCard, ...]:
    """The organisation's members, by name."""
    return tuple(as_card(person, membership) for person, membership in members(work) if membership.left_at is None)


def members(work: Work) -> Iterator[tuple[PersonRow, MembershipRow]]:
    """The organisation's members and those who left it, by name."""
    memberships = {row.person_id: row for row in work.session.scalars(work.select(MembershipRow))}
    query = work.select(PersonRow).order_by(col(PersonRow.name), col(PersonRow.id))
    return ((row, memberships[row.id]) for row in work.session.scalars(query) if row.id in memberships)


def has_account(work: Work, person_id: UUID) -> bool:
    """Whether they sign in, as far as the actor may know."""
    return work.session.scalars(work.select(AccountRow).where(col(AccountRow.id) == person_id)).first() is not None


def add_person(work: Work, new: NewPerson) -> PersonRow:
    """A new person, member of no organisation yet."""
    return work.add(PersonRow(name=new.name, email=new.email, created_at=work.now))


def add_membership(work: Work, person_id: UUID, role: Role) -> MembershipRow:
    """The person's role in the organisation of the work."""
    return work.add(MembershipRow(person_id=person_id, role=role.value, since=work.now))


def trail(work: Work, row: Row) -> tuple[Event, ...]:
    """What happened to a row that the actor has been given, latest first."""
    query = work.trail(row).order_by(col(EventRow.at).desc(), col(EventRow.id).desc())
    return tuple(as_event(entry) for entry in work.session.scalars(query))


def as_event(row: EventRow) -> Event:
    """The value of a row."""
    return Event(
        id=row.id,
        at=row.at,
        actor_kind=row.actor_kind,
        actor_id=row.actor_id,
        actor_name=row.actor_name,
        verb=row.verb,
        resource=row.about,
        resource_id=row.about_id,
        before=row.before,
        after=row.after,
    )
