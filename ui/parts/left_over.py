"""What somebody wrote for a thing that another person moved on meanwhile: it stays readable until they put it away."""

from collections.abc import Mapping
from typing import NamedTuple
from uuid import UUID

import streamlit as st

from ui.parts import frame
from ui.parts.markdown import escaped


class LeftOver(NamedTuple):
    """What happened, and what was written, by the label of its field."""

    happened: str
    wrote: Mapping[str, str]


def keep(about: UUID, happened: str, wrote: Mapping[str, str]) -> None:
    """Show it on the page of this thing from now on; fields without text are left out."""
    written = {label: text for label, text in wrote.items() if text.strip()}
    before: tuple[LeftOver, ...] = st.session_state.get(_key(about), ())
    st.session_state[_key(about)] = (LeftOver(happened, written), *(one for one in before if one.wrote))


def show(about: UUID) -> None:
    """All of it, newest first, in one place whatever else the page shows."""
    kept: tuple[LeftOver, ...] = st.session_state.get(_key(about), ())
    if not kept:
        return
    with st.container(border=True, gap="small"):
        for one in kept:
            _one(one)
        st.button("Put this away", key=f"put-away-{about}", on_click=_forget, args=(about,))


def _one(one: LeftOver) -> None:
    after = "Your text is below; copy what you need." if one.wrote else "Look at it again, then decide."
    st.warning(escaped(f"{one.happened}. {after}"))
    for label, text in one.wrote.items():
        frame.meta(escaped(label))
        st.code(text, language=None, wrap_lines=True)


def _forget(about: UUID) -> None:
    st.session_state.pop(_key(about), None)


def _key(about: UUID) -> str:
    return f"left-over-{about}"
