"""With accounts on: somebody invited answers everything, the leader finalises, an owner updates, a consultant downloads. One walk."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from questionnaires.library import load
from questionnaires.model import Metric
from tests.browser.acting import go, main, press, title
from tests.browser.assessing import card, give, saved
from tests.browser.driver import opened, settled
from tests.browser.inviting import Office, begin, made, office, window

pytestmark = pytest.mark.browser
QUESTIONNAIRE = load("three-pillars")


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with office(tmp_path_factory.mktemp("office")) as opened_office:
        yield opened_office


def test_four_people_take_an_assessment_from_an_invitation_to_a_report_in_hand(page: Page, browser: Browser, here: Office, tmp_path: Path):
    here.assessment_id = here.start(name="IT, walked", mode="full")
    here.sign_in(page, here.cast.asha)
    link = invite(page, here)
    with window(browser) as theirs:
        answer_everything(theirs, link, here)
    finalise_and_hand_out(page, here)
    with window(browser) as theirs:
        report_progress(here.sign_in(theirs, here.cast.chitra), here)
    with window(browser) as theirs:
        download(here.sign_in(theirs, here.cast.tom), here, tmp_path / "report.pdf")


def invite(page: Page, here: Office) -> str:
    opened(page, here.address("invitations"))
    page.get_by_role("textbox", name="Name", exact=True).fill("Esha Rao")
    page.locator("label:has(input)", has_text="Leaders").first.click()
    press(page, "Make the link")
    return made(page)[0]


def answer_everything(page: Page, link: str, here: Office) -> None:
    begin(page, link)
    for practice in QUESTIONNAIRE.practices.values():
        asked = [q for q in practice.questions if "leader" in q.audience and not isinstance(q, Metric)]
        if not asked:
            continue
        expect(title(page)).to_have_text(practice.title)
        for question in asked:
            shown = card(page, str(here.assessment_id), question.id)
            shown.scroll_into_view_if_needed()
            give(shown, question)
            saved(shown)
        page.keyboard.press("Alt+n")
        settled(page)
    expect(title(page)).to_contain_text("Thank you")


def finalise_and_hand_out(page: Page, here: Office) -> None:
    opened(page, here.address("review"))
    page.get_by_text("I have checked the answers").click()
    settled(page)
    press(page, "Finalise assessment")
    expect(page).to_have_url(re.compile("/results"))
    opened(page, here.address("advice"))
    press(page, "Accept")
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("combobox", name="Owner").click()
    page.get_by_role("option", name="Chitra").click()
    dialog.get_by_role("button", name="Accept into the register").click()
    expect(main(page).get_by_text("A-01 is accepted")).to_be_visible()


def report_progress(page: Page, here: Office) -> None:
    opened(page, here.url)
    expect(page).to_have_url(re.compile("/register"))
    main(page).get_by_role("link").filter(has_not_text="New").first.click()
    settled(page)
    page.get_by_role("radio", name="In progress").click()
    page.get_by_label("Progress, per cent").fill("30")
    page.get_by_label("What changed?").fill("The first department has agreed.")
    press(page, "Save update")
    expect(main(page).get_by_text(re.compile(r"✓ Saved \d\d:\d\d"))).to_be_visible()


def download(page: Page, here: Office, to: Path) -> None:
    opened(page, here.url)
    expect(page).to_have_url(re.compile("/clients"))
    press(page, "Work in it")
    go(page, "Register")
    expect(main(page).get_by_text("In progress").first).to_be_visible()
    go(page, "Reports")
    with page.expect_download(timeout=60_000) as loading, page.expect_popup():
        main(page).get_by_role("link", name="Download PDF").first.click()
    loading.value.save_as(to)
    assert to.read_bytes().startswith(b"%PDF-")
