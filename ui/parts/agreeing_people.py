"""How far those who answered agree: one sentence, the questions to talk about, and the way to each."""

import streamlit as st

from exports import figures
from exports.figures import Spreads
from exports.figures.agreement import SpreadRow
from exports.words.agreement import discuss_lead
from improvement.standing_model import Standing
from people import links
from ui.parts import figure, frame, places, session, workshop_words
from ui.parts.markdown import escaped


def show(standing: Standing) -> None:
    """Nothing where one person answered."""
    agenda, panel = figures.agenda(standing), standing.panel
    if agenda is None or panel is None:
        return
    with st.container(gap="small", key="agreement"):
        frame.section(escaped(agenda.title))
        st.markdown(escaped(discuss_lead(panel)))
        if agenda.rows:
            _talk(standing, agenda)
        if not standing.is_final and session.may("consensus", "create"):
            places.link(workshop_words.way(standing), links.workshop(standing.assessment.id), icon=":material/groups:")


def _talk(standing: Standing, agenda: Spreads) -> None:
    with st.container(gap="small"):
        st.markdown("**Talk about these**")
        for row in agenda.rows:
            _row(standing, agenda, row)
        st.caption(escaped(agenda.caption))
        figure.tabled(agenda, "agenda")


def _row(standing: Standing, agenda: Spreads, row: SpreadRow) -> None:
    left, right = st.columns([1.2, 1], gap="large", vertical_alignment="center")
    with left, st.container(gap=None):
        title = standing.questionnaire.practices[row.practice].title
        places.link(escaped(title), links.practice(standing.assessment.id, row.practice), icon=":material/arrow_forward:")
        st.markdown(f"{escaped(standing.questionnaire.questions[row.question].text)}  \n:gray[{escaped(row.note)}]")
    with right:
        figure.picture(figures.alone(agenda, row), f"agenda-{row.question}")
