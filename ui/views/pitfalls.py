"""Pitfalls: the found ones with their proof and what helps, those that cannot be told, those that were not found."""

from collections.abc import Iterable
from itertools import groupby

import streamlit as st

from exports.words.nothing import applies
from exports.words.numbers import counted, start
from exports.words.pitfalls import WHAT_IT_IS, Remedy, absent_words, pitfall_decision, pitfall_finding, remedies, remedy_words, with_titles
from improvement.proof import UntoldPitfall, untold_pitfalls
from improvement.standing_model import FoundPitfall, Ground, Standing
from people import links
from ui.parts import detail, frame, places
from ui.parts.markdown import escaped


def page() -> None:
    """Of the assessment in the address, else of the newest."""
    with detail.page("Pitfalls", "A pitfall") as standing:
        if standing is None:
            return
        detail.head(standing, "Pitfalls", pitfall_finding(standing), WHAT_IT_IS)
        if standing.questionnaire.pitfalls:
            frame.so_what(escaped(pitfall_decision(standing)))
        for found in standing.pitfalls:
            _found(standing, found)
        _untold(standing, untold_pitfalls(standing.questionnaire, standing.score))
        if quiet := absent_words(standing):
            frame.meta(escaped(quiet))


def _found(standing: Standing, found: FoundPitfall) -> None:
    with st.container(border=True):
        frame.section(f":orange[:material/warning:] {escaped(found.pitfall.title)}")
        st.markdown(escaped(found.pitfall.effect))
        left, right = st.columns(2, gap="large")
        with left:
            _proof(standing, found)
        with right:
            _remedy(standing, found)


def _proof(standing: Standing, found: FoundPitfall) -> None:
    st.markdown("**What made us say so**")
    _grounds(standing, found.proof)
    rule = st.expander("The rule", type="compact", key=f"rule-{found.pitfall.id}", on_change="rerun")
    if rule.open:
        with rule:
            st.markdown(f"Found when {escaped(found.rule)}.")


def _grounds(standing: Standing, grounds: Iterable[Ground]) -> None:
    """Those of one practice together, with the way to it."""
    for practice, of in groupby(grounds, key=lambda ground: ground.practice):
        with st.container(gap="xxsmall"):
            st.markdown("\n".join(f"- {escaped(ground.sentence)}" for ground in of))
            if practice:
                title = standing.questionnaire.practices[practice].title
                places.link(escaped(title), links.practice(standing.assessment.id, practice), icon=":material/arrow_forward:")


def _remedy(standing: Standing, found: FoundPitfall) -> None:
    st.markdown(f"**What helps**  \n{escaped(with_titles(standing.questionnaire, found.pitfall.advice))}")
    for remedy in remedies(standing, found):
        with st.container(gap=None):
            st.markdown(f"**{escaped(remedy.action.title)}** :small[:gray[{escaped(remedy_words(remedy))}]]")
            _way(standing, remedy)


def _way(standing: Standing, remedy: Remedy) -> None:
    if remedy.registered:
        places.link(f"Open {remedy.registered.label}", links.action(remedy.registered.number), icon=":material/arrow_forward:")
    elif remedy.helps:
        places.link("Decide on it", links.advice(standing.assessment.id, remedy.practice), icon=":material/arrow_forward:")


def _untold(standing: Standing, untold: tuple[UntoldPitfall, ...]) -> None:
    if not untold or not applies(standing):
        return
    many = len(untold)
    frame.section(start(f"{counted(many, 'pitfall')} cannot be told yet"), "Each may be there or not; this is what is missing.")
    for one in untold:
        with st.container(gap="xxsmall"):
            st.markdown(f":gray[:material/help:] **{escaped(one.pitfall.title)}**")
            for ground in one.missing:
                st.markdown(escaped(ground.sentence))
            _fill_in(standing, one)


def _fill_in(standing: Standing, one: UntoldPitfall) -> None:
    with st.container(horizontal=True, gap="small"):
        for practice in dict.fromkeys(ground.practice for ground in one.missing if ground.practice):
            detail.to_answers(standing, practice)
        if any(ground.measure for ground in one.missing):
            places.link("Enter a reading", links.readings(standing.assessment.id), icon=":material/edit:")
