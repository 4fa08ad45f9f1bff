"""Settings: the organisation, its functions, and the people who own actions."""

from collections.abc import Callable

import streamlit as st

from people import service
from people.model import Function, NewOrganisation, Organisation, PersonCard, Role
from people.work import Work
from ui.parts import frame, session
from ui.parts.choices import CURRENCIES, KINDS, zones
from ui.parts.markdown import escaped

_SAID = "organisation-said"


def page() -> None:
    """Three sections; what was just done is said at the top."""
    with session.reading() as work:
        organisation, functions, people = service.organisation(work), service.functions(work), service.people(work)
    with frame.page(frame.NARROW):
        frame.head("Settings", escaped(organisation.name), "Whose service management is assessed, in which functions, and who acts on it.")
        _said()
        _organisation(organisation)
        _functions(functions)
        _people(people)


def _organisation(organisation: Organisation) -> None:
    frame.section("Organisation", "The time zone decides when a day is over; the currency is that of costs and savings.")
    with st.form("organisation-form"):
        st.text_input("Name", organisation.name, key="organisation-name")
        zone, currency = st.columns(2)
        zone.selectbox("Time zone", zones(), index=_index(zones(), organisation.zone), key="organisation-zone")
        currency.selectbox("Currency", CURRENCIES, index=_index(CURRENCIES, organisation.currency), key="organisation-currency")
        if st.form_submit_button("Save", type="primary"):
            _do(lambda work: _edit(work, organisation.row_version), "Saved.")


def _edit(work: Work, version: int) -> None:
    said = st.session_state
    new = NewOrganisation(name=said["organisation-name"], zone=said["organisation-zone"], currency=said["organisation-currency"])
    session.choose(service.edit_organisation(work, new, version))


def _functions(functions: tuple[Function, ...]) -> None:
    frame.section("Functions", "Each is assessed on its own: IT, human resources, facilities.")
    for function in functions:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(_row(function.name, KINDS[function.kind]), width=540)
            if st.button("Rename", key=f"rename-{function.id}", type="tertiary", help=f"Rename {escaped(function.name)}"):
                _rename(function)
    with st.form("function-form", clear_on_submit=False):
        kind, name = st.columns(2)
        kind.selectbox("Another function", list(KINDS), format_func=KINDS.__getitem__, key="function-kind")
        name.text_input("What you call it", key="function-name")
        if st.form_submit_button("Add the function"):
            said = st.session_state
            _do(
                lambda work: service.create_function(work, said["function-name"], said["function-kind"]),
                "The function is added.",
                "function-name",
            )


@st.dialog("Rename the function")
def _rename(function: Function) -> None:
    name = st.text_input("Name", function.name, key=f"function-{function.id}")
    if st.button("Save", type="primary"):
        _do(lambda work: service.rename_function(work, function.id, name, function.row_version), "The function has a new name.")


def _people(people: tuple[PersonCard, ...]) -> None:
    frame.section("People", "Owners of actions. They need no account; an address is for invitations and reminders later.")
    for card in people:
        st.markdown(_row(card.name, f"{card.email or 'no address'} · {card.role.value}"))
    with st.form("person-form", clear_on_submit=False):
        name, email = st.columns(2)
        name.text_input("Name", key="person-name")
        email.text_input("E-mail, if you like", key="person-email")
        if st.form_submit_button("Add the person"):
            said = st.session_state
            _do(
                lambda work: service.add_person(work, said["person-name"], said["person-email"], Role.OWNER),
                "The person is added.",
                "person-name",
            )


def _row(name: str, facts: str) -> str:
    return f"**{escaped(name)}** \u2002 :gray[{escaped(facts)}]"


def _do(change: Callable[[Work], object], done: str, *emptied: str) -> None:
    outcome = session.attempt(change)
    if outcome.refusal:
        st.error(escaped(outcome.refusal))
        return
    st.session_state[_SAID] = done
    st.rerun()


def _said() -> None:
    done = st.session_state.pop(_SAID, "")
    if done:
        st.success(done, icon=":material/check:")


def _index(values: tuple[str, ...], value: str) -> int:
    return values.index(value) if value in values else 0
