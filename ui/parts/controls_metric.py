"""The figure of a metric question: one fact with the function's outcome reading of that period."""

from collections.abc import Callable, Mapping
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

FIELDS = ("value", "period", "sample", "source")
_PERIOD = "A year, a quarter or a month: 2026, 2026-Q3 or 2026-09"


def metric(question: Metric) -> None:
    """Value, period, sample and source with one button: half a figure is never stored."""
    here = sheet.current()
    measure = here.questionnaire.measure_by_id[question.measure]
    known = _known(here, question)
    for field, content in _stored(question, known, here).items():
        st.session_state.setdefault(key(question.id, field), content)
    if known is not None:
        meta(_told(known, measure, here.answers.get(question.id)))
    with st.form(key(question.id, "form"), border=False):
        st.markdown(f"**{escaped(measure.title)}** in {escaped(measure.unit)}")
        fields(lambda field: key(question.id, field), disabled=here.is_final)
        st.form_submit_button("Save", on_click=_save, args=(question.id,), disabled=here.is_final, key=key(question.id, "save"))


def fields(named: Callable[[str], str], *, disabled: bool = False) -> None:
    """What makes a figure a reading; `named` gives each field its key."""
    with st.container(horizontal=True):
        st.number_input("Value", value=None, step=1.0, format="%.10g", key=named("value"), disabled=disabled, width=220)
        st.text_input("Period", key=named("period"), help=_PERIOD, disabled=disabled, width=130)
        st.number_input("Sample size", value=None, step=1, key=named("sample"), disabled=disabled, width=150)
    st.text_input("Source", key=named("source"), placeholder="Where the figure comes from", disabled=disabled)


def written(named: Callable[[str], str]) -> dict[str, object]:
    """What the fields hold, as a value to be checked."""
    value, period, sample, source = (st.session_state.get(named(field)) for field in FIELDS)
    return {"value": value, "period": period or None, "sample": sample, "source": source or ""}


def _save(question_id: str) -> None:
    answer_saving.give(question_id, lambda: Given.model_validate(written(lambda field: key(question_id, field))))


def _known(here: sheet.Sheet, question: Metric) -> OutcomeReading | None:
    answer = here.answers.get(question.id)
    period = (answer.period if answer else None) or last_whole_month(here.assessment.ends)
    return next((r for r in here.readings if (r.measure, r.period) == (question.measure, period)), None)


def _stored(question: Metric, known: OutcomeReading | None, here: sheet.Sheet) -> Mapping[str, object]:
    answer = here.answers.get(question.id)
    if known is not None:
        return {"value": float(known.value), "period": known.period, "sample": known.sample, "source": known.source}
    figure = float(answer.value) if answer is not None and isinstance(answer.value, Fraction) else None
    period = (answer.period if answer else None) or last_whole_month(here.assessment.ends)
    return {"value": figure, "period": period, "sample": None, "source": ""}


def _told(known: OutcomeReading, measure: Measure, answer: RecordedAnswer | None) -> str:
    origin = f", from {escaped(known.source)}" if known.source else ""
    entered = day(session.organisation().local(known.entered_at))
    confirm = "" if answer is not None and answer.state == "answered" else " Save it to confirm it as the answer."
    return f"{plain(known.value)} {escaped(measure.unit)} for {known.period}, entered on {entered}{origin}.{confirm}"
