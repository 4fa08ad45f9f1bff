"""The ticks of a question with any number of options. None of these is an answer too, so it has a tick of its own."""

import streamlit as st

from assessment.model import Given
from questionnaires.model import Choices
from ui.parts import answer_saving, offers, sheet
from ui.parts.labels import spoken
from ui.parts.sheet import key


def choices(question: Choices) -> None:
    """A tick for each option, then "None of these"."""
    here = sheet.current()
    answer = here.answers.get(question.id)
    ticked = answer.value if answer is not None and isinstance(answer.value, tuple) else None
    with st.container(gap="xsmall"):
        for option in question.options:
            _tick(question, option.id, spoken(option.label), ticked=ticked is not None and option.id in ticked)
        _tick(question, offers.NONE, "None of these", ticked=ticked == ())


def _tick(question: Choices, option: str, label: str, *, ticked: bool) -> None:
    place = key(question.id, f"option:{option}")
    st.session_state.setdefault(place, ticked)
    st.checkbox(label, key=place, on_change=_save, args=(question, option), disabled=sheet.current().is_final)


def _save(question: Choices, changed: str) -> None:
    ticked = [option.id for option in question.options if _is_ticked(question, option.id)]
    if changed == offers.NONE:
        ticked = []
    if ticked or (_is_ticked(question, offers.NONE) and changed == offers.NONE):
        answer_saving.give(question.id, lambda: Given(value=ticked))
    else:
        answer_saving.clear(question.id)


def _is_ticked(question: Choices, option: str) -> bool:
    return st.session_state.get(key(question.id, f"option:{option}")) is True
