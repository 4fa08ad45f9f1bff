"""Who looks at the views: somebody who leads the demo organisation, and somebody who has just begun."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from improvement.demo import tell
from people import service
from people.model import FunctionKind, Person
from people.work import Work, reading, writing
from storage.database import Database, use
from storage.migrate import migrate

NOW = datetime.now(UTC)


@pytest.fixture(scope="module")
def leader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Person]:
    """Who leads the demo organisation; one for all tests of a file."""
    with first(tmp_path_factory.mktemp("demo")) as person:
        tell(person, NOW)
        with reading(person, NOW) as work:
            yield service.acting_for(person, service.organisations(work)[0].id)


@pytest.fixture
def work(leader: Person) -> Iterator[Work]:
    """A look at the demo."""
    with reading(leader, NOW) as opened:
        yield opened


@pytest.fixture
def beginner(tmp_path: Path) -> Iterator[Person]:
    """Who leads an organisation with one function, in which nothing has happened."""
    with first(tmp_path) as person:
        organisation = writing(person, NOW, lambda w: service.create_organisation(w, "Northwind", "Europe/London", "EUR"))
        leader = service.acting_for(person, organisation.id)
        writing(leader, NOW, lambda w: service.create_function(w, "IT", FunctionKind.IT))
        yield leader


@contextmanager
def first(home: Path) -> Iterator[Person]:
    """The first person of a new database, which is the current one meanwhile."""
    database = Database(f"sqlite:///{home}/plumbline.db")
    migrate(database)
    with use(database):
        yield service.begin(NOW)
    database.close()
