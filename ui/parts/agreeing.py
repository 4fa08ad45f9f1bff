"""Who does it by when, and which level it aims at: asked when an action is accepted."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

import streamlit as st

from ui.parts import session


class Terms(NamedTuple):
    """What was agreed."""

    owner: UUID
    due: date
    target: int | None


class Asked(NamedTuple):
    """What the fields offer: people by id, usual weeks, levels above the present one (none: it moves no level)."""

    people: Mapping[UUID, str]
    weeks: int
    levels: Sequence[int]
    promised: int | None


def fields(key: str, asked: Asked) -> Callable[[], Terms]:
    """The three fields, inside a form; calling the result reads them."""
    left, right = st.columns(2)
    left.selectbox("Owner", list(asked.people), format_func=lambda one: asked.people.get(one, ""), key=f"{key}-owner")
    usual = session.today() + timedelta(weeks=max(1, asked.weeks))
    right.date_input("Due", value=usual, min_value=session.today(), key=f"{key}-due", format="YYYY-MM-DD")
    if asked.levels:
        at = next((place for place, level in enumerate(asked.levels) if level == asked.promised), None)
        st.selectbox(
            "Level aimed at",
            list(asked.levels),
            index=at,
            format_func=lambda level: f"Level {level}",
            placeholder="No level of its own",
            key=f"{key}-target",
        )
    return lambda: Terms(st.session_state[f"{key}-owner"], st.session_state[f"{key}-due"], st.session_state.get(f"{key}-target"))
