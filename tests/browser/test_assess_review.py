"""From the list through the review to a final assessment, and back."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from questionnaires import library
from tests.browser.assessing import Door, answering, card, pick
from tests.browser.driver import opened, seen, settled
from tests.browser.server import Server

pytestmark = pytest.mark.browser


@pytest.fixture
def door(server: Server) -> Iterator[Door]:
    made = Door(server)
    yield made
    made.close()


def test_the_list_starts_an_assessment_with_targets_and_tells_the_next_step(page: Page, fresh: Server):
    door = Door(fresh)
    door.start(function="HR")
    opened(page, f"{fresh.url}/assessments")
    page.get_by_text("Three Pillars of Self-Service Adoption", exact=True).click()
    settled(page)
    page.locator("label:has(input)", has_text="Quick: 15 questions").click()
    settled(page)
    page.get_by_label("Name").fill("<b>Spring</b> *look*")
    page.get_by_text("Target level of each practice").click()
    settled(page)
    seen(page, "assessments-start")
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.get_by_role("heading", level=1, name="A purpose people can feel")).to_be_visible()
    settled(page)
    seen(page, "answer-quick")
    opened(page, f"{fresh.url}/assessments")
    expect(page.get_by_role("heading", level=1)).to_have_text("Two assessments are open")
    expect(page.get_by_text("<b>Spring</b> *look*")).to_be_visible()
    expect(page.get_by_text("0 of 15 answered, about ten minutes left. Next: A purpose people can feel.")).to_be_visible()
    seen(page, "assessments")
    door.close()


def test_a_period_that_ends_before_it_starts_is_refused(page: Page, server: Server, door: Door):
    door.start()
    opened(page, f"{server.url}/assessments")
    page.get_by_label("Name").fill("x" * 300)
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("at most 200 fit")


def test_the_review_tells_what_is_missing_and_leads_there(page: Page, server: Server, door: Door):
    made = door.start()
    opened(page, answering(server, made, "kinds"))
    pick(card(page, made, "level"), "Anchor 4 of level.")
    pick(card(page, made, "truth"), "Don’t know")
    pick(card(page, made, "share"), "Discuss")
    page.get_by_role("link", name="Review and finalise").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("8 of 10 answers are missing")
    for told in (
        "Kinds, questions 3, 4, 5 and 6",
        "One answer has no evidence that somebody saw",
        "One answer is “don’t know”",
        "One question is marked",
    ):
        expect(page.get_by_text(told)).to_be_visible()
    seen(page, "review")
    page.get_by_role("button", name="Answer them").first.click()
    expect(page.get_by_role("heading", level=1, name="Kinds")).to_be_visible()


def test_finalising_needs_an_answer_and_the_box_and_reopening_a_reason(page: Page, server: Server, door: Door):
    made = door.start()
    opened(page, f"{server.url}/review?a={made}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nothing is answered yet")
    expect(page.get_by_role("button", name="Finalise assessment")).to_be_disabled()
    opened(page, answering(server, made, "last"))
    pick(card(page, made, "ending"), "Anchor 3 of ending.")
    opened(page, f"{server.url}/review?a={made}")
    expect(page.get_by_role("button", name="Finalise assessment")).to_be_disabled()
    page.locator("label:has(input)", has_text="I have checked the answers").click()
    page.get_by_role("button", name="Finalise assessment").click()
    expect(page.get_by_role("button", name="Finalise assessment")).to_have_count(0)
    settled(page)
    opened(page, f"{server.url}/review?a={made}")
    expect(page.get_by_role("heading", level=1)).to_contain_text("This assessment is final since")
    seen(page, "review-final")
    page.get_by_role("button", name="Reopen").click()
    expect(page.get_by_role("alert")).to_contain_text("Say why it is reopened.")
    page.get_by_label("Why is it reopened?").fill("One team was <i>forgotten</i>.")
    page.get_by_role("button", name="Reopen").click()
    expect(page.get_by_role("heading", level=1, name="Kinds")).to_be_visible()
    opened(page, f"{server.url}/review?a={made}")
    expect(page.get_by_text("One team was <i>forgotten</i>.")).to_be_visible()
    assert door.values(made) == {"ending": 3}


def test_going_on_from_quick_to_full_keeps_every_answer(page: Page, server: Server, door: Door):
    made = door.start(library.load("three-pillars"), mode="quick")
    opened(page, answering(server, made, "leadership-purpose"))
    pick(card(page, made, "leadership-purpose-why"), "At least one leader named a gain")
    expect(page.get_by_text("1 of 15 answered")).to_be_visible()
    opened(page, f"{server.url}/review?a={made}")
    page.get_by_role("button", name="Go on to full").click()
    expect(page.get_by_text("1 of 46 answered")).to_be_visible()
    assert door.values(made) == {"leadership-purpose-why": 1}


def test_readings_beside_the_assessment_lead_to_the_measures_of_its_questionnaire(page: Page, server: Server, door: Door):
    made = door.start(function="Finance")
    opened(page, f"{server.url}/readings?a={made}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nobody has read the one measure yet")
    seen(page, "readings")
    page.get_by_test_id("stMain").get_by_role("link", name="Adoption", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Nobody has read “Adoption” yet")
