"""The trail as a person looks through it: newest first, a page at a time, filtered; what they may not read stays closed."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple, Self
from uuid import UUID

from sqlalchemy import ColumnElement, Select, exists, or_, select
from sqlmodel import col

from ground.value import Value
from people.door_tables import InvitationRow
from people.model import Event
from people.reach import allowed
from people.store import as_event
from people.tables import EventRow
from people.work import Work
from storage.session import limited

PER_PAGE = 50
_BATCH = 500


class Wanted(Value):
    """Which events; None and 0 limit nothing."""

    person: UUID | None = None
    verb: str | None = None
    resource: str | None = None
    days: int = 0

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> Self:
        """From an address; what makes no sense there is left out."""
        days = query.get("days", "")
        return cls(
            person=_uuid(query.get("person", "")),
            verb=query.get("verb") or None,
            resource=query.get("kind") or None,
            days=int(days) if days.isascii() and days.isdecimal() and len(days) < 5 else 0,
        )

    def to_query(self) -> dict[str, str]:
        """For an address: only what limits something."""
        said = {"person": self.person, "verb": self.verb, "kind": self.resource, "days": self.days}
        return {name: str(value) for name, value in said.items() if value}


class Numbered(NamedTuple):
    """An event at its place in the trail."""

    number: int
    event: Event


class Choices(NamedTuple):
    """What the trail can be filtered by: people by id, verbs, kinds of things."""

    people: Mapping[UUID, str]
    verbs: tuple[str, ...]
    resources: tuple[str, ...]


Pages = Callable[[Wanted, int | None, int], tuple[Numbered, ...]]
"""Looks at one page: what is wanted, before which number, how many."""


def _of_the_named() -> ColumnElement[bool]:
    """All but the beginning and the answers of anonymous respondents: their moments and values would tell who said what."""
    known = exists().where(col(InvitationRow.respondent_id) == col(EventRow.actor_id))
    return or_(col(EventRow.actor_kind) != "respondent", col(EventRow.about).not_in(("answer", "respondent")), known)


def page(work: Work, wanted: Wanted, before: int | None = None, size: int = PER_PAGE) -> tuple[Numbered, ...]:
    """The newest events that match, older than number `before` if given. Details only of what the actor may read itself."""
    query = _matching(work, wanted).order_by(col(EventRow.number).desc()).limit(size)
    if before is not None:
        query = query.where(col(EventRow.number) < before)
    return tuple(Numbered(row.number, _told(work, as_event(row))) for row in work.session.scalars(query))


def batches(pages: Pages, wanted: Wanted) -> Iterator[tuple[Numbered, ...]]:
    """Everything that matches, newest first, each batch in a look of its own."""
    before: int | None = None
    while found := pages(wanted, before, _BATCH):
        yield found
        before = found[-1].number


def choices(work: Work) -> Choices:
    """By what there is."""
    columns = (col(EventRow.actor_id), col(EventRow.actor_name), col(EventRow.verb), col(EventRow.about))
    query = select(*columns).where(allowed(work.actor, EventRow), _of_the_named()).distinct()
    found = work.session.execute(limited(query)).all()
    people = {row[0]: row[1] for row in sorted(found, key=lambda row: row[1]) if row[0] is not None}
    return Choices(people, tuple(sorted({row[2] for row in found})), tuple(sorted({row[3] for row in found})))


def _matching(work: Work, wanted: Wanted) -> Select[EventRow]:
    limits = (
        (col(EventRow.actor_id) == wanted.person, wanted.person),
        (col(EventRow.verb) == wanted.verb, wanted.verb),
        (col(EventRow.about) == wanted.resource, wanted.resource),
        (col(EventRow.at) >= _since(work.now, wanted.days), wanted.days),
    )
    return work.select(EventRow).where(_of_the_named(), *(condition for condition, asked in limits if asked))


def _told(work: Work, event: Event) -> Event:
    if work.may(event.resource, "read"):
        return event
    return event.model_copy(update={"before": None, "after": None})


def _since(now: datetime, days: int) -> datetime:
    return now - timedelta(days=days)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
