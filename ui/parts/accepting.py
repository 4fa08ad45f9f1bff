"""Taking a recommended action into the register, or proposing it for later."""

from collections.abc import Callable, Mapping
from math import ceil
from uuid import UUID

import streamlit as st

from improvement import service
from improvement.model import Accept, Action
from improvement.standing_model import Advice, Standing
from people import service as people
from people.work import Work
from ui.parts import advice_words, session
from ui.parts.agreeing import Asked, Terms, fields
from ui.parts.markdown import escaped

SAID = "advice-said"


@st.dialog("Accept this action", width="medium")
def accept(standing: Standing, advice: Advice) -> None:
    """Owner, date and level; what it promises is frozen with it."""
    st.markdown(f"**{escaped(advice.action.title)}**  \n{escaped(_promise(standing, advice))}")
    with session.reading() as work:
        names = {card.id: card.name for card in people.people(work)}
    with st.form("accept-form", border=False):
        agreed = fields("accept", _asked(standing, advice, names))
        st.markdown(":small[:gray[An owner who is not in the list can be added in Settings.]]")
        if st.form_submit_button("Accept into the register", type="primary"):
            _keep(lambda work: service.accept(work, _wanted(standing, advice, agreed())), "is accepted")


def propose(standing: Standing, advice: Advice) -> None:
    """Without owner and date yet; it waits for a decision in the register."""
    _keep(lambda work: service.propose(work, standing.assessment.id, advice.action.id), "is proposed")


def _keep(do: Callable[[Work], Action], done: str) -> None:
    outcome = session.attempt(do)
    if outcome.value is None:
        st.error(escaped(outcome.refusal or ""))
        return
    st.session_state[SAID] = (outcome.value.number, f"{outcome.value.label} {done}: {outcome.value.title}")
    st.rerun()


def _wanted(standing: Standing, advice: Advice, agreed: Terms) -> Accept:
    return Accept(
        assessment_id=standing.assessment.id,
        recommended_id=advice.action.id,
        owner_id=agreed.owner,
        due=agreed.due,
        target_level=agreed.target,
    )


def _asked(standing: Standing, advice: Advice, names: Mapping[UUID, str]) -> Asked:
    shift = advice.lift.practices.get(advice.practice or "")
    present = shift.level_before if shift else None
    above = range(present + 1, standing.questionnaire.highest + 1) if present is not None else ()
    promised = shift.level_after if shift and shift.levels > 0 else None
    return Asked(names, ceil(advice.action.takes_weeks), tuple(above), promised)


def _promise(standing: Standing, advice: Advice) -> str:
    if not advice.applies:
        return "Its questions have no answer yet, so nothing is promised."
    brings = advice_words.brings(standing, advice)
    return f"{brings[:1].upper()}{brings[1:]}. Takes {advice_words.takes(standing, advice)}."
