"""What a person may do with a measure: record or replace a reading, and say what is aimed at."""

from collections.abc import Callable
from fractions import Fraction

import streamlit as st

from assessment import measures
from assessment.followed import Followed
from assessment.model import Measured
from assessment.periods import last_whole_month
from ground.errors import PlumblineError
from ground.value import exact
from people.work import Work
from ui.parts import frame, session
from ui.parts.controls_metric import fields, written
from ui.parts.markdown import escaped

_SAID, _HERE = "measure-said", "forms"


class NoNumber(PlumblineError):
    """A field that wants a number holds none."""

    def __init__(self) -> None:
        super().__init__("Write a number.")


def show(followed: Followed) -> None:
    """Both forms side by side."""
    told(_HERE)
    left, right = st.columns([1.9, 1], gap="large")
    if session.may("reading", "create"):
        with left:
            _reading(followed)
    if session.may("measure_target", "create"):
        with right:
            _target(followed)


def number(key: str) -> Fraction:
    """The number of a field, exactly; NoNumber where it is empty."""
    try:
        return exact(st.session_state.get(key))
    except ValueError:
        raise NoNumber from None


def told(place: str) -> None:
    """What was just done there."""
    where, done = st.session_state.get(_SAID, ("", ""))
    if where == place:
        del st.session_state[_SAID]
        st.success(done, icon=":material/check:")


def do(change: Callable[[Work], object], done: tuple[str, str], *keys: str) -> None:
    """One change; then `done` is said at its place, and these fields show what is stored."""
    outcome = session.attempt(change)
    if outcome.refusal:
        st.error(escaped(outcome.refusal))
        return
    st.session_state[_SAID] = done
    for key in keys:
        st.session_state.pop(key, None)
    st.rerun()


def _reading(followed: Followed) -> None:
    frame.section("Record a reading", "A figure that differs from the one of that period replaces it, and asks for its source.")

    def named(field: str) -> str:
        return f"reading:{followed.function_id}:{followed.measure.id}:{field}"

    st.session_state.setdefault(named("period"), last_whole_month(session.today()))
    with st.form(f"reading-{followed.measure.id}"):
        fields(named)
        if st.form_submit_button("Save the reading", type="primary"):
            said = written(named)
            do(lambda work: _record(work, followed, said), (_HERE, "The reading is saved."), *map(named, ("value", "sample", "source")))


def _record(work: Work, followed: Followed, said: dict[str, object]) -> object:
    return measures.record_reading(work, followed.function_id, followed.measure, Measured.model_validate(said))


def _target(followed: Followed) -> None:
    frame.section("Set the target", "What this function aims at. The target is yours; no norm is meant.")
    key = f"target:{followed.function_id}:{followed.measure.id}"
    st.session_state.setdefault(key, None if followed.target is None else float(followed.target))
    with st.form(f"target-{followed.measure.id}"):
        st.number_input(f"Target in {followed.measure.unit}", value=None, step=1.0, format="%.10g", key=key)
        if st.form_submit_button("Save the target"):
            do(
                lambda work: measures.set_target(work, followed.function_id, followed.measure, number(key)),
                (_HERE, "The target is saved."),
                key,
            )
