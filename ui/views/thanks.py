"""Where somebody who is only asked stops for now: how far they are, until when they may come back, and the way out."""

import streamlit as st

from exports.words.numbers import day
from people import links
from ui.parts import frame, identity, places, session, sheet
from ui.parts.markdown import escaped


def page() -> None:
    """The last page; nothing on it needs to be pressed."""
    with session.reading() as work:
        here = sheet.load(work, sheet.identifier(st.query_params.get("a", "")))
    done = here.progress
    with frame.page(frame.NARROW):
        frame.head(f"{escaped(here.questionnaire.title)} · done for now", _finding(done.answered, done.of), _lead(is_final=here.is_final))
        with st.container(horizontal=True, vertical_alignment="center"):
            if done.answered < done.of and not here.is_final:
                if st.button("Answer the rest", key="go-on", icon=":material/arrow_back:", type="primary"):
                    places.go(links.answer(here.assessment.id))
            else:
                places.link("Look at your answers", links.answer(here.assessment.id), icon=":material/checklist:")
            if st.button("Done, sign me out", key="done", icon=":material/logout:"):
                session.sign_out()
        if session.is_respondent():
            frame.meta("Signing out ends your way back: the link you came by has been used. Do it where others use this browser too.")


def _finding(answered: int, of: int) -> str:
    if not answered:
        return f"None of your {of} questions is answered yet"
    return f"Thank you; all {of} are answered" if answered >= of else f"Thank you; {answered} of {of} answered"


def _lead(*, is_final: bool) -> str:
    if is_final:
        return "The assessment is final, so its answers no longer change."
    until = identity.closes_at()
    if until is None or not session.is_respondent():
        return "Every answer is saved. You can come back and change it until the assessment is final."
    last = day(session.organisation().local(until))
    return f"Every answer is saved. You can close this window and come back **in this browser until {last}**."
