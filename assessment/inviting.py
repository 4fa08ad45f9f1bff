"""Invited respondents, from the invitation to their progress: the invitation is of people/, whoever comes of it is of this room."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlmodel import col

from assessment import editions, facts, respondents, service, store
from assessment.model import Assessment
from assessment.progress import Progress, progress
from assessment.respondents import Concern, concern
from assessment.tables import RespondentRow
from people import invitations, sessions
from people.audit import Happening, append
from people.door_tables import SessionRow
from people.entrance import Caller
from people.invitation_model import Invitation, Refused, Tally, ToRespond, tallies
from people.invitations import Found, Made
from people.model import Respondent
from people.tokens import kept
from people.work import Work, reading
from questionnaires.model import Questionnaire
from storage.database import current
from storage.session import GuardedSession

NOTHING_ASKED = "The questionnaire asks nothing of this group. Choose another one."
NOTHING_ASKED_THERE = "These practices ask nothing of this group. Choose others, or another group."


class Landing(NamedTuple):
    """What an invitation to answer leads to, told to whoever holds the link."""

    assessment: Assessment
    title: str
    questions: int
    minutes: int


class LetIn(NamedTuple):
    """A respondent's new session: the token is for the browser alone."""

    assessment_id: UUID
    token: str
    closes_at: datetime


class Named(NamedTuple):
    """Somebody invited by name, with how far they are; None before they begin."""

    invitation: Invitation
    progress: Progress | None


class Overview(NamedTuple):
    """Who is asked. The anonymous are counts: which of them did what is told to nobody."""

    named: tuple[Named, ...]
    anonymous: tuple[Tally, ...]


def ask(work: Work, wanted: ToRespond) -> tuple[Made, ...]:
    """Invite to an open assessment. NotFound, AssessmentClosed, Refused where it asks the group nothing there, Denied."""
    assessment = store.as_assessment(store.assessment_row(work, wanted.assessment_id)).require_open()
    asked = respondents.asked_in(work, assessment, concern(wanted.role_group, wanted.practices))
    if not asked.questions:
        raise Refused(NOTHING_ASKED if wanted.practices is None else NOTHING_ASKED_THERE)
    if wanted.practices is not None and (nothing := set(wanted.practices) - set(asked.practices)):
        raise Refused(_nothing_in(service.questionnaire(work, assessment), nothing))
    return invitations.ask(work, wanted)


def overview(work: Work, assessment_id: UUID) -> Overview:
    """Every invitation to answer it, and how far those invited by name are."""
    assessment = store.as_assessment(store.assessment_row(work, assessment_id))
    every = invitations.to_respond(work, assessment_id)
    began = {row.id: row for row in store.respondents(work, assessment_id)}
    named = tuple(Named(one, _progress(work, assessment, began, one)) for one in every if not one.anonymous)
    return Overview(named, tallies(every, work.now))


def landing(found: Found, now: datetime) -> Landing:
    """What the link's page says of the assessment."""
    with current().reading() as session:
        work = invitations.at_the_door(session, found.organisation.id, now)
        assessment, asked = _asked(work, found.invitation)
        title = editions.questionnaire_of(work, assessment.edition_id).title
    whole = progress(asked, {}, assessment.mode)
    return Landing(assessment, title, whole.of, whole.minutes_left)


def answering(actor: Respondent, now: datetime) -> Assessment:
    """The one that a respondent is asked."""
    with reading(actor, now) as work:
        return store.assessments(work)[0]


def redeem(found: Found, token: str, caller: Caller, now: datetime) -> LetIn:
    """Use the link, once, and open a session in place of the browser's own. Refused and AssessmentClosed leave the link as it was."""

    def unit(session: GuardedSession) -> LetIn:
        return _let_in(invitations.at_the_door(session, found.organisation.id, now), token, caller)

    return current().write(unit, found.organisation.id)


def _let_in(work: Work, token: str, caller: Caller) -> LetIn:
    invitation = invitations.spend(work, token)
    assessment, _ = _asked(work, invitation)
    assessment.require_open()
    who = _respondent(work, invitation, assessment)
    actor = Respondent(id=who.id, name=who.name, organisation_id=who.organisation_id)
    # Of the respondent alone: an event that named the invitation too would say whose an anonymous one is.
    after = {"assessment_id": str(assessment.id), "role_group": who.role_group}
    append(work.session, actor, work.now, Happening("begin", "respondent", who.id, after=after))
    closes_at = invitations.closing(work, invitation)
    sessions.forget(work.session, col(SessionRow.token) == kept(caller.token or ""))
    opened = sessions.open_for_respondent(work.session, actor, work.now, closes_at, "" if invitation.anonymous else caller.browser)
    return LetIn(assessment.id, opened.token, closes_at)


def _respondent(work: Work, invitation: Invitation, assessment: Assessment) -> RespondentRow:
    if invitation.respondent_id is not None:
        return work.get(RespondentRow, invitation.respondent_id)
    name = None if invitation.anonymous else invitation.name
    who = respondents.begin(work, assessment.id, _concern(invitation), name)
    if not invitation.anonymous:
        invitations.bind(work, invitation, who.id)
    return who


def _asked(work: Work, invitation: Invitation) -> tuple[Assessment, Questionnaire]:
    if invitation.assessment_id is None or invitation.role_group is None:
        raise Refused("This link is for joining an organisation, not for answering.")
    assessment = store.as_assessment(store.assessment_row(work, invitation.assessment_id))
    return assessment, respondents.asked_in(work, assessment, _concern(invitation))


def _concern(invitation: Invitation) -> Concern:
    return concern(str(invitation.role_group), invitation.practices)


def _nothing_in(whole: Questionnaire, practices: Collection[str]) -> str:
    named = [whole.practices[name].title for name in whole.practices if name in practices]
    if not named:
        return "This questionnaire has no such practice. Choose from the list."
    return f"Nothing in {' or in '.join(f'“{title}”' for title in named)} concerns this group. Leave that out, or choose another group."


def _progress(work: Work, assessment: Assessment, began: Mapping[UUID, RespondentRow], invitation: Invitation) -> Progress | None:
    who = began.get(invitation.respondent_id) if invitation.respondent_id else None
    if who is None:
        return None
    whole = editions.questionnaire_of(work, assessment.edition_id)
    asked = respondents.asked_in(work, assessment, concern(who.role_group, who.practices))
    return progress(asked, facts.answers_of(work, assessment, whole, who), assessment.mode)
