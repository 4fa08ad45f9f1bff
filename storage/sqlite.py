"""SQLite: one file, ours by its application id, opened the careful way."""

import os
import sqlite3
import threading
from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from storage.failure import DatabaseUnusable
from storage.row import new_id

APPLICATION_ID = 0x506C756D
"""Bytes 68 to 71 of the file: "Plum"."""
_MAGIC = b"SQLite format 3\x00"
_BUSY_MS = 5000
_seen: set[Path] = set()
_looking = threading.Lock()


def require_ours(file: Path) -> None:
    """DatabaseUnusable unless the file is a database of ours. Never touches it.

    Looks into the file itself once in a process, before SQLite opens it: on POSIX, closing any other handle of a file lets go of
    the locks that SQLite holds on it. The next program to leave would then delete the log under our feet, with what we acknowledge
    from then on.
    """
    with _looking:
        if file not in _seen:
            _look(file)
            _seen.add(file)


def _look(file: Path) -> None:
    try:
        with file.open("rb") as opened:
            head = opened.read(100)
    except FileNotFoundError:
        raise DatabaseUnusable(f"There is no data file {file} yet. Start Plumbline once, or run `plumbline migrate`.") from None
    except OSError as error:
        raise DatabaseUnusable(f"{file} cannot be read ({error.strerror}). Make it readable, or set PLUMBLINE_HOME elsewhere.") from None
    if not head:
        raise DatabaseUnusable(f"{file} is empty, so it may have been damaged. Restore a backup, or move it away to start afresh.")
    if head[:16] != _MAGIC or int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise _not_ours(file)


def _not_ours(file: Path) -> DatabaseUnusable:
    return DatabaseUnusable(f"{file} was not made by Plumbline and was not touched. Move it away, or set PLUMBLINE_HOME elsewhere.")


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
    pool = {"poolclass": QueuePool, "pool_size": 20, "max_overflow": 80}
    made = create_engine("sqlite://", creator=lambda: _opened(file, read_only=read_only), hide_parameters=True, **pool)
    event.listen(made, "begin", lambda connection: _begin(connection, begin))
    return made


def _begin(connection: Connection, begin: str) -> None:
    connection.exec_driver_sql(begin)


def _opened(file: Path, *, read_only: bool) -> sqlite3.Connection:
    require_ours(file)
    # mode=rw: a file that has gone is not made anew.
    address = f"{file.absolute().as_uri()}?mode=rw"
    opened = sqlite3.connect(address, uri=True, timeout=_BUSY_MS / 1000, isolation_level=None, check_same_thread=False)
    try:
        _prepare(opened, file, read_only=read_only)
    except BaseException:
        opened.close()
        raise
    return opened


def _prepare(opened: sqlite3.Connection, file: Path, *, read_only: bool) -> None:
    if opened.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
        raise _not_ours(file)  # it was swapped after we had looked
    # NORMAL would lose acknowledged commits when the power fails.
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", f"query_only = {read_only:d}"):
        opened.execute(f"PRAGMA {pragma}")
