"""One question as one fragment: a click on it draws nothing else again."""

from collections.abc import Callable

import streamlit as st

from questionnaires.model import Choices, Metric, Question, Rated
from ui.parts import answer_saving, offers, sheet
from ui.parts.answer_tools import tools
from ui.parts.answer_words import question_line
from ui.parts.controls_choices import choices
from ui.parts.controls_metric import metric
from ui.parts.controls_radio import radio, reason
from ui.parts.controls_rated import percentage
from ui.parts.markdown import escaped
from ui.parts.sheet import key


def card(question: Question, position: int, of: int) -> None:
    """The question's own fragment; it is there for a hidden question too, so that its parent's answer can bring it up."""
    st.fragment(key=answer_saving.card(question.id))(_card)(question, position, of)


def _card(question: Question, position: int, of: int) -> None:
    seen = sheet.current().visibility(question)
    if seen == "hidden":
        return
    line = f":small[:gray[{question_line(question, position, of)}]]"
    if seen == "waiting":
        parent = sheet.current().questionnaire.questions[question.shown_if.question] if question.shown_if else question
        st.markdown(f"{line}  \n:small[:gray[Whether this is asked depends on the answer to “{escaped(parent.text)}”]]")
        return
    with st.container(border=True, key=key(question.id, "card"), gap="small"):
        with st.container(gap=None):
            st.markdown(line)
            st.header(escaped(question.text), anchor=False)
        _control(question)
        tools(question)


def _control(question: Question) -> None:
    chosen = radio(question)
    field = _field(question, chosen)
    if field is not None:
        field()
    refusal = st.session_state.get(key(question.id, answer_saving.REFUSED))
    unsaved = st.session_state.get(key(question.id, answer_saving.UNSAVED))
    if refusal or unsaved:
        st.error(escaped(str(refusal or unsaved)))
    # More than the radio is drawn, so that the next answer has to draw the whole card again.
    st.session_state[key(question.id, answer_saving.WIDE)] = bool(field or refusal or unsaved)


def _field(question: Question, chosen: str | None) -> Callable[[], None] | None:
    if chosen == offers.NOT_APPLICABLE:
        return lambda: reason(question)
    match question:
        case Choices() if chosen == offers.ANSWER:
            return lambda: choices(question)
        case Metric() if chosen == offers.ANSWER:
            return lambda: metric(question)
        case Rated() if chosen == offers.PERCENTAGE:
            return lambda: percentage(question)
    return None
