"""A server with accounts, two organisations and somebody for each role; a session is made in the database, its token is the cookie."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Page

from people import memberships, sessions
from people.model import Person, Role, System
from people.tables import PersonRow
from people.work import writing
from storage.database import Database, use
from tests.browser.driver import opened
from tests.browser.server import Server, serving
from tests.tenants import SIGNED_IN, Tenant, account, tenant

NOW = datetime.now(UTC)


@dataclass(frozen=True)
class Governed:
    """The server, two organisations, and people between them."""

    server: Server
    alpha: Tenant
    bravo: Tenant
    administrator: Person
    consultant: Person

    @contextmanager
    def database(self) -> Iterator[Database]:
        """Its database, in this process."""
        with use(Database(f"sqlite:///{self.server.home}/plumbline.db")) as database:
            yield database
            database.close()

    def enter(self, page: Page, who: Person, address: str = "/") -> Page:
        """Open a page as somebody."""
        with self.database() as database:
            token = database.write(lambda session: sessions.open_for_person(session, who, NOW, SIGNED_IN)).token
        page.context.clear_cookies()
        page.context.add_cookies([{"name": "plumbline", "value": token, "url": self.server.url}])
        return opened(page, f"{self.server.url}{address}")


@contextmanager
def governed(home: Path) -> Iterator[Governed]:
    """Everything, served."""
    with serving(home, PLUMBLINE_MODE="accounts") as server:
        with use(Database(f"sqlite:///{home}/plumbline.db")) as database:
            alpha, bravo = tenant("canaryalpha", NOW), tenant("canarybravo", NOW)
            administrator, consultant = _known("Ada Byron", administrator=True), _known("Tom Weber")
            for one in (alpha.leader, alpha.owner, alpha.viewer, bravo.leader, administrator, consultant):
                account(one, NOW, password="set")  # noqa: S106 - a session is brought along
            for one in (alpha, bravo):
                inside = System(purpose="tests", organisation_id=one.organisation.id)
                writing(inside, NOW, lambda work: memberships.store.add_membership(work, consultant.id, Role.CONSULTANT))
            database.close()
        yield Governed(server, alpha, bravo, administrator, consultant)


def _known(name: str, *, administrator: bool = False) -> Person:
    row = PersonRow(name=name, email=f"{name.split(maxsplit=1)[0].lower()}@example.org", administrator=administrator, created_at=NOW)
    writing(System(purpose="tests"), NOW, lambda work: work.add(row))
    return Person(id=row.id, name=name)
