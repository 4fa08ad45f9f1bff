"""Three people who were invited answer, and whoever leads sees where they differ and what to talk about."""

import re
from contextlib import ExitStack
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, Page, expect

from assessment import inviting, service
from assessment.answering_service import record_answer
from assessment.model import Given
from people import invitations, sessions
from people.entrance import Caller
from people.invitation_model import ToRespond
from people.model import Actor
from people.work import reading, writing
from storage.database import use
from tests.browser.acting import follow, main
from tests.browser.driver import axe, opened, seen, settled
from tests.browser.inviting import Office, begin, window
from tests.browser.test_respondents import answer_one, invite
from tests.exports.standings import at_level

pytestmark = pytest.mark.browser
NAMES = ("Esha Rao", "Farid Khan", "Gita Nair")


def test_three_who_were_invited_answer_and_the_leader_sees_where_they_differ(asha: Page, browser: Browser, here: Office):
    opened(asha, here.address("results"))
    expect(main(asha).get_by_text("Talk about these", exact=True)).to_have_count(0)
    opened(asha, here.address("invitations"))
    with ExitStack() as windows:
        for name, line in zip(NAMES, (0, 1, 5), strict=True):
            answer_one(begin(windows.enter_context(window(browser)), invite(asha, name)), line)
    opened(asha, here.address("results"))
    expected = "Three people answered. On no practice do they largely agree; talk about this question first"
    expect(main(asha).get_by_role("heading", name=expected)).to_be_visible()
    expect(main(asha).get_by_text("From level 0 to level 5, with level 1 in the middle.")).to_be_visible()
    expect(main(asha).locator(".st-key-agreement").get_by_role("img").first).to_contain_text("111015Median 1")
    seen(asha, "agreement-three")
    main(asha).locator(".st-key-agreement").get_by_role("link").first.click()
    settled(asha)
    expect(asha).to_have_url(re.compile(r"/practice\?a=.*&p="))
    expect(main(asha).get_by_role("heading", name="Three people answered here and see one question differently")).to_be_visible()
    spread = main(asha).locator(".st-key-spread")
    spread.get_by_text("Show the figures as a table").click()
    settled(asha)
    expect(spread.get_by_role("cell", name="Talk about this one. From 0 to 5; too few for more.")).to_be_visible()
    axe(asha)


def test_twelve_in_two_groups_are_compared_and_the_expert_finds_the_statistics(asha: Page, here: Office):
    crowd(here)
    opened(asha, here.address("results"))
    expect(main(asha).get_by_role("heading", name=re.compile("^Twelve people answered"))).to_be_visible()
    expect(main(asha).get_by_text(re.compile("^(Leaders|Staff) see it higher than (leaders|staff)")).first).to_be_visible()
    assert "r_wg" not in main(asha).inner_text(), "a leader's page bears no statistic's name"
    main(asha).get_by_text("How sure is this?").click()
    settled(asha)
    expect(main(asha).get_by_text("Agreement, r_wg")).to_be_visible()
    seen(asha, "agreement-twelve")
    main(asha).locator(".st-key-agreement").get_by_role("link").first.click()
    settled(asha)
    expect(main(asha).get_by_text(re.compile(r"Leaders see this practice \d+ points higher than staff"))).to_be_visible()
    seen(asha, "agreement-practice")
    follow(asha, "Results")


def invited(here: Office, name: str, group: str, now: datetime) -> Actor:
    """Somebody who followed a link under their name."""
    wanted = ToRespond(assessment_id=here.assessment_id, role_group=group, anonymous=False, name=name)
    (made, *_) = writing(here.cast.asha, now, lambda work: inviting.ask(work, wanted))
    found = invitations.find(made.token)
    assert found is not None
    let_in = inviting.redeem(found, made.token, Caller("192.0.2.7", "Firefox"), now)
    session = sessions.by_token(let_in.token, now)
    assert session is not None
    return session.actor


def crowd(here: Office) -> None:
    """Six leaders who see much, six of the staff who see little; all by name, through the services."""
    now = datetime.now(UTC)
    with use(here.database):
        with reading(here.cast.asha, now) as work:
            asked = service.questionnaire(work, service.get(work, here.assessment_id))
        for number in range(12):
            group, level = ("leader", 4) if number < 6 else ("staff", 1)
            who = invited(here, f"Person {number}", group, now)
            for place, question in enumerate(asked.questions.values()):
                value = at_level(question, max(0, min(5, level + (number + place) % 3 - 1)))
                if group in question.audience:
                    writing(who, now, lambda work, q=question.id, v=value: record_answer(work, here.assessment_id, q, Given(value=v)))
