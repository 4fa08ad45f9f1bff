"""What people write beside an answer is kept faithfully or refused with a sentence, and nothing in it becomes markup."""

import unicodedata
from collections.abc import Iterator
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from tests.browser.assessing import Door, answering, card, pick, saved, write_note
from tests.browser.driver import axe, eventually, opened, settled
from tests.browser.server import Server

pytestmark = pytest.mark.browser

FAITHFUL = (
    "<b>x",
    "<img src=/x.png>",
    "![x](http://127.0.0.1:9/x.png)",
    "=1+1",
    "😀 👩🏽‍💻",
    "مرحبا بالعالم",
    "line one\nline two",
    "**not bold** :red[not red] $x^2$",
    "x" * 10_000,
)


@pytest.fixture
def door(server: Server) -> Iterator[Door]:
    made = Door(server)
    yield made
    made.close()


@pytest.fixture
def made(page: Page, server: Server, door: Door) -> UUID:
    page.set_default_timeout(10_000)
    started = door.start()
    opened(page, answering(server, started, "last"))
    return started


def test_every_text_is_stored_as_it_was_written_and_every_page_still_opens(page: Page, server: Server, made: UUID, door: Door):
    ending = card(page, made, "ending")
    pick(ending, "Anchor 1 of ending.")
    for text in FAITHFUL:
        write_note(page, ending, text)
        # The mark bears the minute, which may be that of the note before.
        assert eventually(lambda kept=unicodedata.normalize("NFC", text): door.answers(made)["ending"].note == kept)
        page.keyboard.press("Escape")
    for address in ("answer", "review", "readings"):
        opened(page, f"{server.url}/{address}?a={made}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        axe(page)


def test_one_character_too_many_is_refused_and_stays_in_the_field(page: Page, made: UUID, door: Door):
    write_note(page, card(page, made, "ending"), "y" * 10_001)
    expect(page.get_by_role("alert")).to_contain_text("Not saved. This text has 10,001 characters; at most 10,000 fit.")
    expect(page.get_by_role("textbox", name="Note")).to_have_value("y" * 10_001)
    assert not door.answers(made)
    page.get_by_role("textbox", name="Note").fill("short")
    page.get_by_role("textbox", name="Note").press("Control+Enter")
    expect(page.get_by_role("alert")).to_have_count(0)
    settled(page)
    assert door.answers(made)["ending"].note == "short"


def test_control_characters_are_left_out_and_the_field_shows_what_is_stored(page: Page, made: UUID, door: Door):
    write_note(page, card(page, made, "ending"), "a\x07b\x00c\x1b[31m")
    assert door.answers(made)["ending"].note == "abc[31m"
    expect(page.get_by_role("textbox", name="Note")).to_have_value("abc[31m")


def test_evidence_has_a_grade_in_words_a_text_and_a_link(page: Page, server: Server, made: UUID, door: Door):
    ending = card(page, made, "ending")
    ending.get_by_role("button", name="Evidence").click()
    panel = page.get_by_role("dialog")
    axe(page)
    panel.locator("label:has(input)", has_text="Seen: somebody looked").click()
    settled(page)
    panel.get_by_label("What was seen").fill("Minutes of 3 March")
    panel.get_by_label("What was seen").press("Control+Enter")
    settled(page)
    panel.get_by_label("Link").fill("javascript:alert(1)")
    panel.get_by_label("Link").press("Enter")
    expect(panel.get_by_role("alert")).to_contain_text("A link starts with")
    panel.get_by_label("Link").fill("https://example.org/minutes")
    panel.get_by_label("Link").press("Enter")
    expect(panel.get_by_role("alert")).to_have_count(0)
    settled(page)
    kept = door.answers(made)["ending"]
    assert (kept.evidence, kept.evidence_text, kept.evidence_link) == ("E2", "Minutes of 3 March", "https://example.org/minutes")
    assert kept.state is None, "evidence alone is no answer"
    opened(page, answering(server, made, "last"))
    card(page, made, "ending").get_by_role("button", name="Evidence").click()
    expect(page.get_by_role("dialog").get_by_label("Link")).to_have_value("https://example.org/minutes")


def test_why_we_ask_is_one_click_away_and_a_question_can_be_marked_for_discussion(page: Page, server: Server, made: UUID, door: Door):
    ending = card(page, made, "ending")
    ending.get_by_role("button", name="Why we ask").click()
    expect(page.get_by_role("dialog")).to_contain_text("Because.")
    expect(page.get_by_role("dialog")).to_contain_text("A record.")
    axe(page)
    page.keyboard.press("Escape")
    pick(ending, "Discuss")
    assert door.answers(made)["ending"].discuss
    opened(page, answering(server, made, "last"))
    expect(card(page, made, "ending").get_by_role("checkbox", name="Discuss")).to_be_checked()


@pytest.mark.parametrize("tool", ["Why we ask", "Note", "Evidence", "Discuss"])
def test_an_answer_can_be_changed_and_cleared_after_any_of_its_tools_was_used(page: Page, made: UUID, door: Door, tool: str):
    ending = card(page, made, "ending")
    for level, close in ((1, True), (2, False)):
        ending.get_by_text(tool, exact=True).first.click()
        settled(page)
        if close:
            page.keyboard.press("Escape")
            settled(page)
        pick(ending, f"Anchor {level} of ending.")
        saved(ending)
        assert door.values(made) == {"ending": level}
    # The open panel lies over what is below it.
    page.keyboard.press("Escape")
    settled(page)
    ending.get_by_role("button", name="Clear").click()
    expect(ending.get_by_text("Not answered yet")).to_be_visible()
    assert door.values(made) == {}


def test_a_reason_with_markup_is_shown_as_it_is(page: Page, server: Server, made: UUID, door: Door):
    ending = card(page, made, "ending")
    pick(ending, "Does not apply here")
    ending.get_by_label("Why not?").fill("<b>Not ours</b>")
    ending.get_by_label("Why not?").press("Control+Enter")
    saved(ending)
    assert door.answers(made)["ending"].reason == "<b>Not ours</b>"
