"""Invitations: made, renewed and taken back by whom the policy allows; used by whoever holds the link, once."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import select, update
from sqlmodel import col

from people import sessions
from people.door_tables import InvitationRow, SessionRow
from people.invitation_model import LONGEST_DAYS, USUAL_DAYS, Days, Invitation, InvitationState, Refused, ToJoin, ToRespond, facts
from people.model import Denied, Organisation, Person, Role, System
from people.policy import may_grant
from people.service import organisation, today
from people.store import as_organisation
from people.tables import OrganisationRow, PersonRow
from people.tokens import kept, new_token
from people.work import Work
from storage.database import current
from storage.session import GuardedSession, limited

_INVITATIONS = InvitationRow.__table__  # type: ignore[attr-defined]  # SQLModel makes it
_SESSIONS = SessionRow.__table__  # type: ignore[attr-defined]  # SQLModel makes it
_UNKNOWABLE = (
    "This anonymous link has been used, and nobody can tell by whom: so it can be neither renewed nor taken back. "
    "Make another link for somebody who lost theirs."
)


class Made(NamedTuple):
    """An invitation with its token, which is shown once and kept nowhere."""

    invitation: Invitation
    token: str


class Found(NamedTuple):
    """What a link leads to, with who invites."""

    invitation: Invitation
    organisation: Organisation
    inviter: str


def ask(work: Work, wanted: ToRespond) -> tuple[Made, ...]:
    """Invite somebody to answer, or several anonymously. Denied when the actor may not."""
    asked = wanted.model_dump(include={"assessment_id", "role_group", "anonymous", "email"})
    practices = None if wanted.practices is None else list(wanted.practices)
    row = {**asked, "kind": "respond", "name": wanted.name or "", "practices": practices}
    return tuple(_make(work, row, wanted.days) for _ in range(wanted.how_many))


def invite(work: Work, wanted: ToJoin) -> Made:
    """Invite somebody to join. Denied when the actor may not invite, or may not give that role."""
    if not may_grant(work.actor, wanted.role) or wanted.role not in (Role.OWNER, Role.LEADER, Role.VIEWER):
        raise Denied
    return _make(work, {"kind": "join", **wanted.model_dump(include={"role", "name", "email"})}, wanted.days)


def resend(work: Work, invitation_id: UUID) -> Made:
    """A new link for the same person; the old one is dead, and whoever began with it goes on by the new one alone."""
    row = _changeable(work, invitation_id)
    before, token = _value(row), new_token()
    row.token, row.expires_at, row.used_on = kept(token), _end(work, USUAL_DAYS), None
    work.save(row)
    _shut_out(work.session, row)
    work.record("resend", row, facts(before), facts(_value(row)))
    return Made(_value(row), token)


def revoke(work: Work, invitation_id: UUID) -> Invitation:
    """Take it back: its link is dead, and so is the session of whoever began with it. What they answered stays."""
    row = _changeable(work, invitation_id)
    row.revoked_at = work.now
    work.save(row)
    _shut_out(work.session, row)
    work.record("revoke", row, facts(_value(row)), None)
    return _value(row)


def reminded(work: Work, invitation_id: UUID) -> Invitation:
    """Note that somebody invited by name was reminded today. Refused for an anonymous one, or one taken back."""
    row = _changeable(work, invitation_id)
    if row.anonymous:
        raise Refused("Nobody knows whom an anonymous link went to. Remind everybody you gave one to.")
    row.reminded_on = today(work)
    work.save(row)
    work.record("remind", row, None, facts(_value(row)))
    return _value(row)


def revoke_unused(work: Work, assessment_id: UUID, role_group: str) -> int:
    """Take back the anonymous links of a group that nobody has used; how many there were. Which those are is told to nobody."""
    unused = [one for one in _of(work, assessment_id) if one.anonymous and one.role_group == role_group]
    open_ = [one.id for one in unused if one.state(work.now) is InvitationState.OPEN]
    for one in open_:
        revoke(work, one)
    return len(open_)


def to_respond(work: Work, assessment_id: UUID) -> tuple[Invitation, ...]:
    """Every invitation to answer an assessment, oldest first."""
    return tuple(_of(work, assessment_id))


def to_join(work: Work) -> tuple[Invitation, ...]:
    """Every invitation to join the organisation, oldest first."""
    query = work.select(InvitationRow).where(col(InvitationRow.kind) == "join").order_by(col(InvitationRow.id))
    return tuple(_value(row) for row in work.session.scalars(query))


def find(token: str) -> Found | None:
    """What the link leads to, in whatever state; None when it leads nowhere."""
    asked = (
        select(InvitationRow, OrganisationRow, col(PersonRow.name))
        .join(OrganisationRow, col(OrganisationRow.id) == col(InvitationRow.organisation_id))
        .join(PersonRow, col(PersonRow.id) == col(InvitationRow.made_by))
        .where(col(InvitationRow.token) == kept(token))
    )
    with current().reading() as session:
        found = session.execute(limited(asked)).one_or_none()
    if found is None:
        return None
    row, its, inviter = found
    return Found(_value(row), as_organisation(its), inviter)


def at_the_door(session: GuardedSession, organisation_id: UUID, now: datetime) -> Work:
    """The work of the door itself, which lets in whoever holds a link: before that there is no actor."""
    return Work(session, System(purpose="invitation", organisation_id=organisation_id), now)


def spend(work: Work, token: str) -> Invitation:
    """Use the link, once: of several at the same moment one succeeds. Refused says why it opens nothing."""
    is_open = (
        _INVITATIONS.c.token == kept(token),
        _INVITATIONS.c.used_on.is_(None),
        _INVITATIONS.c.revoked_at.is_(None),
        _INVITATIONS.c.expires_at > work.now,
    )
    used = {"used_on": today(work), "row_version": _INVITATIONS.c.row_version + 1}
    if work.session.connection().execute(update(_INVITATIONS).where(*is_open).values(used)).rowcount != 1:
        raise Refused("This link has been used or has ended. Ask whoever gave it to you for a new one.")
    return _value(work.session.scalars(limited(select(InvitationRow).where(col(InvitationRow.token) == kept(token)))).one())


def bind(work: Work, invitation: Invitation, respondent_id: UUID) -> None:
    """Write down who came of it: for one by name. An anonymous one must never say."""
    if invitation.anonymous:
        raise ValueError("an anonymous invitation is bound to nobody")
    work.session.connection().execute(update(_INVITATIONS).where(_INVITATIONS.c.id == invitation.id).values(respondent_id=respondent_id))


def closing(work: Work, invitation: Invitation) -> datetime:
    """Until when whoever used it may come back.

    For an anonymous one, the end of all the assessment's anonymous ones: an end of its own would tell whose session it is.
    """
    if not invitation.anonymous or invitation.assessment_id is None:
        return invitation.expires_at
    return max(one.expires_at for one in _of(work, invitation.assessment_id) if one.anonymous)


def _make(work: Work, fields: dict[str, Any], days: Days) -> Made:
    if not isinstance(work.actor, Person):
        raise Denied
    token = new_token()
    row = InvitationRow(**fields, token=kept(token), made_at=work.now, made_by=work.actor.id, expires_at=_end(work, days))
    work.add(row)
    made = _value(row)
    work.record("create", row, None, facts(made))
    return Made(made, token)


def _changeable(work: Work, invitation_id: UUID) -> InvitationRow:
    row = work.get(InvitationRow, invitation_id, "update")
    if row.revoked_at is not None:
        raise Refused("This invitation was taken back already. Make a new one.")
    if row.used_on is not None and row.anonymous:
        raise Refused(_UNKNOWABLE)
    if row.used_on is not None and row.kind == "join":
        raise Refused("They have joined already. Change their role, or end their membership, among the people.")
    return row


def _shut_out(session: GuardedSession, row: InvitationRow) -> None:
    if row.respondent_id is not None:
        sessions.forget(session, _SESSIONS.c.respondent_id == row.respondent_id)


def _of(work: Work, assessment_id: UUID) -> Iterable[Invitation]:
    query = work.select(InvitationRow).where(col(InvitationRow.assessment_id) == assessment_id).order_by(col(InvitationRow.id))
    return (_value(row) for row in work.session.scalars(query))


def _end(work: Work, days: int) -> datetime:
    # The end of a day on the organisation's calendar, so that people can be told a date.
    last = organisation(work).local(work.now) + timedelta(days=days)
    midnight = last.replace(hour=23, minute=59, second=59, microsecond=0).astimezone(UTC)
    return min(midnight, work.now + timedelta(days=LONGEST_DAYS))


def _value(row: InvitationRow) -> Invitation:
    return Invitation.model_validate(row, from_attributes=True)
