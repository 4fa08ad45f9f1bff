"""Peers as rows: a grey bar for their middle half, a stroke for their median, a dot for oneself."""

import altair as alt

from exports.figures import PeerStrip
from exports.figures.peers import PeerRow
from ui.charts.base import Canvas, rows_named
from ui.charts.palette import ROLE

_HEIGHT = 30
_HEAD = "\u2002"
_ROOM = (134.0, 190.0)
"""Behind the scale stands the percentile with its band."""


def peer_strip(figure: PeerStrip) -> alt.LayerChart:
    """No mark stands for a peer."""
    canvas = Canvas(0, 100, names=rows_named([_HEAD, *(row.title for row in figure.rows)]), room=_ROOM)
    canvas.ticks(range(0, 101, 20), grid=True)
    halves = [row for row in figure.rows if row.low is not None and row.high is not None]
    medians = [row for row in figure.rows if row.median is not None]
    canvas.lines([{"x": row.low, "x2": row.high, "y": row.title, "color": ROLE.peer} for row in halves], 5)
    canvas.ticks_across([{"x": row.median, "y": row.title, "color": ROLE.ink} for row in medians], 18)
    canvas.points([{"x": row.own, "y": row.title, "color": ROLE.current} for row in figure.rows if row.own is not None], 110)
    canvas.end_words([{"y": row.title, "text": _behind(row), "color": ROLE.ink} for row in figure.rows], bold=True)
    canvas.end_words([{"y": _HEAD, "text": "Percentile", "color": ROLE.muted}])
    _legend(canvas, figure.rows)
    return canvas.finished(_HEIGHT * (len(figure.rows) + 1))


def _behind(row: PeerRow) -> str:
    return "not told" if row.place.startswith("not told") else row.place.replace(", likely ", " · ")


def _legend(canvas: Canvas, rows: tuple[PeerRow, ...]) -> None:
    """Over the first row's own marks."""
    first = next((row for row in rows if row.median is not None and row.own is not None), None)
    if first is None or first.own is None or first.median is None:
        return
    own_is_left = first.own <= first.median
    canvas.words([{"x": first.own, "y": _HEAD, "text": "You", "color": ROLE.current}], bold=True, align="right" if own_is_left else "left")
    canvas.words([{"x": first.median, "y": _HEAD, "text": "Median", "color": ROLE.ink}], align="left" if own_is_left else "right")
