"""The second factor on the profile page: setting one up, its recovery codes, going without."""

from collections.abc import Callable

import streamlit as st

from people import own_account, second_factor
from people.own_account import Own
from ui.parts import frame, identity, session

Do = Callable[[Callable[[], object], str], None]
_KEY, _CODES = "profile-factor-key", "profile-factor-codes"


def show(own: Own, do: Do) -> None:
    """The section, in whichever of its three states. `do` makes a change, says so, and runs the page anew."""
    frame.section("Second factor", _standing(own))
    if _CODES in st.session_state:
        _recovery_codes()
    elif _KEY in st.session_state:
        _set_up(do)
    else:
        _begin(own, do)


def _standing(own: Own) -> str:
    if own.has_second_factor:
        return f"An authenticator is set up. Recovery codes left: {own.recovery_left}."
    return "A code from your phone beside the password, so that a stolen password alone opens nothing."


def _begin(own: Own, do: Do) -> None:
    with st.form("profile-factor-form"):
        password = ""
        if own.has_password:
            password = st.text_input("Present password", type="password", autocomplete="current-password", key="profile-factor-password")
        with st.container(horizontal=True):
            begun = st.form_submit_button("Set up another authenticator" if own.has_second_factor else "Set up an authenticator")
            dropped = own.has_second_factor and not own.needs_second_factor and st.form_submit_button("Go without", type="tertiary")
    if begun:
        do(lambda: _keep(_KEY, own_account.begin_second_factor(identity.session_id(), password, session.now())), "Now scan the code below.")
    if dropped:
        do(
            lambda: own_account.drop_second_factor(identity.session_id(), password, session.now()),
            "You sign in with the password alone from now on.",
        )


def _set_up(do: Do) -> None:
    key, login = st.session_state[_KEY]
    left, right = st.columns([1, 2], vertical_alignment="center")
    left.image(second_factor.picture(second_factor.address(key, login)), caption="QR code of the key", width=205)
    right.markdown(f"Scan it with an authenticator on your phone, or type this key there:  \n**{second_factor.spelled(key)}**")
    with st.form("profile-code-form"):
        code = st.text_input("The six digits that it shows now", autocomplete="one-time-code", key="profile-code")
        with st.container(horizontal=True):
            confirmed = st.form_submit_button("Go on", type="primary")
            if st.form_submit_button("Leave it", type="tertiary"):
                del st.session_state[_KEY]
                st.rerun()
    if confirmed:
        do(lambda: _confirm(code), "The second factor is set up.")


def _confirm(code: str) -> None:
    _keep(_CODES, own_account.confirm_second_factor(identity.session_id(), code, session.now()))
    del st.session_state[_KEY]


def _recovery_codes() -> None:
    with st.container(border=True):
        st.markdown("**Keep these ten codes.** Each opens your account once, on the day when the phone is lost. They are shown only now.")
        st.code("\n".join(st.session_state[_CODES]), language=None)
        if st.button("I have kept them", key="profile-kept"):
            del st.session_state[_CODES]
            st.rerun()


def _keep(key: str, value: object) -> None:
    st.session_state[key] = value
