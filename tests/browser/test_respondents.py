"""Others answer too: invited by link, in windows of their own, and out of reach of everything else."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.acting import main, press, title
from tests.browser.assessing import Door
from tests.browser.driver import axe, look, opened, seen, settled
from tests.browser.inviting import Office, begin, made, window
from tests.browser.server import Server

pytestmark = pytest.mark.browser


@pytest.fixture
def third(browser: Browser) -> Iterator[Page]:
    """And a third."""
    with window(browser) as theirs:
        yield theirs


def invite(page: Page, name: str = "Esha Rao", group: str = "Staff") -> str:
    """The link of an invitation by name."""
    page.get_by_role("textbox", name="Name", exact=True).fill(name)
    page.locator("label:has(input)", has_text=group).first.click()
    press(page, "Make the link")
    return made(page)[0]


def invite_anonymously(page: Page, many: int) -> list[str]:
    page.get_by_role("radio", name="Anonymously").click()
    settled(page)
    page.get_by_role("spinbutton", name="How many links").fill(str(many))
    page.get_by_role("spinbutton", name="How many links").press("Tab")
    press(page, "Make the links")
    return made(page)


def answer_one(page: Page, line: int) -> None:
    """Choose a line of the first question, and wait until it is saved."""
    page.locator("label:has(input[type=radio])").nth(line).click()
    settled(page)
    expect(page.get_by_text(re.compile(r"Saved \d\d:\d\d")).first).to_be_visible()


def test_two_answer_by_invitation_and_the_leader_finalises(asha: Page, other: Page, third: Page, here: Office):
    expect(title(asha)).to_have_text("Nobody is asked to answer yet")
    by_name, (anonymous, *_) = invite(asha), invite_anonymously(asha, 4)
    seen(asha, "respondents-links")
    answer_one(begin(other, by_name), 2)
    answer_one(begin(third, anonymous), 4)
    seen(other, "respondents-answer")
    opened(asha, here.address("invitations"))
    expect(title(asha)).to_have_text("2 of 5 have begun")
    expect(main(asha).get_by_text("Esha Rao · 1 of 15 answered")).to_be_visible()
    expect(main(asha).get_by_text("Staff: 1 of 4 have begun")).to_be_visible()
    bird = third.get_by_test_id("stSidebar").get_by_text(re.compile("^Anonymous ")).first.inner_text()
    assert bird not in main(asha).inner_text()
    seen(asha, "respondents")
    finalise(asha, here)
    opened(other, here.address("answer"))
    expect(main(other).get_by_text("its answers no longer change. Thank you for yours.")).to_be_visible()


def finalise(asha: Page, here: Office) -> None:
    """From the review, which counts what everybody answered, to the result on screen and on paper."""
    opened(asha, here.address("review"))
    expect(title(asha)).to_have_text("14 of 15 answers are missing")
    expect(main(asha).get_by_text("Three people who were invited have not begun, and could not any more.")).to_be_visible()
    look(asha, "respondents-review")
    asha.get_by_text("I have checked the answers").click()
    press(asha, "Finalise assessment")
    expect(asha).to_have_url(re.compile("/results"))
    opened(asha, here.address("results"))
    expect(main(asha).get_by_role("alert")).to_have_count(0)
    report = asha.request.get(f"{here.url}/download/report/{here.assessment_id}")
    assert (report.status, report.body()[:4]) == (200, b"%PDF")


def test_a_link_is_shown_once(asha: Page, here: Office):
    link = invite(asha)
    asha.reload()
    settled(asha)
    assert link.rpartition("/")[2] not in asha.content()
    expect(main(asha).get_by_text("Esha Rao · Not begun")).to_be_visible()


def test_a_used_link_leads_on_in_its_own_browser_and_nowhere_in_another(asha: Page, other: Page, third: Page):
    link = invite(asha)
    begin(other, link)
    answer_one(other, 3)
    other.goto(link)
    other.wait_for_url("**/answer?a=*")
    settled(other)
    assert link.rpartition("/")[2] not in other.url
    third.goto(link)
    expect(third.get_by_role("heading", name="This link has been used")).to_be_visible()


def test_whatever_address_a_respondent_opens_they_find_their_questions_or_are_told(asha: Page, other: Page, here: Office):
    begin(other, invite(asha))
    for place in ("assessments", "review", "results", "register", "measures", "reports", "organisation", "invitations"):
        opened(other, here.address(place))
        expect(title(other)).to_have_text("This page is not yours to see")
        expect(other.get_by_role("link", name=re.compile("Register|Results|Settings"))).to_have_count(0)
    main(other).get_by_role("link", name=re.compile("Go to the questions")).click()
    other.wait_for_url("**/answer?a=*")
    opened(other, here.url)
    other.wait_for_url("**/answer?a=*")


def test_a_respondent_reaches_neither_another_assessment_nor_a_report(asha: Page, other: Page, here: Office):
    begin(other, invite(asha))
    foreign = here.start(name="Not theirs")
    opened(other, f"{here.url}/answer?a={foreign}")
    expect(title(other)).to_have_text("This page is not yours to see")
    expect(main(other).get_by_text("Not theirs")).to_have_count(0)
    assert other.request.get(f"{here.url}/download/report/{here.assessment_id}").status == 404


def test_users_are_asked_what_concerns_users(asha: Page, other: Page):
    begin(other, invite(asha, group="Users"))
    practices = other.locator(".st-key-practices button")
    assert 0 < practices.count() < 12
    expect(other.get_by_text(re.compile(r"0 of \d+ answered")).first).to_be_visible()
    assert "0 of 15 answered" not in main(other).inner_text()


def test_the_end_thanks_says_until_when_and_done_signs_out(asha: Page, other: Page, here: Office):
    link = invite(asha)
    begin(other, link)
    answer_one(other, 2)
    main(other).get_by_role("link", name="Done for now").click()
    other.wait_for_url("**/thanks?a=*")
    settled(other)
    expect(title(other)).to_have_text("Thank you; 1 of 15 answered")
    expect(main(other).get_by_text(re.compile(r"come back in this browser until \d+ \w+ \d{4}"))).to_be_visible()
    seen(other, "respondents-thanks")
    main(other).get_by_role("button", name="Done, sign me out").click()
    expect(other.get_by_role("heading", name="You are signed out")).to_be_visible()
    other.goto(link)
    expect(other.get_by_role("heading", name="This link has been used")).to_be_visible()


def test_taken_back_a_respondent_is_out_at_their_next_click(asha: Page, other: Page, here: Office):
    begin(other, invite(asha))
    asha.get_by_role("button", name="Take back").click()
    asha.get_by_role("button", name="Take it back").click()
    settled(asha)
    expect(main(asha).get_by_text("The invitation of Esha Rao is taken back.")).to_be_visible()
    other.locator("label:has(input[type=radio])").nth(2).click()
    other.goto(here.address("answer"))
    expect(other.get_by_role("heading", name="Your invitation has ended")).to_be_visible()
    expect(other.get_by_label("Password")).to_have_count(0)
    axe(other)
    other.get_by_role("link", name="Sign in with it").click()
    expect(other.get_by_role("heading", name="Sign in")).to_be_visible()


def test_a_new_link_goes_on_where_the_old_one_stopped(asha: Page, other: Page, third: Page):
    begin(other, invite(asha))
    answer_one(other, 4)
    asha.get_by_role("button", name="New link").click()
    settled(asha)
    begin(third, made(asha)[0])
    expect(third.get_by_text("1 of 15 answered").first).to_be_visible()


def test_what_cannot_be_is_said_and_nothing_is_made(asha: Page):
    press(asha, "Make the link")
    expect(main(asha).get_by_role("alert")).to_contain_text("Write the name of the person you invite")
    expect(title(asha)).to_have_text("Nobody is asked to answer yet")
    axe(asha)


def test_a_viewer_is_told_that_inviting_is_not_theirs(page: Page, here: Office):
    here.sign_in(page, here.cast.vera)
    opened(page, here.address("invitations"))
    expect(title(page)).to_have_text("This page is not open to you")


def test_a_member_who_only_responds_is_told_when_nothing_is_asked(page: Page, here: Office):
    here.sign_in(page, here.cast.ben)
    opened(page, here.url)
    expect(title(page)).to_have_text("Nothing is asked of you now")
    opened(page, here.address("results"))
    expect(title(page)).to_have_text("This page is not yours to see")
    axe(page)


def test_alone_on_a_computer_the_page_says_what_inviting_needs(page: Page, server: Server):
    door = Door(server)
    made_here = door.start()
    door.close()
    opened(page, f"{server.url}/review?a={made_here}")
    expect(main(page).get_by_text("Inviting others to answer needs Plumbline on a server")).to_be_visible()
    opened(page, f"{server.url}/invitations?a={made_here}")
    expect(main(page).get_by_text("Nobody else can answer here")).to_be_visible()
    expect(main(page).get_by_role("button", name="Make the link")).to_have_count(0)
