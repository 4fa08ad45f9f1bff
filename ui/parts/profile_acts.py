"""Acts on one's own account: a refusal stands beside what was typed, a success above the page."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar
from uuid import UUID

import streamlit as st

from ui.parts import identity, session
from ui.parts.markdown import escaped
from ui.parts.session import Outcome

T = TypeVar("T")
_SAID, _TIMES = "profile-said", "profile-times"


def tried(do: Callable[[UUID, datetime], T]) -> Outcome[T]:
    """Do it as whoever this session is at this moment; a refusal is said."""
    outcome = session.attempted(lambda: do(identity.session_id(), session.now()))
    if outcome.refusal:
        st.error(escaped(outcome.refusal))
    return outcome


def act(do: Callable[[UUID, datetime], None], done: str) -> None:
    """Do it and show the page anew."""
    if tried(do).refusal is None:
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
