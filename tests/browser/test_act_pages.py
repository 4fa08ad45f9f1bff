"""Every page of results and actions, as the demo organisation fills it: what it says, and that everybody can use it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.acting import FOUNDATIONS, final_result, follow, go, main, press, title
from tests.browser.driver import axe, opened, seen, settled
from tests.browser.server import Server

pytestmark = pytest.mark.browser


def test_home_says_where_we_stand_and_what_waits(page: Page, told: Server):
    opened(page, told.url)
    expect(title(page)).to_contain_text("IT is at level 1, held back by “Journeys, not only visits” and “Run as a product”")
    expect(main(page).get_by_role("heading", name="Seven things need your decision")).to_be_visible()
    expect(main(page).get_by_role("heading", name="One action is late")).to_be_visible()
    seen(page, "home")


def test_a_decision_on_home_leads_to_its_place(page: Page, told: Server):
    opened(page, told.url)
    press(page, "Decide", nth=1)
    expect(page).to_have_url(re.compile(r"/action\?id=A-14"))
    expect(main(page).get_by_role("heading", name="Accept it?")).to_be_visible()


def test_results_begin_with_one_sentence_and_every_figure_has_a_table(page: Page, told: Server):
    final_result(page, told)
    expect(title(page)).to_have_text("Level 1, held back by “Journeys, not only visits” and “Run as a product”")
    expect(main(page).get_by_text("45 of 46 questions are answered").first).to_be_visible()
    seen(page, "results")
    tables = main(page).get_by_text("Show the figures as a table")
    figures = main(page).get_by_test_id("stVegaLiteChart")
    assert tables.count() == figures.count() >= 5
    for place in range(tables.count()):
        tables.nth(place).click()
        settled(page)
    main(page).get_by_text("How sure is this?").first.click()
    settled(page)
    expect(main(page).get_by_text("Evidenced index")).to_be_visible()
    seen(page, "results-open")


def test_the_foundations_have_their_own_result_and_the_pillars_stand_on_both_of_them(page: Page, told: Server):
    final_result(page, told)
    expect(main(page).get_by_text("Level 1 by points, five practices held back.")).to_be_visible()
    expect(main(page).get_by_text("Level 1 by points, three practices held back.")).to_be_visible()
    final_result(page, told, FOUNDATIONS)
    expect(title(page)).to_have_text("Level 1, held back by five of 12 practices")
    expect(main(page).get_by_text("68 of 69 questions are answered").first).to_be_visible()
    seen(page, "results-foundations")
    follow(page, "Improvement discipline")
    expect(main(page).get_by_text("Held at level 1: “Continual improvement” is at level 1, needs 2.")).to_be_visible()
    seen(page, "practice-foundations")


def test_an_open_assessment_shows_its_next_step(page: Page, told: Server):
    opened(page, f"{told.url}/results")
    expect(main(page).get_by_text("open, so every figure may still change").first).to_be_visible()
    press(page, "Review and finalise")
    expect(page).to_have_url(re.compile(r"/review\?"))


def test_a_practice_explains_its_number(page: Page, told: Server):
    final_result(page, told)
    follow(page, "Run as a product")
    expect(main(page).get_by_text("It keeps the whole at level 1.")).to_be_visible()
    main(page).get_by_text("Why this number?").click()
    settled(page)
    expect(main(page).get_by_text("(3/5 + 1/5 + 1/2 + 1) ÷ 4 = 23/40, and 100 times that is 57.5.")).to_be_visible()
    main(page).get_by_text("How good practice looks here").click()
    settled(page)
    seen(page, "practice")


def test_advice_is_previewed_together_before_it_is_accepted(page: Page, told: Server):
    final_result(page, told)
    press(page, "Choose what to do")
    expect(title(page)).to_contain_text("Start with the")
    boxes = main(page).get_by_text("Add to preview")
    boxes.nth(0).click()
    settled(page)
    boxes.nth(1).click()
    settled(page)
    expect(main(page).get_by_text("Done together:")).to_be_visible()
    main(page).get_by_text("How to do it").first.click()
    settled(page)
    seen(page, "advice")
    press(page, "Choose none")
    expect(main(page).get_by_text("Done together:")).to_have_count(0)
    press(page, "Accept")
    expect(page.get_by_role("dialog").get_by_role("button", name="Accept into the register")).to_be_visible()
    seen(page, "advice-accept")


@pytest.mark.parametrize("view", ["list", "board", "table"])
def test_the_register_has_three_views(page: Page, told: Server, view: str):
    opened(page, f"{told.url}/register?view={view}")
    expect(title(page)).to_have_text("31 actions; one is late, one is stale")
    seen(page, f"register-{view}")


def test_filters_search_and_order_stand_in_the_address_and_come_back(page: Page, told: Server):
    opened(page, f"{told.url}/register")
    main(page).get_by_role("button", name="Late").click()
    main(page).get_by_role("button", name="Stale").click()
    settled(page)
    page.get_by_role("textbox", name="Search").fill("pack")
    page.get_by_role("textbox", name="Search").press("Enter")
    expect(main(page).get_by_text("1 of 31 actions")).to_be_visible()
    expect(page).to_have_url(re.compile(r"show=late%2Cstale&q=pack"))
    page.reload()
    settled(page)
    expect(main(page).get_by_text("1 of 31 actions")).to_be_visible()
    expect(page.get_by_role("textbox", name="Search")).to_have_value("pack")
    page.get_by_role("textbox", name="Search").fill("no such thing")
    page.get_by_role("textbox", name="Search").press("Enter")
    expect(main(page).get_by_text("No action matches these filters")).to_be_visible()
    axe(page)
    press(page, "Clear filters")
    expect(main(page).get_by_text("26 of 31 actions")).to_be_visible()


def test_an_action_shows_its_history_and_why_it_is_there(page: Page, told: Server):
    opened(page, f"{told.url}/action?id=A-09")
    expect(main(page).get_by_text("9 days late.")).to_be_visible()
    expect(main(page).get_by_role("heading", name="History")).to_be_visible()
    expect(main(page).get_by_text("set the status to Blocked and wrote a note.")).to_be_visible()
    seen(page, "action")
    press(page, "Cancel this action")
    axe(page)


def test_an_action_that_does_not_exist_is_said_so(page: Page, told: Server):
    for wrong in ("A-99", "7%3Bdrop", "A-", ""):
        opened(page, f"{told.url}/action?id={wrong}")
        expect(main(page).get_by_role("alert")).to_contain_text("There is no such action here.")


def test_reports_lead_to_a_pdf_of_each_assessment(page: Page, told: Server):
    opened(page, told.url)
    go(page, "Reports")
    expect(title(page)).to_have_text("Six reports to hand over; one is still a draft")
    seen(page, "reports")
    address = main(page).get_by_role("link", name="Download PDF").nth(1).get_attribute("href")
    answer = page.request.get(f"{told.url}{address}" if address and address.startswith("/") else str(address))
    assert answer.status == 200
    assert answer.body().startswith(b"%PDF-")
    assert answer.headers["cache-control"] == "no-store"


def test_in_the_list_of_practices_the_count_is_never_cut_and_the_tools_take_two_tiers(page: Page, told: Server):
    page.set_viewport_size({"width": 1280, "height": 900})
    opened(page, f"{told.url}/assessments")
    press(page, "Review")
    follow(page, "Back to the questions")
    listed = page.locator(".st-key-practices")
    edge = listed.bounding_box()
    counts = listed.get_by_text(re.compile(r"^\d+ of \d+$"))
    expect(counts).to_have_count(12)
    for count in counts.all():
        box = count.bounding_box()
        assert box["x"] + box["width"] <= edge["x"] + edge["width"] + 1
        assert box["height"] < 30, "in one line"
    discuss, clear = (main(page).get_by_text(words, exact=True).first.bounding_box() for words in ("Discuss", "Clear"))
    assert abs(discuss["y"] - clear["y"]) < 12
