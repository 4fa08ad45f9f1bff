"""A server with accounts and three organisations, each with its canary in every text; people come in by sessions of their own."""

import http.client
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from bench.driver import Driver
from people import sessions
from people.model import Actor, Person, Respondent, Role, System
from people.tables import MembershipRow, PersonRow
from people.work import writing
from storage.database import Database, use
from tests.browser.server import Server, serving
from tests.tenants import SIGNED_IN, Tenant, account, invited, tenant

NOW = datetime.now(UTC)


class Answered(NamedTuple):
    """What came back over HTTP."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Served:
    """The server, what is in it, and who there is."""

    server: Server
    alpha: Tenant
    bravo: Tenant
    charlie: Tenant
    actors: dict[str, Actor]
    """By role, in alpha; the consultant also works for bravo, nobody but its own people for charlie."""

    @contextmanager
    def database(self) -> Iterator[Database]:
        """Its database, in this process."""
        with use(Database(f"sqlite:///{self.server.home}/plumbline.db")) as database:
            yield database
            database.close()

    def session(self, who: Actor) -> sessions.Opened:
        """A new session for somebody."""
        with self.database() as database:
            if isinstance(who, Respondent):
                return database.write(lambda s: sessions.open_for_respondent(s, who, NOW, NOW + timedelta(days=1), "Chromium"))
            assert isinstance(who, Person)
            return database.write(lambda s: sessions.open_for_person(s, who, NOW, SIGNED_IN))

    def cookie(self, who: Actor) -> str:
        """The header that says so."""
        return f"plumbline={self.session(who).token}"

    def seen(self, cookie: str, address: str) -> bytes:
        """All that a page says to a browser, and to its websocket."""
        with closing(Driver(self.server.url + address, cookie).open()) as driver:
            return bytes(driver.heard)

    def ask(self, address: str, cookie: str = "", method: str = "GET", body: bytes | None = None, **headers: str) -> Answered:
        """One request."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=60)) as connection:
            named = {name.replace("_", "-"): value for name, value in headers.items()} | ({"Cookie": cookie} if cookie else {})
            connection.request(method, address, body, named)
            answer = connection.getresponse()
            return Answered(answer.status, {n.lower(): v for n, v in answer.getheaders()}, answer.read())


@contextmanager
def served(home: Path) -> Iterator[Served]:
    """Everything, made and served."""
    with serving(home, measured=False, PLUMBLINE_MODE="accounts") as server:
        with use(Database(f"sqlite:///{home}/plumbline.db")) as database:
            tenants = alpha, bravo, charlie = tuple(tenant(f"canary{name}", NOW) for name in ("alpha", "bravo", "charlie"))
            administrator, consultant = _known("Ada Byron", administrator=True), _known("Tom Weber")
            for one in (alpha.leader, alpha.owner, alpha.viewer, bravo.leader, charlie.leader, administrator, consultant):
                account(one, NOW, password="set")  # noqa: S106 - a session is brought along
            for one in (alpha, bravo):
                inside = System(purpose="tests", organisation_id=one.organisation.id)
                membership = {"person_id": consultant.id, "role": Role.CONSULTANT.value, "since": NOW}
                writing(inside, NOW, lambda work, row=membership: work.add(MembershipRow(**row)))
            heron = invited(tenants[0])
            database.close()
        people = {"leader": alpha.leader, "owner": alpha.owner, "viewer": alpha.viewer, "consultant": consultant}
        yield Served(server, alpha, bravo, charlie, people | {"administrator": administrator, "respondent": heron})


def _known(name: str, *, administrator: bool = False) -> Person:
    row = PersonRow(name=name, email=f"{name.split(maxsplit=1)[0].lower()}@example.org", administrator=administrator, created_at=NOW)
    writing(System(purpose="tests"), NOW, lambda work: work.add(row))
    return Person(id=row.id, name=name)
