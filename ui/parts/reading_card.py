"""One measure with its readings: the newest first, what it counts, one's own target, and what was corrected."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import NamedTuple
from uuid import UUID

import streamlit as st

from assessment import measures
from assessment.model import Measured, OutcomeReading
from assessment.periods import last_whole_month
from exports.words.numbers import day, plain
from ground.errors import PlumblineError
from ground.value import exact
from people.model import Event
from people.work import Work
from questionnaires.model import Measure
from ui.parts import frame, session
from ui.parts.controls_metric import fields, written
from ui.parts.labels import ink
from ui.parts.markdown import escaped

_SAID = "reading-said"


class Shown(NamedTuple):
    """A measure of a function; readings oldest first."""

    function_id: UUID
    measure: Measure
    readings: list[OutcomeReading]
    target: Fraction | None
    history: list[Event]


class NoTarget(PlumblineError):
    """The target is no number."""


def card(shown: Shown, ends: date) -> None:
    """`ends`: the last day of the assessment's period, which the default period follows."""
    frame.section(escaped(shown.measure.title), f"In {escaped(shown.measure.unit)}; {shown.measure.better} is better.")
    with st.container(border=True, key=f"measure-{shown.measure.id}", gap="small"):
        st.markdown(_latest(shown))
        if st.session_state.get(_SAID) == shown.measure.id:
            del st.session_state[_SAID]
            st.success("Saved.", icon=":material/check:")
        if shown.readings:
            st.table(_rows(shown), border="horizontal", hide_index=True)
        with st.container(horizontal=True):
            _behind("What it counts", shown, lambda: st.markdown(escaped(shown.measure.definition)))
            _behind("Add or correct a reading", shown, lambda: _reading_form(shown, ends))
            _behind("Our target", shown, lambda: _target_form(shown))
            if any(event.before for event in shown.history):
                _behind("What was corrected", shown, lambda: _corrections(shown))


def _behind(label: str, shown: Shown, body: Callable[[], object]) -> None:
    panel = st.popover(ink(label), type="tertiary", key=f"{label}-{shown.measure.id}", on_change="rerun")
    if panel.open:
        with panel, st.container(width=440, gap="small"):
            body()


def _latest(shown: Shown) -> str:
    target = "" if shown.target is None else f" Our target is {plain(shown.target)} {escaped(shown.measure.unit)}."
    if not shown.readings:
        return f"No reading yet.{target}"
    latest = shown.readings[-1]
    return f"**{plain(latest.value)} {escaped(shown.measure.unit)}** for {latest.period}.{target}"


def _rows(shown: Shown) -> list[dict[str, str]]:
    unit = escaped(shown.measure.unit)
    return [
        {
            "Period": reading.period,
            "Reading": f"{plain(reading.value)} {unit}",
            "Sample": f"{reading.sample:,}" if reading.sample else "–",
            "Source": escaped(reading.source) or "–",
        }
        for reading in reversed(shown.readings)
    ]


def _reading_form(shown: Shown, ends: date) -> None:
    def named(field: str) -> str:
        return f"reading:{shown.function_id}:{shown.measure.id}:{field}"

    st.session_state.setdefault(named("period"), last_whole_month(ends))
    with st.form(f"reading-{shown.measure.id}", border=False):
        fields(named)
        if st.form_submit_button("Save"):
            _do(shown, lambda work: _record(work, shown, written(named)))


def _record(work: Work, shown: Shown, said: dict[str, object]) -> object:
    return measures.record_reading(work, shown.function_id, shown.measure, Measured.model_validate(said))


def _target_form(shown: Shown) -> None:
    place = f"target:{shown.function_id}:{shown.measure.id}"
    st.session_state.setdefault(place, None if shown.target is None else float(shown.target))
    with st.form(f"target-{shown.measure.id}", border=False):
        st.number_input("Target", value=None, step=1.0, format="%.10g", key=place, help="What this organisation aims at")
        if st.form_submit_button("Save"):
            _do(shown, lambda work: measures.set_target(work, shown.function_id, shown.measure, _number(st.session_state.get(place))))


def _number(value: object) -> Fraction:
    try:
        return exact(value)
    except ValueError:
        raise NoTarget("Write the target as a number.") from None


def _corrections(shown: Shown) -> None:
    for event in sorted(shown.history, key=lambda event: event.at, reverse=True):
        if event.before and event.after:
            when, unit = day(session.organisation().local(event.at)), escaped(shown.measure.unit)
            before, after = (plain(exact(facts["value"])) for facts in (event.before, event.after))
            source = f" Source: {escaped(str(event.after['source']))}." if event.after.get("source") else ""
            st.markdown(f"{when}, {escaped(event.actor_name)}: {event.after['period']} from {before} to {after} {unit}.{source}")


def _do(shown: Shown, change: Callable[[Work], object]) -> None:
    outcome = session.attempt(change)
    if outcome.refusal:
        st.error(escaped(outcome.refusal))
        return
    st.session_state[_SAID] = shown.measure.id
    st.rerun()
