"""Twelve people in three role groups answer, agree, and answer again a year later: what changed, and what chance could have done."""

import re
from datetime import UTC, datetime
from uuid import UUID

import pytest
from playwright.sync_api import Browser, Page, expect

from assessment import service
from people.work import writing
from storage.database import use
from tests.browser.acting import main, press, title
from tests.browser.driver import opened, seen, settled
from tests.browser.inviting import Office, begin, window
from tests.browser.panel_of_twelve import ASKED, RISES, STAYS, TWELVE, answers_a_year_later, answers_in_the_browser, link, start
from tests.exports.paper import words

pytestmark = pytest.mark.browser
WHY = "The list of fallbacks was on the wall all the time."


def test_twelve_answer_agree_and_answer_again_a_year_later(page: Page, browser: Browser, here: Office):
    asha = here.sign_in(page, here.cast.asha)
    first = here.assessment_id = start(here, 0)
    they_answer(browser, here, first)
    they_are_followed(asha, here)
    they_agree(asha, here)
    they_are_told_where_they_differ(asha, here)
    finalised(asha, here)
    here.assessment_id = start(here, 1)
    for who in TWELVE:
        answers_a_year_later(here, here.assessment_id, who)
    with use(here.database):
        writing(here.cast.asha, datetime.now(UTC), lambda work: service.finalise(work, here.assessment_id))
    told = what_changed(asha, here)
    opened(asha, here.address("benchmark"))
    expect(main(asha).get_by_role("heading", name=re.compile("^One practice improved"))).to_be_visible()
    report = asha.request.get(f"{here.url}/download/report/{here.assessment_id}")
    paper = words(report.body())
    for sentence in told:
        assert sentence in paper


def they_answer(browser: Browser, here: Office, assessment_id: UUID) -> None:
    for who in TWELVE:
        with window(browser) as theirs:
            answers_in_the_browser(begin(theirs, link(here, assessment_id, who)), assessment_id, who)
            expect(theirs.get_by_text("Nothing is missing.")).to_be_visible()


def they_are_followed(asha: Page, here: Office) -> None:
    opened(asha, here.address("invitations"))
    expect(title(asha)).to_have_text("All 12 are done")
    expect(main(asha).get_by_text(re.compile("asked about .* alone")).first).to_be_visible()


def they_agree(asha: Page, here: Office) -> None:
    opened(asha, f"{here.address('workshop')}&q={STAYS}-fallback")
    expect(main(asha).get_by_text("chose this").first).to_be_visible()
    seen(asha, "workshop")
    main(asha).locator("label:has(input[type=radio])").nth(2).click()
    asha.get_by_label("What settled it").fill(WHY)
    press(asha, "Record what you agreed")
    expect(main(asha).get_by_text("Recorded. It counts instead of the answers")).to_be_visible()


def they_are_told_where_they_differ(asha: Page, here: Office) -> None:
    opened(asha, here.address("results"))
    expect(main(asha).get_by_role("heading", name=re.compile("^Twelve people answered"))).to_be_visible()
    opened(asha, f"{here.address('practice')}&p={STAYS}")
    spread = main(asha).locator(".st-key-spread")
    spread.get_by_text("Show the figures as a table").click()
    settled(asha)
    expect(spread.get_by_role("cell", name=f"Agreed: level 2. “{WHY}”")).to_be_visible()


def finalised(asha: Page, here: Office) -> None:
    opened(asha, here.address("review"))
    asha.get_by_text("I have checked the answers").click()
    press(asha, "Finalise assessment")
    expect(asha).to_have_url(re.compile("/results"))


def what_changed(asha: Page, here: Office) -> list[str]:
    """The sentences of the two practices."""
    opened(asha, here.address("results"))
    since = main(asha).locator(".st-key-since")
    expect(since.get_by_role("heading", name=re.compile("^One practice improved"))).to_be_visible()
    rows = {practice: since.get_by_role("row", name=re.compile(ASKED.practices[practice].title)) for practice in (RISES, STAYS)}
    expect(rows[RISES]).to_contain_text("Improved")
    expect(rows[STAYS]).to_contain_text("No detectable change")
    seen(asha, "change")
    said = [rows[practice].get_by_role("cell").last.inner_text() for practice in (RISES, STAYS)]
    assert re.fullmatch(r"Twelve people who answered both times moved up by \d+ points on average; chance alone would rarely .*", said[0])
    assert "chance alone could do that" in said[1]
    settled(asha)
    return said
