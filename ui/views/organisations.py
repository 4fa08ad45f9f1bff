"""Organisations: which there are in this installation, for those who administer it. Never what they answered."""

from collections.abc import Mapping, Sequence
from uuid import UUID

import streamlit as st

from assessment import counting
from exports.words.numbers import counted, start
from people import links, organisations
from people.model import NewOrganisation, Organisation
from people.organisations import Listed
from ui.parts import acts, deleting, frame, session
from ui.parts.choices import CURRENCIES, zones
from ui.parts.markdown import escaped
from ui.parts.session import Outcome


def page() -> None:
    """The list, then the form; what was just done is said at the top."""
    with session.looking_at(None) as work:
        every, assessed = organisations.every(work), counting.by_organisation(work)
    with frame.page():
        frame.head(
            "Organisations", _finding(every), "You see how many people and assessments there are; what they answered stays closed to you."
        )
        acts.told()
        for one in every:
            _organisation(one, assessed)
        _create()


def _finding(every: Sequence[Listed]) -> str:
    lonely = sum(one.people == 0 for one in every)
    said = start(counted(len(every), "organisation"))
    if not lonely:
        return f"{said}, each with somebody in it" if every else "No organisation yet"
    return f"{said}; {lonely} without anybody in {'it' if lonely == 1 else 'them'}"


def _organisation(one: Listed, assessed: Mapping[UUID, int]) -> None:
    here = one.organisation
    with st.container(border=True):
        what, ways = st.columns([1.4, 1.6], vertical_alignment="center")
        with what, st.container(gap="xxsmall"):
            st.markdown(f"**{escaped(here.name)}**")
            counts = f"{counted(one.people, 'person', 'people')} · {counted(assessed.get(here.id, 0), 'assessment')}"
            frame.meta(f"{escaped(here.zone)} · {counts}")
        with ways, st.container(horizontal=True, horizontal_alignment="right", gap="xsmall"):
            st.button("People", key=f"people-{here.id}", icon=":material/group:", on_click=session.choose, args=(here, links.people()))
            st.link_button("All data", links.client_data(here.id), icon=":material/download:")
            if st.button("Delete", key=f"delete-{here.id}", icon=":material/delete:"):
                deleting.ask(one)


def _create() -> None:
    frame.section("Add an organisation", "You name its first leader on the next page, and consultants where there are some.")
    with st.form(acts.fresh("new-organisation")):
        name = st.text_input("Name", key=acts.fresh("new-organisation-name"))
        left, right = st.columns(2)
        zone = left.selectbox("Time zone", zones(), key=acts.fresh("new-organisation-zone"))
        currency = right.selectbox("Currency", CURRENCIES, key=acts.fresh("new-organisation-currency"))
        if st.form_submit_button("Add the organisation", type="primary"):
            _settle(session.administering(lambda work: organisations.create(work, NewOrganisation(name=name, zone=zone, currency=currency))))


def _settle(outcome: Outcome[Organisation]) -> None:
    if outcome.value is not None:
        session.choose(outcome.value, links.people())
    acts.settle(outcome, "")
