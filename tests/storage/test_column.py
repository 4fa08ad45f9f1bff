"""A value comes back from either engine as it went in."""

from datetime import UTC, datetime, timedelta, timezone
from fractions import Fraction

import pytest
from sqlalchemy import Column, MetaData, Table, Text, insert, select, type_coerce
from sqlalchemy.exc import StatementError

from storage.column import ExactType, Id, Json, UtcDateTime
from storage.row import new_id

KINDS = {"id": Id, "at": UtcDateTime, "exact": ExactType, "json": Json}
SAMPLE = Table("sample", MetaData(), *(Column(name, kind) for name, kind in KINDS.items()))


def through(database, name, value, seen_as=None):
    with database.writer.begin() as connection:
        SAMPLE.create(connection, checkfirst=True)
        connection.execute(insert(SAMPLE).values({name: value}))
        column = SAMPLE.c[name]
        return connection.scalar(select(type_coerce(column, seen_as) if seen_as else column))


def test_an_id_comes_back_as_the_same_uuid(bare):
    id_ = new_id()
    assert through(bare, "id", id_) == id_


def test_ids_come_in_the_order_of_time():
    made = [new_id() for _ in range(100)]
    assert made == sorted(made)
    assert {id_.version for id_ in made} == {7}


@pytest.mark.parametrize(
    "instant",
    [
        datetime(2026, 3, 29, 1, 30, tzinfo=UTC),
        datetime(2024, 2, 29, 23, 59, 59, 999999, tzinfo=UTC),
        datetime(2026, 3, 2, 15, 30, tzinfo=timezone(timedelta(hours=5, minutes=30))),
    ],
)
def test_an_instant_comes_back_aware_and_in_utc(bare, instant):
    back = through(bare, "at", instant)
    assert (back, back.tzinfo) == (instant, UTC)


def test_an_instant_without_a_zone_is_refused(bare):
    with pytest.raises(StatementError, match="needs its time zone"):
        through(bare, "at", datetime(2026, 3, 2, 10, 0))  # noqa: DTZ001 - the point of the test


@pytest.mark.parametrize(("number", "text"), [(Fraction(1, 3), "1/3"), (Fraction(-5), "-5"), (Fraction(10**30 + 1, 7), f"{10**30 + 1}/7")])
def test_an_exact_number_stays_exact(bare, number, text):
    assert through(bare, "exact", number) == number


def test_an_exact_number_is_kept_in_canonical_writing(bare):
    assert through(bare, "exact", Fraction(2, 6), Text) == "1/3"


@pytest.mark.parametrize("value", [{"b": [1, "é", None, True], "a": {}}, [], "text", 0, False])
def test_json_comes_back_as_it_went_in(bare, value):
    assert through(bare, "json", value) == value


def test_json_is_kept_in_canonical_writing(bare):
    assert through(bare, "json", {"b": 1, "a": ["ü", 2]}, Text) == '{"a":["ü",2],"b":1}'


def test_json_has_no_number_that_is_none(bare):
    with pytest.raises(StatementError, match="not JSON compliant"):
        through(bare, "json", float("nan"))


@pytest.mark.parametrize("name", KINDS)
def test_nothing_comes_back_as_nothing(bare, name):
    assert through(bare, name, None) is None
