"""The second factor of one's own account: set up, replaced, given up."""

import streamlit as st

from people import own_account, second_factor
from people.own_account import Own
from ui.parts import frame
from ui.parts.profile_acts import act, fresh, say, tried

_CODES = "profile-recovery-codes"
_KEY = "profile-pending-key"


def show(own: Own) -> None:
    """What there is, and the next step of what is under way."""
    frame.section("Second factor", "Six digits from an authenticator on your phone, besides the password.")
    if _CODES in st.session_state:
        _codes()
    elif _KEY in st.session_state:
        _confirm()
    else:
        _begin(own)


def _begin(own: Own) -> None:
    st.markdown(_standing(own))
    with st.form(fresh("profile-factor-form")):
        password = st.text_input(
            "Present password", key=fresh("profile-factor-password"), type="password", autocomplete="current-password", max_chars=1024
        )
        with st.container(horizontal=True):
            begun = st.form_submit_button("Set up another authenticator" if own.has_second_factor else "Set up")
            dropped = own.has_second_factor and not own.needs_second_factor and st.form_submit_button("Turn off")
        if begun:
            _keep(tried(lambda here, now: own_account.begin_second_factor(here, password, now)).value)
        if dropped:
            act(lambda here, now: own_account.drop_second_factor(here, password, now), "The second factor is off.")


def _standing(own: Own) -> str:
    if not own.has_second_factor:
        return "It is off. Turn it on, and a stolen password alone opens nothing."
    needed = " Your role needs one." if own.needs_second_factor else ""
    return f"It is on, with {own.recovery_left} of {second_factor.RECOVERY_CODES} recovery codes left.{needed}"


def _keep(begun: tuple[str, str] | None) -> None:
    if begun is not None:
        st.session_state[_KEY] = begun
        st.rerun()


def _confirm() -> None:
    secret, login = st.session_state[_KEY]
    st.markdown("Scan this with the authenticator, then type the six digits that it shows.")
    st.image(second_factor.picture(second_factor.address(secret, login)), width=205, caption="QR code of the key")
    st.markdown(f"It cannot scan? Type this key there: **{second_factor.spelled(secret)}**")
    with st.form("profile-confirm-form"):
        code = st.text_input("Code", key=fresh("profile-code"), max_chars=10, autocomplete="one-time-code")
        with st.container(horizontal=True):
            sure = st.form_submit_button("Confirm", type="primary")
            if st.form_submit_button("Leave it as it was"):
                del st.session_state[_KEY]
                st.rerun()
        if sure:
            _finish(tried(lambda here, now: own_account.confirm_second_factor(here, code, now)).value)


def _finish(codes: tuple[str, ...] | None) -> None:
    if codes is not None:
        del st.session_state[_KEY]
        st.session_state[_CODES] = codes
        say("The second factor is set up.")
        st.rerun()


def _codes() -> None:
    st.markdown("**Keep these ten codes.** Each opens your account once, on the day when the phone is lost. They are shown only now.")
    st.code("\n".join(st.session_state[_CODES]), language=None)
    if st.button("I have kept them", key="profile-codes-kept", type="primary"):
        del st.session_state[_CODES]
        st.rerun()
