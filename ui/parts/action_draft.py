"""An owner's report while it is written: kept through a conflict, so that nobody's text is lost."""

from typing import NamedTuple

import streamlit as st

from improvement import service
from improvement.history import Entry
from improvement.model import MOVES, WORDS, Action, Status, Update
from improvement.updating import ActionConflict
from ui.parts import session

REPORTED = (Status.ACCEPTED, Status.IN_PROGRESS, Status.BLOCKED, Status.DONE)
"""What a report can set; the rest has buttons of its own."""
_FIELDS = ("status", "per-cent", "due", "note", "evidence", "why")


class Said(NamedTuple):
    """What came of the last try to save."""

    saved: str = ""
    refused: str = ""
    theirs: Entry | None = None


def key(action: Action, part: str) -> str:
    """The key of a field of this action."""
    return f"action-{action.id}-{part}"


def ways(action: Action) -> tuple[Status, ...]:
    """The present status and those that a report can move it to."""
    return tuple(status for status in REPORTED if status is action.status or status in MOVES[action.status])


def begin(action: Action) -> None:
    """Start from what is stored, unless a draft is on the page already."""
    seed = {"status": action.status, "per-cent": action.per_cent, "due": action.due, "note": "", "evidence": "", "why": ""}
    if key(action, "status") not in st.session_state:
        st.session_state[key(action, "version")] = action.row_version
    for part, value in seed.items():
        st.session_state.setdefault(key(action, part), value)


def save(action: Action) -> None:
    """Keep the report, in a callback: the page is drawn again afterwards."""
    outcome = _attempt(action)
    st.session_state[key(action, "said")] = outcome
    if outcome.saved:
        forget(action)


def forget(action: Action) -> None:
    """Let the fields show what is stored."""
    for part in (*_FIELDS, "version"):
        st.session_state.pop(key(action, part), None)


def said(action: Action) -> Said:
    """What to tell about the last try."""
    told: Said = st.session_state.get(key(action, "said"), Said())
    return told


def plain(status: Status) -> str:
    """In progress."""
    return WORDS[status]


def words(status: Status) -> str:
    """The status on a button of a group."""
    return f":violet[{WORDS[status]}]"


def _attempt(action: Action) -> Said:
    outcome = session.attempted(lambda: _keep(action))
    match outcome.value:
        case Action():
            return Said(saved=f"Saved {session.clock(session.now())}")
        case ActionConflict():
            return _met(action, outcome.value)
    return Said(refused=outcome.refusal or "")


def _keep(action: Action) -> Action | ActionConflict:
    version = st.session_state[key(action, "version")]
    try:
        return session.writing(lambda work: service.update(work, action.id, _given(action), version))
    except ActionConflict as conflict:
        return conflict


def _met(action: Action, conflict: ActionConflict) -> Said:
    st.session_state[key(action, "version")] = conflict.action.row_version
    return Said(refused=str(conflict), theirs=conflict.theirs)


def _given(action: Action) -> Update:
    said = {part: st.session_state[key(action, part)] for part in _FIELDS}
    return Update(
        status=said["status"] or action.status,
        per_cent=said["per-cent"] or 0,
        note=said["note"],
        evidence=said["evidence"],
        due=said["due"],
        due_reason=said["why"],
    )
