"""An action of the continual-improvement register, and the moves it may make."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field

from ground.errors import PlumblineError
from ground.text import Line, Text
from ground.value import Exact, Value

STALE_AFTER = timedelta(days=30)


class Status(StrEnum):
    """Where an action stands."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    IN_PROGRESS = "in_progress"
    BLOCKED = "blocked"
    DONE = "done"
    VERIFIED = "verified"
    CANCELLED = "cancelled"


MOVES: Mapping[Status, frozenset[Status]] = {
    Status.PROPOSED: frozenset({Status.ACCEPTED, Status.CANCELLED}),
    Status.ACCEPTED: frozenset({Status.IN_PROGRESS, Status.CANCELLED}),
    Status.IN_PROGRESS: frozenset({Status.BLOCKED, Status.DONE, Status.CANCELLED}),
    Status.BLOCKED: frozenset({Status.IN_PROGRESS, Status.DONE, Status.CANCELLED}),
    Status.DONE: frozenset({Status.VERIFIED, Status.IN_PROGRESS}),
    Status.VERIFIED: frozenset(),
    Status.CANCELLED: frozenset(),
}
WORDS: Mapping[Status, str] = {
    Status.PROPOSED: "Proposed",
    Status.ACCEPTED: "Not started",
    Status.IN_PROGRESS: "In progress",
    Status.BLOCKED: "Blocked",
    Status.DONE: "Done",
    Status.VERIFIED: "Verified",
    Status.CANCELLED: "Cancelled",
}
"""What a person reads."""
OPEN = frozenset(status for status, after in MOVES.items() if after)
RUNNING = frozenset({Status.ACCEPTED, Status.IN_PROGRESS, Status.BLOCKED})


class ForbiddenMove(PlumblineError):
    """The status cannot change that way; the sentence names the ways there are."""

    def __init__(self, label: str, status: Status, to: Status) -> None:
        ways = " or ".join(WORDS[after] for after in Status if after in MOVES[status])
        there = f"From there it can go to {ways}." if ways else "Nothing changes after that."
        super().__init__(f"{label} is {WORDS[status]}, so it cannot be set to {WORDS[to]}. {there}")


def label(number: int) -> str:
    """How people name an action: A-07."""
    return f"A-{number:02d}"


class Action(Value):
    """One owned action: what, who, by when, towards which target."""

    id: UUID
    number: int
    title: Line
    description: Text = ""
    practice: str | None
    """Practice id; None for an action about the whole."""
    questionnaire: str | None = None
    assessment_id: UUID | None = None
    """The assessment whose finding it answers."""
    function_id: UUID
    recommended: str | None = None
    """Id of the recommended action it came from; None for one's own."""
    status: Status = Status.PROPOSED
    per_cent: Annotated[int, Field(ge=0, le=100)] = 0
    owner_id: UUID | None = None
    due: date | None = None
    first_due: date | None = None
    """The first agreed date, against which delivery is judged."""
    level_from: int | None = None
    level_to: int | None = None
    """The practice's level when accepted, and the level aimed at."""
    index_lift: Exact | None = None
    """Points of the overall index promised when accepted."""
    effort_days: tuple[Exact, Exact] | None = None
    cost: tuple[Exact, Exact] | None = None
    done_when: Text = ""
    steps: tuple[str, ...] = ()
    measure: str | None = None
    proposed_at: datetime
    accepted_at: datetime | None = None
    updated_at: datetime
    """The last update by a person."""
    done_at: datetime | None = None
    done_by: UUID | None = None
    verified_by: UUID | None = None
    row_version: int = 1

    @property
    def label(self) -> str:
        """How people name it: A-07."""
        return label(self.number)

    @property
    def self_verified(self) -> bool:
        """Verified by its own owner or by who finished it: allowed, and labelled so."""
        return self.verified_by is not None and self.verified_by in {self.owner_id, self.done_by}

    def moved(self, to: Status) -> Self:
        """Itself in the new status; ForbiddenMove when the table of moves has no such step."""
        if to not in MOVES[self.status]:
            raise ForbiddenMove(self.label, self.status, to)
        return self.model_copy(update={"status": to})

    def is_overdue(self, today: date) -> bool:
        """Running past its due date."""
        return self.status in RUNNING and self.due is not None and self.due < today

    def is_stale(self, now: datetime) -> bool:
        """Running without an update for 30 days."""
        return self.status in RUNNING and now - self.updated_at >= STALE_AFTER


class Update(Value):
    """What an owner reports at one moment."""

    status: Status
    per_cent: Annotated[int, Field(ge=0, le=100)]
    note: Text = ""
    evidence: Text = ""
    due: date | None = None
    due_reason: Text = ""


class Accept(Value):
    """Take on a recommended action: who does it by when, and the practice's level aimed at (None: what the action promises)."""

    assessment_id: UUID
    recommended_id: str
    owner_id: UUID
    due: date
    target_level: int | None = None


class Agreement(Value):
    """Take on an action that was proposed."""

    owner_id: UUID
    due: date
    target_level: int | None = None


class OwnAction(Value):
    """An action in one's own words; with an owner and a date it is accepted at once, otherwise proposed."""

    id: UUID | None = None
    """Made by the page, so that a double click writes one action."""
    function_id: UUID
    title: Line
    description: Text = ""
    assessment_id: UUID | None = None
    practice: str | None = None
    """A practice of the assessment's questionnaire."""
    owner_id: UUID | None = None
    due: date | None = None
    done_when: Text = ""
    measure: str | None = None
