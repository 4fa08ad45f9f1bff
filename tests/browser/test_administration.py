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
    return [text.split("\n")[-1].strip() for text in page.get_by_test_id("stSidebarNav").get_by_role("link").all_inner_texts()]


def title(page: Page):
    return main(page).get_by_role("heading", level=1)


def test_a_leader_sees_the_people_and_changes_a_role(page: Page, here: Governed):
    here.enter(page, here.alpha.leader)
    assert listed(page) == [
        "Home",
        "Assessment",
        "Results",
        "Measures",
        "Benchmark",
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
    assert listed(page) == ["Register", "Results"]
    seen(page, "owner-register")


def test_a_viewer_is_offered_nothing_that_changes_anything(page: Page, here: Governed):
    here.enter(page, here.alpha.viewer)
    assert listed(page) == ["Home", "Results", "Register"]
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


def everything_shown(page: Page) -> str:
    """All text of the page, what fields hold, and the address."""
    fields = page.evaluate("[...document.querySelectorAll('input, textarea')].map(field => field.value).join('\\n')")
    return f"{page.locator('body').inner_text()}\n{fields}\n{page.url}"


def test_nothing_of_one_client_is_left_when_a_consultant_turns_to_another(page: Page, here: Governed):
    here.enter(page, here.consultant)
    expect(title(page)).to_be_visible()
    page.get_by_test_id("stSidebar").get_by_role("combobox").click()
    page.get_by_role("option", name="Organisation canaryalpha").click()
    settled(page)
    opened(page, f"{here.server.url}/register?o={here.alpha.organisation.id}&q=canaryalpha&owner={here.alpha.owner.id}")
    assert "canaryalpha" in everything_shown(page)
    page.get_by_placeholder("Search").fill("canaryalpha typed")
    page.get_by_placeholder("Search").press("Enter")
    settled(page)
    page.get_by_test_id("stSidebar").get_by_role("combobox").click()
    page.get_by_role("option", name="Organisation canarybravo").click()
    expect(title(page)).to_contain_text("canarybravo")
    settled(page)
    for place in ("", "register", "results", "assessments", "reports", "people"):
        if place:
            page.get_by_test_id("stSidebarNav").get_by_role("link").filter(has_text=NAMES[place]).click()
            settled(page)
        shown = everything_shown(page)
        assert "canarybravo" in shown
        assert "canaryalpha" not in shown
        assert str(here.alpha.organisation.id) not in shown
        assert str(here.alpha.owner.id) not in shown


NAMES = {"register": "Register", "results": "Results", "assessments": "Assessment", "reports": "Reports", "people": "People"}


def test_an_administrator_makes_an_organisation_with_its_leader_and_deletes_it_by_its_name(page: Page, here: Governed):
    here.enter(page, here.administrator)
    main(page).get_by_label("Organisation", exact=True).fill("Zenith")
    main(page).get_by_label("Leader’s name").fill("Lena Roth")
    main(page).get_by_label("Leader’s e-mail").fill("lena@example.org")
    main(page).get_by_role("button", name="Make the organisation").click()
    expect(main(page).get_by_text("The organisation is made.")).to_be_visible()
    expect(main(page).get_by_text("/link/")).to_be_visible()
    settled(page)
    seen(page, "organisations-made")
    card = page.locator("[class*=st-key-organisation-]").filter(has_text="Zenith")
    card.get_by_role("button", name="Delete").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Type its name").fill("Zen")
    dialog.get_by_label("Why?").fill("It was a trial.")
    dialog.get_by_role("button", name="Delete it for good").click()
    expect(dialog.get_by_role("alert")).to_contain_text("Type it as it stands")
    dialog.get_by_label("Type its name").fill("Zenith")
    dialog.get_by_role("button", name="Delete it for good").click()
    expect(main(page).get_by_text("data is deleted")).to_be_visible()
    settled(page)
    expect(main(page).get_by_text("Zenith")).to_have_count(0)


def test_an_administrator_looks_after_people_without_seeing_results(page: Page, here: Governed):
    here.enter(page, here.administrator)
    page.locator("[class*=st-key-people-of-]").first.get_by_role("button").click()
    expect(title(page)).to_contain_text("belong to Organisation canaryalpha")
    settled(page)
    assert set(listed(page)) == {"Organisations", "People", "Audit log"}
    page.locator(f".st-key-member-{here.alpha.viewer.id}").get_by_role("button", name="Change").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("button", name="New one-time link")).to_be_visible()
    settled(page)
    seen(page, "people-account")
    dialog.get_by_role("button", name="New one-time link").click()
    expect(main(page).get_by_text("/link/")).to_be_visible()


