"""Against the previous assessment: the index then and now; the results tell the rest."""

import streamlit as st

from exports.words.index import change_words
from improvement.standing_model import Standing
from people import links
from ui.parts import frame, places
from ui.parts.markdown import escaped


def show(standing: Standing) -> None:
    """One sentence, and the way to the whole."""
    if standing.previous is None:
        frame.section("Against your previous assessment")
        frame.nothing_here("This is the first one", "Assess the function again in half a year; the two then stand side by side here.")
        return
    frame.section(f"Against {escaped(standing.previous.assessment.name)}")
    st.markdown(escaped(change_words(standing.previous)))
    places.link("See what moved, in the results", links.results(standing.assessment.id), icon=":material/arrow_forward:")
