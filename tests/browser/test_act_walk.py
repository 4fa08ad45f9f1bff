"""The whole way through the browser alone: from an empty database to a PDF in hand, with every page inspected in light and dark."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from questionnaires.library import load
from tests.browser.acting import follow, go, main, press, title
from tests.browser.assessing import card, give, saved
from tests.browser.driver import opened, seen, settled
from tests.browser.server import Server

pytestmark = pytest.mark.browser


def test_from_an_empty_database_to_a_report_in_hand(page: Page, fresh: Server, tmp_path: Path):
    page.set_default_timeout(20_000)
    found(page, fresh)
    start(page)
    answer_everything(page)
    finalise(page)
    accept_three(page)
    update_one(page)
    download(page, tmp_path / "report.pdf")
    come_home(page)


def found(page: Page, fresh: Server) -> None:
    opened(page, fresh.url)
    seen(page, "walk-1-welcome")
    page.get_by_label("Your name").fill("Asha Rao")
    page.get_by_label("Organisation").fill("Northwind")
    page.get_by_role("button", name="Start").click()
    expect(title(page)).to_have_text("Start with one assessment")
    settled(page)
    seen(page, "walk-1-empty-home")
    for empty in ("Results", "Register", "Reports"):
        go(page, empty)
        seen(page, f"walk-1-empty-{empty.lower()}")
    go(page, "Home")


def start(page: Page) -> None:
    press(page, "Start an assessment")
    main(page).get_by_text("Three Pillars of Self-Service Adoption", exact=True).click()
    settled(page)
    expect(main(page).get_by_text("Full: 46 questions, about 35 minutes")).to_be_visible()
    seen(page, "walk-2-start")
    press(page, "Start")
    expect(page).to_have_url(re.compile(r"/answer\?a="))


def answer_everything(page: Page) -> None:
    questionnaire = load("three-pillars")
    assessment = re.search(r"a=([0-9a-f-]{36})", page.url)[1]
    seen(page, "walk-3-answer")
    for practice in questionnaire.practices.values():
        expect(title(page)).to_have_text(practice.title)
        for question in practice.questions:
            shown = card(page, assessment, question.id)
            shown.scroll_into_view_if_needed()
            give(shown, question)
            saved(shown)
        seen(settled(page), f"walk-3-answer-{practice.id}")
        page.keyboard.press("Alt+n")
        settled(page)


def finalise(page: Page) -> None:
    expect(page).to_have_url(re.compile(r"/review\?a="))
    seen(page, "walk-4-review")
    main(page).get_by_text("I have checked the answers").click()
    settled(page)
    press(page, "Finalise assessment")
    expect(page).to_have_url(re.compile(r"/results\?a="))
    expect(main(page).get_by_text("All 46 questions are answered").first).to_be_visible()
    seen(page, "walk-5-results")
    follow(page, "Run as a product")
    seen(page, "walk-5-practice")
    follow(page, "Results")


def accept_three(page: Page) -> None:
    press(page, "Choose what to do")
    seen(page, "walk-6-advice")
    for number in (1, 2, 3):
        press(page, "Accept")
        if number == 1:
            seen(page, "walk-6-accept")
        page.get_by_role("dialog").get_by_role("button", name="Accept into the register").click()
        expect(main(page).get_by_text(re.compile(rf"A-0{number} is accepted"))).to_be_visible()
        settled(page)


def update_one(page: Page) -> None:
    go(page, "Register")
    expect(title(page)).to_have_text("3 actions, all on time")
    seen(page, "walk-7-register")
    main(page).get_by_role("link").first.click()
    settled(page)
    page.get_by_role("radio", name="In progress").click()
    page.get_by_label("Progress, per cent").fill("30")
    page.get_by_label("What changed?").fill("The first department has agreed.")
    press(page, "Save update")
    expect(main(page).get_by_text(re.compile(r"✓ Saved \d\d:\d\d"))).to_be_visible()
    expect(main(page).get_by_text("set the status to In progress, set progress from 0 to 30 % and wrote a note.")).to_be_visible()
    expect(main(page).get_by_text("The first department has agreed.")).to_be_visible()
    seen(page, "walk-7-action")


def download(page: Page, to: Path) -> None:
    go(page, "Reports")
    seen(page, "walk-8-reports")
    with page.expect_download(timeout=60_000) as loading, page.expect_popup():
        main(page).get_by_role("link", name="Download PDF").click()
    loading.value.save_as(to)
    assert to.read_bytes().startswith(b"%PDF-")
    assert loading.value.suggested_filename.endswith(".pdf")


def come_home(page: Page) -> None:
    go(page, "Home")
    expect(title(page)).to_contain_text("IT is at level")
    expect(main(page).get_by_text("3 of 3")).to_be_visible()
    seen(page, "walk-9-home")
