"""A hash chain: each entry of a trail is bound to all entries before it, so that none can be changed, dropped or put in between unseen.

The last ones can still be cut off together with the memory of them: whoever wants to notice that keeps the newest link elsewhere.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID

from storage.column import canonical

START = "0" * 64
"""What the first entry is linked to."""


class Broken(NamedTuple):
    """The first entry that does not follow from those before it."""

    number: int
    why: str


def linked(previous: str, entry: Mapping[str, object]) -> str:
    """SHA-256, in hexadecimal, over the previous link and the entry: column names and values, JSON columns as the text they are kept as."""
    told = canonical({name: _told(value) for name, value in entry.items()})
    return sha256(f"{previous}\n{told}".encode()).hexdigest()


def first_broken(entries: Iterable[Mapping[str, object]]) -> Broken | None:
    """Walk a whole trail in its order; each entry with its `number` and `link`. None: it is whole."""
    previous, expected = START, 1
    for entry in entries:
        if entry["number"] != expected:
            return Broken(expected, f"it is missing: number {entry['number']} follows")
        previous = linked(previous, {name: value for name, value in entry.items() if name != "link"})
        if entry["link"] != previous:
            return Broken(expected, "its content, or one before it, is not what was written")
        expected += 1
    return None


def _told(value: object) -> object:
    if isinstance(value, UUID):
        return value.hex
    return value.astimezone(UTC).isoformat(timespec="microseconds") if isinstance(value, datetime) else value
