"""The first start: whose service management it is, and which function is looked at first."""

from typing import Any

import streamlit as st

from ground.errors import PlumblineError
from ground.settings import settings
from improvement.demo import ORGANISATION, tell
from people import links, service, work
from people.model import Organisation
from people.sign_in import UNNAMED
from people.work import Work
from ui.parts import frame, places, session
from ui.parts.choices import CURRENCIES, KINDS, zones
from ui.parts.markdown import escaped


def page() -> None:
    """One form, one primary button; on the first start also the way to a demo."""
    first = not session.organisations()
    with frame.page(frame.NARROW):
        frame.head(
            "Welcome" if first else "New organisation",
            "See where your service management stands, and what to do next",
            "Tell whose it is. You can change all of it later, under Settings.",
        )
        _form()
        if first:
            _demo()
        if settings().mode == "local":
            frame.meta("Everything stays on this computer: no account, no upload, no statistics.")


def _form() -> None:
    with st.form("welcome"):
        if session.person().name == UNNAMED:
            st.text_input("Your name", key="welcome-person", placeholder="As it stands beside what you decide")
        st.text_input("Organisation", key="welcome-organisation")
        zone, currency = st.columns(2)
        zone.selectbox("Time zone", zones(), index=_here(), key="welcome-zone")
        currency.selectbox("Currency", CURRENCIES, key="welcome-currency")
        kind, name = st.columns(2)
        kind.selectbox("Service function to look at first", list(KINDS), format_func=KINDS.__getitem__, key="welcome-kind")
        name.text_input("What you call it", key="welcome-function", placeholder="As on the left, if you leave it empty")
        if st.form_submit_button("Start", type="primary"):
            _settle(session.attempted(lambda: work.writing(session.person(), session.now(), _found)))


def _demo() -> None:
    frame.section(
        "Or look around first", f"{ORGANISATION} is made up: three functions, six assessments over two years, and a living register."
    )
    if st.button("Load the demo", key="welcome-demo"):
        with st.spinner("Making the demo"):
            made = session.attempted(lambda: tell(session.person(), session.now()))
        _settle(made)


class Unnamed(PlumblineError):
    """The organisation has no name yet."""

    def __init__(self) -> None:
        super().__init__("Write what the organisation is called, then start.")


def _here() -> int:
    zone = st.context.timezone
    return zones().index(zone) if zone in zones() else 0


def _settle(made: session.Outcome[Any]) -> None:
    """Go on to what was made, or say why nothing was."""
    if made.refusal:
        st.error(escaped(made.refusal))
        return
    if isinstance(made.value, Organisation):
        session.choose(made.value)
    places.go(links.home())


def _found(between: Work) -> Organisation:
    """All of it or nothing: the name of the person, their organisation, its first function."""
    said = st.session_state
    if not said["welcome-organisation"].strip():
        raise Unnamed
    if said.get("welcome-person", "").strip():
        service.rename_person(between, session.person().id, said["welcome-person"])
    organisation = service.create_organisation(between, said["welcome-organisation"], said["welcome-zone"], said["welcome-currency"])
    kind = said["welcome-kind"]
    service.create_function(between.founding(organisation.id), said["welcome-function"].strip() or KINDS[kind], kind)
    return organisation
