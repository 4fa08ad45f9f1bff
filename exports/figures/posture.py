"""Posture: a position on an axis, never a level."""

from exports.figures.value import Figure, Table, number
from exports.words.posture import AXES, axis_words
from exports.words.source import source
from ground.value import Value
from improvement.standing_model import Standing
from scoring.result import Axis


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
    questions = standing.questionnaire.questions.values()
    asked = {"stance": any(q.stance for q in questions), "posture": any(q.posture for q in questions)}
    axes = {"stance": standing.score.posture.stance, "posture": standing.score.posture.posture}
    rows = tuple(_row(axes[name], ends) for name, ends in AXES.items() if asked[name])
    if not rows:
        return None
    title = f"{rows[0].left} to {rows[0].right.lower()}: {rows[0].text}"
    return PostureAxes(
        title=title,
        caption=f"Difference of the two means over tagged questions, −1 to +1. {source(standing)}",
        alt=f"{title}. A mark on a line from {rows[0].left.lower()} to {rows[0].right.lower()}.",
        rows=rows,
    )


def _row(axis: Axis, ends: tuple[str, str]) -> AxisRow:
    return AxisRow(
        left=ends[0],
        right=ends[1],
        position=number(axis.position),
        low=number(axis.low),
        high=number(axis.high),
        text=axis_words(axis, ends),
    )
