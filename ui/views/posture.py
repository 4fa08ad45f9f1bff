"""Posture: which side the answers lean to, and the questions that pull it there. A position, never a level."""

import streamlit as st

from exports import figures
from exports.words.answer import answer_short
from exports.words.numbers import count
from exports.words.posture import (
    MEANING,
    NEVER_A_LEVEL,
    posture_decision,
    posture_finding,
    pull_words,
    side_words,
    sum_words,
    unasked_words,
)
from improvement.leaning import AxisName, Pull, Side, asked, sides
from improvement.standing_model import Standing
from ui.parts import detail, figure, frame
from ui.parts.markdown import escaped

_SHOWN = 6
"""Of each side; the rest is behind one click."""


def page() -> None:
    """Of the assessment in the address, else of the newest."""
    with detail.page("Posture", "The posture") as standing:
        if standing is None:
            return
        axes = asked(standing)
        if not axes:
            detail.head(standing, "Posture", *unasked_words(standing))
            return
        detail.head(standing, "Posture", posture_finding(standing), NEVER_A_LEVEL)
        frame.so_what(escaped(posture_decision(standing)))
        for axis in axes:
            _axis(standing, axis)


def _axis(standing: Standing, axis: AxisName) -> None:
    figure.show(figures.posture_axis(standing, axis), f"posture-{axis}")
    st.markdown(f"{escaped(MEANING[axis])} {escaped(sum_words(standing, axis))}")
    for column, side in zip(st.columns(2, gap="large"), sides(standing, axis), strict=True):
        with column:
            _side(standing, axis, side)


def _side(standing: Standing, axis: AxisName, side: Side) -> None:
    frame.section(escaped(side_words(side)))
    first, rest = side.pulls[:_SHOWN], side.pulls[_SHOWN:]
    _pulls(standing, first)
    if rest:
        more = st.expander(f"The other {count(len(rest))}", type="compact", key=f"more-{axis}-{side.tag}", on_change="rerun")
        if more.open:
            with more:
                _pulls(standing, rest)


def _pulls(standing: Standing, pulls: tuple[Pull, ...]) -> None:
    for pull in pulls:
        question = standing.questionnaire.questions[pull.term.question]
        told = f"**{escaped(answer_short(standing, pull.term))}** :small[:gray[{escaped(pull_words(pull))}]]"
        with st.container(gap=None):
            st.markdown(f"{escaped(question.text)}  \n{told}")
            if pull.moves is None and not standing.is_final:
                detail.to_answers(standing, standing.questionnaire.practice_of[question.id].id, "Answer it")
