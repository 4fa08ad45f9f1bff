"""One's own account: name, password, second factor, and the browsers that are signed in."""

import streamlit as st

from ground.settings import settings
from people import own_account
from people.own_account import Own
from ui.parts import frame, identity, profile_factor, session
from ui.parts.markdown import escaped
from ui.parts.profile_acts import act, fresh, told
from ui.parts.profile_words import finding, moment

_GOOD = "Four or five words that do not belong together make a good one."


def page() -> None:
    """Four sections; what was just done is said at the top."""
    with frame.page(frame.NARROW):
        if settings().mode == "local":
            frame.head("Profile", "There is no account on this computer", "Plumbline serves one person here, who needs no password.")
            return
        own = session.attempted(lambda: own_account.about(identity.session_id(), session.now()))
        if own.value is None:
            st.error(escaped(str(own.refusal)))
            return
        frame.head("Profile", finding(own.value), f"You sign in as **{escaped(own.value.email)}**.")
        told()
        _sections(own.value)


def _sections(own: Own) -> None:
    _name(own)
    if own.has_password:
        _password(own)
        profile_factor.show(own)
    _sessions(own)


def _name(own: Own) -> None:
    frame.section("Name", "As it stands beside what you decide.")
    with st.form("profile-name-form"):
        name = st.text_input("Name", own.name, key="profile-name", max_chars=200)
        if st.form_submit_button("Save"):
            act(lambda here, now: own_account.rename(here, name, now), "Your name is saved.")


def _password(own: Own) -> None:
    since = f"Set on {moment(own.password_at)}. " if own.password_at else ""
    frame.section("Password", f"{since}A new one signs all your other browsers out. {_GOOD}")
    with st.form(fresh("profile-password-form")):
        old = _secret("Present password", "profile-old", "current-password")
        new = _secret("New password", "profile-new", "new-password", "12 characters or more")
        again = _secret("New password once more", "profile-again", "new-password")
        if st.form_submit_button("Change the password"):
            if new != again:
                st.error("The two are not the same. Type the new password twice.")
            else:
                act(lambda here, now: own_account.change_password(here, old, new, now), "Your password is changed. Other browsers are out.")


def _secret(label: str, key: str, autocomplete: str, hint: str | None = None) -> str:
    return st.text_input(label, key=fresh(key), type="password", autocomplete=autocomplete, max_chars=1024, placeholder=hint)


def _sessions(own: Own) -> None:
    frame.section("Where you are signed in", "A browser is signed out after an hour without use, or twelve in all.")
    for one in own.sessions:
        here = " :green-badge[this browser]" if one.is_this else ""
        st.markdown(f"**{escaped(one.browser)}**{here}  \n:small[:gray[Since {moment(one.opened_at)}, last used {moment(one.seen_at)}]]")
    if len(own.sessions) > 1 and st.button("Sign out everywhere else", key="profile-elsewhere"):
        act(own_account.sign_out_elsewhere, "You are signed out everywhere else.")
