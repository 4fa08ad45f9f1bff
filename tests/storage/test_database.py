"""Reading never waits, writing follows one after another, and what was acknowledged is stored."""

import threading
from pathlib import Path

import pytest
from sqlalchemy import event, select, text
from sqlalchemy.exc import IntegrityError, OperationalError

from ground.settings import Settings
from people import service
from people.tables import FunctionRow, OrganisationRow, PersonRow
from people.work import reading, writing
from storage import database as storage
from storage.database import Database, current, use
from storage.failure import DatabaseUnusable, NotSaved
from storage.row import new_id
from storage.session import flush, limited
from tests.cast import NOW

ON_SQLITE = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
ON_POSTGRESQL = pytest.mark.parametrize("engine", ["postgresql"], indirect=True)


def a_person(session, name="Farid"):
    row = PersonRow(name=name, created_at=NOW)
    session.add(row)
    flush(session, row)


def names(session):
    return list(session.scalars(limited(select(PersonRow.name).order_by(PersonRow.name))))


def test_readers_go_on_while_somebody_writes_and_see_it_once_it_is_saved(bare):
    with bare.reading() as before, bare.writing() as session:
        assert names(before) == []
        a_person(session)
        with bare.reading() as meanwhile:
            assert names(meanwhile) == []
    with bare.reading() as after:
        assert names(after) == ["Farid"]


def test_one_look_stays_the_same_whatever_is_saved_meanwhile(bare):
    with bare.reading() as look:
        assert names(look) == []
        bare.write(a_person)
        assert names(look) == []


def test_reading_cannot_change_anything(bare):
    with pytest.raises(NotSaved), bare.reading() as session:
        a_person(session)


def test_a_unit_that_fails_leaves_nothing(bare):
    def unit(session):
        a_person(session)
        raise OSError("no")

    with pytest.raises(OSError, match="no"):
        bare.write(unit)
    with bare.reading() as session:
        assert names(session) == []


def test_a_write_unit_inside_another_is_a_mistake_and_told_so(bare):
    with pytest.raises(RuntimeError, match="pass its work on"), bare.writing():
        bare.write(a_person)
    bare.write(a_person)


