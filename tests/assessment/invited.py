"""Those who come by an invitation: what they do, and what is kept of them."""

from datetime import timedelta

from sqlalchemy import select

from assessment import answering_service as answering
from assessment import inviting, respondents
from assessment.model import Assessment, Given
from people import invitations, sessions
from people.entrance import Caller
from people.model import Actor
from people.work import reading, writing
from storage.database import current
from storage.session import limited
from tests.cast import NOW

LATER = NOW + timedelta(days=1)


def found(token: str) -> invitations.Found:
    known = invitations.find(token)
    assert known is not None
    return known


def redeem(token: str, at=LATER) -> inviting.LetIn:
    return inviting.redeem(found(token), token, Caller("192.0.2.7", "Firefox"), at)


def actor(let_in: inviting.LetIn) -> Actor:
    seen = sessions.by_token(let_in.token, LATER)
    assert seen is not None
    return seen.actor


def first_question(who: Actor, assessment: Assessment) -> str:
    with reading(who, LATER) as work:
        asked = respondents.asked(work, assessment).questions.values()
        return next(question.id for question in asked if question.kind == "anchored" and not question.shown_if)


def say(who: Actor, assessment: Assessment, value: int) -> str:
    question = first_question(who, assessment)
    writing(who, LATER, lambda work: answering.record_answer(work, assessment.id, question, Given(value=value)))
    return question


def rows(row_type, *conditions) -> list:
    with current().reading() as session:
        return list(session.scalars(limited(select(row_type).where(*conditions))))
