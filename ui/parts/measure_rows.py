"""The measures of a function as rows, grouped by how they stand."""

from collections.abc import Sequence

import streamlit as st

from assessment.followed import Followed, State
from exports.words.followed import aimed, latest, uses, way
from exports.words.numbers import start
from people import links
from ui.parts import frame, places
from ui.parts.labels import spoken
from ui.parts.markdown import escaped

_GROUPS = {
    State.SHORT: "Not at their target",
    State.MET: "On target",
    State.UNTARGETED: "Read, without a target",
    State.UNREAD: "Not read yet",
}
_NAME, _READING, _TARGET, _MOVE, _USES = 250, 190, 130, 220, 640
_MOST = 3
"""Practices named on a row; more are counted."""


def show(followed: Sequence[Followed]) -> None:
    """Each group that has a measure; every row leads to the measure's own place."""
    for state, title in _GROUPS.items():
        group = [one for one in followed if one.state is state]
        if group:
            frame.section(title)
            with st.container(gap="small"):
                for one in group:
                    _row(one)


def _row(one: Followed) -> None:
    with st.container(gap=None):
        with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
            places.link(f":blue[**{spoken(one.measure.title)}**]", links.measure(one.function_id, one.measure.id), width=_NAME)
            if one.state is State.UNREAD:
                st.markdown(_uses(one), width=_USES)
                return
            st.markdown(f"**{escaped(latest(one))}**", width=_READING)
            st.markdown(_target(one), width=_TARGET)
            st.markdown(_way(one), width=_MOVE)
        st.markdown(_uses(one))


def _uses(one: Followed) -> str:
    return f":small[:gray[{escaped(uses(one, _MOST))}]]"


def _target(one: Followed) -> str:
    colour = {State.SHORT: "orange", State.MET: "green"}.get(one.state, "gray")
    return f":{colour}[{escaped(aimed(one))}]"


def _way(one: Followed) -> str:
    said = start(way(one))
    return f":{'orange' if one.move and one.move.better is False else 'gray'}[{escaped(said)}]" if said else ""
