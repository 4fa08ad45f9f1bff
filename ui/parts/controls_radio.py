"""The radio of a question: all its lines, then Don't know and Does not apply here; and the two fields that a choice may open."""

import streamlit as st

from questionnaires.model import Choices, Metric, Question
from ui.parts import answer_saving, offers, sheet
from ui.parts.sheet import key


def radio(question: Question) -> str | None:
    """Draw it; the choice shown, which may be one that stores nothing yet."""
    lines = offers.offers(question)
    here = sheet.current()
    place = here.key(question.id, "choice")
    st.session_state.setdefault(place, offers.token(question, here.answers.get(question.id)))
    chosen: str | None = st.radio(
        question.text,
        list(lines),
        index=None,
        format_func=lambda choice: lines.get(choice, choice),
        key=place,
        on_change=answer_saving.choose,
        args=(question.id,),
        disabled=here.is_final,
        horizontal=isinstance(question, Metric | Choices),
        label_visibility="collapsed",
        width="stretch",
    )
    return chosen


def reason(question: Question) -> None:
    """Why the question does not apply here; nothing is stored without it."""
    here = sheet.current()
    answer = here.answers.get(question.id)
    place = key(question.id, "reason")
    st.session_state.setdefault(place, answer.reason if answer else "")
    st.text_area(
        "Why not?",
        key=place,
        height=80,
        on_change=answer_saving.explain,
        args=(question.id,),
        disabled=here.is_final,
        placeholder="One sentence that a reader of the report will understand",
    )
