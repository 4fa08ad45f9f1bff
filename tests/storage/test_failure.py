"""What the engines report, told as sentences."""

import sqlite3

import pytest
from sqlalchemy.exc import DBAPIError, InterfaceError

from storage.failure import may_succeed_again, sentence


class Reported(Exception):
    def __init__(self, **codes):
        super().__init__("as the driver would say it")
        vars(self).update(codes)


def told(*, invalidated=False, **codes):
    return DBAPIError("SELECT 1", {}, Reported(**codes), connection_invalidated=invalidated)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (sqlite3.SQLITE_FULL, "The disk is full"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "Another program keeps the data file busy"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, "The data file is read-only"),
        (sqlite3.SQLITE_IOERR_FSYNC, "The disk reports an error"),
        (sqlite3.SQLITE_CORRUPT, "The data file is damaged"),
    ],
)
def test_sqlite_errors_say_what_to_do_whatever_their_extension(code, words):
    assert words in sentence(told(sqlite_errorcode=code))


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("53100", "run out of room"),
        ("25006", "accepts no changes"),
        ("57P01", "shutting down"),
        ("08006", "connection to the database server broke"),
        ("40001", "Too many people"),
    ],
)
def test_postgresql_errors_say_what_to_do_by_their_class(state, words):
    assert words in sentence(told(sqlstate=state))


def test_a_connection_that_breaks_without_a_word_is_told():
    assert "connection to the database server broke" in sentence(told(sqlstate=None, invalidated=True))


def test_faults_of_the_program_have_no_sentence():
    assert sentence(told(sqlite_errorcode=sqlite3.SQLITE_CONSTRAINT)) is None
    assert sentence(told(sqlstate="42601")) is None
    assert sentence(InterfaceError("SELECT 1", {}, Reported())) is None


def test_only_what_may_succeed_is_tried_again():
    again = [told(sqlite_errorcode=sqlite3.SQLITE_BUSY), *(told(sqlstate=state) for state in ("40001", "40P01", "23505"))]
    never = [told(sqlite_errorcode=sqlite3.SQLITE_FULL), told(sqlstate="23503"), told(sqlstate=None)]
    assert all(map(may_succeed_again, again))
    assert not any(map(may_succeed_again, never))
