"""Signing in by the company's own sign-on (OpenID Connect), over loopback, in a real browser and by hand."""

import http.cookiejar
import json
import re
import urllib.error
import urllib.parse
import urllib.request
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from urllib.parse import parse_qs, quote, unquote, urlsplit
from uuid import UUID

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import Page, expect

from people import service
from people.door_tables import AccountRow, GroupRoleRow
from people.model import Organisation, Role, System
from people.tables import MembershipRow, PersonRow
from people.work import reading, writing
from storage.database import Database, use
from storage.row import Row
from tests.browser.company import company
from tests.browser.driver import DESKTOP, settled
from tests.browser.server import Server, serving

pytestmark = pytest.mark.browser
NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
PEOPLE = (
    {"sub": "asha", "name": "Asha Rao", "email": "asha@northwind.example", "email_verified": True, "groups": ["itsm-leads", "all"]},
    {"sub": "vera", "name": "Vera Sund", "email": "vera@northwind.example", "email_verified": True, "groups": ["all"]},
    {"sub": "chitra", "name": "Chitra Nair", "email": "chitra@northwind.example", "email_verified": True, "groups": ["owners"]},
    {"sub": "mallory", "name": "Mallory", "email": "chitra@northwind.example", "email_verified": False, "groups": ["all"]},
    {"sub": "tom", "name": "Tom", "email": "tom@consultants.example", "email_verified": True, "groups": []},
)


@pytest.fixture(scope="module")
def issuer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with company(tmp_path_factory.mktemp("company") / "log", *PEOPLE) as address:
        yield address


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, issuer: str) -> Iterator[Server]:
    home = tmp_path_factory.mktemp("home")
    asks = {"PLUMBLINE_OIDC_ISSUER": issuer, "PLUMBLINE_OIDC_CLIENT_ID": "plumbline", "PLUMBLINE_OIDC_CLIENT_SECRET": "secret-canary-4711"}
    with serving(home, PLUMBLINE_MODE="accounts", **asks) as started:
        begin(started, issuer)
        yield started


def database(server: Server) -> Database:
    return Database(f"sqlite:///{server.home}/plumbline.db")


def begin(server: Server, issuer: str) -> None:
    """Northwind, bound to the company; Harbour, which is not; Chitra and Tom have accounts already."""
    with use(database(server)) as opened:
        first = service.begin(NOW)
        northwind, harbour = (
            writing(first, NOW, lambda work, name=name: service.create_organisation(work, name, "Europe/London", "GBP"))
            for name in ("Northwind", "Harbour")
        )
        for group, role in {"itsm-leads": Role.LEADER, "owners": Role.OWNER}.items():
            put(GroupRoleRow(issuer=issuer, group=group, role=role.value), northwind)
        chitra, tom = account("Chitra Nair", "chitra@northwind.example"), account("Tom", "tom@consultants.example")
        for person, organisation, role in ((chitra, northwind, Role.OWNER), (tom, northwind, Role.VIEWER), (tom, harbour, Role.CONSULTANT)):
            put(MembershipRow(person_id=person, role=role.value, since=NOW), organisation)
        opened.close()


def put(row: Row, organisation: Organisation | None = None) -> Row:
    within = System(purpose="tests", organisation_id=organisation.id if organisation else None)
    return writing(within, NOW, lambda work: work.add(row))


def account(name: str, email: str) -> UUID:
    person = put(PersonRow(name=name, email=email, created_at=NOW))
    put(AccountRow(id=person.id, login=email))
    return person.id


def accounts(server: Server) -> dict[str, tuple[str | None, set[str]]]:
    """By address: the company's name for them, and their roles."""
    with use(database(server)) as opened, reading(System(purpose="tests"), NOW) as work:
        people = {row.id: row.login for row in work.session.scalars(work.select(AccountRow))}
        subjects = {row.login: row.subject for row in work.session.scalars(work.select(AccountRow))}
        found: dict[str, tuple[str | None, set[str]]] = {login: (subject, set()) for login, subject in subjects.items()}
        for organisation in service.organisations(work):
            with reading(System(purpose="tests", organisation_id=organisation.id), NOW) as inside:
                for row in inside.session.scalars(inside.select(MembershipRow)):
                    if row.person_id in people and row.left_at is None:
                        found[people[row.person_id]][1].add(row.role)
        opened.close()
    return found


