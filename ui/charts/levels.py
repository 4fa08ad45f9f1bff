"""Levels: how far each is attained, for all practices at once or for one."""

import altair as alt

from exports.figures import Heatmap, LevelBar
from ui.charts.base import PHONE, SMALL, TEXT, Align, Canvas, Row, layer, own, plain, rows_named, written
from ui.charts.palette import ROLE
from ui.charts.tiles import tiles

_ROW = 31
_BAR, _TARGET, _POINTER, _NAMES = 46, 12, 28, 70
_INDEX, _LEVEL = "Index", "Level"
_PHONE_LABEL = 125
_NARROW = {"fontSize": {"expr": f"{PHONE} ? 11 : {TEXT}"}, "dx": {"expr": f"{PHONE} ? 4 : 0"}}
"""A phone's columns are as wide as a range like 24–58: smaller there, and off the last tile."""


def heatmap(figure: Heatmap) -> alt.LayerChart:
    """Practice by level, coloured by the class of attainment; index and level as bold numbers behind."""
    turned = {"labelAngle": {"expr": f"{PHONE} ? -60 : 0"}, "labelAlign": {"expr": f"{PHONE} ? 'left' : 'center'"}}
    axis = {"orient": "top", **turned, "labelFontSize": SMALL, "grid": False}
    columns = {"field": "column", "type": "nominal", "sort": [*figure.columns, _INDEX, _LEVEL], "title": None, "axis": axis}
    place = {"x": columns, "y": rows_named([row.title for row in figure.rows], _PHONE_LABEL)}
    cells = tiles(figure)
    tile = {"type": "rect", "cornerRadius": 2, "strokeWidth": 1, "width": {"band": 0.97}, "height": {"band": 0.9}}
    text = {"text": {"field": "text"}, "color": own("color")}
    layers = [
        layer(cells, tile, {**place, "color": own("fill"), "stroke": own("edge")}),
        layer(cells, written(), {**place, **text}),
        layer(_numbers(figure), written(bold=True) | _NARROW, {**place, **text}),
    ]
    return plain(layers, _ROW * len(figure.rows))


def _numbers(figure: Heatmap) -> list[Row]:
    rows: list[Row] = []
    for row in figure.rows:
        rows.append({"y": row.title, "column": _INDEX, "text": row.index, "color": ROLE.ink})
        rows.append({"y": row.title, "column": _LEVEL, "text": row.level_range, "color": ROLE.target if row.held else ROLE.ink})
    return rows


def level_bar(figure: LevelBar) -> alt.LayerChart:
    """Each level filled as far as it is attained, the range of the level, and the target."""
    canvas = Canvas(figure.minimum, figure.maximum)
    canvas.lines([{"x": s.level - 0.99, "x2": s.level - 0.01, "y": _BAR, "color": ROLE.empty} for s in figure.steps], 13)
    full = [s for s in figure.steps if s.share]
    canvas.lines(
        [
            {"x": s.level - 0.99, "x2": s.level - 0.99 + 0.98 * (s.share or 0), "y": _BAR, "color": ROLE.levels[min(5, s.level)]}
            for s in full
        ],
        13,
    )
    if figure.low is not None and figure.high is not None and figure.low < figure.high:
        canvas.lines([{"x": figure.low, "x2": figure.high, "y": _BAR, "color": ROLE.ink}], 1.5)
        canvas.ticks_across([{"x": end, "y": _BAR, "color": ROLE.ink} for end in (figure.low, figure.high)], 11, 1.5)
    if figure.target is not None:
        canvas.points([{"x": figure.target, "y": _POINTER, "color": ROLE.target}], 90, "triangle-down")
        _target(canvas, figure)
    each = f"width / {max(1, len(figure.steps))} - 6"
    canvas.words(
        [{"x": s.level - 0.99, "y": _NAMES, "text": f"{s.level} {s.name}", "color": ROLE.muted} for s in figure.steps],
        limit={"expr": each},
        fontSize={"expr": f"{PHONE} ? 10 : {SMALL}"},
    )
    return canvas.finished(80)


def _target(canvas: Canvas, figure: LevelBar) -> None:
    align: Align = "right" if figure.target == figure.maximum else "left" if figure.target == figure.minimum else "center"
    canvas.words([{"x": figure.target, "y": _TARGET, "text": f"Target {figure.target}", "color": ROLE.target}], bold=True, align=align)
