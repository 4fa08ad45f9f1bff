"""Organisations, functions and people, on both engines."""

from datetime import timedelta

import pytest
from pydantic import ValidationError

from ground.errors import Conflict, NotFound
from people import memberships, service
from people.door_tables import AccountRow
from people.model import Anonymous, Denied, FunctionKind, NewOrganisation, Person, Respondent, Role, System
from people.work import reading, writing
from storage.row import new_id
from tests.cast import NOW


def test_the_first_start_makes_one_person_who_administers(bare):
    first = service.begin(NOW)
    assert (first.name, first.roles, first.organisation_id) == ("You", {Role.ADMINISTRATOR}, None)
    assert service.begin(NOW + timedelta(days=1)) == first


def test_whoever_makes_an_organisation_leads_it(bare):
    you = service.begin(NOW)
    made = writing(you, NOW, lambda work: service.create_organisation(work, "Meridian  Foods ", "Asia/Kolkata", "INR"))
    assert (made.name, made.zone, made.currency) == ("Meridian Foods", "Asia/Kolkata", "INR")
    assert service.acting_for(you, made.id).roles == {Role.ADMINISTRATOR, Role.LEADER}


def test_an_organisation_has_its_own_clock(cast):
    assert cast.here.local(NOW).isoformat() == "2026-03-02T15:30:00+05:30"


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../etc/passwd", "Europe", "", "/etc/localtime"])
def test_an_unknown_time_zone_is_refused(zone):
    with pytest.raises(ValidationError, match="Choose one such as Europe/Berlin"):
        NewOrganisation(name="Meridian Foods", zone=zone, currency="EUR")


@pytest.mark.parametrize("currency", ["eur", "EURO", "€", ""])
def test_a_currency_is_a_three_letter_code(currency):
    with pytest.raises(ValidationError, match="currency"):
        NewOrganisation(name="Meridian Foods", zone="Europe/Berlin", currency=currency)


def test_nobody_but_an_administrator_makes_organisations(cast, as_actor):
    for actor in (cast.asha, cast.chitra, Person(id=new_id(), name="Nobody"), Anonymous(), System(purpose="tests")):
        with pytest.raises(Denied):
            service.create_organisation(as_actor(actor), "Another", "Europe/Berlin", "EUR")


def test_a_person_sees_the_organisations_they_belong_to_and_no_other(cast, database):
    asha = Person(id=cast.asha.id, name="Asha")
    with reading(asha, NOW) as work:
        assert service.organisations(work) == (cast.here,)
    with reading(cast.administrator, NOW) as work:
        assert service.organisations(work) == ()
    with reading(System(purpose="reminders"), NOW) as work:
        assert service.organisations(work) == (cast.elsewhere, cast.here)


def test_there_is_no_acting_for_an_organisation_one_does_not_belong_to(cast):
    with pytest.raises(NotFound) as foreign:
        service.acting_for(cast.dev, cast.here.id)
    with pytest.raises(NotFound) as missing:
        service.acting_for(cast.dev, new_id())
    assert str(foreign.value) == str(missing.value)


def test_the_organisation_of_the_work(work, cast, as_actor):
    assert service.organisation(work) == cast.here
    with pytest.raises(NotFound):
        service.organisation(as_actor(cast.administrator))


def test_editing_an_organisation_keeps_what_was_before(work, cast):
    new = NewOrganisation(name="Meridian Group", zone="Europe/Berlin", currency="EUR")
    edited = service.edit_organisation(work, new, expected_version=1)
    assert (edited.name, edited.row_version) == ("Meridian Group", 2)
    latest, first = service.history(work, "organisation", cast.here.id)
    assert (latest.before["name"], latest.after["name"], first.verb) == ("Meridian Foods", "Meridian Group", "create")


def test_the_second_of_two_who_edit_is_told(work, cast, as_actor):
    new = NewOrganisation(name="Meridian Group", zone="Europe/Berlin", currency="EUR")
    service.edit_organisation(work, new, expected_version=1)
    with pytest.raises(Conflict, match="Somebody else saved this"):
        service.edit_organisation(work, new, expected_version=1)
    with pytest.raises(NotFound):
        service.edit_organisation(as_actor(cast.administrator), new)


def test_functions_come_in_the_order_they_were_made(work, cast):
    made = service.create_function(work, "Facilities", FunctionKind.FACILITIES)
    assert service.functions(work) == (cast.it, cast.hr, made)


def test_two_functions_of_one_name_are_refused(work):
    with pytest.raises(Conflict, match="called it already"):
        service.create_function(work, "it", FunctionKind.OTHER)


