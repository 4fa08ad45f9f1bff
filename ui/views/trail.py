"""Audit log: what happened, who did it, and what stood before and after."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

import streamlit as st

from assessment import service as assessments
from exports.words import trail as words
from exports.words.numbers import day
from people import links, memberships, service, trail
from people.model import Organisation, Role
from people.trail import Numbered, Wanted
from people.work import Work
from ui.parts import frame, places, session, trail_filters
from ui.parts.markdown import escaped

_INSTALLATION = "installation"


def page() -> None:
    """Fifty at a time, newest first; the place is in the address."""
    of = _of()
    wanted, before = Wanted.from_query(st.query_params.to_dict()), trail_filters.before()
    with session.looking_at(of) as work:
        found, choices, names = trail.page(work, wanted, before), trail.choices(work), _names(work)
    with frame.page():
        frame.head(
            "Audit log", _finding(of, found, wanted), "Nothing here can be changed or taken away; each entry is bound to those before it."
        )
        _which(of)
        trail_filters.show(wanted, choices)
        _list(found, names, of)
        _foot(found, wanted, of)


def _of() -> Organisation | None:
    """The organisation at hand; for administrators the installation, where the address says so or there is no other."""
    wants_installation = st.query_params.get("of") == _INSTALLATION and Role.ADMINISTRATOR in session.roles()
    return None if wants_installation or not session.has_organisation() else session.organisation()


def _which(of: Organisation | None) -> None:
    if Role.ADMINISTRATOR not in session.roles() or not session.has_organisation():
        return
    if of is None:
        places.link(f"Audit log of {escaped(session.organisation().name)}", links.trail(), icon=":material/arrow_forward:")
    else:
        places.link("Audit log of the installation", links.trail(of=_INSTALLATION), icon=":material/arrow_forward:")


def _names(work: Work) -> Mapping[UUID, str]:
    people = {**{card.id: card.name for card in service.people(work)}, **memberships.former(work)}
    return people | {one.id: one.name for one in assessments.assessments(work)} if work.may("assessment", "read") else people


def _finding(of: Organisation | None, found: tuple[Numbered, ...], wanted: Wanted) -> str:
    where = escaped(of.name) if of else "the installation"
    if not found:
        return f"Nothing of that kind happened in {where}" if wanted != Wanted() else f"Nothing happened yet in {where}"
    return (
        f"{found[0].number} things happened in {where}"
        if wanted == Wanted() and not trail_filters.before()
        else f"What happened in {where}"
    )


def _list(found: tuple[Numbered, ...], names: Mapping[UUID, str], of: Organisation | None) -> None:
    with st.container(gap="xsmall"):
        for one in found:
            with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"event-{one.number}"):
                st.markdown(f"{escaped(words.sentence(one.event, names))}  \n:small[:gray[{_moment(one.event.at, of)}]]", width="stretch")
                if words.details(one.event) and st.button("Details", key=f"details-{one.number}", type="tertiary"):
                    _details(one, words.sentence(one.event, names))
    if not found:
        frame.nothing_here("No entry matches", "Choose other filters, or show all.")


@st.dialog("Details", width="medium")
def _details(one: Numbered, sentence: str) -> None:
    st.markdown(f"**{escaped(sentence)}**  \n:small[:gray[Entry {one.number}]]")
    rows = [{"Field": escaped(f), "Before": escaped(b), "After": escaped(a)} for f, b, a in words.details(one.event)]
    st.table(rows, border="horizontal", hide_index=True)


def _foot(found: tuple[Numbered, ...], wanted: Wanted, of: Organisation | None) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        if len(found) == trail.PER_PAGE and found[-1].number > 1:
            st.button("Older", on_click=trail_filters.older, args=(found[-1].number,), icon=":material/arrow_downward:", key="trail-older")
        if trail_filters.before():
            st.button("Newest", on_click=trail_filters.newest, type="tertiary", key="trail-newest")
        st.link_button("Export as CSV", links.trail_file(of.id if of else None, **wanted.to_query()), icon=":material/download:")


def _moment(at: datetime, of: Organisation | None) -> str:
    local = of.local(at) if of else at
    return f"{day(local.date())}, {local:%H:%M}{'' if of else ' UTC'}"
