"""The level of the whole, and what holds it there."""

from collections.abc import Sequence

import streamlit as st

from exports.words.adoption import adoption_words
from exports.words.gates import gated_words
from exports.words.index import level_number
from exports.words.numbers import counted
from improvement.standing_model import Standing
from people import links
from ui.parts import footing, frame, places
from ui.parts.markdown import escaped
from ui.parts.verdict import holders

SHOWN = 4
"""More practices than this are counted."""


def show(standing: Standing) -> None:
    """A lock for what holds it, a check for each pillar above it, and the foundations that nobody knows yet."""
    if standing.assessment.mode == "quick":
        frame.section(
            "No level: this is an estimate", "A quick assessment asks too little for levels. Go on to the full one; every answer is kept."
        )
        places.link("Go on to the full one", links.review(standing.assessment.id), icon=":material/expand_content:")
        return
    frame.section(
        f"Level: {_level(standing)}", "The whole stands where its weakest practice stands, and no higher than its foundations carry."
    )
    with st.container(gap="xxsmall"):
        _all_held(standing, holders(standing))
        _pillars(standing)
        footing.of_whole(standing)
        for sentence in adoption_words(standing):
            st.markdown(f":small[:gray[:material/door_front: {escaped(sentence)}]]")


def _all_held(standing: Standing, held: Sequence[str]) -> None:
    told = sum(score.completeness is not None for score in standing.score.practices.values())
    if not told:
        frame.meta("No practice applies here.")
        return
    if len(held) == told:
        st.markdown(f":orange[:material/lock:] Every practice stands at level {standing.score.overall.level}.")
        return
    for practice in held[:SHOWN]:
        _held(standing, practice)
    if len(held) > SHOWN:
        frame.meta(f"and {counted(len(held) - SHOWN, 'more practice')} at the same level")


def _held(standing: Standing, practice: str) -> None:
    title, level = standing.questionnaire.practices[practice].title, standing.score.practices[practice].level or 0
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        places.link(escaped(title), links.practice(standing.assessment.id, practice), width="stretch")
        st.badge(f"{level}", icon=":material/lock:", color="orange")


def _pillars(standing: Standing) -> None:
    at = standing.score.overall.level
    for dimension in standing.questionnaire.dimensions:
        level = standing.score.dimensions[dimension.id].level if dimension.id in standing.score.dimensions else None
        if at is not None and level is not None and level > at:
            st.markdown(f":small[:green[:material/check:] {escaped(dimension.title)} level {level}]")


def _level(standing: Standing) -> str:
    overall = standing.score.overall
    is_held = overall.level is not None and overall.gated_level is not None and overall.gated_level < overall.level
    return gated_words(standing) if is_held else level_number(overall)
