"""Back-off, on both engines: five failures, then a quarter of an hour."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import text

from people import throttle
from people.throttle import PAUSE, Limit, TooManyTries
from storage.database import current
from tests.cast import NOW

ASHA = throttle.by_account("asha@example.org")
SECOND = timedelta(seconds=1)


def fail(limit: Limit, times: int, now=NOW) -> None:
    for _ in range(times):
        throttle.failed((limit,), now)


def test_after_five_failures_nothing_is_looked_at_for_a_quarter_of_an_hour(bare):
    fail(ASHA, 5)
    with pytest.raises(TooManyTries, match="Wait 15 minutes"):
        throttle.require((ASHA,), NOW + PAUSE - SECOND)
    with pytest.raises(TooManyTries):
        throttle.failed((ASHA,), NOW + PAUSE - SECOND)
    fail(ASHA, 5, NOW + PAUSE)
    with pytest.raises(TooManyTries):
        throttle.require((ASHA,), NOW + PAUSE)


def test_a_pause_does_not_grow_while_somebody_keeps_trying(bare):
    fail(ASHA, 5)
    for minute in range(15):
        with pytest.raises(TooManyTries):
            throttle.failed((ASHA,), NOW + timedelta(minutes=minute))
    throttle.require((ASHA,), NOW + PAUSE)


def test_failures_in_a_row_are_forgotten_with_time_and_with_success(bare):
    fail(ASHA, 4)
    fail(ASHA, 4, NOW + PAUSE)
    throttle.succeeded((ASHA,))
    fail(ASHA, 4, NOW + PAUSE)
    throttle.require((ASHA,), NOW + PAUSE)


def test_one_account_does_not_pay_for_another(bare):
    fail(ASHA, 5)
    throttle.require((throttle.by_account("ben@example.org"), throttle.by_code("asha@example.org")), NOW)


def test_of_many_tries_at_the_same_moment_five_get_through(bare):
    def attempt(_: int) -> bool:
        try:
            throttle.failed((ASHA,), NOW)
        except TooManyTries:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(attempt, range(20))) == 5


def test_an_office_behind_one_address_has_twenty_and_a_right_try_costs_none(bare):
    office = throttle.by_address("192.0.2.7")
    fail(office, 19)
    current().write(lambda session: throttle.give_back(session, office))
    fail(office, 2)
    with pytest.raises(TooManyTries):
        throttle.require((office,), NOW)
    throttle.require((throttle.by_address("192.0.2.8"),), NOW)


def test_of_ipv6_the_network_counts_because_its_holder_has_all_its_addresses():
    assert throttle.by_address("2001:db8:1:2::1") == throttle.by_address("2001:db8:1:2:ffff::9")
    assert throttle.by_address("2001:db8:1:2::1") != throttle.by_address("2001:db8:1:3::1")
    assert throttle.by_link("::ffff:192.0.2.7") != throttle.by_link("::ffff:192.0.2.8")


def test_the_database_holds_neither_address_nor_name_and_forgets_after_a_day(bare):
    fail(ASHA, 1)
    fail(throttle.by_address("192.0.2.7"), 1, NOW + timedelta(days=1, seconds=1))
    with bare.reader.connect() as connection:
        rows = connection.execute(text("SELECT key FROM attempt")).scalars().all()
    assert [len(key) for key in rows] == [64]
    assert "asha" not in str(rows)
