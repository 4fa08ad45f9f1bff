"""The trail: what is written down of each change, and of each attempt that was denied."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from people.model import Actor, Anonymous, System
from people.tables import EventRow
from storage.database import current
from storage.row import new_id
from storage.session import GuardedSession

_EVENTS = EventRow.__table__  # type: ignore[attr-defined]  # SQLModel makes it


@dataclass(frozen=True)
class Denial:
    """An attempt at a row that exists and was out of reach."""

    verb: str
    resource: str
    resource_id: UUID


@dataclass(frozen=True)
class Happening:
    """What happened to what, with what stood before and after."""

    verb: str
    resource: str
    resource_id: UUID
    before: Mapping[str, Any] | None = None
    after: Mapping[str, Any] | None = None


def append(session: GuardedSession, actor: Actor, at: datetime, happening: Happening) -> None:
    """Add one event to the trail of the actor's organisation."""
    entry = {
        "id": new_id(),
        "organisation_id": actor.organisation_id,
        "at": at,
        "actor_kind": type(actor).__name__.lower(),
        "actor_id": None if isinstance(actor, System | Anonymous) else actor.id,
        "actor_name": _name(actor),
        "verb": happening.verb,
        "resource": happening.resource,
        "resource_id": happening.resource_id,
        "before": happening.before,
        "after": happening.after,
    }
    # Straight to the table: an event is never looked at again by the session that writes it, and every answer writes one.
    session.connection().execute(_EVENTS.insert(), entry)


def _name(actor: Actor) -> str:
    if isinstance(actor, Anonymous):
        return "anonymous"
    return actor.purpose if isinstance(actor, System) else actor.name


def record_denials(actor: Actor, at: datetime, denials: Iterable[Denial]) -> None:
    """Write denials down in a transaction of their own, whatever became of the one they happened in."""
    refused = [Happening("denied", denial.resource, denial.resource_id, after={"verb": denial.verb}) for denial in denials]

    def unit(session: GuardedSession) -> None:
        for happening in refused:
            append(session, actor, at, happening)

    if refused:
        current().write(unit, actor.organisation_id)
