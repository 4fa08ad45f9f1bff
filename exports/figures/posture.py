"""Posture: a position on an axis, never a level."""

from exports.figures.value import Figure, Table, number
from exports.words.posture import axis_of, axis_words, ends, posture_finding
from exports.words.source import source
from ground.value import Value
from improvement.leaning import AxisName, asked
from improvement.standing_model import Standing


class AxisRow(Value):
    """One axis from -1 to +1."""

    left: str
    right: str
    position: float | None
    low: float | None
    high: float | None
    text: str


class PostureAxes(Figure):
    """The axes that this questionnaire asks about."""

    rows: tuple[AxisRow, ...]

    def table(self) -> Table:
        """Axis and position."""
        return Table(("Axis", "Position"), tuple((f"{r.left} to {r.right.lower()}", r.text) for r in self.rows))


def posture_axes(standing: Standing) -> PostureAxes | None:
    """None where no question is tagged: an axis without questions would be empty."""
    axes = asked(standing)
    return _figure(standing, posture_finding(standing), axes) if axes else None


def posture_axis(standing: Standing, axis: AxisName) -> PostureAxes:
    """One axis by itself."""
    left, right = ends(axis)
    return _figure(standing, f"{left} to {right.lower()}: {axis_words(axis_of(standing, axis), ends(axis))}", (axis,))


def _figure(standing: Standing, title: str, axes: tuple[AxisName, ...]) -> PostureAxes:
    between = "; ".join(
        f"{ends(axis)[0].lower()} to {ends(axis)[1].lower()}, {axis_words(axis_of(standing, axis), ends(axis))}" for axis in axes
    )
    return PostureAxes(
        title=title,
        caption=f"Difference of the two means over tagged questions, −1 to +1. {source(standing)}",
        alt=f"{title}. A mark on a line between two ends: {between}.",
        rows=tuple(_row(standing, axis) for axis in axes),
    )


def _row(standing: Standing, axis: AxisName) -> AxisRow:
    found, (left, right) = axis_of(standing, axis), ends(axis)
    return AxisRow(
        left=left,
        right=right,
        position=number(found.position),
        low=number(found.low),
        high=number(found.high),
        text=axis_words(found, (left, right)),
    )