def test_a_leader_removes_an_owner_and_hands_their_actions_over(page: Page, here: Governed):
    here.enter(page, here.bravo.leader, "/people")
    page.locator(f".st-key-member-{here.bravo.owner.id}").get_by_role("button", name="Change").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("one running action")).to_be_visible()
    dialog.get_by_role("button", name="Remove the person").click()
    expect(dialog.get_by_role("alert")).to_contain_text("Choose who takes over")
    dialog.get_by_role("combobox", name="Who takes the running actions over?").click()
    page.get_by_role("option", name="Viewer canarybravo").click()
    dialog.get_by_role("button", name="Remove the person").click()
    expect(main(page).get_by_text("The person is removed")).to_be_visible()
    settled(page)
    expect(title(page)).to_contain_text("Three people belong")
    opened(page, f"{here.server.url}/action?id=A-01")
    expect(main(page).get_by_text("Owner canarybravo (left)").first).to_be_visible()


CHANGING = (
    "New action",
    "Accept",
    "Propose",
    "Change owner",
    "Cancel this action",
    "Save update",
    "Verify",
    "Start",
    "Start an assessment",
    "Choose what to do",
    "Save the target",
    "Save the reading",
    "Finalise assessment",
    "Reopen",
    "Add the person",
)


@pytest.mark.parametrize("place", ["", "results", "register", "measures", "reports"])
def test_a_viewer_is_offered_no_button_that_the_service_would_refuse(page: Page, here: Governed, place: str):
    here.enter(page, here.alpha.viewer, f"/{place}")
    expect(title(page)).to_be_visible()
    shown = {text.split("\n")[-1].strip() for text in main(page).get_by_role("button").all_inner_texts()}
    assert shown.isdisjoint(CHANGING)


def test_an_owner_reports_on_their_own_action_and_is_offered_no_more(page: Page, here: Governed):
    here.enter(page, here.alpha.owner, "/action?id=A-01")
    expect(main(page).get_by_role("button", name="Save update")).to_be_visible()
    for name in ("Change owner", "Cancel this action", "Verify"):
        expect(main(page).get_by_role("button", name=name)).to_have_count(0)


def test_a_viewer_reads_an_action_and_changes_nothing(page: Page, here: Governed):
    here.enter(page, here.alpha.viewer, "/action?id=A-01")
    expect(title(page)).to_contain_text("Action canaryalpha")
    settled(page)
    shown = {text.split("\n")[-1].strip() for text in main(page).get_by_role("button").all_inner_texts()}
    assert shown.isdisjoint(CHANGING)


def test_a_leader_invites_somebody_to_sign_in_and_takes_the_invitation_back(page: Page, here: Governed):
    here.enter(page, here.alpha.leader, "/people")
    form = page.get_by_test_id("stForm").last
    form.get_by_label("Name").fill("Lena Fox")
    form.get_by_label("E-mail").fill("lena@example.org")
    form.get_by_role("button", name="Make the link").click()
    expect(page.get_by_text("The link for Lena Fox")).to_be_visible()
    link = page.get_by_test_id("stCode").inner_text()
    assert "/invitation/" in link
    page.get_by_role("button", name="I have copied it").click()
    settled(page)
    row = page.locator("[class*=st-key-join-]").filter(has_text="Lena Fox").first
    expect(row).to_contain_text("leader")
    row.get_by_role("button", name="Take back").click()
    expect(page.get_by_text("The invitation of Lena Fox is taken back.")).to_be_visible()
    expect(row).to_have_count(0)
