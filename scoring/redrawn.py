"""What redrawn weights tell. Apart from the redrawing, because who only reads it need not load NumPy."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Robustness:
    """Shares of draws, 0-1."""

    draws: int
    overall_kept: float | None
    """That leave the whole at its level; None where it has none."""
    level_kept: Mapping[str, float]
    """By practice with a level."""
    weakest: Mapping[str, float]
    """By practice that was weakest in any draw, most often first; empty where not every applicable practice has an index."""
