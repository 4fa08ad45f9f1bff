"""Audit log: who did what and when, newest first. It is only ever added to."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import groupby
from uuid import UUID

import streamlit as st

from exports.words import trail as words
from exports.words.numbers import day
from people import links, memberships, service
from people import trail as trails
from people.model import Organisation, Role
from people.trail import PER_PAGE, Choices, Numbered, Wanted
from people.work import Work
from ui.parts import frame, places, profile_words, session, trail_filters
from ui.parts.markdown import escaped

_INSTALLATION = "installation"


def page() -> None:
    """A page of one trail, filtered as the address says."""
    of = _of()
    wanted, before = trail_filters.from_address()
    with session.looking_at(of) as work:
        found, offered, names = trails.page(work, wanted, before, PER_PAGE + 1), trails.choices(work), _names(work)
    with frame.page(frame.NARROW):
        _head(of, wanted)
        _whose(of)
        trail_filters.show(wanted, offered)
        _events(found[:PER_PAGE], of, names)
        if not found:
            _nothing(wanted, offered)
        _turn(found, wanted, before)


def _of() -> Organisation | None:
    if not session.has_organisation():
        return None
    return None if st.query_params.get("of") == _INSTALLATION and _governs() else session.organisation()


def _governs() -> bool:
    return Role.ADMINISTRATOR in session.roles()


def _names(work: Work) -> Mapping[UUID, str]:
    return {**{card.id: card.name for card in service.people(work)}, **memberships.former(work)}


def _head(of: Organisation | None, wanted: Wanted) -> None:
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    with left:
        whose = escaped(of.name) if of else "this installation"
        frame.head("Audit log", f"Who did what in {whose}", "Newest first. Nothing here can be changed or taken out.")
    right.link_button(
        "Export as CSV", links.trail_file(of.id if of else None, **wanted.to_query()), icon=":material/download:", width="stretch"
    )


def _whose(of: Organisation | None) -> None:
    if not (_governs() and session.has_organisation()):
        return
    if of is None:
        places.link(f"Audit log of {escaped(session.organisation().name)}", links.trail(), icon=":material/arrow_forward:")
    else:
        places.link("Audit log of the installation", links.trail(of=_INSTALLATION), icon=":material/arrow_forward:")


def _events(found: Sequence[Numbered], of: Organisation | None, names: Mapping[UUID, str]) -> None:
    def local(one: Numbered) -> datetime:
        return of.local(one.event.at) if of else one.event.at.astimezone(profile_words.zone())

    for date, of_day in groupby(found, key=lambda one: local(one).date()):
        frame.section(day(date))
        with st.container(gap="xxsmall"):
            for one in of_day:
                _event(one, f"{local(one):%H:%M}", names)


def _event(one: Numbered, clock: str, names: Mapping[UUID, str]) -> None:
    said = f":small[:gray[{clock}]]\u2002{escaped(words.sentence(one.event, names))}"
    changed = words.details(one.event)
    if not changed:
        st.markdown(said)
        return
    details = st.expander(said, type="compact", key=f"event-{one.event.id}", on_change="rerun")
    if details.open:
        with details:
            st.table(
                [dict(zip(("What", "Before", "After"), (escaped(cell) for cell in row), strict=True)) for row in changed],
                border="horizontal",
                hide_index=True,
            )


def _nothing(wanted: Wanted, offered: Choices) -> None:
    if wanted == Wanted() or not offered.verbs:
        frame.nothing_here("Nothing happened yet", "Each change will stand here, with who made it and what stood before.")
        return
    frame.nothing_here("Nothing matches these filters", "Loosen one of them.")
    st.button("Clear filters", on_click=trail_filters.clear)


def _turn(found: Sequence[Numbered], wanted: Wanted, before: int | None) -> None:
    asked = wanted.to_query() | ({"of": _INSTALLATION} if st.query_params.get("of") == _INSTALLATION else {})
    with st.container(horizontal=True):
        if before is not None and st.button("Newest", icon=":material/first_page:"):
            places.go(links.trail(**asked))
        if len(found) > PER_PAGE and st.button("Older", icon=":material/chevron_right:"):
            places.go(links.trail(**asked, before=str(found[PER_PAGE - 1].number)))
