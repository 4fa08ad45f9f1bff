"""What other processes do in the tests of this room."""

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from people.model import System
from people.tables import PersonRow
from people.work import Work, writing
from storage.database import Database, current, use
from storage.migrate import migrate
from tests.cast import NOW

TESTS = System(purpose="tests")
MANY = 1_000_000


def started(database: Database, does: Callable[[Connection], None]) -> tuple[BaseProcess, Connection]:
    """Another process at the same database, by fork: it has its own connections. And the end of the pipe that it tells through."""
    address = database.url.render_as_string(hide_password=False)
    hears, tells = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=_run, args=(address, does, tells))
    process.start()
    tells.close()
    return process, hears


def _run(address: str, does: Callable[[Connection], None], tells: Connection) -> None:
    with use(Database(address)):
        does(tells)


def heard(hears: Connection) -> list[object]:
    """All that a process told before it ended."""
    told = []
    while True:
        try:
            told.append(hears.recv())
        except EOFError:
            return told


def count(tells: Connection, times: int) -> None:
    """Read a number and write the next one, again and again."""
    for _ in range(times):
        writing(TESTS, NOW, _next)
    tells.send("done")


def _next(work: Work) -> None:
    row = work.session.scalars(work.select(PersonRow).limit(1)).one()
    row.email = str(int(row.email or 0) + 1)
    work.save(row)


def save(tells: Connection) -> None:
    """Save one after another, telling each number only once it is saved."""
    for number in range(MANY):
        writing(TESTS, NOW, lambda work, number=number: _both(work, number))
        tells.send(number)


def _both(work: Work, number: int) -> None:
    row = work.add(PersonRow(name=f"{number}", created_at=NOW))
    work.record("create", row, None, {"name": row.name})


def make(tells: Connection) -> None:
    """A database from nothing."""
    migrate(current())
    tells.send("done")
