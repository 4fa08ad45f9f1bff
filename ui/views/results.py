"""Results: one sentence first, then what shows it, then how sure it is."""

import streamlit as st

from assessment import service
from exports import figures
from improvement.acting import function_names
from improvement.standing import gather
from improvement.standing_model import Standing
from people import links
from ui.parts import (
    agreeing_people,
    certainty,
    change_since,
    figure,
    footing,
    frame,
    level_held,
    picked,
    places,
    practice_rows,
    proof,
    session,
    standing_picture,
)
from ui.parts.markdown import escaped
from ui.parts.next_step import next_step
from ui.parts.verdict import verdict


def page() -> None:
    """The newest assessment, or the one in the address."""
    with session.reading() as work:
        shown = picked.assessment(work)
        every, functions = service.assessments(work), function_names(work)
        standing = gather(work, shown.id) if shown else None
    with frame.page():
        if standing is None:
            picked.none_yet("Results", "Where you stand")
            return
        left, right = st.columns([2.4, 1], gap="large", vertical_alignment="bottom")
        with left:
            _verdict(standing)
        with right:
            picked.choose(every, standing.assessment, functions)
        _position(standing)
        footing.renewed(standing)
        _so_what(standing)
        if standing.score.overall.completeness:
            _figures(standing)
        else:
            agreeing_people.show(standing)


def _verdict(standing: Standing) -> None:
    said = verdict(standing)
    about = picked.about(standing.assessment, standing.function)
    frame.head(f"Results · {escaped(standing.questionnaire.title)}", escaped(said.title), f"{said.lead}  \n{about}")


def _position(standing: Standing) -> None:
    left, right = st.columns([1.5, 1], gap="medium")
    with left:
        figure.show(figures.index_strip(standing), "strip")
    with right:
        level_held.show(standing)


def _so_what(standing: Standing) -> None:
    step = next_step(standing)
    frame.so_what(escaped(step.sentence))
    with st.container(horizontal=True, vertical_alignment="center"):
        acts = session.may("action", "create")
        if acts and places.leads_on(step.to) and st.button(step.button, type="primary", key="next-step"):
            places.go(step.to)
        if acts and step.also and st.button(step.also[0], key="next-step-too"):
            places.go(step.also[1])
        if standing.is_final:
            st.link_button("Report as PDF", links.download(standing.assessment.id), icon=":material/download:")
            st.markdown(":small[:gray[Making it takes some seconds.]]", width="content")


def _figures(standing: Standing) -> None:
    standing_picture.show(standing)
    figure.show(figures.heatmap(standing), "heatmap")
    practice_rows.show(standing)
    figure.show(figures.dumbbell(standing), "dumbbell")
    left, right = st.columns(2, gap="large")
    with left:
        figure.show(figures.pillars(standing), "pillars")
    with right:
        proof.show(standing)
    if above := figures.evidence_above(standing):
        figure.show(above, "evidence")
    change_since.show(standing)
    agreeing_people.show(standing)
    certainty.show(standing)
