"""Somebody who becomes a consultant or an administrator while signed in needs a second factor at the very next look, on both engines."""

import pytest
from sqlalchemy import update

from people import account_store, enrolment, entrance, memberships, own_account, sessions
from people.door_tables import GroupRoleRow
from people.model import Role, System
from people.sessions import SecondFactorFirst, SignedOut
from people.sign_on import Vouched, by_company
from people.tables import PersonRow
from people.work import writing
from storage.database import current
from tests.accounts import DESK, PASSWORD, STEP, code, enrolled, joined, seen, signed_in
from tests.cast import NOW

pytestmark = pytest.mark.usefixtures("cheap")


@pytest.fixture
def vera(cast):
    """Signed in as a viewer, without a second factor."""
    step = joined(cast, cast.vera)
    assert (step.stage, seen(step).stage) == ("open", "open")
    return step


def consults(cast, person):
    """For another client; where they look now they stay a viewer."""
    there = cast.administrator.model_copy(update={"organisation_id": cast.elsewhere.id})
    writing(there, NOW, lambda work: memberships.assign_consultant(work, person.id))


def administers(_, person):
    current().write(
        lambda session: session.connection().execute(update(PersonRow).where(PersonRow.id == person.id).values(administrator=True))
    )


@pytest.mark.parametrize("becomes", [consults, administers])
def test_whoever_becomes_one_is_led_to_set_up_a_second_factor_and_does_nothing_before(cast, vera, becomes):
    here = seen(vera)
    becomes(cast, cast.vera)
    assert seen(vera).stage == "enrol"
    with pytest.raises(SecondFactorFirst):
        sessions.by_id(here.id, NOW)
    with current().reading() as session, pytest.raises(SecondFactorFirst):
        sessions.inside(session, here.id, cast.here.id, NOW)


def test_set_up_it_lets_them_in_with_the_new_role_and_a_new_token(cast, vera):
    consults(cast, cast.vera)
    enrolment.demand(seen(vera), NOW)
    secret, login = enrolment.being_set_up(seen(vera))
    assert login == "vera@example.org"
    step = entrance.by_enrolment(seen(vera), code(secret), DESK, NOW)
    assert (step.stage, seen(step).stage, sessions.by_token(vera.token, NOW)) == ("open", "open", None)
    with current().reading() as session:
        assert sessions.inside(session, seen(step).id, cast.elsewhere.id, NOW).roles == {Role.CONSULTANT}


def test_asked_again_the_key_stays_the_same(cast, vera):
    consults(cast, cast.vera)
    enrolment.demand(seen(vera), NOW)
    before = enrolment.being_set_up(seen(vera))
    enrolment.demand(seen(vera), NOW)
    assert enrolment.being_set_up(seen(vera)) == before


def test_held_up_they_have_a_quarter_of_an_hour(cast, vera):
    consults(cast, cast.vera)
    enrolment.demand(seen(vera), NOW)
    assert sessions.by_token(vera.token, NOW + sessions.HALFWAY) is None


def test_a_key_that_nobody_was_shown_opens_nothing(cast, vera):
    consults(cast, cast.vera)
    with pytest.raises(SignedOut):
        entrance.by_enrolment(seen(vera), "000000", DESK, NOW)


def test_who_has_a_second_factor_already_goes_on(cast):
    _, step = enrolled(cast, cast.tom)
    administers(cast, cast.tom)
    assert seen(step).stage == "open"


def set_up(step):
    """The second factor that somebody sets up on their profile page: its secret."""
    here = seen(step).id
    secret, _ = own_account.begin_second_factor(here, PASSWORD, NOW)
    own_account.confirm_second_factor(here, code(secret), NOW)
    return secret


def test_a_second_factor_set_up_in_this_session_serves_the_new_role(cast, vera):
    set_up(vera)
    administers(cast, cast.vera)
    assert seen(vera).stage == "open"


def test_a_browser_that_the_password_alone_opened_shows_the_second_factor_that_was_set_up_in_another(cast, vera):
    other = signed_in(cast.vera)
    secret = set_up(vera)
    administers(cast, cast.vera)
    here = seen(other)
    assert here.stage == "code"
    with pytest.raises(SecondFactorFirst) as first:
        sessions.by_id(here.id, NOW)
    assert first.value.stage == "code"
    entrance.demand_code(here, NOW)
    assert sessions.by_token(other.token, NOW + sessions.HALFWAY) is None
    step = entrance.by_code(here, code(secret, NOW + STEP), DESK, NOW + STEP)
    assert (step.stage, seen(step).stage, sessions.by_token(other.token, NOW)) == ("open", "open", None)


def test_a_second_factor_that_was_given_up_serves_no_role(cast, vera):
    set_up(vera)
    own_account.drop_second_factor(seen(vera).id, PASSWORD, NOW)
    administers(cast, cast.vera)
    assert seen(vera).stage == "enrol"


@pytest.fixture
def by_both(cast, vera):
    """Vera's two browsers: her password opened one, her company the other."""
    vouched = Vouched(issuer="https://id.example.org", subject="vera", name="Vera", groups=frozenset({"viewers"}))
    inside = System(purpose="tests", organisation_id=cast.here.id)
    writing(inside, NOW, lambda work: work.add(GroupRoleRow(issuer=vouched.issuer, group="viewers", role=Role.VIEWER.value)))

    def link(session):
        account_store.change(session, account_store.by_person(session, cast.vera.id).account, issuer=vouched.issuer, subject="vera")

    current().write(link)
    return vera, by_company(vouched, DESK, NOW)


@pytest.mark.parametrize("becomes", [consults, administers])
def test_one_account_answers_for_each_way_in_by_itself(cast, by_both, becomes):
    password, company = by_both
    becomes(cast, cast.vera)
    assert (seen(password).stage, seen(company).stage) == ("enrol", "open")
    assert sessions.by_id(seen(company).id, NOW).actor.name == "Vera"


def test_what_the_company_vouches_for_does_not_depend_on_a_factor_of_ours(cast, by_both):
    password, company = by_both
    set_up(password)
    own_account.drop_second_factor(seen(password).id, PASSWORD, NOW)
    administers(cast, cast.vera)
    assert (seen(password).stage, seen(company).stage) == ("enrol", "open")
