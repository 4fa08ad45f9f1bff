"""What stands around every page: the navy sidebar with logo, pages, organisation and person."""

from pathlib import Path

import streamlit as st

from ground.settings import settings
from people.model import Role
from ui.parts import asked_only, frame, places, session
from ui.parts.markdown import escaped

_PROFILE, _SETTINGS, _NEW, _SIGN_OUT = "Profile", "Settings", "New organisation", "Sign out"
_LEADS_TO = {_PROFILE: "/profile", _SETTINGS: "/organisation", _NEW: "/welcome"}
_ART = Path(__file__).parents[1] / "static"


def show() -> None:
    """One run of the application: who is here, what they may see, and then the page itself."""
    st.set_page_config(layout="wide", page_icon=str(_ART / "favicon.svg"))
    st.logo(str(_ART / "logo.svg"), size="large", icon_image=str(_ART / "mark.svg"))
    session.enter()
    if not session.organisations():
        _first_start()
        return
    chosen = st.navigation(asked_only.pages() if session.is_only_asked() else [places.page(place) for place in places.PLACES])
    with st.sidebar:
        _organisation()
        _person()
    chosen.run()


def _first_start() -> None:
    """Whatever the address says: there is nothing else to see yet."""
    st.navigation([places.page(place) for place in places.PLACES], position="hidden")
    with st.sidebar:
        st.markdown("Pillars stand on foundations.  \nSee whether they stand true.")
        if settings().mode != "local":
            _person()
    if settings().mode == "local" or _may_found():
        places.view(places.WELCOME)()
    else:
        frame.nothing_here("You belong to no organisation yet", "Ask the person who made your account to add you to theirs.")


def _organisation() -> None:
    every = session.organisations()
    if len(every) == 1:
        st.markdown(f":small[{escaped(every[0].name)}]")
        return
    ids = [one.id for one in every]
    st.session_state.setdefault("organisation", session.organisation().id)
    named = {one.id: one.name for one in every}
    st.selectbox("Organisation", ids, format_func=lambda one: named.get(one, ""), key="organisation", on_change=_switch)


def _switch() -> None:
    wanted = st.session_state["organisation"]
    session.choose(next(one for one in session.organisations() if one.id == wanted))
    st.query_params.clear()


def _person() -> None:
    chosen = st.menu_button(escaped(session.name()), _menu(), type="tertiary", icon=":material/account_circle:", key="account")
    if chosen == _SIGN_OUT:
        session.sign_out()
    if chosen in _LEADS_TO:
        places.go(_LEADS_TO[chosen])


def _menu() -> list[str]:
    """What the one person of local mode is offered, or whoever signed in."""
    if settings().mode == "local":
        return [_SETTINGS, _NEW]
    if session.is_respondent() or not session.organisations():
        return [_SIGN_OUT]
    if session.is_only_asked():
        return [_PROFILE, _SIGN_OUT]
    return [_PROFILE, _SETTINGS, *([_NEW] if _may_found() else []), _SIGN_OUT]


def _may_found() -> bool:
    return Role.ADMINISTRATOR in session.person().roles
