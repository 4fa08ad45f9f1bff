"""Bring a database to the schema of this program: all of it, or none; never one that a newer program made."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import Script, ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from ground.logs import redact
from storage import sqlite
from storage.backup import copy
from storage.database import Database, current
from storage.failure import DatabaseUnusable, sentence

_FOLDER = Path(__file__).parent / "migrations"
_LOCK = 0x506C756D
"""PostgreSQL's advisory lock: server processes that start together migrate one after the other."""


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    config.attributes["connection"] = connection
    return config


def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())


def newest() -> str:
    """The revision that this program wants."""
    return str(_scripts().get_current_head())


def revision(database: Database) -> str | None:
    """The revision that the database has; None for one without tables. DatabaseUnusable when it cannot be reached."""
    if database.file is not None:
        sqlite.require_ours(database.file)
    try:
        with database.reader.connect() as connection:
            return MigrationContext.configure(connection).get_current_revision()
    except DBAPIError as error:
        raise DatabaseUnusable(sentence(error) or _unreachable(database)) from error


def _unreachable(database: Database) -> str:
    return f"The database {redact(database.url.render_as_string())} cannot be reached. Check DATABASE_URL and that the server runs."


def require_known(found: str | None) -> None:
    """DatabaseUnusable when a newer program made the schema."""
    if found is not None and found not in {script.revision for script in _scripts().walk_revisions()}:
        raise DatabaseUnusable("A newer Plumbline made this database. It was not touched: install that version, or use another database.")


def migrate(database: Database) -> bool:
    """Make the database if there is none, and bring it to the newest schema; whether anything was done.

    SQLite keeps a copy of the file as it was beside it.
    """
    if database.file is not None and not database.file.exists():
        sqlite.create(database.file)
    found = revision(database)
    require_known(found)
    if found == newest():
        return False
    if database.file is not None and found is not None:
        copy(database.file, database.file.with_name(f"{database.file.stem}-before-{newest()}.db"))
    with _alone(database) as connection:
        command.upgrade(_config(connection), "head")
    return True


def ready() -> Database:
    """The database of this process, migrated: what each door calls first."""
    database = current()
    migrate(database)
    return database


@contextmanager
def _alone(database: Database) -> Iterator[Connection]:
    """One transaction with nobody else changing the schema; on SQLite without foreign keys, all checked at its end."""
    with database.writer.connect() as connection:
        if database.dialect == "postgresql":
            with connection.begin():
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
                yield connection
            return
        pragma = connection.connection.cursor().execute
        pragma("PRAGMA foreign_keys = OFF")  # has no effect inside a transaction
        try:
            with connection.begin():
                yield connection
                _require_whole(connection)
        finally:
            pragma("PRAGMA foreign_keys = ON")


def _require_whole(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise DatabaseUnusable(f"{len(broken)} rows link to nothing after the migration, so it was undone. Restore a backup and tell us.")


def draft(message: str) -> Path:
    """Write the next migration from what differs between the rows that are imported and the newest schema in a scratch database."""
    with tempfile.TemporaryDirectory() as folder:
        scratch = Database(f"sqlite:///{folder}/scratch.db")
        migrate(scratch)
        with scratch.writer.connect() as connection:
            number = f"{int(newest()) + 1:04d}"
            made = command.revision(_config(connection), message, autogenerate=True, rev_id=number)
        scratch.close()
    return Path(cast("Script", made).path)
