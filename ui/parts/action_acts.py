"""What else can happen to an action: agreed, verified, handed over, cancelled."""

from collections.abc import Callable, Mapping
from uuid import UUID

import streamlit as st

from improvement import service
from improvement.model import OPEN, RUNNING, Action, Agreement, Status
from improvement.overtaken import ActionConflict
from people.work import Work
from ui.parts import action_draft, action_saving, frame, left_over
from ui.parts.agreeing import Asked, Terms, fields
from ui.parts.markdown import escaped

_USUAL_WEEKS = 8


def agree(action: Action, people: Mapping[UUID, str], highest: int) -> None:
    """Accept what was proposed."""
    frame.section("Accept it?", "An accepted action has one owner and a date. The promise stays as it was proposed.")
    above = range(action.level_from + 1, highest + 1) if action.level_from is not None else ()
    with st.form(f"agree-{action.id}"):
        agreed = fields(f"agree-{action.id}", Asked(people, _USUAL_WEEKS, tuple(above), action.level_to))
        # In a callback, so that it acts on what was shown, whatever the action has become since.
        st.form_submit_button("Accept this action", type="primary", on_click=_agree, args=(action, agreed, people))
        _refused(action)


def verify(action: Action, me: UUID) -> None:
    """Somebody sees that it is done; the owner may too, and then it says so."""
    own = me in {action.owner_id, action.done_by}
    frame.section("Is it done?", escaped(action.done_when) or "Look at the evidence in the history below.")
    if own:
        frame.meta("You own this action or finished it, so it will be labelled “verified by its owner”.")
    st.button("Verify", type="primary", icon=":material/verified:", key=f"verify-{action.id}", on_click=_verify, args=(action,))
    _refused(action)


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
            wrote = {"New owner": people[owner]}
            _done(_do(action, lambda work: service.hand_over(work, action.id, owner, action.row_version), wrote))


@st.dialog("Cancel this action")
def _cancel(action: Action) -> None:
    st.markdown(f"**{escaped(action.title)}**  \nIt stays in the register with its history, and cannot be opened again.")
    with st.form("cancel", border=False):
        reason = st.text_area("Why?", max_chars=10_000, height=90)
        if st.form_submit_button("Cancel it for good", type="primary"):
            wrote = {"Why is it cancelled?": reason}
            _done(_do(action, lambda work: service.cancel(work, action.id, reason, action.row_version), wrote))


def _agree(action: Action, agreed: Callable[[], Terms], people: Mapping[UUID, str]) -> None:
    said = agreed()
    wrote = {"Owner": people.get(said.owner, ""), "Due": str(said.due), "Level aimed at": str(said.target or "")}

    def change(work: Work) -> Action:
        wanted = Agreement(owner_id=said.owner, due=said.due, target_level=said.target)
        return service.agree(work, action.id, wanted, action.row_version)

    st.session_state[_key(action)] = _do(action, change, wrote)


def _verify(action: Action) -> None:
    st.session_state[_key(action)] = _do(action, lambda work: service.verify(work, action.id, action.row_version), {})


def _do(action: Action, change: Callable[[Work], Action], wrote: Mapping[str, str]) -> str:
    """One change; why not, where it is refused. Where somebody was faster, the page says so and keeps what was written."""
    outcome = action_saving.attempt(change)
    if isinstance(outcome.value, ActionConflict):
        left_over.keep(action.id, outcome.value.happened, wrote)
    elif outcome.value is not None:
        action_draft.forget(action)
    return outcome.refusal or ""


def _done(refusal: str) -> None:
    if refusal:
        st.error(escaped(refusal))
        return
    st.rerun()


def _refused(action: Action) -> None:
    refusal = st.session_state.pop(_key(action), "")
    if refusal:
        st.error(escaped(refusal))


def _key(action: Action) -> str:
    return f"act-refused-{action.id}"
