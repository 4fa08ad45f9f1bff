"""Readings over time: a line from dot to dot, and a rule at the target."""

import altair as alt

from exports.figures import Trend
from ui.charts.base import SMALL, Canvas
from ui.charts.palette import ROLE

_TOP, _TALL, _BELOW, _APART, _ASIDE = 18, 190, 18, 17, 12
_ROOM = (1.22, 1.42)
"""How much further than the last reading the scale ends, for the words at the right."""


def trend(figure: Trend) -> alt.LayerChart:
    """The newest value and the target are written where their lines end."""
    wide = figure.last - figure.first
    ends = tuple(figure.first + wide * share for share in _ROOM)
    canvas = Canvas(figure.first, figure.last, room=(ends[0], ends[1]))
    canvas.lines([{"x": figure.first, "x2": figure.last, "y": _y(figure, m.at), "color": ROLE.empty} for m in figure.levels], 1.5)
    canvas.words([{"x": figure.first, "y": _y(figure, m.at) - 8, "text": m.text, "color": ROLE.muted} for m in figure.levels], size=SMALL)
    below = _TOP + _TALL + _BELOW
    canvas.words([{"x": m.at, "y": below, "text": m.text, "color": ROLE.muted} for m in figure.times], size=SMALL, align="center")
    if figure.target is not None:
        canvas.lines([{"x": figure.first, "x2": figure.last, "y": _y(figure, figure.target), "color": ROLE.target}], 2)
    rows = [{"x": dot.at, "y": _y(figure, dot.value), "color": ROLE.current} for dot in figure.dots]
    canvas.path(rows, 2.5)
    canvas.points(rows[:-1], 50)
    canvas.points(rows[-1:], 150)
    _named(canvas, figure)
    return canvas.finished(below + 12)


def _named(canvas: Canvas, figure: Trend) -> None:
    """Moved apart where they would write over each other."""
    value = _y(figure, figure.dots[-1].value)
    goal = value if figure.target is None else _y(figure, figure.target)
    push = max(0.0, (_APART - abs(value - goal)) / 2) if figure.target is not None else 0.0
    down = push if value >= goal else -push
    canvas.words([{"x": figure.last, "y": value + down, "text": figure.dots[-1].text, "color": ROLE.current}], bold=True, dx=_ASIDE)
    if figure.target is not None:
        canvas.words([{"x": figure.last, "y": goal - down, "text": figure.target_text, "color": ROLE.target}], bold=True, dx=_ASIDE)


def _y(figure: Trend, value: float) -> float:
    return _TOP + (figure.high - value) / (figure.high - figure.low) * _TALL
