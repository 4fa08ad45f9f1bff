"""The people of every test: Asha leads, Ben responds, Chitra owns actions, Tom consults, Dev is an outsider of another organisation."""

from dataclasses import dataclass
from datetime import UTC, datetime

from people import service
from people.model import Function, FunctionKind, Organisation, Person, Role, System
from people.tables import MembershipRow, PersonRow
from people.work import writing
from storage.database import Database, use

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Cast:
    """Each an actor inside their organisation; `elsewhere` is Dev's."""

    here: Organisation
    elsewhere: Organisation
    it: Function
    hr: Function
    their_it: Function
    asha: Person
    ben: Person
    chitra: Person
    tom: Person
    vera: Person
    """Looks only."""
    dev: Person
    administrator: Person
    """Between organisations, and member of none."""


def found(database: Database) -> Cast:
    """Both organisations with their people, through the services."""
    with use(database):
        administrator = service.begin(NOW)
        asha, here = _found("Asha", "Meridian Foods", "Asia/Kolkata", "INR")
        dev, elsewhere = _found("Dev", "Harbour Logistics", "Europe/Berlin", "EUR")
        return Cast(
            here=here,
            elsewhere=elsewhere,
            it=_function(asha, "IT", FunctionKind.IT),
            hr=_function(asha, "People team", FunctionKind.HR),
            their_it=_function(dev, "IT", FunctionKind.IT),
            asha=asha,
            ben=_joins(here, "Ben", Role.RESPONDENT),
            chitra=_joins(here, "Chitra", Role.OWNER),
            tom=_joins(here, "Tom", Role.CONSULTANT),
            vera=_joins(here, "Vera", Role.VIEWER),
            dev=dev,
            administrator=administrator,
        )


def _found(name: str, organisation: str, zone: str, currency: str) -> tuple[Person, Organisation]:
    tests = System(purpose="tests")
    row = writing(tests, NOW, lambda work: work.add(PersonRow(name=name, created_at=NOW)))
    founder = Person(id=row.id, name=name, roles=frozenset({Role.ADMINISTRATOR}))
    made = writing(founder, NOW, lambda work: service.create_organisation(work, organisation, zone, currency))
    return service.acting_for(Person(id=row.id, name=name), made.id), made


def _function(leader: Person, name: str, kind: FunctionKind) -> Function:
    return writing(leader, NOW, lambda work: service.create_function(work, name, kind))


def _joins(organisation: Organisation, name: str, role: Role) -> Person:
    tests = System(purpose="tests", organisation_id=organisation.id)
    card = writing(tests, NOW, lambda work: service.add_person(work, name, f"{name.lower()}@example.org", role))
    return service.acting_for(Person(id=card.id, name=name), organisation.id)


def joins(person: Person, organisation: Organisation, role: Role) -> Person:
    """The same person in another organisation too; the actor there."""
    tests = System(purpose="tests", organisation_id=organisation.id)
    writing(tests, NOW, lambda work: work.add(MembershipRow(person_id=person.id, role=role.value, since=NOW)))
    return service.acting_for(person, organisation.id)
