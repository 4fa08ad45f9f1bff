"""Callbacks for what stands beside an answer: note, evidence, the mark for discussion."""

import streamlit as st

from assessment import answering_service, service
from assessment.model import Annotation, RecordedAnswer
from ground.errors import Conflict
from people.work import Work
from ui.parts import session, sheet
from ui.parts.sheet import key

FIELDS = ("note", "evidence", "evidence_text", "evidence_link", "discuss")
_SEEN_BY_OTHERS = ("note", "evidence_text")
"""Texts that take time to write: what another window wrote meanwhile is shown before it is replaced."""


def annotate(question_id: str, field: str) -> None:
    """One field was changed. What is refused stays in its widget, with the sentence beside it."""
    here = sheet.current()
    written = st.session_state.get(key(question_id, field))

    def do(work: Work) -> RecordedAnswer:
        if field in _SEEN_BY_OTHERS:
            _require_unchanged(work, here, question_id, field)
        return answering_service.annotate(work, here.assessment.id, question_id, Annotation.model_validate({field: written}))

    outcome = session.attempt(do)
    if outcome.value is not None:
        here.answers[question_id] = outcome.value
        st.session_state[key(question_id, field)] = getattr(outcome.value, field)
    st.session_state[_refusal(question_id, field)] = outcome.refusal


def refused(question_id: str, field: str) -> str | None:
    """Why the field's last change was not saved."""
    found: str | None = st.session_state.get(_refusal(question_id, field))
    return found


def seed(question_id: str, field: str) -> None:
    """Give the field's widget what is stored, unless it holds something newer."""
    stored = sheet.current().answers.get(question_id)
    st.session_state.setdefault(key(question_id, field), _empty(field) if stored is None else getattr(stored, field))


def _require_unchanged(work: Work, here: sheet.Sheet, question_id: str, field: str) -> None:
    there = service.answers(work, here.assessment.id).get(question_id)
    seen = here.answers.get(question_id)
    found, known = (getattr(answer, field) if answer else "" for answer in (there, seen))
    if there is not None and found != known:
        here.answers[question_id] = there
        when = session.clock(there.saved_at)
        raise Conflict(f"Another window saved this at {when}: “{found}”. Your text is below; compare, change it and save again.")


def _empty(field: str) -> str | bool:
    if field == "discuss":
        return False
    return "E0" if field == "evidence" else ""


def _refusal(question_id: str, field: str) -> str:
    return key(question_id, f"{field}-refused")
