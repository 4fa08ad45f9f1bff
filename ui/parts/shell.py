"""What stands around every page: the navy sidebar with logo, pages, organisation and person."""

from pathlib import Path

import streamlit as st

from ground.settings import settings
from people.model import Role
from ui.parts import asked_only, frame, places, session
from ui.parts.labels import ink
from ui.parts.markdown import escaped

_PROFILE, _SETTINGS, _NEW, _SIGN_OUT = "Profile", "Settings", "New organisation", "Sign out"
_LEADS_TO = {_PROFILE: "/profile", _SETTINGS: "/organisation", _NEW: "/welcome"}
_LANDED = "has-landed"
_ART = Path(__file__).parents[1] / "static"


def show() -> None:
    """One run of the application: who is here, what they may see, and then the page itself."""
    st.set_page_config(layout="wide", page_icon=str(_ART / "favicon.svg"))
    st.logo(str(_ART / "logo.svg"), size="large", icon_image=str(_ART / "mark.svg"))
    session.enter()
    if not session.has_organisation() and not session.governs():
        _first_start()
        return
    if session.is_only_asked():
        chosen = st.navigation(asked_only.pages())
    else:
        chosen = st.navigation(places.pages())
        _lead_on(chosen)
    with st.sidebar:
        _organisation()
        _person()
    chosen.run()


def _lead_on(chosen: st.Page) -> None:
    """From the root to where this person's work begins; once a session, since the root is Home as well."""
    has_landed = st.session_state.get(_LANDED, settings().mode == "local")
    st.session_state[_LANDED] = True
    if to := session.switched_to():
        places.go(to if places.leads_on(to) else places.landing())
    landing = places.landing_place()
    if chosen.url_path == "" and landing != "home" and (not has_landed or not places.opens(places.PLACES[0])):
        places.go(places.landing())


def _first_start() -> None:
    """Whatever the address says, there is nothing else to see yet, but for one's own account."""
    chosen = st.navigation([places.page(place) for place in places.PLACES], position="hidden")
    with st.sidebar:
        st.markdown("Pillars stand on foundations.  \nSee whether they stand true.")
        if settings().mode != "local":
            _person()
    if settings().mode != "local" and chosen.url_path == _LEADS_TO[_PROFILE].strip("/"):
        chosen.run()
    elif settings().mode == "local" or _may_found():
        places.view(places.WELCOME)()
    else:
        frame.nothing_here("You belong to no organisation yet", "Ask the person who made your account to add you to theirs.")


def _organisation() -> None:
    if not session.has_organisation():
        return
    every = session.organisations()
    if session.organisation() not in every:
        every = (*every, session.organisation())
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


def _person() -> None:
    # Open, it lies outside the sidebar: its paper is navy like the sidebar's, its ink would be that of the pages.
    name, offered = ink(escaped(session.name())), _menu()
    chosen = st.menu_button(name, offered, format_func=ink, type="tertiary", icon=":material/account_circle:", key="account")
    if chosen == _SIGN_OUT:
        session.sign_out()
    if chosen in _LEADS_TO:
        places.go(_LEADS_TO[chosen])


def _menu() -> list[str]:
    """What the one person of local mode is offered, or whoever signed in."""
    if settings().mode == "local":
        return [_SETTINGS, _NEW]
    if session.is_respondent():
        return [_SIGN_OUT]
    if session.is_only_asked() or not session.has_organisation():
        return [_PROFILE, _SIGN_OUT]
    return [_PROFILE, *([_SETTINGS] if session.may("function", "update") else []), _SIGN_OUT]


def _may_found() -> bool:
    return Role.ADMINISTRATOR in session.person().roles
