"""Two people at one action: the slower one learns who moved it on, and loses nothing. A double click counts once."""

from collections.abc import Callable, Mapping

from assessment.meanwhile import when
from ground.errors import Conflict
from improvement import store
from improvement.acting import moment, names
from improvement.history import Entry, Happening, name
from improvement.model import RUNNING, Action, Status, Update
from people.work import Work

_DID: Mapping[Happening, str] = {
    Happening.ACCEPTED: "accepted this",
    Happening.HANDED_OVER: "gave this another owner",
    Happening.VERIFIED: "verified this",
    Happening.CANCELLED: "cancelled this",
}
REPORTABLE = RUNNING | {Status.DONE}
"""Where an owner's report still applies."""


class ActionConflict(Conflict):
    """Somebody else was first; what they did is here, so that nobody's text is lost."""

    def __init__(self, happened: str, action: Action, since: tuple[Entry, ...], yours: Update | None = None) -> None:
        super().__init__(f"{happened}. {_what_now(action, yours)}")
        self.happened = happened
        """Who did what and when, such as: Tom cancelled this at 10:41."""
        self.action = action
        """As it stands now."""
        self.since = since
        """All that was done meanwhile, oldest first."""
        self.theirs = since[-1]
        self.yours = yours


def is_past(action: Action, version: int | None) -> bool:
    """Whether it has left the version that somebody looked at; None looks at whatever there is."""
    return version is not None and action.row_version != version


def repeated(work: Work, action: Action, version: int | None, is_same: Callable[[Entry], bool], yours: Update | None = None) -> Action:
    """The action where the same person has just done the same; ActionConflict otherwise."""
    since = tuple(entry for entry in store.entries(work, action.id) if entry.version > (version or 0))
    latest = since[-1]
    if len(since) == 1 and latest.by_id == moment(work).by and is_same(latest):
        return action
    happened = f"{name(latest.by_id, names(work))} {_DID.get(latest.what, 'saved this')} {when(work, latest.at)}"
    raise ActionConflict(happened, action, since, yours)


def _what_now(action: Action, yours: Update | None) -> str:
    if yours is None:
        return "Look at it again, then decide."
    return f"Your text is below; {'compare and save again' if action.status in REPORTABLE else 'copy what you need'}."
