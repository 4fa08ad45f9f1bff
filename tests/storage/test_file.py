"""The SQLite file: ours or refused, never touched when it is not, and never made over another."""

import os
import sqlite3
from contextlib import closing

import pytest

from storage import sqlite
from storage.database import Database
from storage.failure import DatabaseUnusable, NotSaved
from storage.migrate import migrate, revision

pytestmark = [pytest.mark.parametrize("engine", ["sqlite"], indirect=True), pytest.mark.usefixtures("engine")]


def pragma(database, name):
    with database.writer.connect() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


def test_a_file_is_opened_the_careful_way(database):
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000}
    assert {name: pragma(database, name) for name in wanted} == wanted
    assert pragma(database, "application_id") == sqlite.APPLICATION_ID


def test_nobody_else_on_the_machine_may_read_it(fresh):
    migrate(fresh)
    assert fresh.file.stat().st_mode & 0o077 == 0


def test_a_database_of_somebody_else_is_refused_and_not_touched(fresh):
    with closing(sqlite3.connect(fresh.file)) as theirs, theirs:
        theirs.execute("CREATE TABLE photos (name TEXT)")
    before = fresh.file.read_bytes()
    for act in (migrate, revision, lambda database: database.write(lambda _session: None)):
        with pytest.raises(DatabaseUnusable, match="was not made by Plumbline and was not touched"):
            act(fresh)
    assert fresh.file.read_bytes() == before
    assert [path.name for path in fresh.file.parent.glob(f"{fresh.file.name}*")] == [fresh.file.name]


def test_an_empty_file_may_have_been_a_database_so_none_is_made_over_it(fresh):
    fresh.file.touch()
    with pytest.raises(DatabaseUnusable, match=r"is empty, so it may have been damaged"):
        migrate(fresh)
    assert fresh.file.read_bytes() == b""


@pytest.mark.parametrize("content", [b"x", b"SQLite format 3\x00", os.urandom(4096)])
def test_a_file_that_is_no_database_is_refused(fresh, content):
    fresh.file.write_bytes(content)
    with pytest.raises(DatabaseUnusable, match="was not made by Plumbline"):
        migrate(fresh)
    assert fresh.file.read_bytes() == content


def test_a_file_that_was_swapped_while_in_use_is_refused(database):
    with database.reading() as session:
        session.connection()
    database.close()
    database.file.unlink()
    with closing(sqlite3.connect(database.file)) as theirs, theirs:
        theirs.execute("CREATE TABLE photos (name TEXT)")
    with pytest.raises(DatabaseUnusable, match="was not made by Plumbline"), database.reading() as session:
        session.connection()


def test_a_file_that_has_gone_is_not_made_anew(database):
    with database.reading() as session:
        session.connection()
    database.close()
    database.file.unlink()
    with pytest.raises(NotSaved, match="cannot be opened"):
        database.write(lambda session: session.connection())
    assert not database.file.exists()


def test_a_damaged_file_is_told_as_damaged(database):
    database.close()
    whole = database.file.read_bytes()
    database.file.write_bytes(whole[:4096] + os.urandom(len(whole) - 4096))
    with pytest.raises((NotSaved, DatabaseUnusable), match=r"damaged"), database.reading() as session:
        session.connection().exec_driver_sql("SELECT * FROM organisation").all()


def test_a_missing_file_is_told_and_not_made_by_looking(fresh):
    with pytest.raises(DatabaseUnusable, match="There is no data file"):
        revision(fresh)
    assert not fresh.file.exists()


def test_a_folder_in_place_of_the_file_is_told(fresh):
    fresh.file.mkdir()
    with pytest.raises(DatabaseUnusable, match="cannot be read"):
        migrate(fresh)


def test_a_home_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "home").write_text("a file")
    with pytest.raises(DatabaseUnusable, match="No data file can be made in"):
        migrate(Database(f"sqlite:///{tmp_path}/home/plumbline.db"))


def test_the_folder_is_made_when_there_is_none(tmp_path):
    database = Database(f"sqlite:///{tmp_path}/new/home/plumbline.db")
    assert migrate(database)
    database.close()
    assert sorted(path.name for path in database.file.parent.iterdir()) == ["plumbline.db"]


def test_two_who_start_at_once_make_one_file(fresh):
    sqlite.create(fresh.file)
    before = fresh.file.read_bytes()
    sqlite.create(fresh.file)
    assert fresh.file.read_bytes() == before
    assert [path.name for path in fresh.file.parent.glob(f"{fresh.file.name}*")] == [fresh.file.name]


def test_a_full_disk_is_told_and_nothing_is_acknowledged(database):
    with database.writer.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()

    def fill(session):
        connection = session.connection()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        connection.exec_driver_sql("CREATE TABLE big (x)")
        connection.exec_driver_sql("INSERT INTO big VALUES (zeroblob(10000000))")

    with pytest.raises(NotSaved, match=r"The disk is full\. Your last change was not saved"):
        database.write(fill)


def test_a_file_that_somebody_keeps_locked_is_told(database, monkeypatch):
    monkeypatch.setattr("storage.database.ATTEMPTS", 2)
    monkeypatch.setattr("storage.sqlite._BUSY_MS", 20)
    database.close()
    impatient = Database(str(database.url))
    with closing(sqlite3.connect(database.file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotSaved, match="Another program keeps the data file busy"):
            impatient.write(lambda session: session.connection())
    impatient.close()
