"""SQLite: one file, ours by its application id, opened the careful way."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event

from storage.failure import DatabaseUnusable
from storage.row import new_id

APPLICATION_ID = 0x506C756D
"""Bytes 68 to 71 of the file: "Plum"."""
_MAGIC = b"SQLite format 3\x00"
_BUSY_MS = 5000


# Files looked into already. A file that SQLite has open here must not be opened beside it: closing it would drop this process's locks on
# it (POSIX), and the next process to leave would then delete the log under our feet, with what we acknowledge from then on.
_known: set[tuple[int, int]] = set()


def require_ours(file: Path) -> None:
    """DatabaseUnusable unless the file is a database of ours. Looks at its first 100 bytes, once."""
    try:
        seen = file.stat()
        head = b"" if not seen.st_size or _identity(seen) in _known else _head(file)
    except FileNotFoundError:
        raise DatabaseUnusable(f"There is no data file {file} yet. Start Plumbline once, or run `plumbline migrate`.") from None
    except OSError as error:
        raise DatabaseUnusable(f"{file} cannot be read ({error.strerror}). Make it readable, or set PLUMBLINE_HOME elsewhere.") from None
    if not seen.st_size:
        raise DatabaseUnusable(f"{file} is empty, so it may have been damaged. Restore a backup, or move it away to start afresh.")
    if head and (head[:16] != _MAGIC or int.from_bytes(head[68:72], "big") != APPLICATION_ID):
        raise DatabaseUnusable(f"{file} was not made by Plumbline and was not touched. Move it away, or set PLUMBLINE_HOME elsewhere.")
    _known.add(_identity(seen))


def _identity(seen: os.stat_result) -> tuple[int, int]:
    return seen.st_dev, seen.st_ino


def _head(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(100)


def create(file: Path) -> None:
    """An empty database of ours, in one step: a crash leaves none, and an existing file is never replaced."""
    beside = file.with_name(f"{file.name}.{new_id()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        _make(beside)
        with suppress(FileExistsError):
            os.link(beside, file)
    except (OSError, sqlite3.Error) as error:
        raise DatabaseUnusable(f"No data file can be made in {file.parent} ({error}). Make the folder writable or change it.") from None
    finally:
        with suppress(OSError):
            beside.unlink()


def _make(file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as made:
        made.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    file.chmod(0o600)


def engine(file: Path, begin: str, *, read_only: bool) -> Engine:
    """An engine whose transactions start with `begin`. The driver starts none of its own: it would start them deferred."""
    url = URL.create("sqlite", database=str(file))
    made = create_engine(url, hide_parameters=True, pool_size=20, max_overflow=80, connect_args={"timeout": _BUSY_MS / 1000})
    event.listen(made, "connect", _prepared(read_only=read_only))
    event.listen(made, "begin", lambda connection: _begin(connection, begin))
    return made


def _begin(connection: Connection, begin: str) -> None:
    connection.exec_driver_sql(begin)


def _prepared(*, read_only: bool) -> Callable[[Any, object], None]:
    def prepare(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        for pragma in _pragmas(read_only=read_only):
            connection.execute(f"PRAGMA {pragma}")

    return prepare


def _pragmas(*, read_only: bool) -> tuple[str, ...]:
    # NORMAL would lose acknowledged commits when the power fails.
    always = (f"busy_timeout = {_BUSY_MS}", "journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON")
    return (*always, "query_only = ON") if read_only else always
