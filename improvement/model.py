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
    Status.BLOCKED: frozenset({Status.IN_PROGRESS, Status.CANCELLED}),
    Status.DONE: frozenset({Status.VERIFIED, Status.IN_PROGRESS}),
    Status.VERIFIED: frozenset(),
    Status.CANCELLED: frozenset(),
}
RUNNING = frozenset({Status.ACCEPTED, Status.IN_PROGRESS, Status.BLOCKED})


class ForbiddenMove(PlumblineError):
    """The status cannot change that way."""


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
        return f"A-{self.number:02d}"

    def moved(self, to: Status) -> Self:
        """Itself in the new status; ForbiddenMove when the table of moves has no such step."""
        raise NotImplementedError

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
