"""Every kind of question, by mouse and by keyboard alone."""

from collections.abc import Iterator
from fractions import Fraction
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from tests.browser.assessing import Door, answering, card, pick, saved
from tests.browser.driver import axe, opened, seen, settled
from tests.browser.server import Server

pytestmark = pytest.mark.browser


@pytest.fixture
def door(server: Server) -> Iterator[Door]:
    made = Door(server)
    yield made
    made.close()


@pytest.fixture
def kinds(page: Page, server: Server, door: Door) -> UUID:
    """A new assessment with its first practice open: a question of each kind."""
    page.set_default_timeout(10_000)
    made = door.start()
    opened(page, answering(server, made, "kinds"))
    return made


def test_every_kind_is_answered_by_mouse_and_kept(page: Page, kinds: UUID, door: Door):
    seen(page, "answer-kinds")
    pick(card(page, kinds, "level"), "Anchor 3 of level.")
    pick(card(page, kinds, "truth"), "Yes")
    pick(card(page, kinds, "share"), "half")
    pick(card(page, kinds, "ticks"), "Quality")
    pick(card(page, kinds, "rating"), "Largely achieved")
    figure = card(page, kinds, "figure")
    figure.get_by_role("spinbutton", name="Value").fill("62.5")
    figure.get_by_label("Sample size").fill("80")
    figure.get_by_label("Source").fill("Portal log")
    figure.get_by_role("button", name="Save", exact=True).click()
    for question in ("level", "truth", "share", "ticks", "figure", "rating"):
        saved(card(page, kinds, question))
    expect(page.get_by_text("6 of 10 answered")).to_be_visible()
    assert door.values(kinds) == {
        "level": 3, "truth": True, "share": "half", "ticks": ("b",), "figure": Fraction(125, 2), "rating": "L",
    }  # fmt: skip
    assert door.answers(kinds)["figure"].period == "2026-10"
    seen(page, "answer-kinds-answered")


def test_every_kind_is_answered_by_keyboard_alone(page: Page, kinds: UUID, door: Door):
    press = page.keyboard.press
    card(page, kinds, "level").get_by_role("radio").first.focus()
    press("Space")  # level 0
    press("ArrowDown")  # level 1
    saved(card(page, kinds, "level"))
    _tab_to(page, kinds, "truth", "radio")
    press("Space")
    saved(card(page, kinds, "truth"))
    _tab_to(page, kinds, "share", "radio")
    press("Space")
    press("ArrowDown")
    saved(card(page, kinds, "share"))
    _tab_to(page, kinds, "ticks", "checkbox")
    press("Space")
    saved(card(page, kinds, "ticks"))
    _tab_to(page, kinds, "figure", "spinbutton")
    page.keyboard.type("41")
    press("Enter")
    saved(card(page, kinds, "figure"))
    _tab_to(page, kinds, "rating", "radio")
    press("Space")
    press("ArrowDown")
    saved(card(page, kinds, "rating"))
    settled(page)
    assert door.values(kinds) == {"level": 1, "truth": True, "share": "half", "ticks": ("a",), "figure": 41, "rating": "P"}


def test_a_percentage_is_an_answer_to_a_rated_question(page: Page, kinds: UUID, door: Door):
    rating = card(page, kinds, "rating")
    pick(rating, "A percentage that was measured")
    expect(rating.get_by_text("Not saved yet: write the percentage")).to_be_visible()
    assert not door.answers(kinds)
    rating.get_by_label("Per cent").fill("71.5")
    rating.get_by_label("Per cent").press("Enter")
    saved(rating)
    assert door.values(kinds) == {"rating": Fraction(143, 2)}
    rating.get_by_label("Per cent").fill("171")
    rating.get_by_label("Per cent").press("Enter")
    expect(rating.get_by_role("alert")).to_contain_text("a percentage from 0 to 100")
    expect(rating.get_by_label("Per cent")).to_have_value("71.5")
    assert door.values(kinds) == {"rating": Fraction(143, 2)}


def test_none_of_these_is_an_answer_and_no_tick_is_none(page: Page, kinds: UUID, door: Door):
    ticks = card(page, kinds, "ticks")
    pick(ticks, "None of these")
    saved(ticks)
    assert door.values(kinds) == {"ticks": ()}
    pick(ticks, "Speed")
    expect(ticks.get_by_role("checkbox", name="None of these")).not_to_be_checked()
    assert door.values(kinds) == {"ticks": ("a",)}
    pick(ticks, "Speed")
    expect(ticks.get_by_text("Not answered yet")).to_be_visible()
    assert door.values(kinds) == {}


