"""The percentage of a rated question."""

from fractions import Fraction

import streamlit as st

from assessment.model import Given, RecordedAnswer
from questionnaires.model import Question
from ui.parts import answer_saving, sheet
from ui.parts.sheet import key


def percentage(question: Question) -> None:
    """A field beside the choice "A percentage that was measured"; saved when it is left."""
    here = sheet.current()
    place = key(question.id, "percentage")
    st.session_state.setdefault(place, _stored(here.answers.get(question.id)))
    st.number_input(
        "Per cent, 0 to 100",
        value=None,
        step=1.0,
        format="%.10g",
        key=place,
        on_change=_save,
        args=(question.id,),
        disabled=here.is_final,
        width=200,
    )


def _save(question_id: str) -> None:
    written = st.session_state.get(key(question_id, "percentage"))
    answer_saving.give(question_id, lambda: Given(value=written))


def _stored(answer: RecordedAnswer | None) -> float | None:
    return float(answer.value) if answer is not None and isinstance(answer.value, Fraction) else None
