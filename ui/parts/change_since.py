"""What changed since the previous final assessment, practice by practice, and whether it is more than chance."""

import streamlit as st

from exports import figures
from exports.words.index import change_words
from exports.words.since import in_order, reason_words, since_decision, since_finding, split_words, untold_words, verdict_word
from exports.words.tested import tested_words
from improvement.standing_model import Previous, Standing
from scoring.since import Moved
from ui.parts import figure, frame
from ui.parts.markdown import escaped

_COLOURS = {"improved": "green", "declined": "orange"}


def show(standing: Standing) -> None:
    """Nothing without a previous final assessment."""
    previous = standing.previous
    if previous is None:
        return
    with st.container(gap="small", key="since"):
        with st.container(gap=None):
            st.markdown(f":blue[:small[**SINCE YOUR LAST ASSESSMENT · {escaped(previous.assessment.name.upper())}**]]")
            frame.section(escaped(since_finding(previous)))
        st.markdown(escaped(f"{change_words(previous)} {split_words(previous)}".strip()))
        _picture(standing)
        _verdicts(standing, previous)
        st.markdown(escaped(since_decision(standing)))


def of_practice(standing: Standing, practice: str) -> None:
    """Its own verdict, with the test one click away; nothing without a previous final assessment."""
    moved = standing.previous.moved.get(practice) if standing.previous else None
    if standing.previous is None or moved is None:
        return
    with st.container(gap="xsmall", key="since"):
        st.markdown(f"{_badge(moved)} since {escaped(standing.previous.assessment.name)}. {escaped(reason_words(moved))}")
        if said := tested_words(moved):
            told = st.expander("How was this told?", icon=":material/rule:", type="compact", key=f"told-{practice}", on_change="rerun")
            if told.open:
                with told:
                    st.markdown(escaped(said))


def _picture(standing: Standing) -> None:
    drawn = figures.slope(standing)
    if drawn is not None:
        figure.picture(drawn, "slope")
        st.caption(escaped(drawn.caption))
        figure.tabled(drawn, "slope")


def _verdicts(standing: Standing, previous: Previous) -> None:
    """A row a practice; what could not be tested is told once for all that have the same reason."""
    titles = {name: escaped(practice.title) for name, practice in standing.questionnaire.practices.items()}
    # The badge below the title: a column of its own would leave no room for the sentence on a phone.
    rows = [{"Practice": f"{titles[name]}  \n{_badge(moved)}", "Why": escaped(reason_words(moved))} for name, moved in in_order(standing)]
    if rows:
        st.table(rows, border="horizontal", hide_index=True)
    if untold := untold_words(previous):
        frame.meta(escaped(untold))


def _badge(moved: Moved) -> str:
    return f":{_COLOURS.get(moved.verdict, 'gray')}-badge[{verdict_word(moved)}]"
