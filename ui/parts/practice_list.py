"""The practices of an assessment with their states, and the ways to the others: a fragment each, so that an answer redraws one row."""

import streamlit as st

from assessment.progress import PracticeProgress
from people import links
from ui.parts import answer_saving, places, sheet
from ui.parts.answer_tools import WRITING
from ui.parts.answer_words import practice_icon, practice_label

HINT = "leave-the-text-first"


def practices(shown: str) -> None:
    """All of them, then the way to review and finalise. `shown` is the practice of this page."""
    here = sheet.current()
    with st.container(key="practices", gap="xxsmall"):
        st.markdown("**In this assessment**")
        for practice in here.progress.practices:
            st.fragment(key=answer_saving.row(practice.id))(_row)(practice.id, shown)
        places.link("Review and finalise", links.review(here.assessment.id), icon=":material/flag:")


def go_to(practice_id: str) -> None:
    """Show another practice: the place is in the address. Not from within a text, which the shortcut would leave behind unsaved."""
    if any(str(name).endswith(WRITING) and is_open for name, is_open in st.session_state.items()):
        st.session_state[HINT] = True
        return
    st.query_params["p"] = practice_id
    st.rerun()


def _row(practice_id: str, shown: str) -> None:
    practice: PracticeProgress = sheet.current().practice_progress(practice_id)
    here = practice_id == shown
    with st.container(horizontal=True, wrap=False, gap=None, horizontal_alignment="distribute", vertical_alignment="center"):
        st.button(
            practice_label(practice, here=here),
            type="tertiary",
            icon=practice_icon(practice, here=here),
            key=f"practice-{practice_id}",
            on_click=go_to,
            args=(practice_id,),
            wrap=False,
        )
        st.markdown(f":small[:gray[{practice.answered} of {practice.of}]]", width=46)
