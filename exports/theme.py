"""Colours, type sizes and font files: one look for screen and paper."""

from pathlib import Path
from types import MappingProxyType

INK, MUTED, RULE = "#14202E", "#5A6675", "#D5DAE1"
CURRENT, TARGET, PEER = "#0B5CAD", "#BF420A", "#8A94A3"
SPAN, EMPTY = "#86AEDB", "#EDF0F3"
NAVY, PALE, WHITE = "#0E2A47", "#EAF2FB", "#FFFFFF"
"""Cover, the shade under a so-what, and paper."""
COVER_LINE, COVER_FILL, COVER_TARGET, COVER_TEXT, COVER_FAINT = "#8CD2F8", "#245072", "#F08A5D", "#BCD3EA", "#8FA9C4"

LEVELS = ("#E7E9EC", "#F7DC8F", "#A6D3A0", "#4DAFAB", "#2574A4", "#1B3468")
LEVEL_TEXT = (INK, INK, INK, "#0B1622", WHITE, WHITE)
"""Fill of classes 0 to 5, and the text on them: at least 5:1. Classes 0 and 1 merge in grey, so the number is always printed."""

STATUS = MappingProxyType(
    {
        "proposed": ("#EDF0F3", "#4A5563"),
        "accepted": ("#EDF0F3", "#4A5563"),
        "in_progress": ("#EAF2FB", "#0A4A8C"),
        "blocked": ("#FCEBE2", "#9A3412"),
        "done": ("#DDF1EE", "#0F5C56"),
        "verified": ("#DDF1EE", "#0F5C56"),
        "cancelled": ("#EDF0F3", "#4A5563"),
    }
)
"""Ground and text of a status pill."""

VERDICTS = MappingProxyType(
    {
        "improved": ("#DDF1EE", "#0F5C56"),
        "declined": ("#FCEBE2", "#9A3412"),
        "no_detectable_change": ("#EDF0F3", "#4A5563"),
        "not_determinable": ("#EDF0F3", "#4A5563"),
        "not_comparable": ("#EDF0F3", "#4A5563"),
    }
)
"""Ground and text of a verdict on a change."""

FONTS = Path(__file__).parent.parent / "ui" / "static" / "fonts"


def level_class(level: float, lowest: int, highest: int) -> int:
    """Which of the six colours a level takes on a scale of any length: the lowest 0, the highest 5, rounded."""
    share = (level - lowest) / (highest - lowest) if highest > lowest else 0.0
    return min(5, max(0, int(share * 5 + 0.5)))
