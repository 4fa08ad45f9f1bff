"""An invitation to answer an assessment or to join the organisation, and what may still become of it."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AfterValidator, Field, model_validator

from ground.errors import PlumblineError
from ground.text import Line
from ground.value import Value
from people.model import Email, Role
from questionnaires.model import Group, Slug

LONGEST_DAYS = 30
USUAL_DAYS = 14
AT_ONCE = 50
"""Anonymous links made in one go, at most."""


def _days(number: int) -> int:
    if not 1 <= number <= LONGEST_DAYS:
        raise ValueError(f"An invitation is open for 1 to {LONGEST_DAYS} days. Choose a number between these.")
    return number


def _links(number: int) -> int:
    if not 1 <= number <= AT_ONCE:
        raise ValueError(f"Make 1 to {AT_ONCE} links at once.")
    return number


Days = Annotated[int, AfterValidator(_days)]
HowMany = Annotated[int, AfterValidator(_links)]


class Refused(PlumblineError):
    """An invitation that cannot be made, renewed, taken back or used as asked."""


class ToRespond(Value):
    """Whom to ask about one assessment. Anonymous: nothing is said of the person, and several links may be made at once."""

    assessment_id: UUID
    role_group: Group
    anonymous: bool = False
    name: Line | None = None
    email: Email | None = None
    practices: Annotated[tuple[Slug, ...], Field(min_length=1)] | None = None
    """What they are asked about; None: everything that concerns their role group."""
    how_many: HowMany = 1
    days: Days = USUAL_DAYS

    @model_validator(mode="after")
    def _named_or_not(self) -> Self:
        if self.anonymous and (self.name or self.email):
            raise ValueError("An anonymous invitation holds neither name nor address. Leave both empty, or invite by name.")
        if not self.anonymous and self.name is None:
            raise ValueError("Write the name of the person you invite, or invite anonymously.")
        if not self.anonymous and self.how_many > 1:
            raise ValueError("An invitation by name is one link.")
        return self


class ToJoin(Value):
    """Whom to take into the organisation, as what. The address is what they will sign in with."""

    role: Role
    name: Line
    email: Email
    days: Days = USUAL_DAYS


class InvitationState(StrEnum):
    """What a link still opens: only an open one does."""

    OPEN = "open"
    EXPIRED = "expired"
    REVOKED = "revoked"
    USED = "used"


class Invitation(Value):
    """One as it is kept; the link itself is known to nobody but those who were given it."""

    id: UUID
    kind: Literal["join", "respond"]
    anonymous: bool
    name: str
    email: str | None
    role: str | None
    role_group: str | None
    assessment_id: UUID | None
    respondent_id: UUID | None
    """Who came of it; always None for an anonymous one."""
    made_at: datetime
    expires_at: datetime
    revoked_at: datetime | None
    used_on: date | None
    practices: tuple[str, ...] | None = None
    """What they are asked about; None: everything that concerns their role group."""
    reminded_on: date | None = None
    row_version: int

    def state(self, now: datetime) -> InvitationState:
        """Revoked before used: a revoked one lets nobody in, whatever came of it."""
        if self.revoked_at is not None:
            return InvitationState.REVOKED
        if self.used_on is not None:
            return InvitationState.USED
        return InvitationState.OPEN if now < self.expires_at else InvitationState.EXPIRED


class Tally(Value):
    """The anonymous invitations of one role group: how many, and never which."""

    role_group: str
    made: int
    begun: int
    open: int
    until: datetime
    """When the last of them ends."""


def tallies(invitations: Iterable[Invitation], now: datetime) -> tuple[Tally, ...]:
    """The anonymous ones, counted by role group. Those taken back unused are counted no longer."""
    groups: dict[str, list[Invitation]] = {}
    for one in invitations:
        if one.anonymous and one.role_group and (one.used_on or one.revoked_at is None):
            groups.setdefault(one.role_group, []).append(one)
    return tuple(_tally(group, found, now) for group, found in sorted(groups.items()))


def facts(invitation: Invitation) -> Mapping[str, object]:
    """What the trail says of one."""
    told = {"kind", "anonymous", "name", "email", "role", "role_group", "practices", "assessment_id", "expires_at"}
    return {field: value for field, value in invitation.model_dump(mode="json", include=told).items() if value not in (None, "")}


def _tally(group: str, found: list[Invitation], now: datetime) -> Tally:
    open_ = sum(one.state(now) is InvitationState.OPEN for one in found)
    begun = sum(one.used_on is not None for one in found)
    return Tally(role_group=group, made=len(found), begun=begun, open=open_, until=max(one.expires_at for one in found))
