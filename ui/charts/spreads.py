"""How answers spread: a bar a question, parted by what was chosen; what and how many is written on it."""

from collections.abc import Iterator
from typing import NamedTuple

import altair as alt

from exports.figures import Spreads
from exports.figures.agreement import Part, SpreadRow
from ui.charts.base import SMALL, Canvas, Row, folded
from ui.charts.palette import ROLE

_THICK, _LINE, _MEASURE, _SMALL_MEASURE = 20, 17, 48, 56
_TO_BAR, _BELOW, _AFTER = 4, 22, 20
_ROOM = (1.2, 1.42)
_TEXT_AT = 1.03
_NARROWEST = 0.07
"""A part that is no wider has no room for the name below it; the table has it."""


class _Placed(NamedTuple):
    row: SpreadRow
    y: float


def spreads(figure: Spreads) -> alt.LayerChart:
    """The label above each bar, the line that sums it up below."""
    canvas = Canvas(0, 1, room=_ROOM)
    words: list[Row] = []
    placed: list[_Placed] = []
    top = 2.0
    for row in figure.rows:
        top = _lines(words, row.label, _MEASURE, (top, ROLE.ink))
        top += (_TO_BAR if row.label else 0) + _THICK / 2
        placed.append(_Placed(row, top))
        top += _THICK / 2 + _BELOW
        top = _lines(words, row.note, _SMALL_MEASURE, (top, ROLE.muted)) + (_AFTER if row.note else 0)
    _bars(canvas, placed)
    canvas.words(words)
    canvas.words([{"x": _TEXT_AT, "y": y, "text": f"Median {row.median}", "color": ROLE.ink} for row, y in placed if row.median], bold=True)
    return canvas.finished(top)


def _lines(words: list[Row], text: str, measure: int, at: tuple[float, str]) -> float:
    """Written from `at` downwards in a colour; where the next thing begins."""
    top, colour = at
    for line in folded(text, measure) if text else ():
        words.append({"x": 0, "y": top + _LINE / 2, "text": line, "color": colour})
        top += _LINE
    return top


def _bars(canvas: Canvas, placed: list[_Placed]) -> None:
    # The darkest class would sink into a dark ground.
    canvas.lines([_stroke(part, y, ROLE.edge) for part, y in _parts(placed) if part.shade == len(ROLE.levels) - 1], _THICK + 2)
    canvas.lines([_stroke(part, y, ROLE.levels[part.shade]) for part, y in _parts(placed)], _THICK)
    canvas.ticks_across([{"x": part.start, "y": y, "color": ROLE.ground} for part, y in _parts(placed) if part.start], _THICK + 2)
    canvas.words([_word(part, y, str(part.people), ROLE.on_levels[part.shade]) for part, y in _parts(placed)], align="center", bold=True)
    names = [_word(part, y + _THICK / 2 + 9, part.label, ROLE.muted) for part, y in _parts(placed) if part.end - part.start > _NARROWEST]
    canvas.words(names, align="center", size=SMALL)


def _parts(placed: list[_Placed]) -> Iterator[tuple[Part, float]]:
    return ((part, y) for row, y in placed for part in row.parts)


def _stroke(part: Part, y: float, colour: str) -> Row:
    return {"x": part.start, "x2": part.end, "y": y, "color": colour}


def _word(part: Part, y: float, text: str, colour: str) -> Row:
    return {"x": (part.start + part.end) / 2, "y": y, "text": text, "color": colour}