def test_a_question_does_not_apply_only_with_a_reason(page: Page, kinds: UUID, door: Door):
    level = card(page, kinds, "level")
    pick(level, "Anchor 2 of level.")
    pick(level, "Does not apply here")
    expect(level.get_by_text("Not saved yet: say why")).to_be_visible()
    axe(page)
    assert door.values(kinds) == {"level": 2}, "the earlier answer stays until a reason is saved"
    level.get_by_label("Why not?").fill("There is no such work here.")
    level.get_by_label("Why not?").press("Control+Enter")
    saved(level)
    assert door.answers(kinds)["level"].state == "not_applicable"
    level.get_by_label("Why not?").fill("")
    level.get_by_label("Why not?").press("Control+Enter")
    expect(level.get_by_role("alert")).to_contain_text("Say why this does not apply here.")
    expect(level.get_by_label("Why not?")).to_have_value("There is no such work here.")
    pick(level, "Anchor 4 of level.")
    expect(level.get_by_label("Why not?")).to_have_count(0)
    assert door.values(kinds) == {"level": 4}


def test_a_dont_know_is_kept_and_every_answer_can_be_cleared(page: Page, kinds: UUID, door: Door):
    for question in ("level", "figure", "ticks"):
        pick(card(page, kinds, question), "Don’t know")
        saved(card(page, kinds, question))
        assert door.answers(kinds)[question].state == "dont_know"
        card(page, kinds, question).get_by_role("button", name="Clear").click()
        expect(card(page, kinds, question).get_by_text("Not answered yet")).to_be_visible()
        assert door.answers(kinds)[question].state is None
    expect(card(page, kinds, "level").get_by_role("radio", checked=True)).to_have_count(0)


def test_a_question_that_another_answer_shows_appears_at_once(page: Page, server: Server, kinds: UUID, door: Door):
    opened(page, answering(server, kinds, "conditions"))
    child, grandchild = card(page, kinds, "child"), card(page, kinds, "grandchild")
    expect(child).to_have_count(0)
    pick(card(page, kinds, "parent"), "Yes")
    expect(child).to_be_visible()
    pick(child, "Yes")
    expect(grandchild).to_be_visible()
    pick(grandchild, "Anchor 2 of grandchild.")
    saved(grandchild)
    expect(page.get_by_text("3 of 10 answered")).to_be_visible()
    pick(card(page, kinds, "parent"), "No")
    expect(child).to_have_count(0)
    expect(grandchild).to_have_count(0)
    expect(page.get_by_text("1 of 8 answered")).to_be_visible()
    assert door.values(kinds) == {"parent": False, "child": True, "grandchild": 2}, "a parent's answer never deletes a child's"
    axe(page)


def test_a_reading_that_is_there_is_confirmed_and_a_differing_one_asks_for_its_source(page: Page, server: Server, door: Door):
    first, again = door.start(function="HR"), door.start(function="HR")
    opened(page, answering(server, first, "kinds"))
    _measured(page, first, "50")
    saved(card(page, first, "figure"))
    opened(page, answering(server, again, "kinds"))
    figure = card(page, again, "figure")
    expect(figure.get_by_role("spinbutton", name="Value")).to_have_value("50")
    expect(figure.get_by_text("Save it to confirm it")).to_be_visible()
    _measured(page, again, "55")
    expect(figure.get_by_role("alert")).to_contain_text("already recorded as 50 %")
    assert door.values(again) == {}
    figure.get_by_label("Source").fill("A second count")
    _measured(page, again, "55")
    saved(figure)
    assert door.values(again) == {"figure": 55}
    assert door.values(first) == {"figure": 55}, "the question and the reading are one fact"


def _measured(page: Page, assessment_id: UUID, value: str) -> None:
    figure = card(page, assessment_id, "figure")
    figure.get_by_role("spinbutton", name="Value").fill(value)
    figure.get_by_role("button", name="Save", exact=True).click()
    settled(page)


def _tab_to(page: Page, assessment_id: UUID, question: str, role: str) -> None:
    """Press Tab until the first control of that kind in the question's card has the focus."""
    wanted = card(page, assessment_id, question).get_by_role(role).first
    if role == "checkbox":
        wanted = card(page, assessment_id, question).get_by_role("checkbox", name="Speed")
    for _ in range(40):
        if wanted.evaluate("e => e === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not reach {question}")
