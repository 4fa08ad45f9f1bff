"""The figure of a metric question: one fact with the function's outcome reading of that period."""

from fractions import Fraction

import streamlit as st

from assessment.model import Given, OutcomeReading, RecordedAnswer
from assessment.periods import last_whole_month
from exports.words.numbers import day, plain
from questionnaires.model import Measure, Metric
from ui.parts import answer_saving, session, sheet
from ui.parts.frame import meta
from ui.parts.markdown import escaped
from ui.parts.sheet import key

_FIELDS = ("value", "period", "sample", "source")


def metric(question: Metric) -> None:
    """Value, period, sample and source with one button: half a figure is never stored."""
    here = sheet.current()
    measure = here.questionnaire.measure_by_id[question.measure]
    known = _known(here, question)
    _seed(question, known, here)
    if known is not None:
        meta(_told(known, measure, here.answers.get(question.id)))
    with st.form(key(question.id, "form"), border=False):
        _fields(question, measure)
        st.form_submit_button("Save", on_click=_save, args=(question.id,), disabled=here.is_final, key=key(question.id, "save"))


def _fields(question: Metric, measure: Measure) -> None:
    final = sheet.current().is_final
    st.markdown(f"**{escaped(measure.title)}** in {escaped(measure.unit)}")
    with st.container(horizontal=True):
        st.number_input("Value", value=None, step=1.0, format="%.10g", key=key(question.id, "value"), disabled=final, width=240)
        period = "A year, a quarter or a month: 2026, 2026-Q3 or 2026-09"
        st.text_input("Period", key=key(question.id, "period"), help=period, disabled=final, width=130)
        st.number_input("Sample size", value=None, step=1, key=key(question.id, "sample"), disabled=final, width=150)
    st.text_input("Source", key=key(question.id, "source"), placeholder="Where the figure comes from", disabled=final)


def _save(question_id: str) -> None:
    value, period, sample, source = (st.session_state.get(key(question_id, field)) for field in _FIELDS)
    answer_saving.give(question_id, lambda: Given(value=value, period=period or None, sample=sample, source=source or ""), redraw=True)


def _known(here: sheet.Sheet, question: Metric) -> OutcomeReading | None:
    answer = here.answers.get(question.id)
    period = (answer.period if answer else None) or last_whole_month(here.assessment.ends)
    return next((r for r in here.readings if (r.measure, r.period) == (question.measure, period)), None)


def _seed(question: Metric, known: OutcomeReading | None, here: sheet.Sheet) -> None:
    answer = here.answers.get(question.id)
    figure = answer.value if answer is not None and isinstance(answer.value, Fraction) else None
    value = known.value if known else figure
    stored = {
        "value": None if value is None else float(value),
        "period": known.period if known else (answer.period if answer else None) or last_whole_month(here.assessment.ends),
        "sample": known.sample if known else None,
        "source": known.source if known else "",
    }
    for field, content in stored.items():
        st.session_state.setdefault(key(question.id, field), content)


def _told(known: OutcomeReading, measure: Measure, answer: RecordedAnswer | None) -> str:
    origin = f", from {escaped(known.source)}" if known.source else ""
    entered = day(session.organisation().local(known.entered_at))
    confirm = "" if answer is not None and answer.state == "answered" else " Save it to confirm it as the answer."
    return f"{plain(known.value)} {escaped(measure.unit)} for {known.period}, entered on {entered}{origin}.{confirm}"
