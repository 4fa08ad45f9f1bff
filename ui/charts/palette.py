"""The colours of marks: roles in a chart, which the browser turns into the colours of the mode it shows.

Charts name roles only. `.streamlit/config.toml` lists the colours of each mode in the order of `NAMES`; tests/ui holds the two together.
"""

from typing import NamedTuple

from exports import theme


class Palette(NamedTuple):
    """One value for each role. `levels` and `on_levels` are the six classes' fills and the text on them."""

    ink: str
    muted: str
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

    def flat(self) -> tuple[str, ...]:
        """All values, in the order that the theme lists them in."""
        return tuple(value for field in self for value in ((field,) if isinstance(field, str) else field))


ROLE = Palette(
    ink="ink",
    muted="muted",
    current="current",
    target="target",
    peer="peer",
    span="span",
    empty="empty",
    ground="ground",
    levels=tuple(f"level {n}" for n in range(6)),
    on_levels=tuple(f"on level {n}" for n in range(6)),
    edge="edge",
)
NAMES = ROLE.flat()
LIGHT = Palette(
    ink=theme.INK,
    muted=theme.MUTED,
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
