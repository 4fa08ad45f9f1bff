"""Claims and evidence: claimed levels beside what was measured, and beside the evidence that somebody has seen."""

import streamlit as st

from exports import figures
from exports.words.answer import answer_short
from exports.words.claims import (
    borne_out_words,
    check_words,
    claims_decision,
    claims_finding,
    claims_lead,
    reading_words,
    target_words,
    unseen_words,
    widest,
)
from exports.words.numbers import counted, index, start
from improvement.evidence import unseen
from improvement.outcomes import Held, contradicted, practices, unmeasured
from improvement.standing_model import Standing
from people import links
from ui.parts import detail, figure, frame, places
from ui.parts.markdown import escaped

_TITLE, _CLAIM = 330, 120


def page() -> None:
    """Of the assessment in the address, else of the newest."""
    with detail.page("Claims and evidence", "A claim") as standing:
        if standing is None:
            return
        detail.head(standing, "Claims and evidence", claims_finding(standing), claims_lead(standing))
        frame.so_what(escaped(claims_decision(standing)))
        _contradicted(standing)
        _unread(standing)
        if quiet := borne_out_words(standing):
            frame.meta(escaped(quiet))
        _evidence(standing)


def _contradicted(standing: Standing) -> None:
    against = contradicted(standing)
    if not against:
        return
    frame.section("What was measured says otherwise")
    for one in against:
        with st.container(border=True, gap="xsmall"):
            _against(standing, one)


def _against(standing: Standing, one: Held) -> None:
    practice, measure = standing.questionnaire.practices[one.practice], standing.questionnaire.measure_by_id[one.measure]
    st.markdown(f"**{escaped(practice.title)}** claims level {one.level}")
    reads, target = escaped(reading_words(standing, one)), escaped(target_words(standing, one.measure, one.target))
    st.markdown(f"{escaped(measure.title)}: :orange[**{reads}**]  \n:gray[Wanted: {target}]")
    st.markdown(escaped(check_words(standing, one.practice)))
    with st.container(horizontal=True):
        detail.to_answers(standing, one.practice, "Look at its answers")
        places.link("Look at the readings", links.readings(standing.assessment.id), icon=":material/arrow_forward:")


def _unread(standing: Standing) -> None:
    nobody = unmeasured(standing)
    if not nobody:
        return
    many = len(practices(nobody))
    frame.section(
        start(f"nobody measured {counted(many, 'claim')}"), "Until somebody does, nothing but the answers speaks for these levels."
    )
    with st.container(gap="xxsmall"):
        for one in nobody:
            _row(standing, one)
    places.link("Enter a reading", links.readings(standing.assessment.id), icon=":material/edit:")


def _row(standing: Standing, one: Held) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        title = standing.questionnaire.practices[one.practice].title
        places.link(escaped(title), links.practice(standing.assessment.id, one.practice), width=_TITLE)
        st.markdown(f":small[claims level **{one.level}**]", width=_CLAIM)
        measure = standing.questionnaire.measure_by_id[one.measure].title
        st.markdown(f":small[{escaped(measure)}: :gray[{escaped(reading_words(standing, one))}]]", width="content")


def _evidence(standing: Standing) -> None:
    drawn = figures.evidence(standing)
    if drawn is None:
        return
    figure.show(drawn, "evidence")
    resting = [practice for practice in widest(standing) if unseen_words(standing, practice)]
    if not resting:
        return
    frame.section("What would have to be seen", "Each answer that claims something, with what would show it.")
    with st.container(gap="xxsmall"):
        for practice in resting:
            _resting(standing, practice)


def _resting(standing: Standing, practice: str) -> None:
    title = escaped(standing.questionnaire.practices[practice].title)
    label = f"**{title}** · {escaped(unseen_words(standing, practice))}"
    panel = st.expander(label, type="compact", key=f"unseen-{practice}", on_change="rerun")
    if panel.open:
        with panel:
            for one in unseen(standing.score.practices[practice]):
                question = standing.questionnaire.questions[one.term.question]
                told = f"**{escaped(answer_short(standing, one.term))}** :small[:gray[carries {index(one.points)} points]]"
                st.markdown(f"{escaped(question.text)}  \n{told}  \nShown by: {escaped(question.evidence)}")
            detail.to_answers(standing, practice, "See its answers" if standing.is_final else "Add the evidence")
