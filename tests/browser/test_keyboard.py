"""Answering without a mouse: from the page's first element on, every kind and every state by Tab, arrows, Space, Enter and Alt+N alone."""

from collections.abc import Iterator
from fractions import Fraction
from uuid import UUID

import pytest
from playwright.sync_api import Locator, Page, expect

from questionnaires import library
from questionnaires.model import Anchored, Choices, Coverage, Metric, Practice, Question, Rated, YesNo
from tests.browser.acting import title
from tests.browser.assessing import Door, answering, card, chosen, saved
from tests.browser.driver import axe, opened, settled
from tests.browser.server import Server

pytestmark = pytest.mark.browser
FURTHEST = 120
"""No control is more Tabs away than this."""


@pytest.fixture
def door(server: Server) -> Iterator[Door]:
    made = Door(server)
    yield made
    made.close()


@pytest.fixture
def kinds(page: Page, server: Server, door: Door) -> UUID:
    """A new assessment with its first practice open: a question of each kind. Nothing has been clicked or focused."""
    page.set_default_timeout(10_000)
    made = door.start()
    opened(page, answering(server, made, "kinds"))
    return made


def press(page: Page, *keys: str) -> None:
    for one in keys:
        page.keyboard.press(one)


def tab_to(wanted: Locator) -> None:
    """Press Tab until it has the focus, which is then to be seen."""
    for _ in range(FURTHEST):
        if wanted.evaluate("e => e === document.activeElement"):
            return
        wanted.page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not reach {wanted}")


def line(shown: Locator, label: str) -> Locator:
    return shown.locator("label:has(input)", has_text=label).first.locator("input")


def down_to(shown: Locator, label: str) -> None:
    """Tab into the card's radio, then arrow down until this line is chosen."""
    radios, wanted = shown.get_by_role("radio"), line(shown, label)
    current = shown.get_by_role("radio", checked=True)
    tab_to(current if current.count() else radios.first)
    if not current.count():
        press(shown.page, "Space")
        settled(shown.page)
    for _ in range(radios.count()):
        if wanted.is_checked():
            return
        press(shown.page, "ArrowDown")
        settled(shown.page)
    raise AssertionError(f"the arrows do not reach {label}")


def tick(shown: Locator, label: str) -> None:
    tab_to(shown.get_by_role("checkbox", name=label, exact=True))
    press(shown.page, "Space")
    settled(shown.page)


def write(field: Locator, text: str) -> None:
    """Tab into a field and replace what it holds."""
    tab_to(field)
    press(field.page, "Control+a")
    field.page.keyboard.type(text)


def measured(shown: Locator, value: str, period: str = "", sample: str = "", source: str = "") -> None:
    """Fill in what is given and press the form's button."""
    write(shown.get_by_role("spinbutton", name="Value"), value)
    for field, text in (("Period", period), ("Sample size", sample), ("Source", source)):
        if text:
            write(shown.get_by_label(field, exact=True), text)
    tab_to(shown.get_by_role("button", name="Save", exact=True))
    press(shown.page, "Enter")
    settled(shown.page)


def test_every_kind_is_answered_from_the_top_of_the_page_to_the_next_practice(page: Page, kinds: UUID, door: Door):
    down_to(card(page, kinds, "level"), "Anchor 3 of level.")
    down_to(card(page, kinds, "truth"), "No")
    down_to(card(page, kinds, "share"), "half")
    tick(card(page, kinds, "ticks"), "Speed")
    tick(card(page, kinds, "ticks"), "Quality")
    measured(card(page, kinds, "figure"), "62.5", "2026-Q3", "80", "Portal log")
    down_to(card(page, kinds, "rating"), "Largely achieved")
    for question in ("level", "truth", "share", "ticks", "figure", "rating"):
        saved(card(page, kinds, question))
    assert door.values(kinds) == {
        "level": 3, "truth": False, "share": "half", "ticks": ("a", "b"), "figure": Fraction(125, 2), "rating": "L",
    }  # fmt: skip
    assert door.answers(kinds)["figure"].period == "2026-Q3"
    expect(page.get_by_text("6 of 10 answered")).to_be_visible()
    press(page, "Alt+n")
    expect(title(settled(page))).to_have_text("Conditions")
    press(page, "Alt+p")
    expect(title(settled(page))).to_have_text("Kinds")
    chosen(card(page, kinds, "level"), "Anchor 3 of level.")
    expect(card(page, kinds, "figure").get_by_label("Source")).to_have_value("Portal log")