def test_renaming_a_function(work, cast):
    renamed = service.rename_function(work, cast.it.id, "Digital services", expected_version=1)
    assert (renamed.name, renamed.kind, renamed.row_version) == ("Digital services", FunctionKind.IT, 2)
    assert service.rename_function(work, cast.it.id, "Digital services").row_version == 3
    with pytest.raises(Conflict, match="People team"):
        service.rename_function(work, cast.it.id, "People team")


def test_owners_are_people_without_a_sign_in(work):
    card = service.add_person(work, "Farid", "farid@example.org")
    assert (card.name, card.email, card.role) == ("Farid", "farid@example.org", Role.OWNER)
    assert card in service.people(work)


def test_an_address_is_not_needed_but_is_checked(work):
    assert service.add_person(work, "Farid").email is None
    assert service.add_person(work, "Gita", "").email is None
    for wrong in ("farid", "@example.org", "f a@example.org", "farid@example"):
        with pytest.raises(ValidationError, match="looks like"):
            service.add_person(work, "Farid", wrong)


def test_one_address_belongs_to_one_person(work):
    with pytest.raises(Conflict, match="Chitra's address already"):
        service.add_person(work, "Somebody", "CHITRA@example.org")


def test_the_same_address_in_another_organisation_tells_nobody(as_actor, cast):
    assert service.add_person(as_actor(cast.dev), "Chitra", "chitra@example.org").name == "Chitra"


@pytest.mark.parametrize("role", [Role.CONSULTANT, Role.ADMINISTRATOR])
def test_a_leader_cannot_make_anybody_more_than_a_leader(work, role):
    with pytest.raises(Denied):
        service.add_person(work, "Farid", role=role)


def test_those_who_only_look_add_nobody(cast, as_actor):
    for actor in (cast.ben, cast.chitra, cast.vera):
        with pytest.raises(Denied):
            service.add_person(as_actor(actor), "Farid")


def test_the_people_of_an_organisation_by_name(work, cast, as_actor):
    assert [card.name for card in service.people(work)] == ["Asha", "Ben", "Chitra", "Tom", "Vera"]
    assert [card.name for card in service.people(as_actor(cast.dev))] == ["Dev"]


def test_a_respondent_sees_nobody_but_themselves(cast, as_actor):
    assert [card.name for card in service.people(as_actor(cast.ben))] == ["Ben"]
    by_invitation = Respondent(id=new_id(), name="Heron", organisation_id=cast.here.id)
    assert service.people(as_actor(by_invitation)) == ()


def test_you_get_your_own_name(bare):
    you = service.begin(NOW)
    writing(you, NOW, lambda work: service.rename_person(work, you.id, "Asha"))
    assert service.begin(NOW).name == "Asha"


def test_an_owner_corrects_their_own_name_and_no_other(cast, as_actor):
    chitra = as_actor(cast.chitra)
    service.rename_person(chitra, cast.chitra.id, "Chitra Rao")
    with pytest.raises(Denied):
        service.rename_person(chitra, cast.asha.id, "Chitra's friend")


def test_history_of_what_one_cannot_see_is_not_found(cast, as_actor):
    for resource, id_ in (("organisation", cast.here.id), ("function", cast.it.id), ("person", cast.asha.id)):
        with pytest.raises(NotFound):
            service.history(as_actor(cast.dev), resource, id_)


def test_a_name_is_one_line_of_at_most_200_characters(work):
    for wrong in ("", " \n", "x" * 201, "half \ud800"):
        with pytest.raises(ValidationError):
            service.create_function(work, wrong, FunctionKind.IT)
    assert service.create_function(work, "=1+1 <b>موارد</b> 🪴", FunctionKind.HR) in service.functions(work)


def test_the_day_is_the_organisations_own(cast):
    late = NOW.replace(hour=20)
    with reading(cast.asha, late) as asha, reading(cast.dev, late) as dev:
        assert service.today(asha) == service.today(dev) + timedelta(days=1)


def test_one_function_by_its_id(work, cast, as_actor):
    assert service.function(work, cast.hr.id) == cast.hr
    with pytest.raises(NotFound):
        service.function(as_actor(cast.dev), cast.hr.id)


def test_who_signs_in_is_renamed_by_nobody_else(cast, work, as_actor):
    as_actor(System(purpose="tests")).add(AccountRow(id=cast.chitra.id, login="chitra@example.org"))
    with pytest.raises(Conflict, match="in their own profile"):
        service.rename_person(work, cast.chitra.id, "Somebody else")
    service.rename_person(as_actor(cast.chitra), cast.chitra.id, "Chitra Nair")


def test_who_has_left_keeps_the_name_they_had(cast, work):
    memberships.remove_member(work, cast.vera.id)
    with pytest.raises(Conflict, match="has left the organisation"):
        service.rename_person(work, cast.vera.id, "Somebody else")
