"""Posture, pitfalls, claims in a browser: reached from the results, without an accessibility fault, each with its way on."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.acting import final_result, follow, main, title
from tests.browser.driver import opened, seen, settled
from tests.browser.server import Server

pytestmark = pytest.mark.browser


def click(page: Page, words: str) -> None:
    main(page).get_by_text(words).first.click()
    settled(page)


def test_the_posture_says_which_side_is_ahead_and_why(page: Page, told: Server):
    final_result(page, told)
    follow(page, "Posture")
    expect(page).to_have_url(re.compile(r"/posture\?a="))
    expect(title(page)).to_have_text("Reacting is ahead of preventing")
    expect(main(page).get_by_role("heading", name="Reactive: ")).to_be_visible()
    click(page, "The other eleven")
    expect(main(page).get_by_text("moves it by").nth(10)).to_be_visible()
    click(page, "Show the figures as a table")
    seen(page, "posture")
    follow(page, "Results")
    expect(main(page).get_by_role("heading", name="What stands behind it")).to_be_visible()


def test_a_pitfall_leads_from_its_proof_to_what_helps(page: Page, told: Server):
    final_result(page, told)
    follow(page, "Pitfalls")
    expect(title(page)).to_have_text("One of eight known pitfalls is open here: “Visits counted, journeys unseen”")
    click(page, "The rule")
    expect(main(page).get_by_text("Found when")).to_be_visible()
    seen(page, "pitfalls")
    follow(page, "Journeys, not only visits")
    expect(page).to_have_url(re.compile(r"/practice\?a=.*&p=journey-insight"))
    page.go_back()
    settled(page)
    follow(page, "Open A-10")
    expect(page).to_have_url(re.compile(r"/action\?id=A-10"))


def test_a_claim_leads_to_its_readings_and_to_the_answers_that_nobody_has_seen(page: Page, told: Server):
    final_result(page, told)
    follow(page, "Claims and evidence")
    expect(title(page)).to_have_text("Four claims are not borne out by what was measured")
    click(page, "Show the figures as a table")
    click(page, "four answers rest on word alone")
    expect(main(page).get_by_text("Shown by:").first).to_be_visible()
    seen(page, "claims")
    follow(page, "Look at the readings")
    expect(page).to_have_url(re.compile(r"/readings\?a="))


@pytest.mark.parametrize("place", ["posture", "pitfalls", "claims"])
def test_an_open_assessment_has_the_pages_too_and_leads_to_its_answers(page: Page, told: Server, place: str):
    """Without an id in the address the newest is shown, which is open."""
    opened(page, f"{told.url}/{place}")
    expect(main(page).get_by_text("open, so every figure may still change")).to_be_visible()
    seen(page, f"{place}-open")
