"""Writing an action in one's own words."""

from collections.abc import Mapping
from datetime import timedelta
from typing import NamedTuple
from uuid import UUID

import streamlit as st

from assessment import service as assessments
from assessment.model import Assessment
from improvement import service
from improvement.model import OwnAction
from people import links
from people import service as people
from people.work import Work
from storage.row import new_id
from ui.parts import places, session
from ui.parts.markdown import escaped

USUAL_TIME = timedelta(days=60)


class Offered(NamedTuple):
    """What the form offers: functions and people by id, and the practices of each function's newest assessment."""

    functions: Mapping[UUID, str]
    people: Mapping[UUID, str]
    newest: Mapping[UUID, Assessment]
    practices: Mapping[UUID, Mapping[str, str]]


def choices(work: Work) -> Offered:
    """Everything that an own action can be about, and who can own it."""
    newest: dict[UUID, Assessment] = {}
    for one in assessments.assessments(work):
        newest.setdefault(one.function_id, one)
    practices = {f: {p.id: p.title for p in assessments.questionnaire(work, a).practices.values()} for f, a in newest.items()}
    functions = {function.id: function.name for function in people.functions(work)}
    return Offered(functions, {card.id: card.name for card in people.people(work)}, newest, practices)


@st.dialog("New action", width="medium")
def ask(offered: Offered) -> None:
    """With an owner and a date it is accepted at once; without both it is proposed."""
    st.session_state.setdefault("own-id", new_id())
    function = st.selectbox("Function", list(offered.functions), format_func=offered.functions.__getitem__, key="own-function")
    practices = offered.practices.get(function, {})
    with st.form("own-action", border=False):
        st.text_input("What will be done?", key="own-title", max_chars=200, placeholder="Name one owner for every repeat cause")
        st.text_area("Why, and how?", key="own-description", height=90, max_chars=10_000)
        st.selectbox(
            "Practice",
            list(practices),
            index=None,
            format_func=lambda one: practices.get(one, ""),
            placeholder="The whole",
            key="own-practice",
        )
        left, right = st.columns(2)
        left.selectbox(
            "Owner",
            list(offered.people),
            index=None,
            format_func=lambda one: offered.people.get(one, ""),
            placeholder="Nobody yet",
            key="own-owner",
        )
        right.date_input("Due", value=None, min_value=session.today(), key="own-due", format="YYYY-MM-DD")
        st.text_input("Done when", key="own-done-when", max_chars=1000)
        st.markdown(":small[:gray[With owner and date it starts as Not started; without both it is Proposed.]]")
        if st.form_submit_button("Add to the register", type="primary"):
            _add(offered, function)


def _add(offered: Offered, function: UUID) -> None:
    outcome = session.attempt(lambda work: service.write_own(work, _said(offered, function)))
    if outcome.value is None:
        st.error(escaped(outcome.refusal or ""))
        return
    del st.session_state["own-id"]
    places.go(links.action(outcome.value.number))


def _said(offered: Offered, function: UUID) -> OwnAction:
    said = st.session_state
    newest = offered.newest.get(function)
    return OwnAction(
        id=said["own-id"],
        function_id=function,
        title=said["own-title"],
        description=said["own-description"],
        assessment_id=newest.id if newest else None,
        practice=said["own-practice"],
        owner_id=said["own-owner"],
        due=said["own-due"],
        done_when=said["own-done-when"],
    )
