"""Somebody who becomes a consultant or an administrator while signed in needs a second factor at the very next look, on both engines."""

import pytest
from sqlalchemy import update

from people import enrolment, entrance, memberships, sessions
from people.model import Role
from people.sessions import SecondFactorFirst, SignedOut
from people.tables import PersonRow
from people.work import writing
from storage.database import current
from tests.accounts import DESK, code, enrolled, joined, seen
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
