"""How the demo's register is written down: an action, and what its owner said of it."""

from typing import Literal, NamedTuple

Chapter = Literal["then", "now", "ground", "ground now"]
"""After which assessment it was taken on: IT's pillars two years ago or lately, its foundations half a year ago or lately."""


class Report(NamedTuple):
    """One update by the owner; `due_in` moves the date, for a reason."""

    days_ago: int
    status: str
    per_cent: int
    note: str
    evidence: str = ""
    due_in: int | None = None
    due_reason: str = ""


class Entry(NamedTuple):
    """One action of the register. `advice` is a recommended action's id; without one, `title` is the person's own."""

    chapter: Chapter
    advice: str | None
    owner: str
    accepted_ago: int | None
    """None: still proposed."""
    due_in: int
    reports: tuple[Report, ...] = ()
    verified_ago: int | None = None
    verified_by: str | None = "maya"
    """None: by the person whose demo it is."""
    title: str = ""
    practice: str = ""
    cancelled: tuple[int, str] | None = None


def done(ago: int, note: str, evidence: str = "") -> Report:
    """The update that finishes it."""
    return Report(ago, "done", 100, note, evidence)
