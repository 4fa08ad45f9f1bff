from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from people import service
from people.model import FunctionKind
from people.work import writing
from storage.database import Database, use
from tests.browser.driver import opened, seen, settled
from tests.browser.server import Server

pytestmark = pytest.mark.browser
NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)


@pytest.fixture(scope="module")
def begun(server: Server) -> Server:
    """The shared server, with the organisation Northwind in it."""
    with use(Database(f"sqlite:///{server.home}/plumbline.db")) as database:
        person = service.begin(NOW)
        organisation = writing(person, NOW, lambda work: service.create_organisation(work, "Northwind", "Europe/London", "GBP"))
        leader = service.acting_for(person, organisation.id)
        writing(leader, NOW, lambda work: service.create_function(work, "IT", FunctionKind.IT))
        database.close()
    return server


def test_a_first_start_leads_to_an_organisation_with_its_name_shown_as_it_was_written(page: Page, fresh: Server):
    opened(page, f"{fresh.url}/register?status=late")
    expect(page.get_by_role("heading", level=1)).to_contain_text("See where your service management stands")
    expect(page.get_by_label("Time zone")).to_have_value("Europe/London")
    seen(page, "welcome")
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_role("alert")).to_contain_text("Write what the organisation is called, then start.")
    page.get_by_label("Your name").fill("Asha Rao")
    page.get_by_label("Organisation").fill("Northwind *Utilities* <b>plc :tada: ![x](https://evil.example/x.png)")
    page.get_by_role("button", name="Start").click()
    sidebar = page.get_by_test_id("stSidebar")
    expect(sidebar.get_by_text("Northwind *Utilities* <b>plc")).to_be_visible()
    expect(sidebar.get_by_role("button", name="Asha Rao")).to_be_visible()
    settled(page)
    expect(page.get_by_role("heading", level=1)).not_to_contain_text("See where your")
    assert sidebar.locator("b, strong, em").filter(has_text="Utilities").count() == 0
    assert page.locator('img[src*="evil"]').count() == 0


def test_the_settings_keep_what_was_saved_over_a_reload(page: Page, begun: Server):
    opened(page, f"{begun.url}/organisation")
    seen(page, "organisation")
    page.get_by_label("Name", exact=True).first.fill("Southwind")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Saved.")
    page.get_by_label("What you call it").fill("Workplace")
    page.get_by_role("button", name="Add the function").click()
    expect(page.get_by_text("The function is added.")).to_be_visible()
    settled(page)
    expect(page.get_by_label("What you call it")).to_have_value("")
    page.get_by_label("Name", exact=True).last.fill("Chitra Nair")
    page.get_by_role("button", name="Add the person").click()
    expect(page.get_by_text("The person is added.")).to_be_visible()
    settled(page).reload()
    settled(page)
    for kept in ("Southwind: two functions", "Workplace", "Chitra Nair"):
        expect(page.get_by_test_id("stMain").get_by_text(kept).first).to_be_visible()
    seen(page, "organisation-filled")


def test_a_function_of_the_same_name_is_refused_and_what_was_typed_stays(page: Page, begun: Server):
    opened(page, f"{begun.url}/organisation")
    page.get_by_label("What you call it").fill("it")
    page.get_by_role("button", name="Add the function").click()
    expect(page.get_by_role("alert")).to_contain_text("There is a function called it already.")
    expect(page.get_by_label("What you call it")).to_have_value("it")


def test_a_person_can_be_renamed_and_is_so_everywhere(page: Page, begun: Server):
    opened(page, f"{begun.url}/organisation")
    row = page.get_by_test_id("stMain").get_by_role("button", name="Rename")
    row.last.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Name").fill("Asha Rao")
    seen(page, "organisation-rename")
    dialog.get_by_role("button", name="Save").click()
    expect(page.get_by_test_id("stSidebar").get_by_role("button", name="Asha Rao")).to_be_visible()


def test_the_account_menu_leads_to_another_organisation(page: Page, begun: Server):
    opened(page, f"{begun.url}/organisation")
    page.get_by_test_id("stSidebar").get_by_test_id("stMenuButton").get_by_role("button").click()
    page.get_by_role("menuitem", name="New organisation").or_(page.get_by_role("option", name="New organisation")).click()
    expect(page.get_by_text("NEW ORGANISATION")).to_be_visible()
    page.get_by_label("Organisation", exact=True).fill("Zenith")
    page.get_by_role("button", name="Start").click()
    settled(page)
    expect(page.get_by_test_id("stSidebar").get_by_role("combobox")).to_have_value("Zenith")
    expect(page.get_by_text("NEW ORGANISATION")).to_have_count(0)