class Browser:
    """Walks by hand what a browser walks: keeps cookies, follows nothing by itself."""

    def __init__(self, server: Server) -> None:
        self.url = server.url
        self.jar = http.cookiejar.CookieJar()
        self._opener = urllib.request.build_opener(Still, urllib.request.HTTPCookieProcessor(self.jar))

    def get(self, address: str, form: dict[str, str] | None = None) -> tuple[int, str, str]:
        """Status, where it leads, body."""
        address = address if address.startswith("http") else self.url + address
        data = urllib.parse.urlencode(form).encode() if form else None
        try:
            with self._opener.open(urllib.request.Request(address, data), timeout=20) as answer:  # noqa: S310 - this machine's
                return answer.status, "", answer.read().decode()
        except urllib.error.HTTPError as told:
            return told.code, told.headers.get("location", ""), told.read().decode()

    def leave(self) -> str:
        """To the company; the address that it is asked at."""
        status, to, _ = self.get("/sign-in/company?next=/register")
        assert status in {302, 303}
        return to

    def comes_back(self, sub: str) -> str:
        """Say yes at the company; the address that the browser is sent back to."""
        _, back, _ = self.get(self.leave(), {"sub": sub})
        return back

    @property
    def is_in(self) -> bool:
        return self.get("/_stcore/host-config")[0] == 200


