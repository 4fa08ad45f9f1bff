"""Settings: the organisation, its functions, and the people who own actions."""

from collections.abc import Callable

import streamlit as st

from assessment.participation import participation
from exports.words.numbers import counted
from ground.settings import settings
from people import group_roles, links, service
from people.model import Function, FunctionKind, NewOrganisation, Organisation, PersonCard, Role
from people.work import Work
from ui.parts import frame, group_mapping, places, session, taking_part
from ui.parts.choices import CURRENCIES, KINDS, zones
from ui.parts.markdown import escaped
from ui.parts.profile_acts import told

_SAID, _TIMES = "organisation-said", "organisation-times"


def page() -> None:
    """Its sections; what was just done is said at the top."""
    with session.reading() as work:
        organisation, functions, people = service.organisation(work), service.functions(work), service.people(work)
        mapped, taking = group_roles.mappings(work), participation(work)
    with frame.page(frame.NARROW):
        frame.head("Settings", _finding(organisation, functions, people), "What is assessed, function by function, and who acts on it.")
        _said()
        told()
        if session.may("organisation", "update"):
            _organisation(organisation)
        _functions(functions)
        taking_part.show(taking)
        if settings().mode == "local":
            _people(people)
        else:
            _elsewhere(organisation)
            if session.may("group_role", "create"):
                group_mapping.show(mapped)


def _elsewhere(organisation: Organisation) -> None:
    frame.section("People and data")
    places.link("People, their roles and accounts", links.people(), icon=":material/group:")
    places.link("Audit log", links.trail(), icon=":material/history:")
    if session.may("organisation", "update"):
        frame.meta("All data of the organisation, as JSON lines for each table, without secrets. The audit log says who took it.")
        st.link_button("Download all data", links.client_data(organisation.id), icon=":material/download:")


def _finding(organisation: Organisation, functions: tuple[Function, ...], people: tuple[PersonCard, ...]) -> str:
    return f"{escaped(organisation.name)}: {counted(len(functions), 'function')}, {counted(len(people), 'person', 'people')}"


def _organisation(organisation: Organisation) -> None:
    frame.section("Organisation", "The time zone decides when a day is over; the currency is that of costs and savings.")
    with st.form("organisation-form"):
        name = st.text_input("Name", organisation.name, key="organisation-name")
        left, right = st.columns(2)
        zone = left.selectbox("Time zone", zones(), index=_index(zones(), organisation.zone), key="organisation-zone")
        currency = right.selectbox("Currency", CURRENCIES, index=_index(CURRENCIES, organisation.currency), key="organisation-currency")
        if st.form_submit_button("Save", type="primary"):
            _do(lambda work: _edit(work, (name, zone, currency), organisation.row_version), "Saved.")


def _edit(work: Work, said: tuple[str, str, str], version: int) -> None:
    name, zone, currency = said
    service.edit_organisation(work, NewOrganisation(name=name, zone=zone, currency=currency), version)


def _functions(functions: tuple[Function, ...]) -> None:
    frame.section("Functions", "Each is assessed on its own: IT, human resources, facilities.")
    with st.container(gap="xxsmall"):
        for function in functions:
            kind_too = "" if function.name == KINDS[function.kind] else KINDS[function.kind]
            if _row(function.name, kind_too, f"rename-{function.id}"):
                _rename_function(function)
    with st.form(_new("function-form")):
        left, right = st.columns(2)
        kind: FunctionKind = left.selectbox("Another function", list(KINDS), format_func=KINDS.__getitem__, key=_new("function-kind"))
        name = right.text_input("What you call it", key=_new("function-name"))
        if st.form_submit_button("Add the function"):
            _do(lambda work: service.create_function(work, name, kind), "The function is added.")


@st.dialog("Rename the function")
def _rename_function(function: Function) -> None:
    name = st.text_input("Name", function.name, key=f"function-{function.id}")
    if st.button("Save", type="primary", key="save-function"):
        _do(lambda work: service.rename_function(work, function.id, name, function.row_version), "The function has a new name.")


def _people(people: tuple[PersonCard, ...]) -> None:
    frame.section("People", "Owners of actions. They need no account; an address is for invitations and reminders later.")
    with st.container(gap="xxsmall"):
        for card in people:
            if _row(card.name, f"{card.email or 'no address'} · {card.role.value}", f"rename-{card.id}"):
                _rename_person(card)
    with st.form(_new("person-form")):
        left, right = st.columns(2)
        name = left.text_input("Name", key=_new("person-name"))
        email = right.text_input("E-mail, if you like", key=_new("person-email"))
        if st.form_submit_button("Add the person"):
            _do(lambda work: service.add_person(work, name, email, Role.OWNER), "The person is added.")


@st.dialog("Rename the person")
def _rename_person(card: PersonCard) -> None:
    name = st.text_input("Name", card.name, key=f"person-{card.id}")
    if st.button("Save", type="primary", key="save-person"):
        _do(lambda work: service.rename_person(work, card.id, name), "The person has a new name.")


def _row(name: str, facts: str, key: str) -> bool:
    """One line of a list; whether its button was pressed."""
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        st.markdown(f"**{escaped(name)}** \u2002 :gray[{escaped(facts)}]" if facts else f"**{escaped(name)}**")
        st.space("stretch")
        return st.button("Rename", key=key, type="tertiary")


def _do(change: Callable[[Work], object], done: str) -> None:
    outcome = session.attempt(change)
    if outcome.refusal:
        st.error(escaped(outcome.refusal))
        return
    st.session_state[_SAID] = done
    st.session_state[_TIMES] = st.session_state.get(_TIMES, 0) + 1
    st.rerun()


def _new(key: str) -> str:
    # A new key after each success empties the field; a refusal leaves what was typed.
    return f"{key}-{st.session_state.get(_TIMES, 0)}"


def _said() -> None:
    done = st.session_state.pop(_SAID, "")
    if done:
        st.success(done, icon=":material/check:")


def _index(values: tuple[str, ...], value: str) -> int:
    return values.index(value) if value in values else 0
