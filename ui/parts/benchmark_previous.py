"""Against the previous assessment: the index then and now; the results tell the rest."""

import streamlit as st

from exports.words.benchmark import NO_PREVIOUS
from exports.words.index import change_words
from exports.words.since import since_finding
from improvement.standing_model import Standing
from people import links
from ui.parts import frame, places
from ui.parts.markdown import escaped


def show(standing: Standing) -> None:
    """One sentence, and the way to the whole."""
    if standing.previous is None:
        frame.section("This is the first assessment", NO_PREVIOUS)
        return
    with st.container(gap="xsmall"):
        st.header(escaped(since_finding(standing.previous)), anchor=False)
        st.markdown(escaped(change_words(standing.previous)))
        places.link("What moved", links.results(standing.assessment.id), icon=":material/arrow_forward:")
