"""What moved since the previous final assessment: figures on common questions, no verdict."""

import streamlit as st

from exports.figures import slope
from exports.words.change import NOISE
from exports.words.index import change_words
from exports.words.numbers import between, index
from improvement.standing_model import Standing
from ui.parts import figure, frame
from ui.parts.markdown import escaped


def show(standing: Standing) -> None:
    """Nothing without a previous final assessment."""
    if standing.previous is None:
        return
    drawn = slope(standing)
    if drawn is None:
        frame.section("Nothing can be compared with the previous assessment", escaped(change_words(standing.previous)))
        return
    figure.show(drawn, "slope")
    st.markdown(escaped(change_words(standing.previous)) + _ranges(standing))
    frame.meta(NOISE)


def _ranges(standing: Standing) -> str:
    change = standing.previous.change if standing.previous else None
    if change is None:
        return ""
    then, now = (between(index(of.low), index(of.high)) for of in (change.overall.before, change.overall.after))
    return f" Missing answers leave the index {then} then, and {now} now."
