"""Every practice as a row that opens it: level, index, what is missing to the target."""

import streamlit as st

from exports.words.index import level_number
from exports.words.numbers import counted, index
from improvement.standing_model import Gap, Standing
from people import links
from questionnaires.model import Dimension
from ui.parts import frame, places, practice_words
from ui.parts.markdown import escaped

_TITLE, _LEVEL, _INDEX, _GAP = 420, 70, 86, 185
"""The last three stand side by side on a phone too."""


def show(standing: Standing) -> None:
    """By dimension, in the questionnaire's order."""
    frame.section("Open a practice", "Each says what was seen, why its number is what it is, and what the next level needs.")
    gaps = {gap.practice: gap for gap in standing.gaps}
    for dimension in standing.questionnaire.dimensions:
        with st.container(gap="xsmall"):
            frame.meta(f"**{escaped(dimension.title)}**")
            _rows(standing, dimension, gaps)


def _rows(standing: Standing, dimension: Dimension, gaps: dict[str, Gap]) -> None:
    for practice in dimension.practices:
        if practice.id in standing.score.practices:
            _row(standing, practice.id, gaps.get(practice.id))


def _row(standing: Standing, practice: str, gap: Gap | None) -> None:
    score, title = standing.score.practices[practice], standing.questionnaire.practices[practice].title
    with st.container(horizontal=True, vertical_alignment="center", gap="xxsmall"):
        places.link(escaped(title), links.practice(standing.assessment.id, practice), width=_TITLE)
        if standing.assessment.mode == "full":
            st.markdown(f":small[Level **{level_number(score)}**]", width=_LEVEL)
        st.markdown(f":small[:gray[Index {practice_words.figure(score)}]]", width=_INDEX)
        st.markdown(f":small[{missing(standing, gap)}]", width=_GAP)


def missing(standing: Standing, gap: Gap | None) -> str:
    """What a practice still has to go to its target, in Markdown; where nobody can tell, how far it may reach."""
    if gap is None or gap.index is None:
        return ":gray[not known yet]" if gap else ""
    if standing.assessment.mode == "quick":
        return f":orange[{index(gap.points)} points to the target]" if gap.points else ":green[at the target]"
    if gap.levels is None:
        return _open(standing, gap)
    return (
        f":orange[{counted(gap.levels, 'level')} to the target of {gap.target}]" if gap.levels else f":green[at the target of {gap.target}]"
    )


def _open(standing: Standing, gap: Gap) -> str:
    """Where missing answers leave the level open."""
    least = gap.target - (standing.score.practices[gap.practice].level_high or 0)
    if least > 0:
        return f":orange[at least {counted(least, 'level')} to the target of {gap.target}]"
    return f":gray[may reach the target of {gap.target}]"
