"""Clients: a consultant's home. Every organisation they work in, and the way into each."""

from typing import Literal

import streamlit as st

from ground.errors import PlumblineError
from improvement.clients import Glance, glance
from people.model import Organisation
from ui.parts import client_words, frame, session
from ui.parts.markdown import escaped


def page() -> None:
    """Each client is looked at from inside, one after the other."""
    seen = [(one, _glance(one)) for one in session.organisations()]
    known = [found for _, found in seen if found is not None]
    with frame.page():
        frame.head("Clients", client_words.finding(known) if known else "No client yet", "Choose one to work in; the others stay closed.")
        if not seen:
            frame.nothing_here("Nobody has named you a consultant", "An administrator names consultants for each organisation.")
        for position, (organisation, found) in enumerate(sorted(seen, key=lambda pair: -(pair[1].overdue if pair[1] else 0))):
            _client(organisation, found, is_first=position == 0)


def _glance(organisation: Organisation) -> Glance | None:
    """None where the role was taken away a moment ago, or is one that sees no results."""
    try:
        with session.looking_at(organisation) as work:
            return glance(work) if work.may("result", "read") else None
    except PlumblineError:
        return None


def _client(organisation: Organisation, found: Glance | None, *, is_first: bool) -> None:
    with st.container(border=True):
        what, state, enter = st.columns([2.4, 1.6, 1], vertical_alignment="center")
        with what, st.container(gap="xxsmall"):
            st.markdown(f"**{escaped(organisation.name)}**  \n{escaped(client_words.standing(found)) if found else 'Closed to you'}")
            if found:
                frame.meta(escaped(client_words.source(found, organisation.local(found.latest) if found.latest else None)))
        with state:
            _state(found)
        kind: Literal["primary", "secondary"] = "primary" if is_first else "secondary"
        enter.button(
            "Work in it", key=f"client-{organisation.id}", type=kind, width="stretch", on_click=session.choose, args=(organisation,)
        )


def _state(found: Glance | None) -> None:
    if found is None:
        return
    late = f"  \n:orange[:material/schedule: {client_words.late(found)}]" if found.overdue else ""
    st.markdown(f":small[{client_words.under_way(found)}{late}]")
