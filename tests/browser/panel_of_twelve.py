"""Twelve people in three role groups who answer the same two practices twice, a year apart."""

from datetime import UTC, date, datetime
from typing import NamedTuple
from uuid import UUID

from playwright.sync_api import Locator, Page, expect

from assessment import inviting, service
from assessment.answering_service import record_answer
from assessment.model import Given, Start
from people import invitations, links, sessions
from people.entrance import Caller
from people.invitation_model import ToRespond
from people.model import Actor
from people.work import reading, writing
from questionnaires.audience import asked_of
from questionnaires.library import load
from questionnaires.model import Choices, Question, Scalar
from storage.database import use
from tests.browser.driver import key as selector
from tests.browser.driver import settled
from tests.browser.inviting import Office
from tests.exports.standings import at_level

RISES, STAYS = "shared-ecosystem", "confidence"
ABOUT = (RISES, STAYS)
GROUPS = ("leader", "staff", "user")
YEARS = ((date(2024, 11, 1), date(2025, 10, 31)), (date(2025, 11, 1), date(2026, 10, 31)))
ASKED = load("three-pillars")
NAMES = ("Esha", "Farid", "Gita", "Hana", "Ivo", "Jun", "Kemal", "Lena", "Mika", "Nils", "Olga", "Pia")


class Panellist(NamedTuple):
    """One of the twelve."""

    number: int

    @property
    def name(self) -> str:
        return NAMES[self.number]

    @property
    def group(self) -> str:
        return GROUPS[self.number % 3]

    def questions(self, practice: str) -> tuple[Question, ...]:
        """What they are asked there."""
        return asked_of(ASKED, self.group, ABOUT).practices[practice].questions

    def level(self, practice: str, year: int) -> int:
        """In one practice all move up, by one or by two; in the other they differ, and about as many move up as down."""
        if practice == RISES:
            return self.number % 2 + year * (1 + self.number // 3 % 2)
        return 1 + 2 * self.number % 4 + self.number % 2 + year * (1 if self.number // 3 % 2 or self.number == 6 else -1)


TWELVE = tuple(map(Panellist, range(12)))


def start(here: Office, year: int) -> UUID:
    """An assessment of the whole questionnaire, led by Asha."""
    starts, ends = YEARS[year]
    wanted = Start(questionnaire=ASKED.id, function_id=here.cast.it.id, name=f"Autumn {ends.year}", starts=starts, ends=ends)
    with use(here.database):
        return writing(here.cast.asha, datetime.now(UTC), lambda work: service.start(work, wanted)).id


def link(here: Office, assessment_id: UUID, who: Panellist) -> str:
    """Their invitation by name, about the two practices."""
    return f"{here.url}{links.invitation(_token(here, assessment_id, who))}"


def answers_in_the_browser(page: Page, assessment_id: UUID, who: Panellist) -> None:
    """Everything they are asked, on the two pages that they find."""
    for practice in (STAYS, RISES):
        for question in who.questions(practice):
            card = page.locator(selector(page, f"{assessment_id}:{question.id}:card"))
            expect(card).to_be_visible()
            _answer(page, card, question, who.level(practice, 0))
        if practice == STAYS:
            page.get_by_role("button", name="Next").click()
            settled(page)


def answers_a_year_later(here: Office, assessment_id: UUID, who: Panellist) -> None:
    """The same, through the services."""
    now = datetime.now(UTC)
    with use(here.database):
        actor = _let_in(_token(here, assessment_id, who), now)
        for practice in ABOUT:
            for question in who.questions(practice):
                given = Given(value=_value(question, who.level(practice, 1)))
                writing(actor, now, lambda work, name=question.id, given=given: record_answer(work, assessment_id, name, given))


def figures(here: Office, assessment_id: UUID) -> dict[str, object]:
    """Each practice's index."""
    with use(here.database), reading(here.cast.asha, datetime.now(UTC)) as work:
        return {name: practice.index for name, practice in service.result(work, assessment_id).practices.items()}


def _answer(page: Page, card: Locator, question: Question, level: int) -> None:
    value = _value(question, level)
    if isinstance(question, Choices):
        for option in question.options:
            if option.id in value:
                card.get_by_role("checkbox", name=option.label, exact=True).locator("xpath=ancestor::label").click()
                settled(page)
    else:
        offered = [str(level) for level in question.levels] if hasattr(question, "levels") else [choice.label for choice in question.table]
        card.locator("label:has(input[type=radio])").nth(offered.index(str(value))).click()
    expect(card).to_contain_text("Saved")


def _value(question: Question, level: int) -> Scalar:
    if isinstance(question, Choices):
        return tuple(option.id for option in question.options[: level + 1])
    if hasattr(question, "table"):
        return question.table[min(level, len(question.table) - 1)].label
    return at_level(question, level)


def _token(here: Office, assessment_id: UUID, who: Panellist) -> str:
    wanted = ToRespond(
        assessment_id=assessment_id, role_group=who.group, name=who.name, email=f"{who.name.lower()}@example.org", practices=ABOUT
    )
    with use(here.database):
        return writing(here.cast.asha, datetime.now(UTC), lambda work: inviting.ask(work, wanted))[0].token


def _let_in(token: str, now: datetime) -> Actor:
    found = invitations.find(token)
    assert found is not None
    seen = sessions.by_token(inviting.redeem(found, token, Caller("192.0.2.7", "Firefox"), now).token, now)
    assert seen is not None
    return seen.actor
