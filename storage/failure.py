"""What can go wrong with the database, told as sentences."""

import sqlite3

from sqlalchemy.exc import DBAPIError

from ground.errors import PlumblineError


class DatabaseUnusable(PlumblineError):
    """The database cannot be used as it is; nothing in it was changed."""


class NotSaved(PlumblineError):
    """The last change is not stored."""


_SQLITE = {
    sqlite3.SQLITE_FULL: "The disk is full. Your last change was not saved: free some space, then try again.",
    sqlite3.SQLITE_BUSY: "Another program keeps the data file busy. Your last change was not saved: try again in a moment.",
    sqlite3.SQLITE_READONLY: "The data file is read-only. Your last change was not saved: make the file and its folder writable.",
    sqlite3.SQLITE_CORRUPT: "The data file is damaged. Nothing was changed: stop Plumbline and restore the latest backup.",
    sqlite3.SQLITE_IOERR: "The disk reports an error. Your last change was not saved: check the disk, then try again.",
    sqlite3.SQLITE_CANTOPEN: "The data file cannot be opened. Check that it and its folder exist and are readable.",
    sqlite3.SQLITE_NOTADB: "The data file is not a database. Nothing was changed: restore the latest backup.",
}
_POSTGRESQL = {
    "53": "The database server has run out of room or connections. Your last change was not saved: tell whoever runs it.",
    "25": "The database server accepts no changes now (read-only). Your last change was not saved: tell whoever runs it.",
    "57": "The database server is shutting down. Your last change was not saved: try again in a moment.",
    "08": "The connection to the database server broke. Your last change may not be saved: look, then try again.",
    "40": "Too many people saved at the same moment. Your last change was not saved: try again.",
}
_AGAIN = ("40001", "40P01", "23505")
"""Serialization failure, deadlock, and a unique key that somebody else took a moment earlier."""


def sentence(error: DBAPIError) -> str | None:
    """What to tell a person; None when it is a fault of the program rather than of its surroundings."""
    code = getattr(error.orig, "sqlite_errorcode", None)
    if code is not None:
        return _SQLITE.get(code & 0xFF)
    state = getattr(error.orig, "sqlstate", None)
    if state is None and error.connection_invalidated:
        return _POSTGRESQL["08"]
    return _POSTGRESQL.get((state or "")[:2])


def may_succeed_again(error: DBAPIError) -> bool:
    """Whether the engine asks to run the same write unit once more."""
    code = getattr(error.orig, "sqlite_errorcode", None)
    return (code is not None and code & 0xFF == sqlite3.SQLITE_BUSY) or getattr(error.orig, "sqlstate", None) in _AGAIN
