"""A server that people sign in to, with an administrator and a viewer, spoken to as a browser's forms would."""

import re
import sqlite3
import ssl
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

import httpx
import pyotp

from people import accounts, enrolment, entrance, service, sessions
from people.entrance import Caller
from people.model import Person, Role
from people.work import writing
from storage.database import Database, use
from tests.browser.server import Server

PASSWORD, OTHER = "canary copper bell winter", "canary wet slate under moss"
ADMINISTRATOR, VIEWER = "asha@example.org", "vera@example.org"
_TLS = ssl.create_default_context()
"""Made once: nobody here speaks TLS, and a client would read all certificates of the machine."""
_TESTS = Caller("192.0.2.1", "Tests")


@dataclass(frozen=True)
class Site:
    """The server, and the secret of the administrator's authenticator."""

    server: Server
    secret: str
    asha: Person
    vera: Person

    def browser(self, **headers: str) -> httpx.Client:
        """One with cookies of its own; it says where its forms come from, as browsers do."""
        return httpx.Client(base_url=self.server.url, headers={"Origin": self.server.url} | headers, timeout=120, verify=_TLS)

    @contextmanager
    def inside(self) -> Iterator[httpx.Client]:
        """A browser in which the viewer has signed in."""
        with self.browser() as browser:
            answer = browser.post("/sign-in", data={"email": VIEWER, "password": PASSWORD})
            assert (answer.status_code, answer.headers["location"]) == (303, "/"), answer.text
            yield browser

    def link(self) -> str:
        """A new one-time link for the viewer."""
        with self._here():
            return "/link/" + writing(self.asha, _now(), lambda work: accounts.make_link(work, self.vera.id))

    def disable(self, *, disabled: bool) -> None:
        with self._here():
            act = accounts.disable if disabled else accounts.enable
            writing(self.asha, _now(), lambda work: act(work, self.vera.id))

    def promote(self, *, promoted: bool) -> None:
        """The viewer becomes an administrator, as another administrator's command makes one; or is none any more."""
        with closing(sqlite3.connect(self.server.home / "plumbline.db", timeout=10)) as database, database:
            database.execute("UPDATE person SET administrator = ? WHERE name = 'Vera'", [promoted])

    def forgive(self) -> None:
        """As after a quarter of an hour."""
        with closing(sqlite3.connect(self.server.home / "plumbline.db", timeout=10)) as database, database:
            database.execute("DELETE FROM attempt")

    def code(self) -> str:
        """The next one of the authenticator that was not used yet."""
        used = self._step()
        step = max(int(time.time()) // 30, used + 1)
        time.sleep(max(0.0, (step - 1) * 30 - time.time()))
        return pyotp.TOTP(self.secret).generate_otp(step)

    def _step(self) -> int:
        with closing(sqlite3.connect(self.server.home / "plumbline.db", timeout=10)) as database:
            return int(database.execute("SELECT max(totp_step) FROM account").fetchone()[0])

    def _here(self):
        return use(Database(f"sqlite:///{self.server.home / 'plumbline.db'}"))


def settled(server: Server) -> Site:
    """Asha administers and leads Meridian Foods, Vera looks."""
    with use(Database(f"sqlite:///{server.home / 'plumbline.db'}")):
        step = entrance.by_link(accounts.create_administrator("Asha Rao", ADMINISTRATOR, _now()), PASSWORD, _TESTS, _now())
        secret = _enrolled(step.token)
        asha = service.begin(_now())
        here = writing(asha, _now(), lambda work: service.create_organisation(work, "Meridian Foods", "Asia/Kolkata", "INR"))
        leader = service.acting_for(asha, here.id)
        card = writing(leader, _now(), lambda work: service.add_person(work, "Vera", VIEWER, Role.VIEWER))
        writing(asha, _now(), lambda work: accounts.make(work, card.id))
        link = writing(asha, _now(), lambda work: accounts.make_link(work, card.id))
        entrance.by_link(link, PASSWORD, _TESTS, _now())
        return Site(server, secret, asha, Person(id=card.id, name="Vera"))


def told(answer: httpx.Response) -> str:
    """The sentence of an error page."""
    found = re.search(r'role="alert">([^<]*)<', answer.text)
    return found[1] if found else ""


def _enrolled(token: str) -> str:
    waiting = sessions.by_token(token, _now())
    assert waiting is not None
    secret, _ = enrolment.being_set_up(waiting)
    entrance.by_enrolment(waiting, pyotp.TOTP(secret).now(), _TESTS, _now())
    return secret


def _now() -> datetime:
    return datetime.now(UTC)
