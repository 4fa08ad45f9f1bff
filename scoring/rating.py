"""How a share becomes a rating, ratings a level, and a level a gated level (ISO/IEC 33020 and scoring specification, section 3)."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Literal

Band = Literal["N", "P-", "P+", "L-", "L+", "F"]

UPPER_EDGES: tuple[tuple[Fraction, Band], ...] = (
    (Fraction("0.15"), "N"),
    (Fraction("0.325"), "P-"),
    (Fraction("0.5"), "P+"),
    (Fraction("0.675"), "L-"),
    (Fraction("0.85"), "L+"),
    (Fraction(1), "F"),
)
"""Each band reaches up to its edge, the edge included."""

GATE_CAP = 3
"""No more than this level is asked of a prerequisite (our own default)."""


def share(number: Fraction | Decimal | str | float) -> Fraction:
    """A share exactly as written: 0.85 is seventeen twentieths, whatever its binary form. ValueError outside 0 to 1."""
    exact = Fraction(repr(number) if isinstance(number, float) else number)
    if not 0 <= exact <= 1:
        raise ValueError(f"{number} is no share. Write a number from 0 to 1.")
    return exact


def band(attainment: Fraction | Decimal | str | float) -> Band:
    """N up to 15 %, P- up to 32.5, P+ up to 50, L- up to 67.5, L+ up to 85, F above."""
    exact = share(attainment)
    return next(name for edge, name in UPPER_EDGES if exact <= edge)


def capability_level(attainment_by_level: Mapping[int, Fraction | None], minimum: int = 0) -> int:
    """The greatest level largely attained (> 50 %) above levels all fully attained (> 85 %); `minimum` where none is.

    A level that is left out is passed over: it neither earns nor blocks. None, a level that nobody could tell, stops the climb.
    """
    known = {
        level: None if reached is None else share(reached).as_integer_ratio() for level, reached in sorted(attainment_by_level.items())
    }
    return climb(known, minimum)


def climb(parts_by_level: Mapping[int, tuple[float, float] | None], minimum: int) -> int:
    """`capability_level` over ascending levels, of shares as (numerator, denominator): whole numbers are what makes scoring fast."""
    reached = minimum
    for level, parts in parts_by_level.items():
        if level <= minimum:
            continue
        if parts is None or 2 * parts[0] <= parts[1]:
            break
        reached = level
        if 20 * parts[0] <= 17 * parts[1]:
            break
    return reached


def gated_level(level: int, prerequisites: Iterable[int], cap: int = GATE_CAP) -> int:
    """The greatest k up to `level` for which every prerequisite is at min(k, cap) or above."""
    weakest = min(prerequisites, default=level)
    return level if weakest >= min(level, cap) else weakest
