"""Assessments for the browser tests, made through the services in the server's own data folder."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from unittest.mock import patch
from uuid import UUID

from playwright.sync_api import Locator, Page, expect

from assessment import service
from assessment.answering_service import record_answer
from assessment.model import Given, RecordedAnswer, Start
from people import service as people
from people import work as works
from people.model import FunctionKind, Person
from questionnaires import library
from questionnaires.model import Anchored, Choices, Coverage, Metric, Mode, Question, Questionnaire, Rated, YesNo
from storage.database import FILE, Database, use
from tests.browser.driver import key, settled
from tests.browser.server import Server
from tests.builders import dimension, practice, question, questionnaire
from tests.exports.standings import at_level

ENDS = date(2026, 10, 31)

KINDS = questionnaire(
    dimension(
        "all-kinds",
        practice(
            "kinds",
            question("level", text="How is the work done?", modes=["quick", "full"], aspect="flow"),
            question("truth", "yes_no", text="Is there a written reason?"),
            question("share", "coverage", text="How many teams take part?"),
            question(
                "ticks",
                "choices",
                text="Which of these are looked at?",
                options=[{"id": "a", "label": "Speed"}, {"id": "b", "label": "Quality"}],
            ),
            question("figure", "metric", text="What share is adopted?"),
            question("rating", "rated", text="How fully is it achieved?"),
        ),
        practice(
            "conditions",
            question("parent", "yes_no", text="Is there a portal?"),
            question("child", "yes_no", text="Is the portal used?", shown_if={"question": "parent", "at_least": 1}),
            question("grandchild", text="How is its use followed?", shown_if={"question": "child", "at_least": 1}),
        ),
        practice("last", question("ending", text="How does it end?")),
    )
)


class Door:
    """What the services say about a server's data, asked beside it: another process of the same person."""

    def __init__(self, server: Server) -> None:
        self._database = Database(f"sqlite:///{server.home / FILE}")

    def start(self, asked: Questionnaire = KINDS, mode: Mode = "full", function: str = "IT", **more: object) -> UUID:
        """A new assessment with this questionnaire, which the library need not hold; organisation and function are made on first use."""
        with use(self._database), patch.object(library, "load", lambda *_: asked):
            return works.writing(
                self._person(), _now(), lambda work: service.start(work, _wanted(work, asked, function, mode=mode, **more))
            ).id

    def judge(self, asked: Questionnaire, levels: Callable[[Question], int], name: str) -> UUID:
        """A final assessment of IT, everything answered as an organisation at these levels would."""
        made = self.start(asked, name=name)
        given = {question.id: Given(value=at_level(question, levels(question)), source="Counted") for question in asked.questions.values()}
        with use(self._database):
            works.writing(self._person(), _now(), lambda work: [record_answer(work, made, id_, one) for id_, one in given.items()])
        self.finalise(made)
        return made

    def function(self, name: str) -> UUID:
        """A function that the organisation has, made on first use."""
        with use(self._database):
            return works.writing(self._person(), _now(), lambda work: _function(work, name))

    def answers(self, assessment_id: UUID) -> Mapping[str, RecordedAnswer]:
        with use(self._database), works.reading(self._person(), _now()) as work:
            return service.answers(work, assessment_id)

    def values(self, assessment_id: UUID) -> Mapping[str, object]:
        """The value of every answer that has one."""
        return {id_: answer.value for id_, answer in self.answers(assessment_id).items() if answer.state == "answered"}

    def finalise(self, assessment_id: UUID) -> None:
        with use(self._database):
            works.writing(self._person(), _now(), lambda work: service.finalise(work, assessment_id))

    def close(self) -> None:
        self._database.close()

    def _person(self) -> Person:
        person = people.begin(_now())
        with works.reading(person, _now()) as between:
            known = people.organisations(between)
        if not known:
            known = (works.writing(person, _now(), lambda work: people.create_organisation(work, "Northwind", "Europe/London", "EUR")),)
        return people.acting_for(person, known[0].id)


def _wanted(work: works.Work, asked: Questionnaire, function: str, **more: object) -> Start:
    usual = {"name": "Autumn 2026", "starts": date(2025, 11, 1), "ends": ENDS}
    return Start.model_validate({"questionnaire": asked.id, "function_id": _function(work, function)} | usual | more)


def _function(work: works.Work, name: str) -> UUID:
    named = {one.name: one.id for one in people.functions(work)}
    kind = FunctionKind.IT if name == "IT" else FunctionKind.FACILITIES
    return named.get(name) or people.create_function(work, name, kind).id


def answering(server: Server, assessment_id: UUID, practice_id: str = "") -> str:
    """The address of an answer page."""
    return f"{server.url}/answer?a={assessment_id}" + (f"&p={practice_id}" if practice_id else "")


def card(page: Page, assessment_id: UUID, question_id: str) -> Locator:
    """The card of a question."""
    return page.locator(key(page, f"{assessment_id}:{question_id}:card"))


def chosen(shown: Locator, line: str) -> None:
    """Wait until the card shows this line as chosen."""
    expect(shown.locator("label:has(input)", has_text=line).first.locator("input")).to_be_checked()


def write_note(page: Page, shown: Locator, text: str) -> None:
    """Open the card's note, write, and save with the keyboard."""
    shown.get_by_role("button", name="Note").click()
    page.get_by_role("textbox", name="Note").fill(text)
    page.get_by_role("textbox", name="Note").press("Control+Enter")
    settled(page)


def saved(shown: Locator) -> None:
    """Wait until the card says so."""
    expect(shown.get_by_text(re.compile(r"Saved \d\d:\d\d"))).to_be_visible()


def pick(shown: Locator, line: str) -> None:
    """Choose a line of a card's radio, or a tick."""
    shown.locator("label:has(input)", has_text=line).first.click()
    settled(shown.page)


def _now() -> datetime:
    return datetime.now(UTC)


def give(shown: Locator, question: Question) -> None:  # noqa: C901 - one line for each kind
    """An answer of a place somewhat below the middle, so that there is something to advise."""
    match question:
        case Anchored():
            pick(shown, question.levels[2])
        case YesNo():
            pick(shown, "Yes")
        case Coverage():
            pick(shown, question.table[1].label)
        case Choices():
            pick(shown, question.options[0].label)
        case Rated():
            pick(shown, "Partly achieved")
        case Metric():
            shown.get_by_label("Value").fill("40")
            shown.get_by_role("button", name="Save", exact=True).click()
