"""Two assessments of one function, half a year apart, answered by people who were invited by name and by anonymous ones."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from assessment import answering_service as answering
from assessment import inviting, service
from assessment.model import Assessment, Given, Start
from people import invitations, sessions
from people.entrance import Caller
from people.invitation_model import ToRespond
from people.model import Actor, Person
from people.work import writing
from questionnaires.library import load
from tests.assessment.nameless import nameless
from tests.exports.standings import at_level

QUESTIONNAIRE, PRACTICE = "three-pillars", "product-management"
ASKED = load(QUESTIONNAIRE).practices[PRACTICE].questions
THEN, NOW = (date(2025, 1, 1), date(2025, 6, 30)), (date(2025, 7, 1), date(2025, 12, 31))
LEVELS = (0, 1, 1, 2, 2, 3, 3, 4)
"""Eight people who see their work very differently."""
HIGHER = tuple(level + 1 for level in LEVELS)
EIGHT = tuple(f"person{n}@example.org" for n in range(8))


def begin(leader: Person, function_id: UUID, period: tuple[date, date], now: datetime) -> Assessment:
    name = f"Assessment of {period[1].year}-{period[1].month:02}"
    wanted = Start(questionnaire=QUESTIONNAIRE, function_id=function_id, name=name, starts=period[0], ends=period[1])
    return writing(leader, now, lambda work: service.start(work, wanted))


def named(leader: Person, assessment: Assessment, address: str | None, now: datetime, group: str = "staff") -> Actor:
    """Somebody who came by an invitation to this address, or by one without any."""
    wanted = ToRespond(assessment_id=assessment.id, role_group=group, name="A colleague", email=address)
    token = writing(leader, now, lambda work: inviting.ask(work, wanted))[0].token
    invited = invitations.find(token)
    assert invited is not None
    seen = sessions.by_token(inviting.redeem(invited, token, Caller("192.0.2.7", "Firefox"), now).token, now)
    assert seen is not None
    return seen.actor


def answers(who: Actor, assessment: Assessment, level: int, now: datetime) -> None:
    """Every question of the practice at one level."""

    def all_of_it(work):
        for question in ASKED:
            answering.record_answer(work, assessment.id, question.id, Given(value=at_level(question, level), source="The log"))

    writing(who, now, all_of_it)


def by_name(leader: Person, assessment: Assessment, levels: Mapping[str, int], now: datetime) -> Assessment:
    """Answered by these addresses at these levels."""
    for address, level in levels.items():
        answers(named(leader, assessment, address, now), assessment, level, now)
    return assessment


def anonymously(leader: Person, assessment: Assessment, levels: tuple[int, ...], now: datetime) -> Assessment:
    for level in levels:
        answers(nameless(leader, assessment, now), assessment, level, now)
    return assessment


def finalise(leader: Person, assessment: Assessment, now: datetime) -> Assessment:
    return writing(leader, now, lambda work: service.finalise(work, assessment.id))


def everything(who: Actor, assessment: Assessment, level: int, now: datetime) -> None:
    """Every question of the questionnaire at one level."""

    def all_of_it(work):
        for question in load(QUESTIONNAIRE).questions.values():
            answering.record_answer(work, assessment.id, question.id, Given(value=at_level(question, level), source="The log"))

    writing(who, now, all_of_it)
