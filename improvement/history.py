"""What happened to an action, kept as facts and told as sentences. Pure."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from ground.text import Text
from ground.value import Value
from improvement.model import WORDS, Status

Names = Mapping[UUID, str]
GONE = "Somebody who has left"
ITSELF = "Plumbline"


class Happening(StrEnum):
    """What kind of thing happened."""

    PROPOSED = "proposed"
    WRITTEN = "written"
    ACCEPTED = "accepted"
    UPDATED = "updated"
    HANDED_OVER = "handed_over"
    VERIFIED = "verified"
    CANCELLED = "cancelled"


class Entry(Value):
    """One thing that happened: who, when, before and after."""

    action_id: UUID
    version: int
    """The action's row_version that it led to."""
    what: Happening
    at: datetime
    by_id: UUID | None
    """None: the program itself."""
    status_before: Status | None
    """None: there was no action before."""
    status_after: Status
    per_cent_before: int
    per_cent_after: int
    due_before: date | None = None
    due_after: date | None = None
    owner_before: UUID | None = None
    owner_after: UUID | None = None
    note: Text = ""
    evidence: Text = ""
    reason: Text = ""


class HistoryLine(Value):
    """One entry as a person reads it; note and evidence stand below the sentence in the writer's own words."""

    at: datetime
    who: str
    sentence: str
    note: str
    evidence: str


def told(entries: Sequence[Entry], names: Names) -> tuple[HistoryLine, ...]:
    """The history as sentences, newest first."""
    newest = sorted(entries, key=lambda entry: entry.version, reverse=True)
    return tuple(
        HistoryLine(at=e.at, who=name(e.by_id, names), sentence=sentence(e, names), note=e.note, evidence=e.evidence) for e in newest
    )


def sentence(entry: Entry, names: Names) -> str:
    """One sentence, such as: Chitra set the status to In progress."""
    return f"{name(entry.by_id, names)} {_TOLD[entry.what](entry, names)}"


def name(person: UUID | None, names: Names) -> str:
    """Who did it."""
    return ITSELF if person is None else names.get(person, GONE)


def day(on: date) -> str:
    """4 December 2026."""
    return f"{on.day} {on:%B %Y}"


def _begun(verb: str, entry: Entry, names: Names) -> str:
    owner = f" for {name(entry.owner_after, names)}" if entry.owner_after else ""
    due = f", due {day(entry.due_after)}" if entry.due_after else ""
    return f"{verb} this action{owner}{due}."


def _updated(entry: Entry, names: Names) -> str:
    del names
    parts = (*_progress(entry), *_date(entry), *_additions(entry))
    head = ", ".join(parts[:-1])
    return f"{head} and {parts[-1]}." if head else f"{parts[-1]}."


def _progress(entry: Entry) -> tuple[str, ...]:
    status = f"set the status to {WORDS[entry.status_after]}" if entry.status_before is not entry.status_after else ""
    changed = entry.per_cent_before != entry.per_cent_after
    per_cent = f"set progress from {entry.per_cent_before} to {entry.per_cent_after} %" if changed else ""
    return tuple(part for part in (status, per_cent) if part)


def _date(entry: Entry) -> tuple[str, ...]:
    if entry.due_after is None or entry.due_before == entry.due_after:
        return ()
    since = f" from {day(entry.due_before)}" if entry.due_before else ""
    return (f"moved the due date{since} to {day(entry.due_after)}, because: “{entry.reason}”",)


def _additions(entry: Entry) -> tuple[str, ...]:
    return tuple(words for text, words in ((entry.note, "wrote a note"), (entry.evidence, "added evidence")) if text)


def _verified(entry: Entry, names: Names) -> str:
    del names
    own = ", which is their own" if entry.by_id == entry.owner_after else ""
    return f"verified this action{own}."


def _handed_over(entry: Entry, names: Names) -> str:
    return f"handed this action over from {name(entry.owner_before, names)} to {name(entry.owner_after, names)}."


def _cancelled(entry: Entry, names: Names) -> str:
    del names
    return f"cancelled this action, because: “{entry.reason}”."


_TOLD = {
    Happening.PROPOSED: lambda entry, names: _begun("proposed", entry, names),
    Happening.WRITTEN: lambda entry, names: _begun("wrote", entry, names),
    Happening.ACCEPTED: lambda entry, names: _begun("accepted", entry, names),
    Happening.UPDATED: _updated,
    Happening.HANDED_OVER: _handed_over,
    Happening.VERIFIED: _verified,
    Happening.CANCELLED: _cancelled,
}
