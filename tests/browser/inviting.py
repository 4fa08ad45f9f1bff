"""People of a server with accounts, for the browser tests: the cast in its database, and windows that are signed in as one of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

from playwright.sync_api import Browser, Page, expect

from assessment import service
from assessment.model import Start
from people import account_store, sessions
from people.door_tables import AccountRow
from people.model import Person
from people.work import writing
from questionnaires.model import Mode
from storage.database import FILE, Database, use
from storage.session import GuardedSession, flush
from tests.browser.driver import DESKTOP, settled
from tests.browser.server import Server, serving
from tests.cast import Cast, found
from tests.tenants import SIGNED_IN

COOKIE = "plumbline"


class Office:
    """A server with accounts where the cast works, and an assessment that Asha has begun."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.url = server.url
        self.database = Database(f"sqlite:///{server.home / FILE}")
        self.cast: Cast = found(self.database)
        self.assessment_id = self.start()

    def start(self, questionnaire: str = "three-pillars", name: str = "IT, autumn 2026", mode: Mode = "quick") -> UUID:
        """An assessment led by Asha."""
        period = {"starts": date(2025, 11, 1), "ends": date(2026, 10, 31)}
        wanted = Start(questionnaire=questionnaire, function_id=self.cast.it.id, name=name, mode=mode, **period)
        with use(self.database):
            return writing(self.cast.asha, datetime.now(UTC), lambda work: service.start(work, wanted)).id

    def token(self, person: Person) -> str:
        """A session of the person's, as signing in would open it."""

        def unit(session: GuardedSession) -> str:
            if account_store.by_person(session, person.id) is None:
                account = AccountRow(id=person.id, login=f"{person.name.lower()}@example.org")
                session.add(account)
                flush(session, account)
            return sessions.open_for_person(session, person, datetime.now(UTC), SIGNED_IN).token

        return self.database.write(unit)

    def sign_in(self, page: Page, person: Person) -> Page:
        """The page's window is the person's from now on."""
        page.context.add_cookies([{"name": COOKIE, "value": self.token(person), "url": self.url}])
        return page

    def address(self, place: str) -> str:
        """Of a page about the assessment."""
        return f"{self.url}/{place}?a={self.assessment_id}"


@contextmanager
def office(home: Path) -> Iterator[Office]:
    """A server with accounts."""
    with serving(home, PLUMBLINE_MODE="accounts") as server:
        opened = Office(server)
        yield opened
        opened.database.close()


@contextmanager
def window(browser: Browser) -> Iterator[Page]:
    """A browser of somebody else's."""
    context = browser.new_context(viewport=DESKTOP, locale="en-GB")  # type: ignore[arg-type] - a TypedDict of the same two
    yield context.new_page()
    context.close()


def begin(page: Page, link: str) -> Page:
    """Follow an invitation's link, and begin."""
    page.goto(link)
    page.get_by_role("button", name="Begin").click()
    page.wait_for_url("**/answer?a=*")
    return settled(page)


def made(page: Page) -> list[str]:
    """The links that the page of respondents shows this once."""
    shown = page.locator(".st-key-links-made code")
    expect(shown).to_be_visible()
    return shown.inner_text().split()
