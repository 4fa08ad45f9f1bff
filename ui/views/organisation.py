"""Settings: the organisation, its functions, and the people who own actions."""

from collections.abc import Callable

import streamlit as st

from exports.words.numbers import counted
from ground.settings import settings
from people import group_roles, links, service
from people.model import Function, FunctionKind, NewOrganisation, Organisation, PersonCard, Role
from people.work import Work
from ui.parts import frame, group_mapping, places, session
from ui.parts.choices import CURRENCIES, KINDS, zones
from ui.parts.markdown import escaped
from ui.parts.profile_acts import told


def page() -> None:
    """Its sections; what was just done is said at the top."""
    with session.reading() as work:
        organisation, functions, members = service.organisation(work), service.functions(work), memberships.members(work)
        named = groups.groups(work)
        mapped = group_roles.mappings(work)
    with frame.page(frame.NARROW):
        frame.head("Settings", _finding(organisation, functions, members), "What is assessed, function by function, and who acts on it.")
        acts.told()
        told()
        if session.may("organisation", "update"):
            _organisation(organisation)
        _functions(functions)
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


def _finding(organisation: Organisation, functions: tuple[Function, ...], members: tuple[Member, ...]) -> str:
    return f"{escaped(organisation.name)}: {counted(len(functions), 'function')}, {counted(len(members), 'person', 'people')}"


def _organisation(organisation: Organisation) -> None:
    frame.section("Organisation", "The time zone decides when a day is over; the currency is that of costs and savings.")
    with st.form("organisation-form"):
        name = st.text_input("Name", organisation.name, key="organisation-name")
        left, right = st.columns(2)
        zone = left.selectbox("Time zone", zones(), index=_index(zones(), organisation.zone), key="organisation-zone")
        currency = right.selectbox("Currency", CURRENCIES, index=_index(CURRENCIES, organisation.currency), key="organisation-currency")
        if st.form_submit_button("Save", type="primary"):
            act(lambda work: _edit(work, (name, zone, currency), organisation.row_version), "Saved.")


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
    if not session.may("function", "create"):
        return
    with st.form(acts.fresh("function-form")):
        left, right = st.columns(2)
        kind: FunctionKind = left.selectbox("Another function", list(KINDS), format_func=KINDS.__getitem__, key=acts.fresh("function-kind"))
        name = right.text_input("What you call it", key=acts.fresh("function-name"))
        if st.form_submit_button("Add the function"):
            act(lambda work: service.create_function(work, name, kind), "The function is added.")


@st.dialog("Rename the function")
def _rename_function(function: Function) -> None:
    name = st.text_input("Name", function.name, key=f"function-{function.id}")
    if st.button("Save", type="primary", key="save-function"):
        act(lambda work: service.rename_function(work, function.id, name, function.row_version), "The function has a new name.")


def _people(members: tuple[Member, ...]) -> None:
    frame.section("People", "Owners of actions. They need no account; an address is for invitations and reminders later.")
    member_rows.rows(members)
    member_rows.add()


def _data(organisation: Organisation) -> None:
    frame.section("All data", "A ZIP with everything that this organisation has, without passwords. The audit log says who took it.")
    st.link_button("Take all data along", links.client_data(organisation.id), icon=":material/download:")


def _row(name: str, facts: str, key: str) -> bool:
    """One line of a list; whether its button was pressed."""
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        st.markdown(f"**{escaped(name)}** \u2002 :gray[{escaped(facts)}]" if facts else f"**{escaped(name)}**")
        st.space("stretch")
        return session.may("function", "update") and st.button("Rename", key=key, type="tertiary")


def _index(values: tuple[str, ...], value: str) -> int:
    return values.index(value) if value in values else 0
