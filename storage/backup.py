"""A whole copy of the database, made while others go on working."""

import sqlite3
from contextlib import closing
from pathlib import Path

from storage import sqlite
from storage.database import Database
from storage.failure import DatabaseUnusable


def backup(database: Database, to: Path) -> None:
    """Copy the SQLite file; DatabaseUnusable where PostgreSQL's own tools are the way, or a file is in the way."""
    if database.file is None:
        raise DatabaseUnusable("PostgreSQL is backed up with its own tools: run `pg_dump --format=custom --file=plumbline.dump` there.")
    if to.exists():
        raise DatabaseUnusable(f"There is a file {to} already. Choose another name, so that no backup is lost.")
    sqlite.require_ours(database.file)
    copy(database.file, to)


def copy(file: Path, to: Path) -> None:
    """The same rows in a file of their own, in one step; a file of that name is replaced."""
    beside = to.with_name(f"{to.name}.new")
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        beside.unlink(missing_ok=True)
        with closing(sqlite3.connect(file)) as whole:
            whole.execute("VACUUM INTO ?", (str(beside),))
        beside.chmod(0o600)
        beside.replace(to)
    except (OSError, sqlite3.Error) as error:
        raise DatabaseUnusable(f"No copy can be made at {to} ({error}). Free some space or choose another folder.") from None
