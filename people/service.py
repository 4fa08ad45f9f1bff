"""Organisations, their functions and their people: what a door may ask for. Values that cannot be are pydantic's ValidationError."""

from datetime import date
from uuid import UUID

from ground.errors import Conflict, NotFound
from people import store
from people.model import (
    Denied,
    Event,
    Function,
    FunctionKind,
    Naming,
    NewFunction,
    NewOrganisation,
    NewPerson,
    Organisation,
    Person,
    PersonCard,
    Role,
)
from people.policy import may_grant
from people.sign_in import acting_for, begin, member
from people.tables import PersonRow
from people.work import Work
from storage.row import row_named

__all__ = [
    "acting_for",
    "add_person",
    "begin",
    "create_function",
    "create_organisation",
    "edit_organisation",
    "function",
    "functions",
    "history",
    "member",
    "organisation",
    "organisations",
    "people",
    "rename_function",
    "rename_person",
    "today",
]


def create_organisation(work: Work, name: str, zone: str, currency: str) -> Organisation:
    """A new organisation, led by the person who makes it."""
    if not isinstance(work.actor, Person):
        raise Denied
    new = NewOrganisation(name=name, zone=zone, currency=currency)
    row = store.add_organisation(work, new)
    founding = work.founding(row.id)
    founding.record("create", row, None, new.model_dump(mode="json"))
    membership = store.add_membership(founding, work.actor.id, Role.LEADER)
    founding.record("create", membership, None, {"person_id": str(work.actor.id), "role": Role.LEADER})
    return store.as_organisation(row)


def organisations(work: Work) -> tuple[Organisation, ...]:
    """Those that the actor belongs to, by name."""
    return store.organisations(work)


def organisation(work: Work) -> Organisation:
    """The one that this work is in; NotFound between organisations."""
    if work.organisation_id is None:
        raise NotFound("organisation")
    return store.as_organisation(store.organisation_row(work, work.organisation_id))


def today(work: Work) -> date:
    """The day it is in the organisation's own zone."""
    return organisation(work).local(work.now).date()


def edit_organisation(work: Work, new: NewOrganisation, expected_version: int | None = None) -> Organisation:
    """Change the name, zone or currency of the organisation that this work is in."""
    if work.organisation_id is None:
        raise NotFound("organisation")
    row = store.organisation_row(work, work.organisation_id, "update")
    before = store.as_organisation(row)
    store.put(work, row, new.model_dump(), expected_version)
    work.record("update", row, _facts(before), new.model_dump(mode="json"))
    return store.as_organisation(row)


def create_function(work: Work, name: str, kind: FunctionKind) -> Function:
    """A service function; Conflict when the organisation has one of that name."""
    new = NewFunction(name=name, kind=kind)
    _require_free(work, new.name)
    row = store.add_function(work, new)
    work.record("create", row, None, new.model_dump(mode="json"))
    return store.as_function(row)


def functions(work: Work) -> tuple[Function, ...]:
    """The organisation's service functions, oldest first."""
    return store.functions(work)


def function(work: Work, function_id: UUID) -> Function:
    """One; NotFound alike for missing and foreign."""
    return store.as_function(store.function_row(work, function_id))


def rename_function(work: Work, function_id: UUID, name: str, expected_version: int | None = None) -> Function:
    """Give it another name; Conflict when another function bears that."""
    row = store.function_row(work, function_id, "update")
    before, new = row.name, Naming(name=name).name
    if new != before:
        _require_free(work, new)
    store.put(work, row, {"name": new}, expected_version)
    work.record("update", row, {"name": before}, {"name": new})
    return store.as_function(row)


def add_person(work: Work, name: str, email: str | None = None, role: Role = Role.OWNER) -> PersonCard:
    """Somebody of the organisation, without a sign-in. Denied when the actor may not give that role."""
    new = NewPerson(name=name, email=email or None, role=role)
    if not may_grant(work.actor, new.role):
        raise Denied
    _require_unknown(work, new)
    person = store.add_person(work, new)
    membership = store.add_membership(work, person.id, new.role)
    work.record("create", person, None, new.model_dump(mode="json"))
    return store.as_card(person, membership)


def people(work: Work) -> tuple[PersonCard, ...]:
    """The organisation's members, by name."""
    return store.people(work)


def rename_person(work: Work, person_id: UUID, name: str, expected_version: int | None = None) -> None:
    """Give a person another name: a typing error, or the one called "You" on the first start.

    Conflict for who signs in, and so writes their own, and for who has left: other organisations would see what this one wrote.
    """
    row = work.get(PersonRow, person_id, "update")
    _require_ours(work, row)
    before, new = row.name, Naming(name=name).name
    store.put(work, row, {"name": new}, expected_version)
    work.record("update", row, {"name": before}, {"name": new})


def history(work: Work, resource: str, resource_id: UUID) -> tuple[Event, ...]:
    """What happened to something that the actor may see, latest first; NotFound when they may not."""
    return store.trail(work, work.get(row_named(resource), resource_id))


def _require_free(work: Work, name: str) -> None:
    if any(function.name.casefold() == name.casefold() for function in store.functions(work)):
        raise Conflict(f"There is a function called {name} already. Choose another name, or use that one.")


def _require_unknown(work: Work, new: NewPerson) -> None:
    for card in store.people(work):
        if new.email and card.email and card.email.casefold() == new.email.casefold():
            raise Conflict(f"{new.email} is {card.name}'s address already. Choose {card.name} from the list.")


def _require_ours(work: Work, row: PersonRow) -> None:
    if isinstance(work.actor, Person) and (work.actor.id == row.id or work.organisation_id is None):
        return
    if store.has_account(work, row.id):
        raise Conflict(f"{row.name} signs in with an account, and changes the name in their own profile.")
    if all(card.id != row.id for card in store.people(work)):
        raise Conflict(f"{row.name} has left the organisation. What they did stays under the name they had.")


def _facts(known: Organisation) -> dict[str, object]:
    return known.model_dump(mode="json", include={"name", "zone", "currency"})
