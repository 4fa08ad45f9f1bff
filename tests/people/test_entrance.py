"""The way in, on both engines: password, second factor, one-time links, and what each of them must not do."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from argon2 import PasswordHasher
from sqlalchemy import text

from people import accounts, audit, entrance, passwords, sessions
from people.enrolment import WrongCode
from people.entrance import BadLink, WrongPassword
from people.passwords import WeakPassword
from people.sessions import SignedOut
from people.throttle import PAUSE, TooManyTries
from people.work import writing
from storage.database import current
from tests.accounts import DESK, PASSWORD, STEP, code, enrolled, joined, linked, relinked, seen, signed_in
from tests.cast import NOW

DAY = timedelta(days=1)
LATER = NOW + STEP
pytestmark = pytest.mark.usefixtures("cheap")


def test_a_newcomer_sets_a_password_by_a_link_and_is_in(cast):
    step = joined(cast, cast.vera)
    assert (step.stage, seen(step).actor.name) == ("open", "Vera")
    assert signed_in(cast.vera).stage == "open"


def test_looking_at_a_link_uses_nothing_up(cast):
    link = linked(cast, cast.vera)
    for _ in range(3):
        assert entrance.invited(link, "192.0.2.7", NOW) == ("Vera", "vera@example.org")
    assert entrance.by_link(link, PASSWORD, DESK, NOW).stage == "open"


def test_a_weak_password_leaves_the_link_good(cast):
    link = linked(cast, cast.vera)
    for weak in ("short", "vera@example.org", "Meridian Foods 1"):
        with pytest.raises(WeakPassword):
            entrance.by_link(link, weak, DESK, NOW)
    assert entrance.by_link(link, PASSWORD, DESK, NOW).stage == "open"


def test_a_link_opens_once_within_a_day_and_only_the_newest(cast):
    first = linked(cast, cast.vera)
    second = relinked(cast, cast.vera)
    for token, now in ((first, NOW), (second, NOW + DAY), ("x" * 43, NOW)):
        with pytest.raises(BadLink):
            entrance.by_link(token, PASSWORD, DESK, now)
    entrance.by_link(second, PASSWORD, DESK, NOW + DAY - timedelta(seconds=1))
    with pytest.raises(BadLink):
        entrance.by_link(second, PASSWORD, DESK, NOW + DAY - timedelta(seconds=1))


def test_of_twenty_who_use_a_link_at_once_one_is_in(cast):
    link = linked(cast, cast.vera)

    def use(number: int) -> bool:
        try:
            entrance.by_link(link, f"{PASSWORD} {number}", DESK, NOW)
        except BadLink:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(use, range(20))) == 1


def test_whoever_guesses_links_waits_but_not_for_a_link_that_was_real(cast):
    link = linked(cast, cast.vera)
    entrance.by_link(link, PASSWORD, DESK, NOW)
    for _ in range(9):
        with pytest.raises(BadLink):
            entrance.invited(link, DESK.address, NOW)
    for number in range(5):
        with pytest.raises(BadLink):
            entrance.invited(f"{number}" * 43, DESK.address, NOW)
    with pytest.raises(TooManyTries):
        entrance.invited("z" * 43, DESK.address, NOW)
    with pytest.raises(BadLink):
        entrance.invited("z" * 43, "198.51.100.9", NOW)


def test_a_new_password_by_a_link_ends_every_session(cast):
    before = joined(cast, cast.vera)
    entrance.by_link(relinked(cast, cast.vera), f"{PASSWORD} anew", DESK, NOW)
    assert sessions.by_token(before.token, NOW) is None
    with pytest.raises(WrongPassword):
        signed_in(cast.vera)


def test_a_link_is_no_way_round_the_second_factor(cast):
    enrolled(cast, cast.tom)
    assert entrance.by_link(relinked(cast, cast.tom), f"{PASSWORD} anew", DESK, NOW).stage == "code"


@pytest.mark.parametrize("address", ["vera@example.org", "nobody@example.org", "", "Vera", "\x00", "x" * 5000])
def test_what_is_wrong_is_told_alike_and_costs_alike(cast, address, monkeypatch):
    joined(cast, cast.vera)
    hashed = []
    verify = passwords.matches
    monkeypatch.setattr(passwords, "matches", lambda kept, password: hashed.append(kept is None) or verify(kept, password))
    with pytest.raises(WrongPassword, match=r"^E-mail or password is wrong. After five tries, wait 15 minutes.$"):
        entrance.by_password(address, "wrong" + PASSWORD, DESK, NOW)
    assert len(hashed) == 1


def test_a_disabled_account_is_told_like_a_wrong_password(cast):
    before = joined(cast, cast.vera)
    writing(cast.administrator, NOW, lambda work: accounts.disable(work, cast.vera.id))
    assert sessions.by_token(before.token, NOW) is None
    with pytest.raises(WrongPassword):
        signed_in(cast.vera)
    writing(cast.administrator, NOW, lambda work: accounts.enable(work, cast.vera.id))
    assert signed_in(cast.vera).stage == "open"


def test_an_account_without_a_password_opens_to_none(cast):
    linked(cast, cast.vera)
    for password in ("", PASSWORD):
        with pytest.raises(WrongPassword):
            entrance.by_password("vera@example.org", password, DESK, NOW)


@pytest.mark.parametrize("address", ["VERA@example.org", "  vera@EXAMPLE.org ", "vera＠example.org"])
def test_an_address_is_written_in_many_ways(cast, address):
    joined(cast, cast.vera)
    assert entrance.by_password(address, PASSWORD, DESK, NOW).stage == "open"


@pytest.mark.parametrize("address", ["vera@example.org", "nobody@example.org"])
def test_after_five_tries_the_right_password_waits_too_whether_the_account_exists_or_not(cast, address):
    inside = joined(cast, cast.vera)
    for _ in range(5):
        with pytest.raises(WrongPassword):
            entrance.by_password(address, "wrong" + PASSWORD, DESK, NOW)
    with pytest.raises(TooManyTries):
        entrance.by_password(address, PASSWORD, DESK, NOW + PAUSE - timedelta(seconds=1))
    assert seen(inside, NOW + timedelta(minutes=1)).stage == "open"
    if address.startswith("vera"):
        assert entrance.by_password(address, PASSWORD, DESK, NOW + PAUSE).stage == "open"


def test_who_tries_many_accounts_from_one_address_waits(cast):
    joined(cast, cast.vera)
    for number in range(20):
        with pytest.raises(WrongPassword):
            entrance.by_password(f"{number}@example.org", PASSWORD, DESK, NOW)
    with pytest.raises(TooManyTries):
        signed_in(cast.vera)
    assert signed_in(cast.vera, caller=DESK._replace(address="198.51.100.9")).stage == "open"


def test_a_dated_hash_is_made_anew_while_the_password_is_at_hand(cast, monkeypatch):
    joined(cast, cast.vera)
    monkeypatch.setattr(passwords, "_hasher", PasswordHasher(time_cost=2, memory_cost=64, parallelism=1))
    signed_in(cast.vera)
    with current().reading() as session:
        assert session.connection().execute(text("SELECT password FROM account")).scalar_one().startswith("$argon2id$v=19$m=64,t=2,p=1$")
    assert signed_in(cast.vera).stage == "open"


def test_a_consultant_sets_up_a_second_factor_before_anything_else(cast):
    step = joined(cast, cast.tom)
    assert step.stage == "enrol"
    with pytest.raises(SignedOut):
        sessions.by_id(seen(step).id, NOW)


def test_a_second_factor_is_demanded_ever_after_and_its_codes_are_shown_once(cast):
    secret, first = enrolled(cast, cast.tom)
    assert (first.stage, len(first.recovery)) == ("open", 10)
    waiting = signed_in(cast.tom, LATER)
    assert waiting.stage == "code"
    inside = entrance.by_code(seen(waiting, LATER), code(secret, LATER), DESK, LATER)
    assert (inside.stage, inside.recovery) == ("open", ())


def test_the_code_that_set_the_factor_up_opens_nothing_more(cast):
    secret, _ = enrolled(cast, cast.tom)
    with pytest.raises(WrongCode):
        entrance.by_code(seen(signed_in(cast.tom)), code(secret), DESK, NOW)


def test_one_code_lets_one_of_two_in(cast):
    secret, _ = enrolled(cast, cast.tom)
    waiting = [seen(signed_in(cast.tom, LATER), LATER) for _ in range(4)]

    def use(one: object) -> bool:
        try:
            entrance.by_code(one, code(secret, LATER), DESK, LATER)
        except WrongCode:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(use, waiting)) == 1


def test_a_recovery_code_opens_once(cast):
    _, first = enrolled(cast, cast.tom)
    assert entrance.by_code(seen(signed_in(cast.tom)), first.recovery[0], DESK, NOW).stage == "open"
    waiting = seen(signed_in(cast.tom))
    with pytest.raises(WrongCode):
        entrance.by_code(waiting, first.recovery[0], DESK, NOW)
    assert entrance.by_code(waiting, first.recovery[1].upper(), DESK, NOW).stage == "open"


def test_codes_are_guessed_five_times_at_most_whichever_session_asks(cast):
    secret, _ = enrolled(cast, cast.tom)
    for _ in range(5):
        with pytest.raises(WrongCode):
            entrance.by_code(seen(signed_in(cast.tom, LATER), LATER), "000000", DESK, LATER)
    with pytest.raises(TooManyTries):
        entrance.by_code(seen(signed_in(cast.tom, LATER), LATER), code(secret, LATER), DESK, LATER)


def test_every_step_has_a_new_token_and_the_one_before_is_worth_nothing(cast):
    secret, inside = enrolled(cast, cast.tom)
    again = entrance.by_password("tom@example.org", PASSWORD, DESK._replace(token=inside.token), LATER)
    assert sessions.by_token(inside.token, LATER) is None
    last = entrance.by_code(seen(again, LATER), code(secret, LATER), DESK._replace(token=again.token), LATER)
    assert sessions.by_token(again.token, LATER) is None
    assert len({inside.token, again.token, last.token}) == 3


def test_a_token_that_somebody_planted_is_not_taken_over(cast):
    joined(cast, cast.vera)
    planted = "p" * 43
    step = signed_in(cast.vera, caller=DESK._replace(token=planted))
    assert step.token != planted
    assert sessions.by_token(planted, NOW) is None


def test_half_a_sign_in_is_none_and_does_not_last(cast):
    enrolled(cast, cast.tom)
    waiting = signed_in(cast.tom, LATER)
    with pytest.raises(SignedOut):
        sessions.by_id(seen(waiting, LATER).id, LATER)
    assert sessions.by_token(waiting.token, LATER + timedelta(minutes=15)) is None


def test_an_account_disabled_between_the_steps_goes_no_further(cast):
    secret, _ = enrolled(cast, cast.tom)
    waiting = seen(signed_in(cast.tom, LATER), LATER)
    writing(cast.administrator, LATER, lambda work: accounts.disable(work, cast.tom.id))
    with pytest.raises(SignedOut):
        entrance.by_code(waiting, code(secret, LATER), DESK, LATER)


def test_a_session_that_is_open_cannot_go_through_a_step_again(cast):
    secret, inside = enrolled(cast, cast.tom)
    with pytest.raises(SignedOut):
        entrance.by_code(seen(inside), code(secret, LATER), DESK, LATER)
    with pytest.raises(SignedOut):
        entrance.by_enrolment(seen(inside)._replace(stage="enrol"), code(secret, LATER), DESK, LATER)


def test_the_trail_tells_who_signed_in_and_how_often_it_failed_before_and_no_secret(cast):
    secret, first = enrolled(cast, cast.tom)
    joined(cast, cast.vera)
    with pytest.raises(WrongPassword):
        entrance.by_password("vera@example.org", "canary wrong password", DESK, NOW)
    last = signed_in(cast.vera)
    with current().reading() as session:
        events = [tuple(row) for row in session.connection().execute(text("SELECT verb, actor_name, after FROM event ORDER BY number"))]
        assert audit.verify(session, None) is None
    assert [verb for verb, name, _ in events if name == "Tom"] == ["set password", "set up second factor", "sign in"]
    assert '"failed before":1' in str(events[-1]).replace(": ", ":")
    for hidden in (secret, last.token, first.token, PASSWORD, "canary", *first.recovery, "$argon2"):
        assert hidden not in str(events)


def test_what_is_stored_of_a_session_opens_nothing(cast):
    step = joined(cast, cast.vera)
    with current().reading() as session:
        stored = session.connection().execute(text("SELECT token FROM session")).scalars().all()
    assert step.token not in stored
    assert [sessions.by_token(one, NOW) for one in stored] == [None]


def test_sessions_that_are_over_are_not_kept(cast):
    joined(cast, cast.vera)
    signed_in(cast.vera, NOW + sessions.LONGEST)
    with current().reading() as session:
        assert session.connection().execute(text("SELECT count(*) FROM session")).scalar_one() == 1
