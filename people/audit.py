"""The trail: what is written down of each change, and of each attempt that was denied."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Text, bindparam, insert, select, type_coerce

from people.model import Actor, Anonymous, System
from people.tables import EventRow
from storage.chain import START, Broken, first_broken, linked
from storage.column import canonical
from storage.database import current
from storage.row import new_id
from storage.session import GuardedSession

_EVENTS = EventRow.__table__  # type: ignore[attr-defined]  # SQLModel makes it
_KEPT_AS_TEXT = frozenset({"before", "after"})
_INSERT = insert(_EVENTS).values({name: bindparam(name, type_=Text) for name in _KEPT_AS_TEXT})


# Two of each, because PostgreSQL uses no index for a comparison that takes NULL for equal to NULL.
_INSTALLATION, _ORGANISATION = _EVENTS.c.organisation_id.is_(None), _EVENTS.c.organisation_id == bindparam("organisation")
_NEWEST = {
    inside: select(_EVENTS.c.number, _EVENTS.c.link).where(condition).order_by(_EVENTS.c.number.desc()).limit(1)
    for inside, condition in ((False, _INSTALLATION), (True, _ORGANISATION))
}
_WHOLE = {
    inside: select(*(type_coerce(c, Text).label(c.name) if c.name in _KEPT_AS_TEXT else c for c in _EVENTS.c))
    .where(condition)
    .order_by(_EVENTS.c.number)
    for inside, condition in ((False, _INSTALLATION), (True, _ORGANISATION))
}


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
    """Add one event to the trail of the actor's organisation. Its write units follow one another, so the newest stays the newest."""
    number, previous = newest(session, actor.organisation_id)
    entry = {
        "number": number + 1,
        "id": new_id(),
        "organisation_id": actor.organisation_id,
        "at": at,
        "actor_kind": type(actor).__name__.lower(),
        "actor_id": None if isinstance(actor, System | Anonymous) else actor.id,
        "actor_name": _name(actor),
        "verb": happening.verb,
        "resource": happening.resource,
        "resource_id": happening.resource_id,
        "before": _kept(happening.before),
        "after": _kept(happening.after),
    }
    entry["link"] = linked(previous, entry)
    # Straight to the table: an event is never looked at again by the session that writes it, and every answer writes one.
    session.connection().execute(_INSERT, entry)


def verify(session: GuardedSession, organisation_id: UUID | None) -> Broken | None:
    """Walk the trail of an organisation (None: the installation's); the first event that was tampered with, or None."""
    found = session.connection().execute(_WHOLE[organisation_id is not None], {"organisation": organisation_id})
    return first_broken(dict(row) for row in found.mappings())


def links(session: GuardedSession, organisation_id: UUID | None, numbers: Collection[int]) -> frozenset[tuple[int, str]]:
    """Number and link of these events, as far as the trail has them."""
    asked = _WHOLE[organisation_id is not None].where(_EVENTS.c.number.in_(list(numbers)))
    found = session.connection().execute(asked, {"organisation": organisation_id})
    return frozenset((row.number, row.link) for row in found)


def newest(session: GuardedSession, organisation_id: UUID | None) -> tuple[int, str]:
    """Number and link of the newest event: kept elsewhere, it shows whether the end was cut off. (0, START) for an empty trail."""
    found = session.connection().execute(_NEWEST[organisation_id is not None], {"organisation": organisation_id}).one_or_none()
    return (found.number, found.link) if found else (0, START)


def _kept(said: Mapping[str, Any] | None) -> str | None:
    return None if said is None else canonical(said)


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
