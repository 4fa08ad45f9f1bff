"""What else can happen to an action: agreed, verified, handed over, cancelled."""

from collections.abc import Callable, Mapping
from uuid import UUID

import streamlit as st

from improvement import service
from improvement.model import OPEN, RUNNING, Action, Agreement, Status
from people.work import Work
from ui.parts import action_draft, frame, session
from ui.parts.agreeing import Asked, fields
from ui.parts.markdown import escaped

_USUAL_WEEKS = 8


def agree(action: Action, people: Mapping[UUID, str], highest: int) -> None:
    """Accept what was proposed."""
    frame.section("Accept it?", "An accepted action has one owner and a date. The promise stays as it was proposed.")
    above = range(action.level_from + 1, highest + 1) if action.level_from is not None else ()
    with st.form(f"agree-{action.id}"):
        agreed = fields(f"agree-{action.id}", Asked(people, _USUAL_WEEKS, tuple(above), action.level_to))
        if st.form_submit_button("Accept this action", type="primary"):
            said = agreed()
            wanted = Agreement(owner_id=said.owner, due=said.due, target_level=said.target)
            _do(action, lambda work: service.agree(work, action.id, wanted, action.row_version))


def verify(action: Action, me: UUID) -> None:
    """Somebody sees that it is done; the owner may too, and then it says so."""
    own = me in {action.owner_id, action.done_by}
    frame.section("Is it done?", escaped(action.done_when) or "Look at the evidence in the history below.")
    if own:
        frame.meta("You own this action or finished it, so it will be labelled “verified by its owner”.")
    if st.button("Verify", type="primary", icon=":material/verified:", key=f"verify-{action.id}"):
        _do(action, lambda work: service.verify(work, action.id, action.row_version))


def others(action: Action, people: Mapping[UUID, str]) -> None:
    """Another owner, or the end of it."""
    with st.container(horizontal=True):
        if action.status in RUNNING and st.button("Change owner", type="tertiary", icon=":material/person:"):
            _hand_over(action, people)
        if action.status in OPEN - {Status.DONE} and st.button("Cancel this action", type="tertiary", icon=":material/block:"):
            _cancel(action)


@st.dialog("Change owner")
def _hand_over(action: Action, people: Mapping[UUID, str]) -> None:
    others = {one: name for one, name in people.items() if one != action.owner_id}
    with st.form("hand-over", border=False):
        owner = st.selectbox("New owner", list(others), format_func=lambda one: others.get(one, ""))
        if st.form_submit_button("Hand it over", type="primary") and owner:
            _do(action, lambda work: service.hand_over(work, action.id, owner, action.row_version))


@st.dialog("Cancel this action")
def _cancel(action: Action) -> None:
    st.markdown(f"**{escaped(action.title)}**  \nIt stays in the register with its history, and cannot be opened again.")
    with st.form("cancel", border=False):
        reason = st.text_area("Why?", max_chars=10_000, height=90)
        if st.form_submit_button("Cancel it for good", type="primary"):
            _do(action, lambda work: service.cancel(work, action.id, reason, action.row_version))


def _do(action: Action, change: Callable[[Work], Action]) -> None:
    outcome = session.attempt(change)
    if outcome.refusal:
        st.error(escaped(outcome.refusal))
        return
    action_draft.forget(action)
    st.rerun()