class Still(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


def query(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


@pytest.fixture
def window(browser: Chromium) -> Iterator[Page]:
    """Without the watch for foreign requests: the provider's own page, which is not ours, asks for a style sheet elsewhere."""
    context = browser.new_context(viewport=DESKTOP)  # type: ignore[arg-type] - a TypedDict of the same two
    yield context.new_page()
    context.close()


def test_in_a_browser_a_group_of_the_company_opens_the_organisation(window: Page, server: Server):
    window.goto(f"{server.url}/register")
    window.get_by_role("link", name="Sign in with your company").click()
    window.get_by_role("button", name="asha").first.click()
    window.wait_for_url(re.compile(re.escape(server.url)))
    settled(window)
    expect(window.get_by_test_id("stSidebar").get_by_role("button", name="Asha Rao")).to_be_visible()
    expect(window).to_have_url(re.compile("/register$"))
    assert accounts(server)["asha@northwind.example"] == ("asha", {"leader"})


def test_it_asks_with_pkce_a_state_and_a_nonce_that_are_new_each_time(server: Server):
    first, second = query(Browser(server).leave()), query(Browser(server).leave())
    assert first["code_challenge_method"] == "S256"
    assert first["response_type"] == "code"
    assert first["redirect_uri"] == f"{server.url}/sign-in/company/back"
    for name in ("state", "nonce", "code_challenge"):
        assert len(first[name]) >= 20
        assert first[name] != second[name]


def test_an_account_made_before_is_linked_by_an_address_that_the_company_vouches_for(server: Server):
    chitra = Browser(server)
    status, to, _ = chitra.get(chitra.comes_back("chitra"))
    assert (status, to, chitra.is_in) == (303, "/register", True)
    assert accounts(server)["chitra@northwind.example"] == ("chitra", {"owner"})


def test_an_address_that_nobody_vouches_for_opens_nothing(server: Server):
    mallory = Browser(server)
    status, _, body = mallory.get(mallory.comes_back("mallory"))
    assert (status, mallory.is_in) == (403, False)
    assert "none of your groups has a place here" in body
    assert accounts(server)["chitra@northwind.example"][0] in {None, "chitra"}


def test_a_group_that_nobody_named_opens_nothing(server: Server):
    vera = Browser(server)
    status, _, _ = vera.get(vera.comes_back("vera"))
    assert (status, vera.is_in) == (403, False)
    assert "vera@northwind.example" not in accounts(server)


def test_a_company_does_not_open_an_account_that_reaches_beyond_it(server: Server):
    tom = Browser(server)
    status, _, _ = tom.get(tom.comes_back("tom"))
    assert (status, tom.is_in) == (403, False)
    assert accounts(server)["tom@consultants.example"] == (None, {"viewer", "consultant"})


def test_what_another_browser_began_cannot_be_ended_here(server: Server):
    asha, mallory = Browser(server), Browser(server)
    mallory.leave()
    status, _, body = mallory.get(asha.comes_back("asha"))
    assert (status, mallory.is_in) == (502, False)
    assert "did not answer as it should" in body


@pytest.mark.parametrize(
    "change",
    [lambda q: q | {"state": "forged"}, lambda q: q | {"code": "forged"}, lambda q: {"error": "access_denied"}, lambda _: {}],
)
def test_what_was_forged_on_the_way_is_refused(server: Server, change):
    asha = Browser(server)
    back = asha.comes_back("asha")
    forged = urllib.parse.urlencode(change(query(back)))
    status, _, _ = asha.get(f"/sign-in/company/back?{forged}")
    assert (status, asha.is_in) == (502, False)


def test_a_code_is_used_once(server: Server):
    asha = Browser(server)
    back = asha.comes_back("asha")
    assert asha.get(back)[0] == 303
    assert asha.get(back)[0] == 502


def test_a_nonce_of_another_time_is_refused(server: Server):
    asha = Browser(server)
    back = asha.comes_back("asha")
    forgets(asha, nonce="another-time")
    assert asha.get(back)[0] == 502


@pytest.mark.parametrize("verifier", ["x" * 48, None])
def test_a_code_that_somebody_caught_is_worth_nothing_without_its_verifier(server: Server, verifier: str | None):
    asha = Browser(server)
    back = asha.comes_back("asha")
    forgets(asha, code_verifier=verifier)
    assert (asha.get(back)[0], asha.is_in) == (502, False)


def test_the_challenge_is_that_of_the_verifier_which_stays_with_the_browser(server: Server):
    asha = Browser(server)
    asked = asha.leave()
    verifier = remembers(asha)[2]["code_verifier"]
    assert query(asked)["code_challenge"] == urlsafe_b64encode(sha256(verifier.encode()).digest()).decode().rstrip("=")
    assert verifier not in asked


def remembers(browser: Browser) -> tuple[http.cookiejar.Cookie, dict[str, object], dict[str, str]]:
    cookie = next(c for c in browser.jar if c.name == "plumbline-company")
    remembered = json.loads(unquote(cookie.value or ""))
    (kept,) = (value["data"] for name, value in remembered.items() if name.startswith("_state_"))
    return cookie, remembered, kept


def forgets(browser: Browser, **instead: str | None) -> None:
    """Other values in what the browser remembers, or none."""
    cookie, remembered, kept = remembers(browser)
    for name, value in instead.items():
        del kept[name]
        kept.update({name: value} if value is not None else {})
    cookie.value = quote(json.dumps(remembered), safe="")


def test_who_loses_the_group_loses_the_place_at_the_next_sign_in(server: Server, issuer: str):
    asha = Browser(server)
    asha.get(asha.comes_back("asha"))
    put_claims(issuer, {**PEOPLE[0], "groups": ["all"]})
    try:
        again = Browser(server)
        status, _, _ = again.get(again.comes_back("asha"))
        assert (status, again.is_in) == (403, False)
        assert accounts(server)["asha@northwind.example"] == ("asha", set())
    finally:
        put_claims(issuer, PEOPLE[0])


def put_claims(issuer: str, claims: dict[str, object]) -> None:
    body = json.dumps({name: value for name, value in claims.items() if name != "sub"}).encode()
    asked = urllib.request.Request(f"{issuer}/users/{claims['sub']}", body, {"Content-Type": "application/json"}, method="PUT")  # noqa: S310
    with urllib.request.urlopen(asked, timeout=5) as answer:  # noqa: S310 - this machine's
        assert answer.status < 300


def test_no_secret_of_the_company_is_in_the_log_or_on_a_page(server: Server):
    asha = Browser(server)
    back = asha.comes_back("asha")
    asha.get(back)
    for canary in ("secret-canary-4711", query(back)["code"], query(back)["state"]):
        assert canary not in server.log
