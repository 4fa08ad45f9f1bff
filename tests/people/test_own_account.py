"""What a person does with their own account, from a session that is open."""

from datetime import timedelta

import pytest
from pydantic import ValidationError

from ground.errors import Conflict
from people import accounts, entrance, own_account, sessions
from people.enrolment import WrongCode
from people.own_account import WrongOldPassword
from people.passwords import WeakPassword
from people.sessions import SignedOut
from people.throttle import PAUSE, TooManyTries
from people.work import writing
from tests.accounts import DESK, PASSWORD, STEP, code, enrolled, joined, seen, signed_in
from tests.cast import NOW

NEW = "wet slate under old bells"
LATER = NOW + STEP
pytestmark = pytest.mark.usefixtures("cheap")


def test_it_says_who_where_and_by_what(cast):
    here = seen(joined(cast, cast.vera)).id
    signed_in(cast.vera, LATER, DESK._replace(browser="Safari on iPhone"))
    own = own_account.about(here, LATER)
    assert (own.name, own.email, own.has_password, own.has_second_factor) == ("Vera", "vera@example.org", True, False)
    assert [(one.browser, one.is_this) for one in own.sessions] == [("Safari on iPhone", False), ("Firefox on Linux", True)]


def test_a_new_password_ends_all_other_sessions_and_not_this_one(cast):
    here, there = joined(cast, cast.vera), signed_in(cast.vera)
    own_account.change_password(seen(here).id, PASSWORD, NEW, NOW)
    assert sessions.by_token(there.token, NOW) is None
    assert seen(here).stage == "open"
    with pytest.raises(entrance.WrongPassword):
        signed_in(cast.vera)
    assert entrance.by_password("vera@example.org", NEW, DESK, NOW).stage == "open"


def test_a_new_password_needs_the_old_one_and_must_be_good(cast):
    here = seen(joined(cast, cast.vera)).id
    with pytest.raises(WrongOldPassword):
        own_account.change_password(here, NEW, NEW, NOW)
    with pytest.raises(WeakPassword):
        own_account.change_password(here, PASSWORD, "vera@example.org", NOW)
    assert signed_in(cast.vera).stage == "open"


def test_who_guesses_at_an_unlocked_screen_waits_and_stays_signed_in(cast):
    inside = joined(cast, cast.vera)
    for _ in range(5):
        with pytest.raises(WrongOldPassword):
            own_account.change_password(seen(inside).id, "wrong" + PASSWORD, NEW, NOW)
    with pytest.raises(TooManyTries):
        own_account.change_password(seen(inside).id, PASSWORD, NEW, NOW)
    assert seen(inside).stage == "open"
    own_account.change_password(seen(inside).id, PASSWORD, NEW, NOW + PAUSE)


def test_a_name_can_be_changed_and_must_be_one(cast):
    here = seen(joined(cast, cast.vera)).id
    own_account.rename(here, "Vera Lind", NOW)
    assert own_account.about(here, NOW).name == "Vera Lind"
    with pytest.raises(ValidationError):
        own_account.rename(here, " ", NOW)


def test_a_second_factor_is_set_up_by_choice_and_demanded_from_then_on(cast):
    here = seen(joined(cast, cast.vera)).id
    with pytest.raises(WrongOldPassword):
        own_account.begin_second_factor(here, "wrong", NOW)
    secret, login = own_account.begin_second_factor(here, PASSWORD, NOW)
    assert login == "vera@example.org"
    assert signed_in(cast.vera).stage == "open"
    with pytest.raises(WrongCode):
        own_account.confirm_second_factor(here, "000000", NOW)
    assert len(own_account.confirm_second_factor(here, code(secret), NOW)) == 10
    assert signed_in(cast.vera).stage == "code"
    with pytest.raises(SignedOut):
        own_account.confirm_second_factor(here, code(secret, LATER), LATER)


def test_where_none_is_demanded_one_may_go_without_again(cast):
    here = seen(joined(cast, cast.vera)).id
    secret, _ = own_account.begin_second_factor(here, PASSWORD, NOW)
    own_account.confirm_second_factor(here, code(secret), NOW)
    with pytest.raises(WrongOldPassword):
        own_account.drop_second_factor(here, "wrong", NOW)
    own_account.drop_second_factor(here, PASSWORD, NOW)
    assert signed_in(cast.vera).stage == "open"


def test_a_consultant_may_not_go_without(cast):
    _, inside = enrolled(cast, cast.tom)
    with pytest.raises(Conflict, match="Your role needs a second factor"):
        own_account.drop_second_factor(seen(inside).id, PASSWORD, NOW)


def test_signing_out_elsewhere_leaves_this_browser_and_other_people_alone(cast):
    here, there, other = joined(cast, cast.vera), signed_in(cast.vera), joined(cast, cast.ben)
    own_account.sign_out_elsewhere(seen(here).id, NOW)
    assert sessions.by_token(there.token, NOW) is None
    assert (seen(here).stage, seen(other).stage) == ("open", "open")


def test_a_session_that_ended_changes_nothing_any_more(cast):
    here = seen(joined(cast, cast.vera)).id
    writing(cast.administrator, NOW, lambda work: accounts.disable(work, cast.vera.id))
    acts = (
        lambda: own_account.about(here, NOW),
        lambda: own_account.rename(here, "Mallory", NOW),
        lambda: own_account.change_password(here, PASSWORD, NEW, NOW),
        lambda: own_account.begin_second_factor(here, PASSWORD, NOW),
        lambda: own_account.confirm_second_factor(here, "000000", NOW),
        lambda: own_account.drop_second_factor(here, PASSWORD, NOW),
        lambda: own_account.sign_out_elsewhere(here, NOW),
    )
    for act in acts:
        with pytest.raises(SignedOut):
            act()


def test_a_session_that_idled_for_an_hour_is_none(cast):
    here = seen(joined(cast, cast.vera)).id
    with pytest.raises(SignedOut):
        own_account.about(here, NOW + timedelta(minutes=60))
