"""What all charts share: layers of marks over rows, drawn with Altair."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import altair as alt
from altair.utils.schemapi import disable_debug_mode

from ui.charts.palette import NAMES, ROLE

# The tests hold every chart against the schema of Vega-Lite. Doing so again at each rerun cost 100 ms of server time a chart.
disable_debug_mode()
alt.data_transformers.consolidate_datasets = False

Row = Mapping[str, Any]
Spec = dict[str, Any]
Align = Literal["left", "center", "right"]
FONT = "IBM Plex Sans"
TEXT, SMALL = 13, 12
PHONE = "width < 420"
LABEL, PHONE_LABEL = 260, 150
"""How long a name beside a row may be, in pixels; longer ones end in an ellipsis, and the table has them whole."""


class Canvas:
    """Layers in the making, on one quantitative scale. Rows bring their own `x`, `x2`, `text`, `color`, and `y`.

    `y` is a row's name where the canvas has `names` (of `rows_named`), and pixels from the top otherwise. `room` lets the scale end later,
    (on a desk, on a phone), for a column of text behind the marks.
    """

    def __init__(self, low: float, high: float, *, names: Spec | None = None, room: tuple[float, float] | None = None) -> None:
        end = {"expr": f"{PHONE} ? {room[1]} : {room[0]}"} if room else high
        self._x: Spec = {
            "type": "quantitative",
            "title": None,
            "axis": None,
            "scale": {"domainMin": low, "domainMax": end, "nice": False, "zero": False},
        }
        self._down: Spec = {"domain": [1, 0]}
        self._y = names or {"field": "y", "type": "quantitative", "axis": None, "scale": self._down}
        self._layers: list[alt.Chart] = []

    def ticks(self, at: Sequence[float], *, grid: bool = False) -> None:
        """Numbers under the scale, with lines up from them where rows are many."""
        self._x["axis"] = {"values": list(at), "labelFontSize": SMALL, "grid": grid, "format": "d"}

    def lines(self, rows: Sequence[Row], width: float) -> None:
        """Horizontal strokes from x to x2: bands, bars and spans."""
        self._add(rows, {"type": "rule", "strokeWidth": width}, x2={"field": "x2"})

    def path(self, rows: Sequence[Row], width: float) -> None:
        """A line from row to row, of one colour."""
        self._add(rows, {"type": "line", "strokeWidth": width, "interpolate": "linear"})

    def ticks_across(self, rows: Sequence[Row], size: float, width: float = 2.5) -> None:
        """Short vertical strokes through a bar."""
        self._add(rows, {"type": "tick", "orient": "vertical", "size": size, "thickness": width})

    def points(self, rows: Sequence[Row], size: float, shape: str = "circle") -> None:
        """Filled marks in `color`."""
        self._add(rows, {"type": "point", "filled": True, "opacity": 1, "size": size, "shape": shape})

    def rings(self, rows: Sequence[Row], size: float) -> None:
        """Open marks, edged in `color`, over whatever lies beneath."""
        self.points([{**row, "color": ROLE.ground} for row in rows], size)
        self._add(rows, {"type": "point", "filled": False, "opacity": 1, "size": size, "strokeWidth": 2.5})

    def words(self, rows: Sequence[Row], *, align: Align = "left", **mark: Any) -> None:  # noqa: ANN401 - Vega-Lite's own options
        """The `text` of each row at its x and y."""
        self._add(rows, written(align=align, **mark), text={"field": "text"})

    def end_words(self, rows: Sequence[Row], **mark: Any) -> None:  # noqa: ANN401 - Vega-Lite's own options
        """The `text` of each row at the right edge, whatever the scale."""
        self._add(rows, written(align="right", **mark), text={"field": "text"}, x={"value": "width"})

    def finished(self, height: float) -> alt.LayerChart:
        """The chart, `height` pixels high."""
        self._down["domain"] = [height, 0]
        return plain(self._layers, height)

    def _add(self, rows: Sequence[Row], mark: Spec, **encoding: Spec | None) -> None:
        if not rows:
            return
        whole = {"x": {"field": "x", **self._x}, "y": self._y, "color": own("color"), **encoding}
        self._layers.append(layer(rows, mark, {name: way for name, way in whole.items() if way}))


def rows_named(order: Sequence[str], phone: int = PHONE_LABEL) -> Spec:
    """One row a name, in the given order, the names at its left."""
    axis = {
        "labelFontSize": {"expr": f"{PHONE} ? {SMALL} : {TEXT}"},
        "labelColor": {"expr": f"scale('color', '{ROLE.ink}')"},
        "labelLimit": {"expr": f"{PHONE} ? {phone} : {LABEL}"},
        "grid": False,
    }
    return {"field": "y", "type": "nominal", "sort": list(order), "title": None, "axis": axis}


def written(*, bold: bool = False, size: int = TEXT, **mark: Any) -> Spec:  # noqa: ANN401 - Vega-Lite's own options
    """A mark of text in the page's type."""
    return {"type": "text", "font": FONT, "fontSize": size, "fontWeight": 600 if bold else 400, "baseline": "middle", **mark}


def own(field: str) -> Spec:
    """The role that each row brings along, as the colour it has in this mode."""
    return {"field": field, "type": "nominal", "scale": {"domain": list(NAMES)}, "legend": None}


def layer(rows: Sequence[Row], mark: Spec, encoding: Spec) -> alt.Chart:
    """One kind of mark. Text in the rows is only ever drawn: never an address, an expression or a field's name."""
    data = alt.InlineData(values=[dict(row) for row in rows])
    return alt.Chart(data, mark=alt.MarkDef(**mark), encoding=alt.FacetedEncoding(**encoding))


def plain(layers: Sequence[alt.Chart], height: float) -> alt.LayerChart:
    """As wide as its place, without frame, axis line or background."""
    axis = {"domain": False, "ticks": False, "labelPadding": 8, "labelFlush": False, "labelBaseline": "middle", "labelOverlap": False}
    return alt.LayerChart(
        layer=list(layers),
        height=height,
        padding={"left": 0, "right": 4, "top": 2, "bottom": 2},
        config={"font": FONT, "background": "transparent", "view": {"stroke": None}, "axis": axis},
    )


def folded(text: str, measure: int) -> list[str]:
    """The text on lines of at most so many characters, whole words on each."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) >= measure:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
