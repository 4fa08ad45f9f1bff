"""One question: its control is one fragment, its tools another. A click draws the control again, and writes what else it changed."""

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from questionnaires.model import Choices, Metric, Question, Rated
from ui.parts import answer_saving, answer_told, offers, sheet
from ui.parts.answer_tools import foot, tools
from ui.parts.answer_words import question_line
from ui.parts.controls_choices import choices
from ui.parts.controls_metric import metric
from ui.parts.controls_radio import radio, reason
from ui.parts.controls_rated import percentage
from ui.parts.markdown import escaped
from ui.parts.sheet import key


def card(spot: DeltaGenerator, question: Question, position: int, of: int) -> None:
    """Draw it at its spot. A question that may be hidden is one fragment as a whole, so that its parent's answer can bring it up."""
    line = f":small[:gray[{question_line(question, position, of)}]]"
    if question.shown_if is not None:
        with spot:
            st.fragment(key=answer_saving.control(question))(_conditional)(question, line)
        return
    control, beside = _box(spot, question, line)
    with beside:
        st.fragment(key=f"tools-{question.id}")(tools)(question)
    # Last, because it writes into the mark and the progress, which have their places by now.
    with control:
        st.fragment(key=answer_saving.control(question))(_control)(question)


def _conditional(question: Question, line: str) -> None:
    seen = sheet.current().visibility(question)
    if seen == "shown":
        control, beside = _box(st.container(), question, line)
        with beside:
            tools(question)
        with control:
            _control(question)
        return
    answer_told.tell_counts(question)
    if seen == "waiting" and question.shown_if:
        parent = sheet.current().questionnaire.questions[question.shown_if.question]
        st.markdown(f"{line}  \n:small[:gray[Whether this is asked depends on the answer to “{escaped(parent.text)}”]]")


def _box(spot: DeltaGenerator, question: Question, line: str) -> tuple[DeltaGenerator, DeltaGenerator]:
    # Containers by method, not by `with`: a fragment copies all that is open around it at each of its reruns.
    box = spot.container(border=True, key=key(question.id, "card"), gap="small")
    head, control, row = box.container(gap=None), box.container(), box.container(gap="xsmall")
    beside = row.container(width="content")
    with row:
        foot(question)
    head.markdown(line)
    head.header(escaped(question.text), anchor=False)
    return control, beside


def _control(question: Question) -> None:
    chosen = radio(question)
    field = _field(question, chosen)
    if field is not None:
        field()
    here = sheet.current()
    remarks = (here.key(question.id, kind) for kind in (answer_saving.REFUSED, answer_saving.UNSAVED))
    refusal = next((st.session_state[remark] for remark in remarks if st.session_state.get(remark)), None)
    if refusal:
        st.error(escaped(str(refusal)))
    answer_told.tell(question)


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