def test_threads_write_one_after_another(bare):
    counting = {"number": 0}

    def unit(session):
        seen = counting["number"]
        a_person(session, f"Person {seen}")
        counting["number"] = seen + 1

    threads = [threading.Thread(target=lambda: [bare.write(unit) for _ in range(5)]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with bare.reading() as session:
        assert len(names(session)) == 20


def failing(database, statement, error, times=1):
    """Let `statement` fail that many times, as the engine would."""
    left = [times]

    def fail(_connection, _cursor, sql, _parameters, _context, _many):
        if sql.startswith(statement) and left[0]:
            left[0] -= 1
            raise error

    event.listen(database.writer, "before_cursor_execute", fail)


class Postgresql(Exception):
    def __init__(self, sqlstate):
        super().__init__("as PostgreSQL would say it")
        self.sqlstate = sqlstate


def refused(sqlstate):
    return OperationalError("INSERT", {}, Postgresql(sqlstate))


@pytest.mark.parametrize("sqlstate", ["40001", "40P01", "23505"])
def test_a_unit_runs_again_when_the_engine_asks(bare, sqlstate):
    failing(bare, "INSERT", refused(sqlstate), times=3)
    bare.write(a_person)
    with bare.reading() as session:
        assert names(session) == ["Farid"]


def test_a_unit_is_given_up_after_a_while(bare, monkeypatch):
    monkeypatch.setattr(storage.time, "sleep", lambda _seconds: None)
    failing(bare, "INSERT", refused("40001"), times=storage.ATTEMPTS)
    with pytest.raises(NotSaved, match="Too many people saved at the same moment"):
        bare.write(a_person)


def test_a_fault_of_the_program_is_not_dressed_up(bare):
    failing(bare, "INSERT", refused("42601"))
    with pytest.raises(OperationalError):
        bare.write(a_person)


def test_a_value_out_of_bounds_is_refused_by_the_engine(bare):
    with pytest.raises(IntegrityError):
        bare.write(lambda session: a_person(session, ""))


@pytest.mark.parametrize("url", ["postgres://asha:x@db/plumbline", "postgresql://asha:x@db/plumbline"])
def test_both_usual_ways_to_write_a_postgresql_address_do(url):
    database = Database(url)
    assert (database.dialect, database.url.drivername, database.file) == ("postgresql", "postgresql+psycopg", None)


@pytest.mark.parametrize("url", ["", "plumbline.db", "mysql://host/name", "sqlite://", "sqlite:///:memory:"])
def test_an_address_that_cannot_be_is_told_with_what_to_write(url):
    with pytest.raises(DatabaseUnusable, match="Write postgresql://"):
        Database(url)


def test_the_settings_choose_the_database(tmp_path, monkeypatch):
    monkeypatch.setattr(storage, "_chosen", [])
    monkeypatch.setattr(storage, "settings", lambda: storage_settings(tmp_path, None))
    assert current().file == tmp_path / "plumbline.db"
    assert current() is current()


def test_an_address_wins_over_the_home(tmp_path, monkeypatch):
    monkeypatch.setattr(storage, "_chosen", [])
    monkeypatch.setattr(storage, "settings", lambda: storage_settings(tmp_path, "postgres://db/plumbline"))
    assert current().dialect == "postgresql"


def storage_settings(home: Path, url: str | None):
    return Settings(home=home, database_url=url)


def test_a_database_is_used_for_a_while(bare, tmp_path):
    other = Database(f"sqlite:///{tmp_path}/other.db")
    with use(other):
        assert current() is other
    assert current() is bare


def test_however_the_kth_statement_fails_there_is_no_half_organisation(bare):
    """F6: for every statement of the use case."""
    you = service.begin(NOW)
    count = statements_of(bare, lambda: writing(you, NOW, lambda work: service.create_organisation(work, "Whole", "Europe/Berlin", "EUR")))
    assert count >= 4
    before = rows(bare)
    for k in range(count):
        failing_at(bare, k)
        with pytest.raises(OperationalError):
            writing(you, NOW, lambda work: service.create_organisation(work, "Half", "Europe/Berlin", "EUR"))
        assert rows(bare) == before


def statements_of(database, do):
    seen = []
    listener = lambda _connection, _cursor, sql, *_: seen.append(sql)  # noqa: E731 - SQLAlchemy wants to remove the same object
    event.listen(database.writer, "before_cursor_execute", listener)
    do()
    event.remove(database.writer, "before_cursor_execute", listener)
    return len(seen)


def failing_at(database, k):
    left = [k]

    def fail(*_):
        left[0] -= 1
        if left[0] == -1:
            raise refused("42601")

    event.listen(database.writer, "before_cursor_execute", fail)


def rows(database):
    tables = ("organisation", "membership", "event", "function")
    with database.reader.connect() as connection:
        return [connection.scalar(text(f"SELECT count(*) FROM {table}")) for table in tables]  # noqa: S608 - names of ours


def test_two_who_change_one_thing_do_not_lose_the_first_change(database, cast):
    writing(cast.asha, NOW, lambda work: service.rename_function(work, cast.it.id, "By Asha", expected_version=1))
    with pytest.raises(service.Conflict):
        writing(cast.tom, NOW, lambda work: service.rename_function(work, cast.it.id, "By Tom", expected_version=1))
    with reading(cast.asha, NOW) as work:
        assert work.get(FunctionRow, cast.it.id).name == "By Asha"


def test_ids_are_unknown_to_an_empty_database(bare):
    with bare.reading() as session:
        assert session.scalar(limited(select(OrganisationRow.id).where(OrganisationRow.id == new_id()))) is None
