"""Bars under their labels: questions, pillars and measures. A label may be long, so it stands above its bar."""

from collections.abc import Sequence
from typing import NamedTuple

import altair as alt

from exports.figures import Bars, Bullets, Pillars
from exports.figures.position import PillarRow
from ui.charts.base import Canvas, Row, folded
from ui.charts.palette import ROLE

_THICK, _LINE, _MEASURE = 10, 17, 48
_TO_BAR, _AFTER = 13, 22
_ROOM = (1.32, 1.55)
_TEXT_AT = 1.03


class Bar(NamedTuple):
    """Shares of the full width, 0 to 1. `value` is None where nobody can tell; then `low` to `high` is drawn."""

    label: str
    value: float | None
    low: float
    high: float
    text: str
    mark: float | None = None
    short: bool = False
    """It falls short of what is aimed at: its number takes the target's colour."""


def bars(figure: Bars) -> alt.LayerChart:
    """One bar a question; the orange line is where the target level lies."""
    rows = [Bar(r.label, r.share, r.low or 0, r.high or 0, r.text, r.mark, short=not r.reached and r.mark is not None) for r in figure.rows]
    return _drawn(rows)


def pillars(figure: Pillars) -> alt.LayerChart:
    """The index of each dimension; the weakest one's number stands out."""
    return _drawn([_pillar(row) for row in figure.rows])


def _pillar(row: PillarRow) -> Bar:
    now = None if row.now is None else row.now / 100
    return Bar(row.title, now, (row.low or 0) / 100, (row.high or 0) / 100, row.index, short=row.weakest)


def bullets(figure: Bullets) -> alt.LayerChart:
    """Each measure on its own scale, with a line at its target."""
    rows = []
    for r in figure.rows:
        width = (r.maximum - r.minimum) or 1.0
        value, target = (None if v is None else min(1.0, max(0.0, (v - r.minimum) / width)) for v in (r.value, r.target))
        label = r.title if r.target is None else f"{r.title}, target {r.target_text}"
        rows.append(Bar(label, value, 0, 0, r.value_text, target, short=r.met is False))
    return _drawn(rows)


def _drawn(bars: Sequence[Bar]) -> alt.LayerChart:
    canvas = Canvas(0, 1, room=_ROOM)
    labels: list[Row] = []
    placed: list[tuple[Bar, float]] = []
    top = float(_LINE) / 2
    for bar in bars:
        for line in folded(bar.label, _MEASURE):
            labels.append({"x": 0, "y": top, "text": line, "color": ROLE.ink})
            top += _LINE
        placed.append((bar, top - _LINE + _TO_BAR + _THICK / 2))
        top += _TO_BAR + _AFTER
    canvas.lines([row for bar, y in placed for row in _strokes(bar, y)], _THICK)
    canvas.ticks_across([{"x": bar.mark, "y": y, "color": ROLE.target} for bar, y in placed if bar.mark is not None], 20)
    canvas.words(labels)
    numbers = [{"x": _TEXT_AT, "y": y, "text": bar.text, "color": ROLE.target if bar.short else ROLE.ink} for bar, y in placed]
    canvas.words(numbers, bold=True)
    return canvas.finished(top - _LINE / 2)


def _strokes(bar: Bar, y: float) -> list[Row]:
    rows: list[Row] = [{"x": 0, "x2": 1, "y": y, "color": ROLE.empty}]
    if bar.value is not None:
        rows.append({"x": 0, "x2": bar.value, "y": y, "color": ROLE.current})
    elif bar.high > bar.low:
        rows.append({"x": bar.low, "x2": bar.high, "y": y, "color": ROLE.span})
    return rows
