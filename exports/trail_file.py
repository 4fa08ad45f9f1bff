"""The trail as CSV, for whoever looks at it elsewhere."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO
from uuid import UUID

from exports.words.trail import sentence, who
from people.trail import Numbered
from storage.column import canonical

HEAD = ("number", "at", "who", "kind of actor", "verb", "resource", "resource id", "sentence", "before", "after")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def lines(batches: Iterable[Iterable[Numbered]], names: Mapping[UUID, str]) -> Iterator[str]:
    """The file, batch by batch. A cell that a spreadsheet would take for a formula gets an apostrophe before it."""
    yield _csv([HEAD])
    for batch in batches:
        yield _csv(_row(one, names) for one in batch)


def safe(cell: object) -> object:
    """Text that starts like a formula becomes plain text; a number stays one."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _row(one: Numbered, names: Mapping[UUID, str]) -> Iterable[object]:
    event = one.event
    when = event.at.isoformat(timespec="seconds")
    about = (event.verb, event.resource, str(event.resource_id or ""), sentence(event, names))
    kept = (canonical(said) if said is not None else "" for said in (event.before, event.after))
    return (safe(cell) for cell in (one.number, when, who(event), event.actor_kind, *about, *kept))


def _csv(rows: Iterable[Iterable[object]]) -> str:
    text = StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()
