"""The place is in the address, and what showed "Saved" is there: after a kill, in a second tab, by keyboard."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.assessing import Door, answering, card, chosen, pick, saved, write_note
from tests.browser.driver import opened, settled
from tests.browser.server import Server

pytestmark = pytest.mark.browser
NOBODYS = "00000000-0000-4000-8000-000000000000"
DOWN = "[...document.querySelectorAll('[data-testid=\"stMain\"]')][0].scrollTop"


@pytest.fixture
def door(server: Server) -> Iterator[Door]:
    made = Door(server)
    yield made
    made.close()


def test_a_kill_in_the_middle_of_answering_loses_nothing_that_showed_saved(browser: Browser, fresh: Server):
    door, page = Door(fresh), browser.new_page()
    made = door.start()
    opened(page, answering(fresh, made, "kinds"))
    shown_as_saved = {}
    for question, line, value in (
        ("level", "Anchor 4 of level.", 4),
        ("truth", "No", False),
        ("share", "all", "all"),
        ("rating", "Partly", "P"),
    ):
        pick(card(page, made, question), line)
        saved(card(page, made, question))
        shown_as_saved[question] = value
    address = page.url
    fresh.kill()
    fresh.start()
    page.goto("about:blank")
    opened(page, address)
    assert page.url == address
    expect(page.get_by_role("heading", level=1, name="Kinds")).to_be_visible()
    for question, line in (("level", "Anchor 4 of level."), ("truth", "No"), ("share", "all"), ("rating", "Partly")):
        saved(card(page, made, question))
        chosen(card(page, made, question), line)
    assert door.values(made) == shown_as_saved
    page.context.close()
    door.close()


def test_without_a_practice_in_the_address_the_next_with_something_missing_is_shown(page: Page, server: Server, door: Door):
    made = door.start()
    opened(page, answering(server, made, "conditions"))
    pick(card(page, made, "parent"), "No")
    opened(page, answering(server, made))
    expect(page.get_by_role("heading", level=1, name="Kinds")).to_be_visible()
    opened(page, answering(server, made, "no-such-practice"))
    expect(page.get_by_role("heading", level=1, name="Kinds")).to_be_visible()
    assert page.url.endswith("&p=kinds")


def test_alt_n_and_alt_p_lead_through_the_practices_and_never_away_from_an_unsaved_note(page: Page, server: Server, door: Door):
    made = door.start()
    opened(page, answering(server, made, "kinds"))
    pick(card(page, made, "rating"), "Fully")
    assert page.evaluate(DOWN) > 0
    page.keyboard.press("Alt+n")
    expect(page.get_by_role("heading", level=1, name="Conditions")).to_be_visible()
    settled(page)
    assert page.url.endswith("&p=conditions")
    assert page.evaluate(DOWN) == 0, "another practice starts at its first question"
    parent = card(page, made, "parent")
    parent.get_by_role("button", name="Note").click()
    page.get_by_role("textbox", name="Note").press_sequentially("Before we leave")
    page.keyboard.press("Alt+p")
    expect(page.get_by_text("A note or its evidence is still open.")).to_be_visible()
    expect(page.get_by_role("textbox", name="Note")).to_have_value("Before we leave")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    settled(page)
    page.keyboard.press("Alt+p")
    expect(page.get_by_role("heading", level=1, name="Kinds")).to_be_visible()
    settled(page)
    assert door.answers(made)["parent"].note == "Before we leave"
    page.go_back()
    expect(page.get_by_role("heading", level=1, name="Conditions")).to_be_visible()


def test_the_list_of_practices_tells_their_states_and_leads_there(page: Page, server: Server, door: Door):
    made = door.start()
    opened(page, answering(server, made, "last"))
    expect(page.locator(".st-key-practices")).to_contain_text(re.compile(r"Kinds\s*0 of 6.*Conditions\s*0 of 3.*Last\s*0 of 1", re.DOTALL))
    pick(card(page, made, "ending"), "Anchor 5 of ending.")
    expect(page.locator(".st-key-practices")).to_contain_text("1 of 1")
    page.get_by_role("button", name="Conditions").click()
    expect(page.get_by_role("heading", level=1, name="Conditions")).to_be_visible()


def test_two_tabs_do_not_lose_each_others_answers(page: Page, browser: Browser, server: Server, door: Door):
    made = door.start()
    second = browser.new_context().new_page()
    opened(page, answering(server, made, "kinds"))
    opened(second, answering(server, made, "kinds"))
    pick(card(page, made, "level"), "Anchor 1 of level.")
    pick(card(second, made, "truth"), "Yes")
    pick(card(second, made, "level"), "Anchor 3 of level.")
    saved(card(second, made, "level"))
    assert door.values(made) == {"level": 3, "truth": True}
    write_note(page, card(page, made, "truth"), "From the first tab")
    write_note(second, card(second, made, "truth"), "From the second tab")
    expect(second.get_by_role("alert")).to_contain_text("“From the first tab”")
    expect(second.get_by_role("textbox", name="Note")).to_have_value("From the second tab")
    assert door.answers(made)["truth"].note == "From the first tab", "nobody's text is replaced unseen"
    second.get_by_role("button", name="Save mine").click()
    expect(second.get_by_role("alert")).to_have_count(0)
    settled(second)
    assert door.answers(made)["truth"].note == "From the second tab"
    page.keyboard.press("Escape")
    settled(page)
    page.keyboard.press("Alt+n")
    expect(page.get_by_role("heading", level=1, name="Conditions")).to_be_visible()
    page.keyboard.press("Alt+p")
    chosen(card(page, made, "level"), "Anchor 3 of level.")
    second.context.close()


@pytest.mark.parametrize("address", ["answer", "answer?a=nonsense", f"answer?a={NOBODYS}", f"review?a={NOBODYS}", "readings?a=%00"])
def test_an_assessment_that_is_not_there_is_told_in_a_sentence(page: Page, server: Server, door: Door, address: str):
    door.start()
    opened(page, f"{server.url}/{address}")
    expect(page.get_by_role("alert")).to_contain_text("There is no such assessment here.")
