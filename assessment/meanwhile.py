"""Two people at one thing: who was first, and when, in words."""

from collections.abc import Mapping
from datetime import datetime
from typing import Generic, Literal, TypeVar
from uuid import UUID

from ground.errors import Conflict
from people import service as people
from people.work import Work
from storage.row import Row

T = TypeVar("T")
_DID: Mapping[str, str] = {"create": "set", "reopen": "reopened", "finalise": "finalised"}


class Overtaken(Conflict, Generic[T]):
    """What somebody looked at is not what stands there now."""

    def __init__(self, happened: str, there: T | None) -> None:
        super().__init__(f"{happened}. Look at it again, then decide.")
        self.happened = happened
        """Who did what and when, such as: Tom changed this at 10:41."""
        self.there = there
        """What stands there now; None where it was taken away."""


def require_shown(work: Work, row: Row | None, there: T | None, shown: T | Literal["any"] | None, gone: str) -> None:
    """Overtaken unless `there`, which the row says, is what somebody looked at. `gone` says that there is none any more.

    A version alone would not do, for a new row starts at 1 again.
    """
    if shown in ("any", there):
        return
    raise Overtaken(gone if row is None else latest(work, row.resource, row.id), there)


def when(work: Work, at: datetime) -> str:
    """`at 10:41` on the organisation's clock, with the day where it was another one."""
    local = people.organisation(work).local
    clock, day = f"at {local(at):%H:%M}", local(at).date()
    return clock if day == local(work.now).date() else f"on {day.day} {day:%B %Y} {clock}"


def latest(work: Work, resource: str, about: UUID) -> str:
    """`Tom reopened this at 10:41`; without a name for those who may not read the trail."""
    event = next(iter(people.history(work, resource, about)), None)
    if event is None:
        return "Somebody else changed this a moment ago"
    return f"{event.actor_name} {_DID.get(event.verb, 'changed')} this {when(work, event.at)}"
