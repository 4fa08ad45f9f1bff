"""The database of this process: reading without a lock, writing one unit at a time."""

import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from sqlalchemy import URL, Engine, create_engine, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError

from ground.settings import Settings, settings
from storage import sqlite
from storage.failure import DatabaseUnusable, NotSaved, may_succeed_again, sentence
from storage.session import GuardedSession

T = TypeVar("T")
ATTEMPTS = 6
FILE = "plumbline.db"
_LOCK = text("SELECT pg_advisory_xact_lock(:key)")


def _key(of: UUID | None) -> int:
    """PostgreSQL's number for the lock of an organisation; 0 between organisations."""
    return int.from_bytes(of.bytes[-8:], signed=True) if of else 0


def hold(session: GuardedSession, of: UUID | None) -> None:
    """Let no other write unit of the organisation run until this one has ended; SQLite runs one at a time in any case."""
    if session.get_bind().dialect.name == "postgresql":
        session.connection().execute(_LOCK, {"key": _key(of)})


def _parsed(url: str) -> URL:
    """The address with our driver; DatabaseUnusable tells how one is written."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise DatabaseUnusable("DATABASE_URL is no address. Write postgresql://user:password@host/name, or leave it out.") from None
    kind = parsed.get_backend_name()
    if kind in {"postgres", "postgresql"}:
        return parsed.set(drivername="postgresql+psycopg")
    if kind == "sqlite" and parsed.database and parsed.database != ":memory:":
        return parsed
    raise DatabaseUnusable(f"DATABASE_URL starts with {kind}. Write postgresql://user:password@host/name or sqlite:////folder/{FILE}.")


class Database:
    """One database, SQLite by file or PostgreSQL by address. Connects at first use; `close` lets go of all connections."""

    def __init__(self, url: str) -> None:
        self.url = _parsed(url)
        self.dialect = self.url.get_backend_name()
        self.file = Path(str(self.url.database)) if self.dialect == "sqlite" else None
        self._reader, self._writer = self._engines()
        # SQLite's own waiting is unfair: a writer may starve for seconds among others of the same process.
        self._one_at_a_time = threading.Lock() if self.dialect == "sqlite" else nullcontext()
        self._writes_here = threading.local()

    def _engines(self) -> tuple[Engine, Engine]:
        if self.file is not None:
            return sqlite.engine(self.file, "BEGIN", read_only=True), sqlite.engine(self.file, "BEGIN IMMEDIATE", read_only=False)
        engine = create_engine(self.url, hide_parameters=True, pool_pre_ping=True, pool_size=10, max_overflow=40)
        return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True), engine

    @property
    def writer(self) -> Engine:
        """The engine that may change things: for migrations and backups; everything else uses `write`."""
        return self._writer

    @property
    def reader(self) -> Engine:
        """The engine that cannot change anything."""
        return self._reader

    @contextmanager
    def reading(self) -> Iterator[GuardedSession]:
        """One consistent look, without a lock; changes are refused by the engine."""
        with self._told(), GuardedSession(self._reader, autoflush=False, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def writing(self, of: UUID | None = None) -> Iterator[GuardedSession]:
        """One attempt at a write unit of an organisation: commits at the end, or leaves nothing behind. `write` retries; prefer it.

        Write units of one organisation follow one another on both engines, so what a unit has read still holds when it writes.
        """
        with self._once(), GuardedSession(self._writer, autoflush=False, expire_on_commit=False) as session, session.begin():
            hold(session, of)
            yield session

    def write(self, do: Callable[[GuardedSession], T], of: UUID | None = None) -> T:
        """Run the unit in one transaction, again when the engine asks. NotSaved when it cannot be stored."""
        with self._told():
            for attempt in range(1, ATTEMPTS):
                try:
                    return self._attempt(do, of)
                except DBAPIError as error:
                    if not may_succeed_again(error):
                        raise
                time.sleep(random.uniform(0, 0.01 * 2**attempt))  # noqa: S311 - spreads the retries; nothing secret
            return self._attempt(do, of)

    def _attempt(self, do: Callable[[GuardedSession], T], of: UUID | None) -> T:
        with self.writing(of) as session:
            return do(session)

    @contextmanager
    def _once(self) -> Iterator[None]:
        if getattr(self._writes_here, "open", False):
            raise RuntimeError("A write unit is open in this thread already: pass its work on instead of opening another.")
        with self._one_at_a_time:
            self._writes_here.open = True
            try:
                yield
            finally:
                self._writes_here.open = False

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Failures of the surroundings become sentences."""
        if self.file is not None:
            sqlite.require_ours(self.file)
        try:
            yield
        except DBAPIError as error:
            told = sentence(error)
            if told is None:
                raise
            raise NotSaved(told) from error

    def close(self) -> None:
        """Let go of every connection."""
        self._reader.dispose()
        self._writer.dispose()


def address(chosen: Settings) -> str:
    """The address that the settings mean: the one given, or a file in the home."""
    return chosen.database_url or f"sqlite:///{chosen.home / FILE}"


_chosen: list[Database] = []
_choosing = threading.Lock()


def current() -> Database:
    """The database of this process: the one given to `use`, or else the one of the settings."""
    with _choosing:
        if not _chosen:
            _chosen.append(Database(address(settings())))
        return _chosen[0]


@contextmanager
def use(database: Database) -> Iterator[Database]:
    """Make this the database of the process for a while: tests and the demo."""
    before = _chosen[:]
    _chosen[:] = [database]
    try:
        yield database
    finally:
        _chosen[:] = before
