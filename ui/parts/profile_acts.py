"""Acts on one's own account: a refusal stands beside what was typed, a success above the page."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar
from uuid import UUID

import streamlit as st

from ui.parts import identity, session
from ui.parts.acts import fresh, say, told
from ui.parts.markdown import escaped
from ui.parts.session import Outcome

__all__ = ["act", "fresh", "say", "told", "tried"]
T = TypeVar("T")


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
