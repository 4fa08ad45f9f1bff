"""The benchmark in a browser: a target profile is named, an assessment begins with it, and its gap is told."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.acting import final_result, follow, go, main, press, title
from tests.browser.driver import seen, settled
from tests.browser.server import Server

pytestmark = pytest.mark.browser


def choose(page: Page, field: str, option: str) -> None:
    box = main(page).get_by_role("combobox", name=field, exact=True)
    # Scrolling closes its list: first there, then open it.
    box.scroll_into_view_if_needed()
    settled(page)
    box.click()
    page.get_by_role("option", name=option, exact=True).click()
    settled(page)


def test_a_profile_is_named_and_an_assessment_begins_with_it(page: Page, told: Server):
    final_result(page, told)
    follow(page, "Benchmark")
    expect(title(page)).to_have_text("Four of 12 practices reach your own target; Facilities is ahead in two")
    main(page).get_by_text("New target profile").click()
    settled(page)
    main(page).get_by_label("Name", exact=True).fill("Where it pays")
    main(page).get_by_label("Why are these levels the right ones?").fill("The pilot needs no more.")
    choose(page, "Run as a product", "5 Improving")
    press(page, "Save the profile")
    expect(main(page).get_by_text("The target profile is kept.")).to_be_visible()
    seen(page, "benchmark")
    go(page, "Assessment")
    main(page).get_by_text("Three Pillars of Self-Service Adoption", exact=True).click()
    settled(page)
    choose(page, "Targets", "Where it pays")
    press(page, "Start")
    go(page, "Benchmark")
    expect(title(page)).to_have_text("Too little is answered to hold a practice against its target")
    expect(main(page).get_by_text("The targets are those of “Where it pays”.")).to_be_visible()
    seen(page, "benchmark-begun")
