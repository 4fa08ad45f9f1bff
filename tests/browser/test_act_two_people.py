"""Two windows on one action: nobody's text is lost. And what people wrote stays text, wherever it is shown."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.acting import follow, go, main, press, title
from tests.browser.driver import axe, opened, settled
from tests.browser.server import Server

pytestmark = pytest.mark.browser

MARKUP = "<b>x</b> <img src=/x.png> [a](https://example.org) **not bold** :red[no] =1+1 \U0001f600 مرحبا $x^2$"
JOINER = "\u2060"
"""Invisible: it parts what Streamlit would turn into a link or an icon."""


def test_the_loser_of_two_sees_both_texts_and_can_save_again(page: Page, other: Page, told: Server):
    address = f"{told.url}/action?id=A-10"
    for window in (page, other):
        opened(window, address)
    page.get_by_label("What changed?").fill("Mine: two paths are drawn.")
    other.get_by_label("What changed?").fill("Theirs: the supplier agreed.")
    press(other, "Save update")
    expect(main(other).get_by_text(re.compile(r"✓ Saved"))).to_be_visible()
    press(page, "Save update")
    expect(main(page).get_by_role("alert")).to_contain_text("Your text is below; compare and save again.")
    expect(main(page).get_by_text("Theirs: the supplier agreed.").first).to_be_visible()
    expect(page.get_by_label("What changed?")).to_have_value("Mine: two paths are drawn.")
    axe(page)
    press(page, "Save update")
    expect(main(page).get_by_text(re.compile(r"✓ Saved"))).to_be_visible()
    opened(other, address)
    for text in ("Mine: two paths are drawn.", "Theirs: the supplier agreed."):
        expect(main(other).get_by_text(text)).to_be_visible()


def test_what_is_refused_is_said_and_stays_in_the_form(page: Page, told: Server):
    opened(page, f"{told.url}/action?id=A-08")
    press(page, "Save update")
    expect(main(page).get_by_role("alert")).to_contain_text("Nothing has changed.")
    page.get_by_role("radio", name="Done").click()
    press(page, "Save update")
    expect(main(page).get_by_role("alert")).to_contain_text("Say what shows that it is done")
    expect(page.get_by_role("radio", name="Done")).to_be_checked()
    page.get_by_label("Evidence").fill("The reading of October.")
    press(page, "Save update")
    expect(main(page).get_by_role("heading", name="Is it done?")).to_be_visible()


def test_a_finished_action_is_verified_and_ones_own_is_labelled(page: Page, told: Server):
    opened(page, f"{told.url}/action?id=A-13")
    press(page, "Verify")
    expect(main(page).get_by_text("Verified").first).to_be_visible()
    expect(main(page).get_by_role("button", name="Save update")).to_have_count(0)
    opened(page, f"{told.url}/action?id=A-02")
    expect(main(page).get_by_text("Verified by its owner, or by who finished it.")).to_be_visible()


def test_a_proposed_action_is_accepted_with_an_owner_and_a_date(page: Page, told: Server):
    opened(page, f"{told.url}/action?id=A-14")
    press(page, "Accept this action")
    expect(main(page).get_by_role("heading", name="How is it going?")).to_be_visible()
    expect(main(page).get_by_text("Not started").first).to_be_visible()


def test_an_action_is_handed_over_and_cancelled_for_a_reason(page: Page, told: Server):
    opened(page, f"{told.url}/action?id=A-12")
    press(page, "Change owner")
    page.get_by_role("dialog").get_by_role("button", name="Hand it over").click()
    expect(main(page).get_by_text("handed this action over")).to_be_visible()
    settled(page)
    press(page, "Cancel this action")
    page.get_by_role("dialog").get_by_role("button", name="Cancel it for good").click()
    expect(page.get_by_role("dialog").get_by_role("alert")).to_contain_text("Say why this action is cancelled.")
    page.get_by_role("dialog").get_by_label("Why?").fill("The team is dissolved.")
    page.get_by_role("dialog").get_by_role("button", name="Cancel it for good").click()
    expect(main(page).get_by_text("because: “The team is dissolved.”")).to_be_visible()


def test_markup_in_titles_and_notes_is_shown_as_it_was_written(page: Page, told: Server):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    opened(page, f"{told.url}/register")
    press(page, "New action")
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("What will be done?").fill(MARKUP)
    dialog.get_by_label("Why, and how?").fill(MARKUP)
    dialog.get_by_label("Done when").fill(MARKUP)
    dialog.get_by_role("button", name="Add to the register").click()
    expect(title(page)).to_contain_text("not bold")
    settled(page)
    assert title(page).inner_text().replace(JOINER, "") == MARKUP
    press(page, "Cancel this action")
    page.get_by_role("dialog").get_by_label("Why?").fill(MARKUP)
    page.get_by_role("dialog").get_by_role("button", name="Cancel it for good").click()
    expect(main(page).get_by_text("cancelled this action")).to_be_visible()
    assert f"because: “{MARKUP}”" in main(page).inner_text().replace(JOINER, "")
    for view in ("list", "board", "table"):
        opened(page, f"{told.url}/register?view={view}&show=cancelled,proposed")
        assert main(page).locator("img[src*='x.png']").count() == 0
        assert main(page).locator("a[href*='example.org']").count() == 0
    opened(page, f"{told.url}/register?view=board&show=cancelled&q=not+bold")
    assert MARKUP in main(page).inner_text().replace(JOINER, "")
    assert not [url for url in asked if "x.png" in url or "example.org" in url]


def test_a_text_that_is_too_long_is_refused_with_a_sentence(page: Page, told: Server):
    opened(page, f"{told.url}/action?id=A-11")
    note = page.get_by_label("What changed?")
    note.evaluate("field => field.removeAttribute('maxlength')")
    note.fill("x" * 10_001)
    press(page, "Save update")
    assert main(page).get_by_text(re.compile("✓ Saved")).count() == 0
    note.fill("x" * 10_000)
    press(page, "Save update")
    expect(main(page).get_by_text(re.compile("✓ Saved"))).to_be_visible()


def test_an_action_of_ones_own_starts_from_the_result_too(page: Page, told: Server):
    opened(page, told.url)
    go(page, "Register")
    press(page, "New action")
    axe(page)
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Add to the register").click()
    expect(dialog.get_by_role("alert")).to_contain_text("Write at least one character.")
    dialog.get_by_label("What will be done?").fill("Tell the story at the town hall")
    dialog.get_by_role("combobox", name="Owner").click()
    page.get_by_role("option", name="Sofia Moreau").click()
    dialog.get_by_role("button", name="Add to the register").click()
    expect(dialog.get_by_role("alert")).to_contain_text("Name both an owner and a due date")
    dialog.get_by_role("spinbutton", name="year, Due").click()
    page.keyboard.type("20301231")
    dialog.get_by_role("button", name="Add to the register").click()
    expect(title(page)).to_have_text("Tell the story at the town hall")
    follow(page, "Register")
