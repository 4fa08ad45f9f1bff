"""The owner's report on an action: how it is going."""

import streamlit as st

from improvement.history import Entry, Names, name, sentence
from improvement.model import Action
from ui.parts import action_draft, frame
from ui.parts.action_draft import Said, key
from ui.parts.markdown import escaped


def show(action: Action, names: Names) -> None:
    """Status, per cent, date, note and evidence; what came of the last save stands above."""
    action_draft.begin(action)
    said = action_draft.said(action)
    _told(said, names)
    frame.section("How is it going?")
    with st.form(f"report-{action.id}"):
        st.segmented_control("Status", action_draft.ways(action), format_func=action_draft.words, key=key(action, "status"), required=True)
        _figures(action)
        st.text_area("What changed?", key=key(action, "note"), height=90, max_chars=10_000, placeholder="One or two sentences are enough.")
        st.text_input("Evidence", key=key(action, "evidence"), max_chars=10_000, placeholder="What shows it: a record, a report, a link")
        with st.container(horizontal=True, vertical_alignment="center"):
            st.form_submit_button("Save update", type="primary", on_click=action_draft.save, args=(action,))
            if said.saved:
                st.markdown(f":small[:green[✓ {said.saved}]]")


def _figures(action: Action) -> None:
    left, right = st.columns(2)
    left.number_input("Progress, per cent", min_value=0, max_value=100, step=5, key=key(action, "per-cent"))
    right.date_input("Due", key=key(action, "due"), format="YYYY-MM-DD")
    st.text_input(
        "Why does the date change?", key=key(action, "why"), max_chars=10_000, placeholder="Only where it does; the first agreed date stays"
    )


def _told(said: Said, names: Names) -> None:
    if said.theirs:
        st.warning(escaped(said.refused))
        with st.container(border=True, gap="xsmall"):
            for entry in said.theirs:
                frame.meta(f"What {escaped(name(entry.by_id, names))} saved")
                st.markdown("  \n".join(escaped(part) for part in _parts(entry, names) if part))
    elif said.refused:
        st.error(escaped(said.refused))


def _parts(entry: Entry, names: Names) -> tuple[str, ...]:
    return sentence(entry, names), entry.note, f"Evidence: {entry.evidence}" if entry.evidence else ""
