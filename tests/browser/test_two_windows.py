"""Two windows on one thing: the slower one learns who moved it on, and keeps what was written."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.acting import final_result, main, press
from tests.browser.driver import axe, opened, settled
from tests.browser.server import Server

pytestmark = pytest.mark.browser


def both(page: Page, other: Page, address: str) -> None:
    for window in (page, other):
        opened(window, address)


def per_cent(window: Page) -> Locator:
    return window.get_by_label("Progress, per cent")


def saved(window: Page) -> None:
    press(window, "Save update")
    expect(main(window).get_by_text(re.compile("✓ Saved"))).to_be_visible()


def told_in(window: Page, *texts: str) -> None:
    for text in texts:
        expect(main(window).get_by_text(text).first).to_be_visible()


def test_other_progress_is_a_conflict_and_fields_left_alone_take_theirs(page: Page, other: Page, told: Server):
    both(page, other, f"{told.url}/action?id=A-10")
    per_cent(other).fill("60")
    saved(other)
    per_cent(page).fill("40")
    press(page, "Save update")
    expect(main(page).get_by_role("alert")).to_contain_text("compare and save again")
    told_in(page, "to 60 %")
    expect(per_cent(page)).to_have_value("40")
    axe(page)
    saved(page)


def test_a_note_is_saved_after_a_conflict_without_answering_for_the_others_date(page: Page, other: Page, told: Server):
    both(page, other, f"{told.url}/action?id=A-11")
    other.get_by_role("spinbutton", name="year, Due").click()
    other.keyboard.type("20301231")
    other.get_by_label("Why does the date change?").fill("The vendor is late.")
    saved(other)
    page.get_by_label("What changed?").fill("Only a note.")
    press(page, "Save update")
    told_in(page, "moved the due date", "The vendor is late.")
    saved(page)
    told_in(page, "Only a note.")


def test_a_report_on_what_was_cancelled_meanwhile_stays_readable(page: Page, other: Page, told: Server):
    both(page, other, f"{told.url}/action?id=A-12")
    press(other, "Cancel this action")
    other.get_by_role("dialog").get_by_label("Why?").fill("The team is dissolved.")
    other.get_by_role("dialog").get_by_role("button", name="Cancel it for good").click()
    expect(main(other).get_by_text("cancelled this action")).to_be_visible()
    page.get_by_label("What changed?").fill("Mine: two teams are left.")
    press(page, "Save update")
    expect(main(page).get_by_role("alert")).to_contain_text(re.compile(r"cancelled this at \d\d:\d\d\. Your text is below; copy what"))
    told_in(page, "Mine: two teams are left.")
    axe(page)
    press(page, "Put this away")
    expect(main(page).get_by_text("Mine: two teams are left.")).to_have_count(0)


def test_who_agrees_too_late_keeps_the_choice(page: Page, other: Page, told: Server):
    both(page, other, f"{told.url}/action?id=A-14")
    press(other, "Accept this action")
    expect(main(other).get_by_role("heading", name="How is it going?")).to_be_visible()
    page.get_by_role("spinbutton", name="year, Due").click()
    page.keyboard.type("20301231")
    press(page, "Accept this action")
    told_in(page, "accepted this at", "2030-12-31")


def test_a_second_reason_for_reopening_stays_readable(page: Page, other: Page, told: Server):
    final_result(page, told)
    address = page.url.replace("/results", "/review")
    both(page, other, address)
    other.get_by_label("Why is it reopened?").fill("Theirs: the wrong year.")
    other.get_by_role("button", name="Reopen").click()
    expect(main(other).get_by_role("heading", level=1)).not_to_contain_text("final")
    settled(other)
    page.get_by_label("Why is it reopened?").fill("Mine: a team is missing.")
    page.get_by_role("button", name="Reopen").click()
    told_in(page, "reopened this at", "Mine: a team is missing.")
    axe(page)
