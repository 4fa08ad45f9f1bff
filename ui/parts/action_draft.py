"""An owner's report while it is written: kept through a conflict, so that nobody's text is lost."""

from typing import NamedTuple

import streamlit as st

from improvement import service
from improvement.history import Entry
from improvement.model import MOVES, WORDS, Action, Status, Update
from improvement.overtaken import REPORTABLE, ActionConflict
from ui.parts import action_saving, left_over, session

REPORTED = (Status.ACCEPTED, Status.IN_PROGRESS, Status.BLOCKED, Status.DONE)
"""What a report can set; the rest has buttons of its own."""
_LABELS = {
    "status": "Status",
    "per-cent": "Progress, per cent",
    "due": "Due",
    "note": "What changed?",
    "evidence": "Evidence",
    "why": "Why does the date change?",
}


class Said(NamedTuple):
    """What came of the last try to save."""

    saved: str = ""
    refused: str = ""
    theirs: tuple[Entry, ...] = ()
    """What was saved meanwhile, oldest first."""


def key(action: Action, part: str) -> str:
    """The key of a field of this action."""
    return f"action-{action.id}-{part}"


def ways(action: Action) -> tuple[Status, ...]:
    """The present status and those that a report can move it to."""
    return tuple(status for status in REPORTED if status is action.status or status in MOVES[action.status])


def begin(action: Action) -> None:
    """Start from what is stored, unless a draft is on the page already."""
    if not {key(action, "status"), key(action, "from")} <= set(st.session_state):
        st.session_state[key(action, "from")] = action
    for part, value in _seed(action).items():
        st.session_state.setdefault(key(action, part), value)
    if st.session_state[key(action, "status")] not in ways(action):
        st.session_state[key(action, "status")] = action.status


def save(action: Action) -> None:
    """Keep the report, in a callback: the page is drawn again afterwards."""
    outcome = _attempt(action)
    st.session_state[key(action, "said")] = outcome
    if outcome.saved:
        forget(action)


def forget(action: Action) -> None:
    """Let the fields show what is stored."""
    for part in (*_LABELS, "from"):
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


def put_aside(action: Action, happened: str) -> None:
    """A report does not apply any more: what was written for it goes to the head of the page."""
    wrote = _wrote(action)
    forget(action)
    if wrote:
        left_over.keep(action.id, happened, wrote)


def _attempt(action: Action) -> Said:
    began: Action = st.session_state.get(key(action, "from"), action)
    outcome = action_saving.attempt(lambda work: service.update(work, action.id, _given(action), began.row_version))
    match outcome.value:
        case Action():
            return Said(saved=f"Saved {session.clock(session.now())}")
        case ActionConflict():
            return _met(action, outcome.value)
    return Said(refused=outcome.refusal or "")


def _met(action: Action, conflict: ActionConflict) -> Said:
    if conflict.action.status not in REPORTABLE:
        put_aside(action, conflict.happened)
        return Said()
    lost = _begin_again(action, conflict.action)
    return Said(refused=f"{conflict} {lost}".strip(), theirs=conflict.since)


def _begin_again(action: Action, now: Action) -> str:
    """Go on from what is stored now: fields that nobody touched here take it. A sentence where a chosen status no longer fits."""
    touched = _touched(action)
    chosen = st.session_state[key(action, "status")]
    fits = "status" not in touched or chosen in ways(now)
    for part, value in _seed(now).items():
        if part not in touched or (part == "status" and not fits):
            st.session_state[key(action, part)] = value
    st.session_state[key(action, "from")] = now
    return "" if fits else f"Your status, {WORDS[chosen]}, cannot follow {WORDS[now.status]}; choose again."


def _seed(action: Action) -> dict[str, object]:
    return {"status": action.status, "per-cent": action.per_cent, "due": action.due, "note": "", "evidence": "", "why": ""}


def _touched(action: Action) -> tuple[str, ...]:
    began = _seed(st.session_state.get(key(action, "from"), action))
    return tuple(part for part, value in began.items() if st.session_state.get(key(action, part), value) != value)


def _wrote(action: Action) -> dict[str, str]:
    if key(action, "from") not in st.session_state:
        return {}
    said = {part: st.session_state[key(action, part)] for part in _touched(action)}
    return {_LABELS[part]: WORDS[value] if part == "status" else str(value) for part, value in said.items() if value is not None}


def _given(action: Action) -> Update:
    said = {part: st.session_state[key(action, part)] for part in _LABELS}
    return Update(
        status=said["status"] or action.status,
        per_cent=said["per-cent"] or 0,
        note=said["note"],
        evidence=said["evidence"],
        due=said["due"],
        due_reason=said["why"],
    )
