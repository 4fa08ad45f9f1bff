"""People: who belongs to the organisation, as what, and whether they can sign in."""

from collections.abc import Sequence

import streamlit as st

from exports.words.numbers import counted, start
from people import links, memberships
from people.memberships import Access, Member
from people.model import Role
from ui.parts import asking_in, frame, person_acts, places, session
from ui.parts.markdown import escaped
from ui.parts.profile_acts import told

_COLOURS = {Access.NONE: "gray", Access.INVITED: "orange", Access.ACTIVE: "green", Access.DISABLED: "red"}


def page() -> None:
    """Everybody, and the way to add somebody; what was just done is said at the top."""
    with session.reading() as work:
        members = memberships.members(work)
    with frame.page():
        frame.head("People", _finding(members), _lead())
        told()
        person_acts.link_just_made()
        with st.container(gap="small"):
            for member in members:
                _row(member)
        person_acts.add(members)
        asking_in.show()
        if session.may("event", "read"):
            places.link("Audit log", links.trail(), icon=":material/history:")


def _finding(members: Sequence[Member]) -> str:
    inside = sum(member.access is Access.ACTIVE for member in members)
    leaders = sum(member.role is Role.LEADER for member in members)
    belong = f"{counted(len(members), 'person', 'people')} {'belongs' if len(members) == 1 else 'belong'}"
    if members and not leaders:
        return start(f"{belong} to {escaped(session.organisation().name)}, and nobody leads it")
    return start(f"{belong} to {escaped(session.organisation().name)}; {_can(inside, len(members))}")


def _can(inside: int, of: int) -> str:
    if inside == 0:
        return "nobody has signed in yet"
    return "all of them sign in" if inside == of else f"{counted(inside, 'of them signs in', 'of them sign in')}"


def _lead() -> str:
    return "A role says what somebody sees and does here. Owners of actions need no account."


def _row(member: Member) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"member-{member.id}"):
        you = " :gray[(you)]" if member.id == session.person().id else ""
        access = f":{_COLOURS[member.access]}-badge[{member.access.value.capitalize()}]"
        facts = f"{member.role.value.capitalize()} · {escaped(member.email or 'no address')}"
        st.markdown(f"**{escaped(member.name)}**{you} {access}  \n:small[:gray[{facts}]]", width="stretch")
        if person_acts.any_for(member) and st.button("Change", key=f"change-{member.id}", type="tertiary", icon=":material/edit:"):
            person_acts.change(member)
