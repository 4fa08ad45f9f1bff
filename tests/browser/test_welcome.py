import pytest
from playwright.sync_api import Page, expect

from tests.browser.driver import opened, seen, settled
from tests.browser.server import Server

pytestmark = pytest.mark.browser


def test_a_first_start_leads_to_an_organisation_with_its_function_and_people(page: Page, fresh: Server):
    opened(page, fresh.url)
    expect(page.get_by_role("heading", level=1)).to_contain_text("See where your service management stands")
    seen(page, "welcome")
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_role("alert")).to_contain_text("Write at least one character.")
    page.get_by_label("Your name").fill("Asha Rao")
    page.get_by_label("Organisation").fill("Northwind *Utilities* <b>plc")
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_test_id("stSidebar").get_by_text("Northwind *Utilities* <b>plc")).to_be_visible()
    expect(page.get_by_test_id("stSidebar").get_by_role("button", name="Asha Rao")).to_be_visible()


def test_the_settings_keep_what_was_saved_over_a_reload(page: Page, fresh: Server):
    found(page, fresh)
    opened(page, f"{fresh.url}/organisation")
    seen(page, "organisation")
    page.get_by_label("Name", exact=True).first.fill("Southwind")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Saved.")
    page.get_by_label("What you call it").fill("Workplace")
    page.get_by_role("button", name="Add the function").click()
    expect(page.get_by_text("The function is added.")).to_be_visible()
    page.get_by_label("Name", exact=True).last.fill("Chitra Nair")
    page.get_by_role("button", name="Add the person").click()
    expect(page.get_by_text("The person is added.")).to_be_visible()
    settled(page).reload()
    settled(page)
    for kept in ("Southwind", "Workplace", "Chitra Nair"):
        expect(page.get_by_test_id("stMain").get_by_text(kept).first).to_be_visible()
    seen(page, "organisation-filled")


def test_a_function_of_the_same_name_is_refused_with_a_sentence(page: Page, fresh: Server):
    found(page, fresh)
    opened(page, f"{fresh.url}/organisation")
    page.get_by_label("What you call it").fill("IT")
    page.get_by_role("button", name="Add the function").click()
    expect(page.get_by_role("alert")).to_contain_text("There is a function called IT already.")


def test_a_function_can_be_renamed(page: Page, fresh: Server):
    found(page, fresh)
    opened(page, f"{fresh.url}/organisation")
    page.get_by_role("button", name="Rename").click()
    page.get_by_role("dialog").get_by_label("Name").fill("Information technology")
    seen(page, "organisation-rename")
    page.get_by_role("dialog").get_by_role("button", name="Save").click()
    expect(page.get_by_test_id("stMain").get_by_text("Information technology")).to_be_visible()


def found(page: Page, server: Server) -> None:
    """The first start, as short as it can be."""
    opened(page, server.url)
    page.get_by_label("Organisation").fill("Northwind")
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_test_id("stSidebar").get_by_text("Northwind")).to_be_visible()
    settled(page)


def test_a_newcomer_can_look_at_the_demo_first(page: Page, fresh: Server):
    opened(page, fresh.url)
    page.get_by_role("button", name="Look at a demo first").click()
    page.get_by_role("heading", name="IT is at level 1").wait_for(timeout=60_000)
    settled(page)
    assert page.get_by_text("Alderbrook Water (demo)").first.is_visible()
