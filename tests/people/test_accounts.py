"""Accounts as an administrator gives and takes them, and the first of all."""

from datetime import timedelta

import pytest
from pydantic import ValidationError

from ground.errors import Conflict, NotFound
from people import account_store, accounts, audit, entrance, service, sessions
from people.entrance import WrongPassword
from people.model import Denied, Person
from people.work import reading, writing
from storage.database import current
from tests.accounts import DESK, PASSWORD, STEP, enrolled, joined, relinked, seen, signed_in
from tests.cast import NOW

LATER = NOW + STEP
pytestmark = pytest.mark.usefixtures("cheap")


def administrator(token: str, now=NOW) -> Person:
    """Whoever the link lets in, up to the second factor."""
    return seen(entrance.by_link(token, PASSWORD, DESK, now), now).actor


def test_the_first_administrator_comes_by_a_link_and_sets_up_a_second_factor(bare):
    token = accounts.create_administrator("Asha Rao", "Asha@example.org", NOW)
    assert entrance.invited(token, "", NOW) == ("Asha Rao", "asha@example.org")
    assert entrance.by_link(token, PASSWORD, DESK, NOW).stage == "enrol"
    with bare.reading() as session:
        assert audit.verify(session, None) is None


def test_the_one_person_of_local_mode_gets_the_account_and_keeps_their_organisations(bare):
    you = service.begin(NOW)
    made = writing(you, NOW, lambda work: service.create_organisation(work, "Meridian Foods", "Asia/Kolkata", "INR"))
    asha = administrator(accounts.create_administrator("Asha Rao", "asha@example.org", NOW))
    assert (asha.id, asha.name) == (you.id, "Asha Rao")
    with reading(asha, NOW) as work:
        assert [organisation.id for organisation in service.organisations(work)] == [made.id]
    assert service.begin(NOW).id == you.id


def test_there_is_no_second_administrator_by_accident(bare):
    accounts.create_administrator("Asha Rao", "asha@example.org", NOW)
    token = accounts.create_administrator("Asha Rao", "asha@example.org", NOW)
    asha = administrator(token)
    with pytest.raises(Conflict, match="With --again"):
        accounts.create_administrator("Tom", "tom@example.org", NOW)
    tom = administrator(accounts.create_administrator("Tom", "tom@example.org", NOW, again=True))
    assert tom.id != asha.id


def test_an_administrator_who_lost_everything_is_let_in_again_from_the_terminal(cast):
    token = accounts.create_administrator("Tom", "tom@example.org", NOW, again=True)
    person_id = administrator(token).id
    again = accounts.create_administrator("Tom", "tom@example.org", LATER, again=True)
    assert administrator(again, LATER).id == person_id


def test_from_the_terminal_an_account_is_raised_enabled_and_its_second_factor_taken(cast):
    enrolled(cast, cast.tom)
    writing(cast.administrator, NOW, lambda work: accounts.disable(work, cast.tom.id))
    token = accounts.create_administrator("Tom", "tom@example.org", NOW, again=True)
    assert entrance.by_link(token, PASSWORD, DESK, NOW).stage == "enrol"
    with current().reading() as session:
        assert account_store.by_person(session, cast.tom.id).person.administrator


@pytest.mark.parametrize(("name", "email"), [("", "asha@example.org"), ("Asha", "no address"), ("Asha\x00", "a@example.org\n.example")])
def test_what_is_no_name_or_no_address_makes_nobody(bare, name, email):
    with pytest.raises(ValidationError):
        accounts.create_administrator(name, email, NOW)
    with bare.reading() as session:
        assert account_store.by_login(session, email) is None


def test_an_account_needs_an_address_of_its_own(cast):
    with pytest.raises(Conflict, match="has no e-mail address"):
        writing(cast.administrator, NOW, lambda work: accounts.make(work, cast.asha.id))
    writing(cast.administrator, NOW, lambda work: accounts.make(work, cast.ben.id))
    with pytest.raises(Conflict, match="has an account already"):
        writing(cast.administrator, NOW, lambda work: accounts.make(work, cast.ben.id))
    accounts.create_administrator("Other", "vera@example.org", NOW, again=True)
    with pytest.raises(Conflict, match=r"Somebody else signs in with vera@example\.org"):
        writing(cast.administrator, NOW, lambda work: accounts.make(work, cast.vera.id))


@pytest.mark.parametrize("who", ["asha", "tom", "chitra", "vera", "dev"])
@pytest.mark.parametrize("act", [accounts.make, accounts.make_link, accounts.disable, accounts.enable, accounts.take_second_factor])
def test_only_an_administrator_gives_or_takes_accounts(cast, who, act):
    writing(cast.administrator, NOW, lambda work: accounts.make(work, cast.ben.id))
    if act is not accounts.make:
        with pytest.raises((Denied, NotFound)):
            writing(getattr(cast, who), NOW, lambda work: act(work, cast.ben.id))
        return
    with pytest.raises((Denied, NotFound)):
        writing(getattr(cast, who), NOW, lambda work: accounts.make(work, cast.vera.id))


def test_a_disabled_account_is_out_at_once_and_its_links_are_void(cast):
    step = joined(cast, cast.vera)
    link = relinked(cast, cast.vera)
    writing(cast.administrator, NOW, lambda work: accounts.disable(work, cast.vera.id))
    assert sessions.by_token(step.token, NOW) is None
    with pytest.raises(entrance.BadLink):
        entrance.by_link(link, PASSWORD, DESK, NOW)
    with pytest.raises(Conflict, match="Enable it first"):
        relinked(cast, cast.vera)


def test_nobody_disables_themselves(bare):
    asha = administrator(accounts.create_administrator("Asha Rao", "asha@example.org", NOW))
    with pytest.raises(Conflict, match="your own account"):
        writing(asha, NOW, lambda work: accounts.disable(work, asha.id))


def test_who_lost_phone_and_codes_sets_up_another(cast):
    _, inside = enrolled(cast, cast.tom)
    writing(cast.administrator, NOW, lambda work: accounts.take_second_factor(work, cast.tom.id))
    assert sessions.by_token(inside.token, NOW) is None
    assert signed_in(cast.tom).stage == "enrol"


def test_a_reset_link_lasts_a_day_and_the_old_password_stays_until_it_is_used(cast):
    joined(cast, cast.vera)
    link = relinked(cast, cast.vera)
    assert signed_in(cast.vera).stage == "open"
    entrance.by_link(link, f"{PASSWORD} anew", DESK, NOW + timedelta(hours=23))
    with pytest.raises(WrongPassword):
        signed_in(cast.vera)


def test_a_session_that_outlived_its_account_is_none(cast):
    step = joined(cast, cast.vera)
    here = seen(step).id

    def only_disable(session):
        account_store.change(session, account_store.by_person(session, cast.vera.id).account, disabled_at=NOW)

    current().write(only_disable)
    assert sessions.by_token(step.token, NOW) is None
    with pytest.raises(sessions.SignedOut):
        sessions.by_id(here, NOW)
