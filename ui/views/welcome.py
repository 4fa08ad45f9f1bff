"""The first start: whose service management it is, and which function is looked at first."""

import streamlit as st

from improvement import demo
from people import service, work
from people.model import Organisation
from people.work import Work
from ui.parts import frame, session
from ui.parts.choices import CURRENCIES, KINDS, zones
from ui.parts.markdown import escaped


def page() -> None:
    """One form, one primary button."""
    with frame.page(frame.NARROW):
        frame.head(
            "Welcome",
            "See where your service management stands, and what to do next",
            "Tell whose it is. You can change all of it later, under Settings.",
        )
        _form()
        _demo()
        frame.meta("Everything stays on this computer: no account, no upload, no statistics.")


def _form() -> None:
    with st.form("welcome"):
        st.text_input("Your name", key="welcome-person", placeholder="As it stands beside what you decide")
        st.text_input("Organisation", key="welcome-organisation")
        zone, currency = st.columns(2)
        zone.selectbox("Time zone", zones(), index=_here(), key="welcome-zone")
        currency.selectbox("Currency", CURRENCIES, key="welcome-currency")
        kind, name = st.columns(2)
        kind.selectbox("Service function to look at first", list(KINDS), format_func=KINDS.__getitem__, key="welcome-kind")
        name.text_input("What you call it", key="welcome-function", placeholder="As on the left, if you leave it empty")
        if st.form_submit_button("Start", type="primary"):
            _start()


def _demo() -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button("Look at a demo first", key="welcome-demo"):
            _tell()
        frame.meta("A fictional water utility: two functions, three assessments, a living register. It takes a few seconds.")


def _tell() -> None:
    with st.spinner("Two years are passing"):
        told = session.attempted(lambda: demo.tell(session.person(), session.now()))
    if told.value is None:
        st.error(escaped(told.refusal or ""))
        return
    st.rerun()


def _here() -> int:
    zone = st.context.timezone
    return zones().index(zone) if zone in zones() else 0


def _start() -> None:
    made = session.attempted(lambda: work.writing(session.person(), session.now(), _found))
    if made.value is None:
        st.error(escaped(made.refusal or ""))
        return
    session.choose(made.value)
    st.rerun()


def _found(between: Work) -> Organisation:
    """All of it or nothing: the name of the person, their organisation, its first function."""
    said = st.session_state
    if said["welcome-person"].strip():
        service.rename_person(between, session.person().id, said["welcome-person"])
    organisation = service.create_organisation(between, said["welcome-organisation"], said["welcome-zone"], said["welcome-currency"])
    kind = said["welcome-kind"]
    service.create_function(between.founding(organisation.id), said["welcome-function"].strip() or KINDS[kind], kind)
    return organisation