def test_each_kind_can_be_said_not_to_be_known(page: Page, kinds: UUID, door: Door):
    questions = ("level", "truth", "share", "ticks", "figure", "rating")
    for question in questions:
        down_to(card(page, kinds, question), "Don’t know")
        saved(card(page, kinds, question))
    assert {door.answers(kinds)[question].state for question in questions} == {"dont_know"}
    assert door.values(kinds) == {}


def test_each_kind_can_be_said_not_to_apply_with_its_reason(page: Page, kinds: UUID, door: Door):
    questions = ("level", "truth", "share", "ticks", "figure", "rating")
    for question in questions:
        shown = card(page, kinds, question)
        down_to(shown, "Does not apply here")
        expect(shown.get_by_text("Not saved yet: say why")).to_be_visible()
        write(shown.get_by_label("Why not?"), f"No {question} here.")
        press(page, "Control+Enter")
        settled(page)
        saved(shown)
    answers = door.answers(kinds)
    assert {question: (answers[question].state, answers[question].reason) for question in questions} == {
        question: ("not_applicable", f"No {question} here.") for question in questions
    }
    axe(page)


def test_none_of_these_takes_the_ticks_away_and_a_tick_takes_it_away(page: Page, kinds: UUID, door: Door):
    ticks = card(page, kinds, "ticks")
    tick(ticks, "Speed")
    tick(ticks, "None of these")
    saved(ticks)
    expect(ticks.get_by_role("checkbox", name="Speed")).not_to_be_checked()
    assert door.values(kinds) == {"ticks": ()}
    press(page, "Shift+Tab")
    expect(ticks.get_by_role("checkbox", name="Quality")).to_be_focused()
    press(page, "Space")
    saved(settled(page) and ticks)
    assert door.values(kinds) == {"ticks": ("b",)}


def test_a_measured_percentage_is_written_where_the_letters_are_too_coarse(page: Page, kinds: UUID, door: Door):
    rating = card(page, kinds, "rating")
    down_to(rating, "A percentage that was measured")
    write(rating.get_by_label("Per cent"), "71.5")
    press(page, "Enter")
    settled(page)
    saved(rating)
    assert door.values(kinds) == {"rating": Fraction(143, 2)}


def test_a_note_is_written_saved_and_closed_and_an_answer_is_cleared(page: Page, kinds: UUID, door: Door):
    level = card(page, kinds, "level")
    down_to(level, "Anchor 1 of level.")
    tab_to(level.get_by_role("button", name="Note"))
    press(page, "Enter")
    tab_to(page.get_by_role("textbox", name="Note"))
    page.keyboard.type("Two teams of three.")
    press(page, "Control+Enter")
    settled(page)
    press(page, "Escape")
    expect(page.get_by_role("textbox", name="Note")).to_have_count(0)
    assert door.answers(kinds)["level"].note == "Two teams of three."
    tab_to(level.get_by_role("button", name="Clear"))
    press(page, "Enter")
    expect(level.get_by_text("Not answered yet")).to_be_visible()
    assert door.answers(kinds)["level"].state is None


def test_a_whole_practice_of_the_foundations_is_answered_without_a_mouse(page: Page, server: Server, door: Door):
    page.set_default_timeout(10_000)
    asked = library.load("itsm-foundations")
    made = door.start(asked)
    practice = _most_varied(asked.practices.values())
    opened(page, answering(server, made, practice.id))
    for question in practice.questions:
        _answer(card(page, made, question.id), question)
        saved(card(page, made, question.id))
    assert door.values(made).keys() == {question.id for question in practice.questions}
    axe(page)


def _most_varied(practices: Iterator[Practice]) -> Practice:
    return max(practices, key=lambda practice: len({question.kind for question in practice.questions}))


def _answer(shown: Locator, question: Question) -> None:  # noqa: C901 - one line for each kind
    match question:
        case Anchored():
            down_to(shown, question.levels[2])
        case YesNo():
            down_to(shown, "Yes")
        case Coverage():
            down_to(shown, question.table[1].label)
        case Choices():
            tick(shown, question.options[0].label)
        case Rated():
            down_to(shown, "Partly achieved")
        case Metric():
            measured(shown, "40")
