"""What a person may do with a measure: record or replace a reading, and say what is aimed at."""

from collections.abc import Callable
from fractions import Fraction

import streamlit as st

from assessment import measures
from assessment.followed import Followed
from assessment.meanwhile import Overtaken
from assessment.model import Measured
from assessment.periods import last_whole_month
from exports.words.followed import value
from ground.errors import Conflict, PlumblineError
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
    """What was just done there, or why it was not."""
    here, refusal, done = st.session_state.get(_SAID, ("", "", ""))
    if here != place:
        return
    del st.session_state[_SAID]
    if refusal:
        st.error(escaped(refusal))
    else:
        st.success(done, icon=":material/check:")


def do(change: Callable[[Work], object], done: tuple[str, str], *keys: str) -> None:
    """One change, in a callback, so that it acts on what was shown; `done` is said at its place, and these fields show what is stored."""
    refusal = session.attempt(change).refusal or ""
    place, words = done
    st.session_state[_SAID] = (place, refusal, words)
    for key in () if refusal else keys:
        st.session_state.pop(key, None)


def _reading(followed: Followed) -> None:
    frame.section("Record a reading", "A figure that differs from the one of that period replaces it, and asks for its source.")

    def named(field: str) -> str:
        return f"reading:{followed.function_id}:{followed.measure.id}:{field}"

    st.session_state.setdefault(named("period"), last_whole_month(session.today()))
    with st.form(f"reading-{followed.measure.id}"):
        fields(named)
        done = (_HERE, "The reading is saved.")
        keys = map(named, ("value", "sample", "source"))
        st.form_submit_button(
            "Save the reading", type="primary", on_click=do, args=(lambda work: _record(work, followed, named), done, *keys)
        )


def _record(work: Work, followed: Followed, named: Callable[[str], str]) -> object:
    number(named("value"))
    return measures.record_reading(work, followed.function_id, followed.measure, Measured.model_validate(written(named)))


def _target(followed: Followed) -> None:
    frame.section("Set the target", "What this function aims at. The target is yours; no norm is meant.")
    key = f"target:{followed.function_id}:{followed.measure.id}"
    st.session_state.setdefault(key, None if followed.target is None else float(followed.target))
    with st.form(f"target-{followed.measure.id}"):
        st.number_input(f"Target in {followed.measure.unit}", value=None, step=1.0, format="%.10g", key=key)
        st.form_submit_button(
            "Save the target", on_click=do, args=(lambda work: _aim(work, followed, number(key)), (_HERE, "The target is saved."), key)
        )


def _aim(work: Work, followed: Followed, wanted: Fraction) -> None:
    try:
        measures.set_target(work, followed.function_id, followed.measure, wanted, followed.target)
    except Overtaken as conflict:
        theirs = value(followed.measure, exact(conflict.there))
        raise Conflict(f"{conflict.happened}: {theirs}. Yours is still in the field; save again to replace theirs.") from conflict
