"""Work: one actor, one organisation, one moment, one transaction. Every store reaches rows through it and nowhere else."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Select, bindparam, inspect, select
from sqlmodel import col

from ground.errors import Conflict, NotFound
from people.audit import Denial, Happening, append, record_denials
from people.model import Actor, Denied, Role, Verb
from people.policy import Reach, Rule, changeable, rules
from people.reach import allowed, within_reach
from people.tables import EventRow
from storage.database import current
from storage.row import Row, TenantRow, Versioned
from storage.session import GuardedSession, flush, limited

R = TypeVar("R", bound=Row)
T = TypeVar("T")


@dataclass(frozen=True)
class Work:
    """What a service may do, for whom, and when. `now` is aware and UTC."""

    session: GuardedSession
    actor: Actor
    now: datetime
    denials: list[Denial] = field(default_factory=list)
    """Written down in a transaction of their own once this one has ended."""

    @property
    def organisation_id(self) -> UUID | None:
        """The organisation that everything is limited to; None between organisations."""
        return self.actor.organisation_id

    def founding(self, organisation_id: UUID) -> "Work":
        """The same person's work inside an organisation that they are just founding, and will lead."""
        inside = {"organisation_id": organisation_id, "roles": frozenset({Role.LEADER})}
        return replace(self, actor=self.actor.model_copy(update=inside))

    def select(self, row_type: type[R], verb: Verb = "read") -> Select[R]:
        """The rows that the actor may do this to; none when they may not. Narrow it further, then `work.session.scalars(...)`."""
        return limited(select(row_type).where(allowed(self.actor, row_type, verb)))

    def may(self, resource: str, verb: Verb) -> bool:
        """Whether there can be any such thing that the actor may do this to: what a page offers goes by it."""
        return bool(rules(self.actor, resource, verb))

    def get(self, row_type: type[R], row_id: UUID, verb: Verb = "read") -> R:
        """The row. NotFound alike for missing, foreign and unseen; Denied for one that the actor may see but not do this to."""
        found = self._find(row_type, row_id, verb)
        if found is not None:
            return found
        if self.session.scalar(limited(select(col(row_type.id)).where(col(row_type.id) == row_id))):
            self.denials.append(Denial(verb, row_type.resource, row_id))
        if verb == "read" or self._find(row_type, row_id, "read") is None:
            raise NotFound(row_type.resource.replace("_", " "))
        raise Denied

    def add(self, row: R) -> R:
        """Insert it, into the actor's organisation. Denied when the actor may not create such a row."""
        if isinstance(row, TenantRow):
            row.organisation_id = self._inside()
        granted = self._rules(type(row), "create")
        if not granted:
            self._refuse("create", row)
        self.session.add(row)
        flush(self.session, row)
        if not any(self._grants(rule, row) for rule in granted):
            self._take_back(row)
            self._refuse("create", row)
        return row

    def save(self, row: R, expected_version: int | None = None) -> R:
        """Update what changed. Conflict when the row has left the expected version; None takes the version just read."""
        self._require_changeable(row)
        if isinstance(row, Versioned):
            _next_version(row, expected_version)
        flush(self.session, row)
        return row

    def delete(self, row: Row) -> None:
        """Remove it; its events stay. Denied when the actor may not."""
        if self._find(type(row), row.id, "delete") is None:
            self._refuse("delete", row)
        self.session.delete(row)
        flush(self.session, row)

    def record(self, verb: str, row: Row, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None) -> None:
        """Append to the trail, in the same transaction."""
        append(self.session, self.actor, self.now, Happening(verb, row.resource, row.id, before, after))

    def trail(self, row: Row) -> Select[EventRow]:
        """The events of a row that the actor has been given."""
        about = (col(EventRow.about) == row.resource, col(EventRow.about_id) == row.id)
        return limited(select(EventRow).where(EventRow.within(self.organisation_id), *about))

    def _rules(self, row_type: type[Row], verb: Verb) -> tuple[Rule, ...]:
        return rules(self.actor, row_type.resource, verb)

    def _take_back(self, row: Row) -> None:
        # Whose a row is, only the stored one can tell.
        self.session.delete(row)
        flush(self.session, row)

    def _find(self, row_type: type[R], row_id: UUID, verb: Verb) -> R | None:
        return self.session.scalars(self.select(row_type, verb).where(col(row_type.id) == row_id)).one_or_none()

    def _inside(self) -> UUID:
        if self.organisation_id is None:
            raise Denied
        return self.organisation_id

    def _require_changeable(self, row: Row) -> None:
        granted = [rule for rule in self._rules(type(row), "update") if self._grants(rule, row)]
        fields = changeable(granted)
        if not granted or (fields is not None and _changed(row) - fields):
            self._refuse("update", row)

    def _grants(self, rule: Rule, row: Row) -> bool:
        if rule.reach is Reach.ALL:
            return True
        # What is stored decides, not what the row says now: the change may be the one of the owner.
        return self.session.scalar(_reached(self.actor, rule, type(row)), {"id": row.id}) is not None

    def _refuse(self, verb: str, row: Row) -> None:
        self.denials.append(Denial(verb, row.resource, row.id))
        raise Denied


# Telling SQLAlchemy what to ask costs more than asking.
@lru_cache(maxsize=1024)
def _reached(actor: Actor, rule: Rule, row_type: type[Row]) -> Select[UUID]:
    return limited(select(col(row_type.id)).where(col(row_type.id) == bindparam("id"), within_reach(actor, rule, row_type)))


def _changed(row: Row) -> frozenset[str]:
    return frozenset(attribute.key for attribute in inspect(row).attrs if attribute.history.has_changes()) - {"row_version"}


def _next_version(row: Versioned, expected: int | None) -> None:
    if expected is not None and row.row_version != expected:
        raise Conflict("Somebody else saved this a moment ago. Look at their version, then save yours again.")
    row.row_version += 1


@contextmanager
def reading(actor: Actor, now: datetime) -> Iterator[Work]:
    """Work that only looks: one consistent view, no lock."""
    with reading_as(lambda _: actor, now) as work:
        yield work


@contextmanager
def reading_as(who: Callable[[GuardedSession], Actor], now: datetime) -> Iterator[Work]:
    """The same for an actor who is found out in that very view."""
    seen: list[Work] = []
    try:
        with current().reading() as session:
            seen.append(Work(session, who(session), now))
            yield seen[0]
    finally:
        for work in seen:
            record_denials(work.actor, now, work.denials)


def writing(actor: Actor, now: datetime, do: Callable[[Work], T]) -> T:
    """Run `do` in one transaction, again from its start when the engine asks: let it have no other effect than on its work."""
    return writing_as(lambda _: actor, actor.organisation_id, now, do)


def writing_as(who: Callable[[GuardedSession], Actor], inside: UUID | None, now: datetime, do: Callable[[Work], T]) -> T:
    """The same for an actor who is found out in that very transaction, so that a role taken away a moment earlier counts."""
    denied: list[tuple[Actor, list[Denial]]] = []

    def unit(session: GuardedSession) -> T:
        work = Work(session, who(session), now)
        denied[:] = [(work.actor, work.denials)]
        return do(work)

    try:
        return current().write(unit, inside)
    finally:
        for actor, denials in denied:
            record_denials(actor, now, denials)
