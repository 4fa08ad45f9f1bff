"""A database has the whole schema of this program, or stays as it was."""

import re
import shutil
import sqlite3
from contextlib import closing

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from storage import migrate as migration
from storage import sqlite
from storage.database import Database
from storage.failure import DatabaseUnusable
from storage.migrate import migrate, newest, ready, require_known, revision
from storage.row import Row

ON_SQLITE = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
CHECKS = {
    "sqlite": "SELECT sql FROM sqlite_master WHERE type IN ('table', 'index') AND name NOT LIKE 'alembic%' AND sql IS NOT NULL",
    "postgresql": """SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
                     WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> 'alembic_version'""",
}


def execute(database, *statements):
    with database.writer.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))


def constraints(database):
    with database.reader.connect() as connection:
        found = connection.execute(text(CHECKS[database.dialect])).scalars()
        return sorted(part for sql in found for part in parts(sql))


def parts(sql):
    """A definition in its parts, however it is laid out: a column that was added later stands last and on no line of its own."""
    flat = " ".join(sql.replace('"', "").split())
    head, opened, body = flat.partition("(")
    return [f"{head.strip()}: {part.strip()}" for part in re.split(r",(?![^()]*\))", body.rpartition(")")[0])] if opened else [flat]


def test_a_new_database_gets_all_tables_once(fresh):
    assert migrate(fresh)
    assert revision(fresh) == newest()
    assert not migrate(fresh)


def test_the_migrations_make_exactly_what_the_rows_say(bare):
    with bare.reader.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Row.metadata) == []


def test_the_migrations_make_the_same_checks_and_links_as_the_rows_say(bare, engine):
    with engine.copy(None) as other:
        if other.file is not None:
            sqlite.create(other.file)
        with other.writer.begin() as connection:
            Row.metadata.create_all(connection)
        assert constraints(bare) == constraints(other)


def test_the_schema_of_a_newer_program_is_refused_and_not_touched(database):
    execute(database, "UPDATE alembic_version SET version_num = '9999'")
    database.close()
    before = database.file.read_bytes() if database.file else None
    with pytest.raises(DatabaseUnusable, match=r"A newer Plumbline made this database\. It was not touched"):
        migrate(database)
    assert revision(database) == "9999"
    assert database.file is None or database.file.read_bytes() == before


def test_each_known_schema_is_accepted():
    require_known(None)
    require_known("0001")


def migrate_and(database, meanwhile, monkeypatch):
    upgrade = command.upgrade

    def then(config, target):
        upgrade(config, target)
        meanwhile(config.attributes["connection"])

    with monkeypatch.context() as patched:
        patched.setattr(command, "upgrade", then)
        migrate(database)


def test_a_migration_that_fails_leaves_nothing_behind(fresh, monkeypatch):
    def fail(_connection):
        raise OSError("the power went")

    with pytest.raises(OSError, match="the power went"):
        migrate_and(fresh, fail, monkeypatch)
    assert revision(fresh) is None
    assert migrate(fresh)


@ON_SQLITE
def test_a_migration_that_breaks_links_is_undone(fresh, monkeypatch):
    def break_links(connection):
        connection.execute(text("INSERT INTO function VALUES (x'01', x'02', 1, 'IT', 'it')"))

    with pytest.raises(DatabaseUnusable, match="1 rows link to nothing after the migration"):
        migrate_and(fresh, break_links, monkeypatch)
    assert revision(fresh) is None


@ON_SQLITE
def test_links_are_checked_again_after_a_migration(fresh):
    migrate(fresh)
    with pytest.raises(Exception, match="FOREIGN KEY"):
        execute(fresh, "INSERT INTO function VALUES (x'01', x'02', 1, 'IT', 'it')")


@ON_SQLITE
def test_a_copy_is_kept_before_an_older_schema_changes(database, monkeypatch):
    monkeypatch.setattr(migration, "newest", lambda: "9999")
    monkeypatch.setattr(migration.command, "upgrade", lambda _config, _target: None)
    kept = database.file.with_name(f"{database.file.stem}-before-9999.db")
    assert migrate(database)
    with closing(sqlite3.connect(kept)) as copied:
        assert copied.execute("SELECT count(*) FROM organisation").fetchone() == (2,)
        assert copied.execute("PRAGMA application_id").fetchone() == (sqlite.APPLICATION_ID,)


def test_the_doors_get_a_database_that_is_ready(fresh):
    assert ready() is fresh
    assert revision(fresh) == newest()


def test_a_server_that_is_not_there_is_told_without_its_password():
    gone = Database("postgresql://asha:topsecret@127.0.0.1:1/plumbline")
    with pytest.raises(DatabaseUnusable, match="cannot be reached") as told:
        revision(gone)
    assert "topsecret" not in str(told.value)


def test_a_draft_of_an_unchanged_schema_changes_nothing(tmp_path, monkeypatch):
    folder = tmp_path / "migrations"
    shutil.copytree(migration._FOLDER, folder)
    monkeypatch.setattr(migration, "_FOLDER", folder)
    following = f"{int(newest()) + 1:04d}"
    drafted = migration.draft("Nothing new")
    assert drafted.name == f"{following}_nothing_new.py"
    assert "op." not in drafted.read_text().split("def upgrade")[1]


@pytest.mark.parametrize("table", ["event", "action_update"])
def test_trails_are_protected_by_the_engine(database, table):
    triggers = {
        "sqlite": "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :name",
        "postgresql": "SELECT count(*) FROM information_schema.triggers WHERE event_object_table = :name",
    }
    with database.reader.connect() as connection:
        assert connection.scalar(text(triggers[database.dialect]), {"name": table}) == 2  # for UPDATE and for DELETE


@pytest.mark.parametrize("statement", ["UPDATE event SET verb = 'x'", "DELETE FROM event"])
def test_the_engine_refuses_to_change_what_happened(database, statement):
    with pytest.raises(DBAPIError, match="event is append-only"):
        execute(database, statement)
