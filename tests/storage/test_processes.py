"""Several processes at one database, and one that dies in the middle."""

import random
import time
from functools import partial

import pytest
from sqlalchemy import select

from people.tables import EventRow, PersonRow
from people.work import writing
from storage.migrate import migrate, newest, revision
from storage.session import limited
from tests.cast import NOW
from tests.storage.process import TESTS, count, heard, make, save, started

PROCESSES, TIMES, KILLS = 8, 20, 8


def test_processes_that_read_then_write_do_not_lock_each_other_out(bare):
    writing(TESTS, NOW, lambda work: work.add(PersonRow(name="Counter", created_at=NOW)))
    running = [started(bare, partial(count, times=TIMES)) for _ in range(PROCESSES)]
    assert [heard(hears) for _, hears in running] == [["done"]] * PROCESSES
    for process, _ in running:
        process.join()
    with bare.reading() as session:
        assert session.scalar(limited(select(PersonRow.email))) == str(PROCESSES * TIMES)


def test_whatever_was_acknowledged_before_a_kill_is_stored_and_nothing_is_half(bare):
    acknowledged = sum(saved_until_killed(bare) for _ in range(KILLS))
    with bare.reading() as session:
        people = session.scalars(limited(select(PersonRow.id))).all()
        told = session.scalars(limited(select(EventRow.about_id))).all()
    assert acknowledged >= KILLS
    assert sorted(people) == sorted(told)
    assert acknowledged <= len(people) <= acknowledged + KILLS


def saved_until_killed(database):
    process, hears = started(database, save)
    assert hears.recv() == 0
    time.sleep(random.uniform(0, 0.1))  # noqa: S311 - any moment will do
    process.kill()
    process.join()
    return 1 + len(heard(hears))


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_first_start_that_is_killed_at_any_moment_starts_again(fresh):
    for wait in range(1, 10):
        process, _ = started(fresh, make)
        time.sleep(wait / 20)
        process.kill()
        process.join()
        assert not fresh.file.exists() or revision(fresh) in {None, newest()}
    migrate(fresh)
    assert not migrate(fresh)
