"""The outcome measures of a function: how each stands, and readings from a file."""

from collections.abc import Sequence

import streamlit as st

from assessment.following import following
from exports.words.followed import page_decision, page_finding
from people import service as people
from people.model import Function
from people.work import Work
from ui.parts import frame, measure_rows, reading_upload, session, sheet
from ui.parts.markdown import escaped
from ui.views import measure

_FUNCTION, _MEASURE = "f", "m"
_LEAD = "Answers say how the work is done; readings say what comes of it."


def page() -> None:
    """The function of the address, else the first; one measure where the address names one."""
    if st.query_params.get(_MEASURE):
        measure.page()
        return
    with session.reading() as work:
        functions = people.functions(work)
        function = _function(work, functions)
        followed = following(work, function.id) if function else ()
    with frame.page():
        if function is None:
            frame.head("Measures", "There is no function to measure yet", _LEAD)
            return
        left, right = st.columns([2.4, 1], gap="large", vertical_alignment="bottom")
        with left:
            frame.head(f"Measures · {escaped(function.name)}", page_finding(followed), _LEAD)
        with right:
            _choose(functions, function)
        frame.so_what(escaped(page_decision(followed)))
        measure_rows.show(followed)
        reading_upload.show(function.id, followed)


def _function(work: Work, functions: Sequence[Function]) -> Function | None:
    wanted = st.query_params.get(_FUNCTION, "")
    if wanted:
        return people.function(work, sheet.identifier(wanted, "function"))
    return next(iter(functions), None)


def _choose(functions: Sequence[Function], function: Function) -> None:
    if len(functions) < 2:
        return
    named = {one.id: one.name for one in functions}
    st.session_state["function-shown"] = function.id
    st.selectbox("Function", list(named), format_func=lambda one: named.get(one, ""), key="function-shown", on_change=_turn, width=360)


def _turn() -> None:
    st.query_params[_FUNCTION] = str(st.session_state["function-shown"])
