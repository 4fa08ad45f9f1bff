"""Pillars judged on what they stand on, as a leader meets it: not assessed, weak, improved. One story on one server."""

import re
from collections.abc import Iterator
from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from questionnaires.library import load
from questionnaires.model import Question
from tests.browser.acting import follow, main, press, title
from tests.browser.assessing import Door
from tests.browser.driver import opened, seen, settled
from tests.browser.server import Server

pytestmark = pytest.mark.browser
PILLARS, FOUNDATIONS = load("three-pillars"), load("itsm-foundations")


@pytest.fixture
def door(fresh: Server) -> Iterator[Door]:
    made = Door(fresh)
    yield made
    made.close()


def established(_: Question) -> int:
    return 3


def weak(question: Question) -> int:
    """Everything is performed somewhere, and knowledge not even that."""
    return 0 if question.id in {one.id for one in FOUNDATIONS.practices["knowledge"].questions} else 1


def test_pillars_are_told_what_they_stand_on_from_the_first_look_to_better_foundations(page: Page, fresh: Server, door: Door):
    page.set_default_timeout(20_000)
    door.function("Branch")
    alone(page, fresh, door)
    held(page, fresh, door)
    renewed(page, fresh, door)


def alone(page: Page, fresh: Server, door: Door) -> None:
    """Nobody has assessed the foundations: results and home say so, and lead there."""
    made = door.judge(PILLARS, established, "Pillars, spring")
    opened(page, fresh.url)
    expect(title(page)).to_contain_text("IT is at level 3")
    expect(main(page).get_by_text("Level after the foundations: not determinable, they are not assessed")).to_be_visible()
    seen(page, "foundations-1-home")
    follow(page, "Assess the foundations")
    filled_in(page)
    opened(page, f"{fresh.url}/results?a={made}")
    expect(main(page).get_by_text("After the foundations, the level is not determinable: ITSM Foundations not assessed.")).to_be_visible()
    expect(
        main(page).get_by_text("Until somebody assesses ITSM Foundations, nobody can tell what holds these levels back.")
    ).to_be_visible()
    seen(page, "foundations-1-results")
    press(page, "Assess ITSM Foundations")
    filled_in(page)
    seen(page, "foundations-1-start")


def filled_in(page: Page) -> None:
    """The start form asks for the foundations of IT, though Branch comes first in its list."""
    expect(page).to_have_url(re.compile(r"/assessments\?q=itsm-foundations&f="))
    settled(page)
    expect(main(page).get_by_role("radio", name="ITSM Foundations")).to_be_checked()
    expect(main(page).get_by_role("combobox", name="Function")).to_have_value("IT")
    expect(main(page).get_by_label("Name", exact=True)).to_have_value(re.compile("^IT, "))


def held(page: Page, fresh: Server, door: Door) -> None:
    """The foundations are weak: every page says held, by what, and what to lay first."""
    under = door.judge(FOUNDATIONS, weak, "Foundations, spring")
    made = door.judge(PILLARS, established, "Pillars, summer")
    opened(page, fresh.url)
    expect(title(page)).to_have_text("IT is at level 3 by points, held at 0 by Knowledge management")
    expect(main(page).get_by_text("Lay Knowledge management first.")).to_be_visible()
    expect(main(page).get_by_text("0, needs 3")).to_be_visible()
    seen(page, "foundations-2-home")
    opened(page, f"{fresh.url}/results?a={made}")
    expect(title(page)).to_have_text("Level 3 by points, held at 0 by Knowledge management")
    expect(main(page).get_by_role("heading", name="Level: 3 by points, held at 0")).to_be_visible()
    expect(main(page).get_by_text(LAY_FIRST).first).to_be_visible()
    expect(main(page).get_by_text("With today’s foundations")).to_have_count(0)
    seen(page, "foundations-2-results")
    press(page, "See what to lay first")
    expect(page).to_have_url(re.compile(rf"/advice\?a={under}&p=knowledge"))
    practice(page, fresh, f"{made}", f"{under}")
    action(page, fresh, f"{made}")
    assert "Gated level: 3 by points, held at 0" in report(page, fresh, f"{made}")


LAY_FIRST = "Lay Knowledge management first: it is at level 0, and “Confidence before convenience” needs it at 3."
HELD = "Held at level 0: Knowledge management is at level 0, needs 3."
PAYS_OFF = "It lifts the index, but the level stays held until Knowledge management reaches level 3."


