"""Acts on pages of forms: a refusal stands beside what was typed, a success above the page."""

from collections.abc import Callable

import streamlit as st

from people.work import Work
from ui.parts import session
from ui.parts.markdown import escaped
from ui.parts.session import Outcome

_SAID, _TIMES = "done-said", "done-times"


def act(change: Callable[[Work], object], done: str) -> None:
    """Do it in the organisation at hand and show the page anew."""
    settle(session.attempt(change), done)


def settle(outcome: Outcome[object], done: str) -> None:
    """Say what came of it."""
    if outcome.refusal:
        st.error(escaped(outcome.refusal))
        return
    say(done)
    st.rerun()


def say(done: str) -> None:
    """What the next run says at the top, with all fields empty again."""
    st.session_state[_SAID] = done
    st.session_state[_TIMES] = st.session_state.get(_TIMES, 0) + 1


def told() -> None:
    """Say what was just done."""
    done = st.session_state.pop(_SAID, "")
    if done:
        st.success(done, icon=":material/check:")


def fresh(key: str) -> str:
    """A new key after each success empties the field; a refusal leaves what was typed."""
    return f"{key}-{st.session_state.get(_TIMES, 0)}"
