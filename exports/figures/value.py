"""What every figure carries, whatever draws it."""

from fractions import Fraction
from typing import NamedTuple

from ground.value import Value
from improvement.standing_model import Standing


class Table(NamedTuple):
    """The figure for people who read rather than look."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Figure(Value):
    """A finding with what proves it."""

    title: str
    """The finding, a sentence without its full stop; never a topic."""
    caption: str
    """How many answers, when, by which method."""
    alt: str
    """The picture in one or two sentences."""

    def table(self) -> Table:
        """Every value the figure draws."""
        raise NotImplementedError


def number(exact: Fraction | int | None) -> float | None:
    """For drawing only: what is printed is rounded from the exact number."""
    return None if exact is None else float(exact)


def level_names(standing: Standing) -> dict[int, str]:
    """The names of the scale's levels."""
    return {step.level: step.name for step in standing.questionnaire.scale}
