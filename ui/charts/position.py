"""Where the whole stands: the index on its line, and the posture on its axes."""

import altair as alt

from exports.figures import IndexStrip, PostureAxes
from ui.charts.base import Align, Canvas, Row
from ui.charts.palette import ROLE

_LINE, _ABOVE, _HIGHER, _BELOW = 52, 28, 10, 76
_NEAR = 24
"""Marks closer than this would write over each other on a phone."""


def index_strip(figure: IndexStrip) -> alt.LayerChart:
    """Bands of 20, the range, and the marks of today, before and target."""
    canvas = Canvas(0, 100)
    canvas.ticks(range(0, 101, 20))
    bands: list[Row] = [{"x": n + 0.3, "x2": n + 19.7, "y": _LINE, "color": ROLE.empty} for n in range(0, 100, 20)]
    if figure.low is not None and figure.high is not None:
        bands.append({"x": figure.low, "x2": figure.high, "y": _LINE, "color": ROLE.span})
    canvas.lines(bands, 9)
    _marks(figure, canvas)
    return canvas.finished(104)


def _marks(figure: IndexStrip, canvas: Canvas) -> None:
    here = _middle(figure)
    if figure.previous is not None:
        canvas.points([{"x": figure.previous, "y": _LINE, "color": ROLE.muted}], 70)
        _written(canvas, f"Before: {figure.previous_text}", figure.previous, _BELOW, ROLE.muted)
    if figure.target is not None:
        near = here is not None and abs(figure.target - here) < _NEAR
        canvas.rings([{"x": figure.target, "y": _LINE, "color": ROLE.target}], 150)
        _written(canvas, f"Target {figure.target_text}", figure.target, _HIGHER if near else _ABOVE, ROLE.target, bold=True)
    if figure.now is not None:
        canvas.points([{"x": figure.now, "y": _LINE, "color": ROLE.current}], 190)
    if here is not None:
        _written(canvas, f"You {figure.now_text}", here, _ABOVE, ROLE.current, bold=True)


def _middle(figure: IndexStrip) -> float | None:
    if figure.now is not None or figure.low is None or figure.high is None:
        return figure.now
    return (figure.low + figure.high) / 2


def _written(canvas: Canvas, text: str, x: float, y: float, color: str, *, bold: bool = False) -> None:  # noqa: PLR0913 - one word's place
    align: Align = "left" if x < _NEAR / 2 else "right" if x > 100 - _NEAR / 2 else "center"
    canvas.words([{"x": x, "y": y, "text": text, "color": color}], bold=bold, align=align)


def posture_axes(figure: PostureAxes) -> alt.LayerChart:
    """Each axis a line between its two ends, with the middle marked: a position, never a level."""
    canvas = Canvas(-1, 1)
    for at, row in enumerate(figure.rows):
        words, line = 62 * at + 12, 62 * at + 36
        ends = (
            [{"x": -1, "y": words, "text": row.left, "color": ROLE.muted}],
            [{"x": 1, "y": words, "text": row.right, "color": ROLE.muted}],
        )
        canvas.words(ends[0], align="left")
        canvas.words(ends[1], align="right")
        canvas.lines([{"x": -1, "x2": 1, "y": line, "color": ROLE.empty}], 9)
        if row.low is not None and row.high is not None:
            canvas.lines([{"x": row.low, "x2": row.high, "y": line, "color": ROLE.span}], 9)
        canvas.ticks_across([{"x": 0, "y": line, "color": ROLE.muted}], 17, 1.5)
        if row.position is not None:
            canvas.points([{"x": row.position, "y": line, "color": ROLE.current}], 190)
    return canvas.finished(62 * len(figure.rows))