def practice(page: Page, fresh: Server, made: str, under: str) -> None:
    """The held practice leads to its foundation, and that says what rests on it."""
    opened(page, f"{fresh.url}/practice?a={made}&p=confidence")
    expect(main(page).get_by_text(HELD)).to_be_visible()
    expect(main(page).get_by_text("Lay Knowledge management first: it is at level 0, and this practice needs it at 3.")).to_be_visible()
    seen(page, "foundations-2-practice")
    press(page, "Open Knowledge management")
    expect(page).to_have_url(re.compile(rf"/practice\?a={under}&p=knowledge"))
    expect(main(page).get_by_text("“Confidence before convenience” rest on it: a low level here holds them back.")).to_be_visible()
    seen(page, "foundations-2-foundation")


def action(page: Page, fresh: Server, made: str) -> None:
    """An action of the held practice says why its level cannot pay off yet, before and after it is accepted."""
    opened(page, f"{fresh.url}/advice?a={made}")
    expect(main(page).get_by_text(LAY_FIRST)).to_be_visible()
    seen(page, "foundations-2-advice")
    opened(page, f"{fresh.url}/advice?a={made}&p=confidence")
    expect(main(page).get_by_text(PAYS_OFF).first).to_be_visible()
    press(page, "Accept")
    page.get_by_role("dialog").get_by_role("button", name="Accept into the register").click()
    expect(main(page).get_by_text("A-01 is accepted")).to_be_visible()
    opened(page, f"{fresh.url}/action?id=A-01")
    expect(main(page).get_by_text(f"Its level cannot pay off yet. {HELD}")).to_be_visible()
    seen(page, "foundations-2-action")


def renewed(page: Page, fresh: Server, door: Door) -> None:
    """The foundations are better: the issued result stays beside today's, and paper prints the issued one."""
    door.judge(FOUNDATIONS, established, "Foundations, autumn")
    opened(page, f"{fresh.url}/results")
    main(page).get_by_role("combobox", name="Assessment").click()
    page.get_by_role("option", name="Pillars, summer").click()
    expect(title(page)).to_have_text("Level 3 by points, held at 0 by Knowledge management")
    made = re.search(r"a=([0-9a-f-]{36})", settled(page).url)[1]
    beside = page.locator(".st-key-renewed")
    expect(beside).to_contain_text("As issued")
    expect(beside).to_contain_text("Level 3 by points, held at 0.")
    expect(beside).to_contain_text("ITSM Foundations of IT, “Foundations, spring”")
    expect(beside).to_contain_text("With today’s foundations")
    expect(beside).to_contain_text("Level 3 by points, carried by its foundations.")
    expect(beside).to_contain_text("ITSM Foundations of IT, “Foundations, autumn”")
    expect(main(page).get_by_text("Lay Knowledge management first")).to_have_count(0)
    seen(page, "foundations-3-results")
    free(page, fresh, made)
    printed = report(page, fresh, made)
    assert "Gated level: 3 by points, held at 0" in printed
    assert "With today’s foundations: level 3 by points, carried by its foundations." in printed


def free(page: Page, fresh: Server, made: str) -> None:
    """Practice, advice, action and home no longer wait for what has been laid."""
    opened(page, f"{fresh.url}/practice?a={made}&p=confidence")
    expect(main(page).get_by_text(HELD)).to_be_visible()
    expect(main(page).get_by_text("With today’s foundations: nothing holds it.")).to_be_visible()
    seen(page, "foundations-3-practice")
    opened(page, f"{fresh.url}/advice?a={made}&p=confidence")
    expect(main(page).get_by_text("the level stays held")).to_have_count(0)
    opened(page, f"{fresh.url}/action?id=A-01")
    expect(main(page).get_by_text("Its level cannot pay off yet.")).to_have_count(0)
    opened(page, fresh.url)
    expect(title(page)).to_contain_text("IT is at level 3, held back by")
    seen(page, "foundations-3-home")


def report(page: Page, fresh: Server, made: str) -> str:
    """The words of the report, over its own route."""
    answer = page.request.get(f"{fresh.url}/download/report/{made}")
    assert answer.status == 200
    return " ".join(" ".join(one.extract_text() for one in PdfReader(BytesIO(answer.body())).pages).split())
