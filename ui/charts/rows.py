"""One row a practice: the gap to its target, and its way since the previous assessment."""

import altair as alt

from exports.figures import Dumbbell, Evidence, Slope
from exports.figures.change import SlopeRow
from exports.figures.gaps import DumbbellRow
from ui.charts.base import Align, Canvas, Row, rows_named
from ui.charts.palette import ROLE

_HEIGHT = 30
_HEAD = "\u2002"
"""The name of the first row, which holds the headings: blank, but not empty."""


def dumbbell(figure: Dumbbell) -> alt.LayerChart:
    """Blue is today, the orange ring the target; a pale line is what missing answers leave open."""
    wide = figure.maximum - figure.minimum
    canvas = Canvas(
        figure.minimum,
        figure.maximum,
        names=rows_named([_HEAD, *(row.title for row in figure.rows)]),
        room=(figure.maximum + wide * 0.1, figure.maximum + wide * 0.3),
    )
    canvas.ticks(figure.ticks, grid=True)
    known = [row for row in figure.rows if row.now is not None]
    canvas.lines([_open(row) for row in figure.rows if row.low is not None and row.low != row.high], 5)
    canvas.lines([{"x": row.now, "x2": row.target, "y": row.title, "color": ROLE.span} for row in known], 2.5)
    canvas.rings([{"x": row.target, "y": row.title, "color": ROLE.target} for row in figure.rows], 190)
    canvas.points([{"x": row.now, "y": row.title, "color": ROLE.current} for row in known], 110)
    _behind(canvas, [(row.title, row.gap, ROLE.target if row.emphasised else ROLE.ink) for row in figure.rows], "Gap")
    _headings(canvas, figure.rows, wide)
    return canvas.finished(_HEIGHT * (len(figure.rows) + 1))


def _open(row: DumbbellRow) -> Row:
    return {"x": row.low, "x2": row.high, "y": row.title, "color": ROLE.span}


def _headings(canvas: Canvas, rows: tuple[DumbbellRow, ...], wide: float) -> None:
    """Over the first row's own marks; side by side where these are close."""
    first = next((row for row in rows if row.now is not None), None)
    if first is None or first.now is None:
        return
    close = abs(first.target - first.now) < wide * 0.25
    sides: tuple[Align, Align] = (
        ("right", "left") if close and first.now <= first.target else ("left", "right") if close else ("center", "center")
    )
    canvas.words([{"x": first.now, "y": _HEAD, "text": "Today", "color": ROLE.current}], bold=True, align=sides[0])
    canvas.words([{"x": first.target, "y": _HEAD, "text": "Target", "color": ROLE.target}], bold=True, align=sides[1])


def evidence(figure: Evidence) -> alt.LayerChart:
    """The full dot is what is evidenced, the ring what is claimed, the pale line what rests on word alone."""
    canvas = Canvas(0, 100, names=rows_named([_HEAD, *(row.title for row in figure.rows)]), room=(112, 130))
    canvas.ticks(range(0, 101, 20), grid=True)
    canvas.lines([{"x": row.evidenced, "x2": row.claimed, "y": row.title, "color": ROLE.span} for row in figure.rows], 2.5)
    canvas.rings([{"x": row.claimed, "y": row.title, "color": ROLE.current} for row in figure.rows], 190)
    canvas.points([{"x": row.evidenced, "y": row.title, "color": ROLE.current} for row in figure.rows], 110)
    _behind(canvas, [(row.title, row.gap, ROLE.target if row.emphasised else ROLE.ink) for row in figure.rows], "Unseen")
    first = figure.rows[0]
    close = first.claimed - first.evidenced < 25
    canvas.words([{"x": first.evidenced, "y": _HEAD, "text": "Evidenced", "color": ROLE.current}], align="right" if close else "center")
    canvas.words([{"x": first.claimed, "y": _HEAD, "text": "Claimed", "color": ROLE.current}], align="left" if close else "center")
    return canvas.finished(_HEIGHT * (len(figure.rows) + 1))


def slope(figure: Slope) -> alt.LayerChart:
    """From the grey mark then to the blue one now; on a screen rows read better than crossing lines."""
    canvas = Canvas(0, 100, names=rows_named([_HEAD, *(row.title for row in figure.rows)]), room=(112, 130))
    canvas.ticks(range(0, 101, 20), grid=True)
    canvas.lines([{"x": row.before, "x2": row.after, "y": row.title, "color": ROLE.span} for row in figure.rows], 2.5)
    canvas.points([{"x": row.before, "y": row.title, "color": ROLE.peer} for row in figure.rows], 70)
    canvas.points([{"x": row.after, "y": row.title, "color": ROLE.current} for row in figure.rows], 110)
    _behind(canvas, [(row.title, row.points, _moved(row)) for row in figure.rows], "Points")
    _then_and_now(canvas, figure.rows[0])
    return canvas.finished(_HEIGHT * (len(figure.rows) + 1))


def _then_and_now(canvas: Canvas, first: SlopeRow) -> None:
    """Over the first row's own marks; side by side where these are close."""
    close, up = abs(first.after - first.before) < 25, first.after >= first.before
    sides: tuple[Align, Align] = (("right", "left") if up else ("left", "right")) if close else ("center", "center")
    canvas.words([{"x": first.before, "y": _HEAD, "text": "Then", "color": ROLE.muted}], align=sides[0])
    canvas.words([{"x": first.after, "y": _HEAD, "text": "Now", "color": ROLE.current}], align=sides[1])


def _moved(row: SlopeRow) -> str:
    if not row.emphasised:
        return ROLE.ink
    return ROLE.target if row.direction < 0 else ROLE.current


def _behind(canvas: Canvas, column: list[tuple[str, str, str]], heading: str) -> None:
    """A column of numbers at the right end."""
    canvas.end_words([{"y": name, "text": text, "color": color} for name, text, color in column], bold=True)
    canvas.end_words([{"y": _HEAD, "text": heading, "color": ROLE.muted}])
