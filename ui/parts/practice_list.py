"""The practices of an assessment with their states, and the ways to the others."""

import streamlit as st

from assessment.progress import PracticeProgress
from people import links
from ui.parts import answer_told, places, sheet
from ui.parts.answer_tools import WRITING
from ui.parts.answer_words import practice_icon, practice_label

HINT = "leave-the-text-first"


def practices() -> None:
    """All of them, then the way to review and finalise."""
    here = sheet.current()
    with st.container(key="practices", gap="xxsmall"):
        st.markdown("**In this assessment**")
        for practice in here.progress.practices:
            _row(here, practice)
        label, to = way_on(here)
        places.link(label, to, icon=":material/flag:")


def way_on(here: sheet.Sheet) -> tuple[str, str]:
    """Where it leads after the last practice: to the review, or for who is only asked to the end."""
    if here.only_asked:
        return "Done for now", links.thanks(here.assessment.id)
    return "Review and finalise", links.review(here.assessment.id)


def go_to(practice_id: str) -> None:
    """Show another practice: the place is in the address. Not from within a text, which the shortcut would leave behind unsaved."""
    if any(str(name).endswith(WRITING) and is_open for name, is_open in st.session_state.items()):
        st.session_state[HINT] = True
        return
    st.query_params["p"] = practice_id
    st.rerun()


def _row(here: sheet.Sheet, practice: PracticeProgress) -> None:
    shown = practice.id == here.shown
    with st.container(horizontal=True, wrap=False, gap=None, vertical_alignment="center"):
        label, icon = practice_label(practice, here=shown), practice_icon(practice, here=shown)
        # In a box of its own the title shortens; beside it the count is never cut.
        with st.container(width="stretch"):
            st.button(label, type="tertiary", icon=icon, key=f"practice-{practice.id}", on_click=go_to, args=(practice.id,), wrap=False)
        answer_told.place(answer_told.count(practice.id), st.empty())
    answer_told.tell_practice(here, practice)
