"""Organisations: all of the installation, for those who administer it; how many people and assessments, never what was answered."""

from collections.abc import Mapping, Sequence
from uuid import UUID

import streamlit as st

from assessment import counting
from exports.words.numbers import counted, start
from people import links, newcomers, organisations
from people.model import NewOrganisation, NewPerson, Organisation, Role
from people.organisations import Listed
from people.work import Work
from ui.parts import frame, places, session
from ui.parts.choices import CURRENCIES, zones
from ui.parts.markdown import escaped
from ui.parts.person_acts import link_just_made, show_link
from ui.parts.profile_acts import fresh, say, told


def page() -> None:
    """A card for each, and the form for another."""
    with session.looking_at(None) as work:
        every, assessments = organisations.every(work), counting.by_organisation(work)
    with frame.page():
        frame.head("Organisations", _finding(every), "You see which there are and how many people work in them, not what they answered.")
        told()
        link_just_made()
        for one in every:
            _card(one, assessments)
        _new()
        places.link("Audit log of the installation", links.trail(of="installation"), icon=":material/history:")


def _finding(every: Sequence[Listed]) -> str:
    people = sum(one.people for one in every)
    return start(f"{counted(len(every), 'organisation')}, {counted(people, 'membership')}")


def _card(one: Listed, assessments: Mapping[UUID, int]) -> None:
    organisation = one.organisation
    many = counted(assessments.get(organisation.id, 0), "assessment")
    with st.container(border=True, key=f"organisation-{organisation.id}"):
        said, doing = st.columns([1.4, 1], vertical_alignment="center")
        facts = f"{escaped(organisation.zone)} · {counted(one.people, 'person', 'people')} · {many}"
        said.markdown(f"**{escaped(organisation.name)}**  \n:small[:gray[{facts}]]")
        with doing.container(horizontal=True, horizontal_alignment="right"):
            if st.button("People", key=f"people-of-{organisation.id}", icon=":material/group:"):
                session.choose(organisation, links.people())
                st.rerun()
            st.link_button("All data", links.client_data(organisation.id), icon=":material/download:")
            if st.button("Delete", key=f"delete-{organisation.id}", type="tertiary", icon=":material/delete:"):
                _delete(one, many)


@st.dialog("Delete all data of an organisation")
def _delete(one: Listed, many: str) -> None:
    organisation = one.organisation
    st.markdown(
        f"**{escaped(organisation.name)}**, {counted(one.people, 'person', 'people')}, {many}.  \n"
        "Answers, results, actions, its audit log and people who belong nowhere else are gone at once and for good. "
        "Take all data along first if anybody may ask for it."
    )
    with st.form(f"delete-form-{organisation.id}", border=False):
        typed = st.text_input("Type its name", key=f"delete-name-{organisation.id}", max_chars=200)
        reason = st.text_input("Why?", key=f"delete-why-{organisation.id}", max_chars=200)
        if st.form_submit_button("Delete it for good", type="primary", icon=":material/delete_forever:"):
            _gone(organisation, typed, reason)


def _gone(organisation: Organisation, typed: str, reason: str) -> None:
    outcome = session.administering(lambda work: organisations.delete(work, organisation.id, typed, reason))
    if outcome.refusal:
        st.error(escaped(outcome.refusal))
        return
    say("The organisation’s data is deleted. The installation’s audit log keeps how much it was.")
    st.rerun()


def _new() -> None:
    frame.section("Another organisation", "Name its leader now, or leave the two fields empty and name people afterwards.")
    with st.form(fresh("organisation-form")):
        name = st.text_input("Organisation", key=fresh("organisation-new-name"), max_chars=200)
        zone, currency = st.columns(2)
        where = zone.selectbox("Time zone", zones(), index=_here(), key=fresh("organisation-new-zone"))
        money = currency.selectbox("Currency", CURRENCIES, key=fresh("organisation-new-currency"))
        left, right = st.columns(2)
        leader = left.text_input("Leader’s name", key=fresh("organisation-new-leader"), max_chars=200)
        email = right.text_input("Leader’s e-mail", key=fresh("organisation-new-email"), max_chars=254)
        if st.form_submit_button("Make the organisation", type="primary"):
            _make({"name": name, "zone": where, "currency": money}, {"name": leader, "email": email})


def _make(said: Mapping[str, str], leader: Mapping[str, str]) -> None:
    outcome = session.administering(lambda work: _made(work, said, leader))
    if outcome.refusal:
        st.error(escaped(outcome.refusal))
        return
    show_link(outcome.value)
    say("The organisation is made.")
    st.rerun()


def _made(work: Work, said: Mapping[str, str], leader: Mapping[str, str]) -> str | None:
    """All of it or nothing: the organisation, and its leader where one is named."""
    made = organisations.create(work, NewOrganisation.model_validate(said))
    if not any(leader.values()):
        return None
    return newcomers.let_in(organisations.inside(work, made), NewPerson.model_validate({**leader, "role": Role.LEADER}))


def _here() -> int:
    zone = st.context.timezone
    return zones().index(zone) if zone in zones() else 0
