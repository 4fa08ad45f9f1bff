"""Beside the own sister functions: practice by function, what to ask whom, and what it would take where nothing can be compared."""

import streamlit as st

from exports import figures
from exports.words.sisters import ALONE, sister_words, sisters_finding, unready_words
from improvement.standing_model import Standing
from people import links
from ui.parts import figure, frame, places
from ui.parts.markdown import escaped


def show(standing: Standing) -> None:
    """Those that are compared, then those that cannot be."""
    drawn = figures.side_by_side(standing)
    if drawn:
        figure.show(drawn, "sisters")
    else:
        frame.section(escaped(sisters_finding(standing)))
    with st.container(gap="small"):
        for sister in standing.sisters.compared:
            with st.container(gap=None):
                st.markdown(escaped(sister_words(standing, sister)))
                places.link(escaped(sister.assessment.name), links.results(sister.assessment.id), icon=":material/arrow_forward:")
        _unready(standing)


def _unready(standing: Standing) -> None:
    if not standing.sisters.compared and not standing.sisters.unready:
        st.markdown(ALONE)
    for one in standing.sisters.unready:
        st.markdown(f":gray[{escaped(unready_words(one))}]")
