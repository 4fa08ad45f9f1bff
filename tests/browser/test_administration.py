"""Administration in a real browser, with accounts: what each role is shown, and what each page does."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.acting import main
from tests.browser.driver import opened, seen, settled
from tests.browser.governing import Governed, governed

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Governed]:
    with governed(tmp_path_factory.mktemp("governed")) as made:
        yield made


def listed(page: Page) -> list[str]:
    return page.get_by_test_id("stSidebarNav").get_by_role("link").all_inner_texts()


def title(page: Page):
    return main(page).get_by_role("heading", level=1)


def test_a_leader_sees_the_people_and_changes_a_role(page: Page, here: Governed):
    here.enter(page, here.alpha.leader)
    assert [part.strip() for part in listed(page)] == [
        "Home",
        "Assessment",
        "Results",
        "Measures",
        "Register",
        "Reports",
        "People",
        "Settings",
    ]
    opened(page, f"{here.server.url}/people")
    expect(title(page)).to_contain_text("Four people belong to Organisation canaryalpha")
    seen(page, "people")
    row = page.locator(f".st-key-member-{here.alpha.viewer.id}")
    row.get_by_role("button", name="Change").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("Remove from Organisation canaryalpha")).to_be_visible()
    expect(dialog.get_by_text("Account")).to_have_count(0)
    settled(page)
    seen(page, "people-change")


def test_an_owner_lands_on_their_own_actions(page: Page, here: Governed):
    here.enter(page, here.alpha.owner)
    expect(title(page)).to_be_visible()
    assert f"owner={here.alpha.owner.id}" in page.url
    assert [part.strip() for part in listed(page)] == ["Register", "Results"]
    seen(page, "owner-register")


def test_a_viewer_is_offered_nothing_that_changes_anything(page: Page, here: Governed):
    here.enter(page, here.alpha.viewer)
    assert [part.strip() for part in listed(page)] == ["Home", "Results", "Register"]
    seen(page, "viewer-home")


def test_a_consultant_sees_each_client(page: Page, here: Governed):
    here.enter(page, here.consultant)
    expect(title(page)).to_be_visible()
    seen(page, "clients")


def test_an_administrator_sees_organisations_and_the_trail(page: Page, here: Governed):
    here.enter(page, here.administrator)
    expect(title(page)).to_contain_text("Two organisations")
    assert "canaryalpha" in main(page).inner_text()
    seen(page, "organisations")
    main(page).get_by_role("button", name="Delete").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    settled(page)
    seen(page, "organisations-delete")


def test_the_audit_log_is_read_and_narrowed(page: Page, here: Governed):
    here.enter(page, here.alpha.leader, "/trail")
    expect(title(page)).to_contain_text("things happened in")
    seen(page, "trail")
    main(page).get_by_role("button", name="Details").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    settled(page)
    seen(page, "trail-details")


def test_settings_with_accounts(page: Page, here: Governed):
    here.enter(page, here.alpha.leader, "/organisation")
    expect(title(page)).to_contain_text("Organisation canaryalpha")
    seen(page, "settings-accounts")


@pytest.mark.parametrize("place", ["assessments", "people", "trail", "organisations", "organisation", "review", "answer", "welcome"])
def test_an_address_typed_by_hand_answers_with_a_sentence(page: Page, here: Governed, place: str):
    here.enter(page, here.alpha.owner, f"/{place}")
    expect(main(page).get_by_text("belongs to another role").or_(main(page).get_by_role("heading", level=1)).first).to_be_visible()
    assert main(page).get_by_role("alert").count() == 0
    if place != "assessments":
        expect(title(page)).to_have_text("This page is not open to you")
