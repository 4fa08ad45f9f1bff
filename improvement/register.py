"""The register as somebody looks at it: filter, search, sort and board, and the same in a page's address. Pure."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction
from typing import Self
from uuid import UUID

from ground.value import Value
from improvement.model import WORDS, Action, Status


class Pill(StrEnum):
    """What a person ticks to see; several add up."""

    LATE = "late"
    STALE = "stale"
    BLOCKED = "blocked"
    IN_PROGRESS = "in-progress"
    NOT_STARTED = "not-started"
    DONE = "done"
    PROPOSED = "proposed"
    CANCELLED = "cancelled"

    @property
    def words(self) -> str:
        """In progress."""
        return self.value.replace("-", " ").capitalize()


class Sort(StrEnum):
    """What stands first. By date, what is verified or cancelled stands last: nobody waits for it."""

    DUE = "due"
    NUMBER = "number"
    TITLE = "title"
    STATUS = "status"
    LIFT = "lift"
    UPDATED = "updated"


_STATUSES: Mapping[Pill, frozenset[Status]] = {
    Pill.BLOCKED: frozenset({Status.BLOCKED}),
    Pill.IN_PROGRESS: frozenset({Status.IN_PROGRESS}),
    Pill.NOT_STARTED: frozenset({Status.ACCEPTED}),
    Pill.DONE: frozenset({Status.DONE, Status.VERIFIED}),
    Pill.PROPOSED: frozenset({Status.PROPOSED}),
    Pill.CANCELLED: frozenset({Status.CANCELLED}),
}
_UNLESS_ASKED = frozenset({Status.PROPOSED, Status.CANCELLED})
_ORDER = (Status.BLOCKED, Status.IN_PROGRESS, Status.ACCEPTED, Status.PROPOSED, Status.DONE, Status.VERIFIED, Status.CANCELLED)
_COLUMNS = (
    (WORDS[Status.ACCEPTED], _STATUSES[Pill.NOT_STARTED]),
    (WORDS[Status.IN_PROGRESS], _STATUSES[Pill.IN_PROGRESS]),
    (WORDS[Status.BLOCKED], _STATUSES[Pill.BLOCKED]),
    (WORDS[Status.DONE], _STATUSES[Pill.DONE]),
)


class Filter(Value):
    """Which actions, in which order. Nothing chosen shows all but proposed and cancelled ones."""

    show: frozenset[Pill] = frozenset()
    owner: UUID | None = None
    practice: str | None = None
    search: str = ""
    sort: Sort = Sort.DUE

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> Self:
        """From a page's address; what makes no sense there is left out."""
        chosen = {pill for pill in Pill if pill in query.get("show", "").split(",")}
        sort = query.get("sort", "")
        return cls(
            show=frozenset(chosen),
            owner=_uuid(query.get("owner", "")),
            practice=query.get("practice") or None,
            search=query.get("q", "").strip()[:200],
            sort=Sort(sort) if sort in set(Sort) else Sort.DUE,
        )

    def to_query(self) -> dict[str, str]:
        """For a page's address: only what differs from the default."""
        said = {
            "show": ",".join(pill for pill in Pill if pill in self.show),
            "owner": str(self.owner or ""),
            "practice": self.practice or "",
            "q": self.search,
            "sort": "" if self.sort is Sort.DUE else self.sort,
        }
        return {key: value for key, value in said.items() if value}


class Column(Value):
    """One column of the board."""

    title: str
    actions: tuple[Action, ...]


def chosen(actions: Iterable[Action], wanted: Filter, now: datetime, today: date) -> tuple[Action, ...]:
    """What matches, in the wanted order; ties by number."""
    matching = (a for a in actions if _is_shown(a, wanted.show, now, today) and _matches(a, wanted))
    key = _KEYS[wanted.sort]
    return tuple(sorted(matching, key=lambda action: (key(action), action.number)))


def counts(actions: Iterable[Action], now: datetime, today: date) -> Mapping[Pill, int]:
    """How many actions each pill would show."""
    listed = tuple(actions)
    return {pill: sum(_has(action, pill, now, today) for action in listed) for pill in Pill}


def board(actions: Iterable[Action]) -> tuple[Column, ...]:
    """Not started, in progress, blocked, done (with verified), in the given order."""
    listed = tuple(actions)
    return tuple(Column(title=title, actions=tuple(a for a in listed if a.status in statuses)) for title, statuses in _COLUMNS)


def _is_shown(action: Action, show: frozenset[Pill], now: datetime, today: date) -> bool:
    if not show:
        return action.status not in _UNLESS_ASKED
    return any(_has(action, pill, now, today) for pill in show)


def _has(action: Action, pill: Pill, now: datetime, today: date) -> bool:
    if pill is Pill.LATE:
        return action.is_overdue(today)
    return action.is_stale(now) if pill is Pill.STALE else action.status in _STATUSES[pill]


def _matches(action: Action, wanted: Filter) -> bool:
    owner = wanted.owner is None or action.owner_id == wanted.owner
    practice = wanted.practice is None or action.practice == wanted.practice
    return owner and practice and _is_found(action, wanted.search)


def _is_found(action: Action, search: str) -> bool:
    return search.casefold() in "\n".join((action.label, action.title, action.description)).casefold()


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


_Key = Callable[[Action], tuple[bool, object]]
_KEYS: Mapping[Sort, _Key] = {
    Sort.DUE: lambda a: (a.status in {Status.VERIFIED, Status.CANCELLED}, a.due or date.max),
    Sort.NUMBER: lambda a: (False, a.number),
    Sort.TITLE: lambda a: (False, a.title.casefold()),
    Sort.STATUS: lambda a: (False, _ORDER.index(a.status)),
    Sort.LIFT: lambda a: (a.index_lift is None, -(a.index_lift or Fraction(0))),
    Sort.UPDATED: lambda a: (False, -a.updated_at.timestamp()),
}
