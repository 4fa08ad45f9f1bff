"""The organisation's functions side by side."""

import altair as alt

from exports.figures import SideBySide
from ui.charts.base import PHONE, SMALL, TEXT, Row, layer, own, plain, rows_named, written
from ui.charts.palette import ROLE
from ui.charts.tiles import tiles

_ROW = 31
_AHEAD = "Ahead"
_PHONE_LABEL = 125


def side_by_side(figure: SideBySide) -> alt.LayerChart:
    """Practice by function, coloured by level; the own function first and bold, who is ahead behind."""
    narrow = {"labelAngle": {"expr": f"{PHONE} ? -60 : 0"}, "labelAlign": {"expr": f"{PHONE} ? 'left' : 'center'"}}
    # By its place and not by its name: nothing that a person wrote enters an expression.
    bold = {"labelFontWeight": {"expr": "datum.index == 0 ? 600 : 400"}}
    axis = {"orient": "top", **narrow, **bold, "labelFontSize": SMALL, "grid": False, "labelLimit": 150}
    columns = {"field": "column", "type": "nominal", "sort": [*figure.columns, _AHEAD], "title": None, "axis": axis}
    place = {"x": columns, "y": rows_named([row.title for row in figure.rows], _PHONE_LABEL)}
    tile = {"type": "rect", "cornerRadius": 2, "strokeWidth": 1, "width": {"band": 0.97}, "height": {"band": 0.9}}
    text = {"text": {"field": "text"}, "color": own("color")}
    cells = tiles(figure)
    layers = [
        layer(cells, tile, {**place, "color": own("fill"), "stroke": own("edge")}),
        layer(cells, written(), {**place, **text}),
        layer(_ahead(figure), written(bold=True) | {"fontSize": {"expr": f"{PHONE} ? 11 : {TEXT}"}}, {**place, **text}),
    ]
    return plain(layers, _ROW * len(figure.rows))


def _ahead(figure: SideBySide) -> list[Row]:
    return [{"y": row.title, "column": _AHEAD, "text": row.ahead, "color": ROLE.target} for row in figure.rows]
