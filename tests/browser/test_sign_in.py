"""The way in as a person takes it, and what becomes of open windows when somebody goes out."""

from collections.abc import Iterator
from typing import NamedTuple
from uuid import UUID

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.acting import main, press, title
from tests.browser.assessing import Door, answering, card, chosen, pick
from tests.browser.driver import axe, look, opened, seen, settled
from tests.browser.server import Server, serving
from tests.browser.signing_in import PASSWORD, Phone, administrators_link, come_in, sign_in, signs_out

pytestmark = pytest.mark.browser


class Inside(NamedTuple):
    """A server with one assessment, and what its administrator, once the one person of local mode, has to come in by."""

    server: Server
    assessment: UUID
    phone: Phone
    codes: list[str]


@pytest.fixture(scope="module")
def inside(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Inside]:
    with serving(tmp_path_factory.mktemp("accounts"), PLUMBLINE_MODE="accounts") as server:
        door = Door(server)
        assessment = door.start()
        context = browser.new_context()
        phone, codes = come_in(context.new_page(), administrators_link(server))
        yield Inside(server, assessment, phone, codes)
        context.close()
        door.close()


@pytest.fixture
def door(inside: Inside) -> Iterator[Door]:
    made = Door(inside.server)
    yield made
    made.close()


def both(page: Page, name: str) -> None:
    """Inspect a page that is none of Streamlit's, in light and dark and on a phone."""
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type] - a literal of two
        axe(page)
    page.set_viewport_size({"width": 390, "height": 844})
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390, f"{name} is wider than a phone"
    page.set_viewport_size({"width": 1440, "height": 900})


def test_from_the_first_link_to_two_tabs_and_out_again(page: Page, fresh_accounts: Server):
    """Link, password, second factor, in; out; in by password and code; signing out in one tab denies the next click in the other."""
    link = administrators_link(fresh_accounts)
    page.goto(link)
    both(page, "link")
    phone, codes = come_in(page, link)
    assert len(set(codes)) == 10
    expect(page.get_by_text("Northwind").first).to_be_visible()
    signs_out(page, fresh_accounts)
    both(page, "sign-in")
    assert page.request.get(link).status == 404
    sign_in(page, f"{fresh_accounts.url}/register", phone.code())
    assert page.url == f"{fresh_accounts.url}/register"
    second = page.context.new_page()
    opened(second, f"{fresh_accounts.url}/organisation")
    signs_out(page, fresh_accounts)
    second.get_by_test_id("stSidebarNav").get_by_role("link", name="Results").click()
    expect(second.get_by_role("heading", name="Sign in")).to_be_visible()
    assert second.url.startswith(f"{fresh_accounts.url}/sign-in?next=%2Forganisation")


@pytest.fixture
def fresh_accounts(tmp_path) -> Iterator[Server]:
    with serving(tmp_path / "home", PLUMBLINE_MODE="accounts") as server:
        door = Door(server)
        door.start()
        door.close()
        yield server


def test_an_answer_after_the_session_has_gone_is_refused_with_a_sentence_and_what_was_typed_stays(page: Page, inside: Inside, door: Door):
    sign_in(page, answering(inside.server, inside.assessment, "last"), inside.codes.pop())
    ending = card(page, inside.assessment, "ending")
    pick(ending, "Anchor 1 of ending.")
    chosen(ending, "Anchor 1 of ending.")
    ending.get_by_role("button", name="Note").click()
    page.get_by_role("textbox", name="Note").fill("A paragraph that took a while.")
    elsewhere = page.context.new_page()
    elsewhere.goto(f"{inside.server.url}/sign-out")
    elsewhere.get_by_role("button", name="Sign out").click()
    page.get_by_role("textbox", name="Note").press("Control+Enter")
    expect(page.get_by_role("alert").first).to_contain_text("You are signed out. Sign in again to go on; what was saved is kept.")
    expect(page.get_by_role("textbox", name="Note")).to_have_value("A paragraph that took a while.")
    assert not door.answers(inside.assessment)["ending"].note


def test_a_page_that_was_left_open_saves_nothing_under_the_name_of_who_signed_in_after(page: Page, inside: Inside, door: Door):
    """A6, A7: the tab's connection belongs to a session that ended when the same browser signed in again."""
    sign_in(page, answering(inside.server, inside.assessment, "conditions"), inside.codes.pop())
    before = door.answers(inside.assessment)
    other = page.context.new_page()
    other.goto(f"{inside.server.url}/sign-out")
    other.get_by_role("button", name="Sign out").click()
    sign_in(other, f"{inside.server.url}/register", inside.codes.pop())
    pick(card(page, inside.assessment, "parent"), "Yes")
    expect(page.get_by_text("You are signed out.").first).to_be_visible()
    assert door.answers(inside.assessment) == before


def test_ones_own_account_shows_where_one_is_signed_in_and_ends_it_elsewhere(page: Page, browser: Browser, inside: Inside):
    elsewhere = browser.new_context()
    second = elsewhere.new_page()
    sign_in(second, f"{inside.server.url}/register", inside.codes.pop())
    sign_in(page, f"{inside.server.url}/profile", inside.codes.pop())
    page.get_by_test_id("stSidebar").get_by_role("button", name="Asha Rao").click()
    expect(page.get_by_role("menu")).to_be_visible()
    # A menu is drawn outside the landmarks; what WCAG itself asks for holds.
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa"]}).response["violations"]
    assert not found, [node["any"] for violation in found for node in violation["nodes"]]
    page.get_by_text("Profile", exact=True).last.click()
    settled(page)
    expect(main(page).get_by_text("this browser")).to_be_visible()
    seen(page, "profile")
    press(page, "Sign out everywhere else")
    expect(title(page)).to_contain_text("You are signed in on one browser")
    second.get_by_test_id("stSidebarNav").get_by_role("link", name="Results").click()
    expect(second.get_by_role("heading", name="Sign in")).to_be_visible()
    elsewhere.close()


def test_a_new_password_and_another_authenticator_take_the_old_ones_place(page: Page, inside: Inside):
    sign_in(page, f"{inside.server.url}/profile", inside.codes.pop())
    changed = f"{PASSWORD}, again"
    page.get_by_label("Present password").first.fill("not the one, surely not")
    page.get_by_label("New password", exact=True).fill(changed)
    page.get_by_label("New password once more").fill(changed)
    press(page, "Change the password")
    expect(main(page).get_by_role("alert")).to_contain_text("Your present password is another.")
    page.get_by_label("Present password").first.fill(PASSWORD)
    press(page, "Change the password")
    expect(main(page).get_by_text("Your password is changed.")).to_be_visible()
    page.get_by_label("Present password").last.fill(changed)
    press(page, "Set up another authenticator")
    key = main(page).get_by_text("It cannot scan?").locator("strong").inner_text()
    look(page, "profile-second-factor")
    page.get_by_label("Code", exact=True).fill(Phone(key).code())
    press(page, "Confirm")
    expect(main(page).get_by_text("Keep these ten codes.")).to_be_visible()
    axe(page)
    press(page, "I have kept them")
    expect(main(page).get_by_text("10 of 10 recovery codes left")).to_be_visible()
