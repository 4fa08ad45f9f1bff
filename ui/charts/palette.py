"""The colours of marks on screen: one set for each mode, chosen by what the browser shows."""

from typing import NamedTuple

import streamlit as st

from exports import theme


class Palette(NamedTuple):
    """Colours of one mode. `levels` and `on_levels` are the six classes' fills and the text on them."""

    ink: str
    muted: str
    rule: str
    current: str
    target: str
    peer: str
    span: str
    empty: str
    ground: str
    levels: tuple[str, ...]
    on_levels: tuple[str, ...]
    edge: str
    """Around the darkest class, which would sink into a dark ground."""


LIGHT = Palette(
    ink=theme.INK,
    muted=theme.MUTED,
    rule=theme.RULE,
    current=theme.CURRENT,
    target=theme.TARGET,
    peer=theme.PEER,
    span=theme.SPAN,
    empty=theme.EMPTY,
    ground=theme.WHITE,
    levels=theme.LEVELS,
    on_levels=theme.LEVEL_TEXT,
    edge=theme.LEVELS[5],
)
DARK = Palette(
    ink="#EEF2F6",
    muted="#A9B5C3",
    rule="#2D3B4D",
    current="#5AA9F0",
    target="#F08A5D",
    peer="#8A94A3",
    span="#2F5F94",
    empty="#1C2A3A",
    ground="#0F1722",
    levels=("#33404F", *theme.LEVELS[1:]),
    on_levels=("#EEF2F6", *theme.LEVEL_TEXT[1:]),
    edge="#4A6FA8",
)


def of_mode() -> Palette:
    """The palette of the mode that the browser shows now."""
    return DARK if st.context.theme.type == "dark" else LIGHT
