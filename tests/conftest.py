"""What every room's tests may ask for.

- `database`: migrated, holding the cast, and the current one of the process. The test runs once on SQLite and once on
  PostgreSQL; `@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)` keeps it to one.
- `bare`: the same without anybody in it.
- `cast`: Asha, Ben, Chitra, Tom, Vera, Dev, their organisations and functions (tests/cast.py).
- `work`: Asha's work in an open write transaction that is undone at the end.
- `as_actor`: `as_actor(cast.ben)` is Ben's work in that same transaction.

Where doors are tested, take `database` and use `people.work.reading` and `writing`: not together with `work`, which is a write
unit already. Without a PostgreSQL server its half is skipped, or fails when PLUMBLINE_REQUIRE_ALL is set.
"""

import itertools
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from cli.maintenance import TABLES
from people.model import Actor
from people.work import Work
from storage.database import Database, use
from storage.migrate import migrate
from tests.cast import NOW, Cast, found
from tests.postgres import Postgres, PostgresUnavailable

# Links between rows need the tables of all rooms known.
for tables in TABLES:
    import_module(tables)

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """The server of this session."""
    server = Postgres()
    try:
        server.start()
        yield server
    except PostgresUnavailable as error:
        if os.environ.get("PLUMBLINE_REQUIRE_ALL"):
            pytest.fail(f"PostgreSQL is required and does not start: {error}", pytrace=False)
        pytest.skip(f"PostgreSQL does not start: {error}")
    finally:
        server.stop()


class Engine:
    """Makes databases of one kind, most of them as copies of two that are made once."""

    def __init__(self, kind: str, folder: Path, server: Postgres | None) -> None:
        self.kind = kind
        self._folder = folder
        self._server = server
        self._named: dict[str, str] = {}
        self._template("bare", None, migrate)
        self.cast = self._template("cast", "bare", found)

    def _template(self, name: str, base: str | None, fill: Callable[[Database], object]) -> object:
        # A number of its own: the session may make an engine of this kind again, on the same server.
        self._named[name] = f"{name}{next(_numbers)}"
        made = Database(self._copy(self._named[name], base))
        filled = fill(made)
        made.close()
        return filled

    def _copy(self, name: str, base: str | None) -> str:
        if self._server is not None:
            return self._server.create(name, self._named[base] if base else "template1")
        file = self._folder / f"{name}.db"
        if base is not None:
            shutil.copy(self._folder / f"{self._named[base]}.db", file)
        return f"sqlite:///{file}"

    @contextmanager
    def copy(self, base: str | None) -> Iterator[Database]:
        """A database for one test, the current one of the process; None: an empty one."""
        name = f"test{next(_numbers)}"
        made = Database(self._copy(name, base))
        try:
            with use(made):
                yield made
        finally:
            made.close()
            if self._server is not None:
                self._server.drop(name)


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """The maker of databases of one kind."""
    server = request.getfixturevalue("postgres") if request.param == "postgresql" else None
    return Engine(request.param, tmp_path_factory.mktemp(request.param), server)


@pytest.fixture
def fresh(engine: Engine) -> Iterator[Database]:
    """No schema yet."""
    with engine.copy(None) as made:
        yield made


@pytest.fixture
def bare(engine: Engine) -> Iterator[Database]:
    """Migrated, and nobody in it."""
    with engine.copy("bare") as made:
        yield made


@pytest.fixture
def database(engine: Engine) -> Iterator[Database]:
    """Migrated, with the cast."""
    with engine.copy("cast") as made:
        yield made


@pytest.fixture
def cast(engine: Engine, database: Database) -> Cast:
    """Who is in it."""
    return engine.cast


@pytest.fixture
def work(database: Database, cast: Cast) -> Iterator[Work]:
    """Asha's, undone at the end."""
    with database.writing() as session:
        yield Work(session, cast.asha, NOW)
        session.rollback()


@pytest.fixture
def as_actor(work: Work) -> Callable[[Actor], Work]:
    """Somebody else's work in the same transaction."""
    return lambda actor: replace(work, actor=actor, denials=[])
