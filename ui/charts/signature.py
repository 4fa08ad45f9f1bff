"""The signature picture: laid out twice, for a desk and for a phone; the browser shows the one that its width calls for."""

from collections.abc import Iterator
from itertools import groupby

import altair as alt

from exports.figures import Signature
from exports.figures.temple import NARROW, WIDE, Shape, Temple, Word, stretched, temple
from ui.charts.base import Row, Spec, layer, own, plain, written

_DESK = 640
"""From this width on, in pixels, four stones have room for their names side by side."""
_DASH, _LINE = [4, 3], [1, 0]


def signature(figure: Signature) -> alt.LayerChart:
    """Columns on stones. Both layouts are as high as the higher one: a chart's height is fixed before its width is known."""
    high = max(temple(figure, form).height for form in (WIDE, NARROW))
    desk, phone = stretched(figure, WIDE, high), stretched(figure, NARROW, high)
    return plain([*_layers(desk, f"width >= {_DESK}", high), *_layers(phone, f"width < {_DESK}", high)], high)


def _layers(drawn: Temple, when: str, high: float) -> Iterator[alt.Chart]:
    """All shapes in one layer, in their order, so that few of them cost much."""
    wide, place = drawn.form.width, _place(high)
    shapes = [_shape(name, shape, wide) for name, shape in enumerate(drawn.shapes)]
    yield layer(shapes, _OUTLINE, place | _LOOKS).transform_filter(when).transform_flatten(["at", "x", "y"])
    for look, words in groupby(sorted(drawn.words, key=_look), _look):
        yield layer([_word(word, wide) for word in words], _type(*look), place | _TEXT).transform_filter(when)


_OUTLINE: Spec = {"type": "line", "interpolate": "linear-closed", "strokeJoin": "round"}
_LOOKS: Spec = {
    "detail": {"field": "shape"},
    "order": {"field": "at", "type": "quantitative"},
    "stroke": own("color"),
    "fill": own("fill"),
    "strokeWidth": {"field": "weight", "type": "quantitative", "scale": None},
    "strokeDash": {"field": "dash", "type": "nominal", "scale": None},
}
"""Without an order, Vega would join the corners of a shape from left to right."""
_TEXT: Spec = {"text": {"field": "text"}, "color": own("color")}


def _type(size: float, bold: bool) -> Spec:  # noqa: FBT001 - a fact, not a switch
    return written(bold=bold, align="center") | {"fontSize": size}


def _place(high: float) -> Spec:
    across = {"field": "x", "type": "quantitative", "axis": None, "scale": {"domain": [0, 1], "nice": False, "zero": False}}
    down = {"field": "y", "type": "quantitative", "axis": None, "scale": {"domain": [high, 0], "nice": False, "zero": False}}
    return {"x": across, "y": down}


def _shape(name: int, shape: Shape, width: float) -> Row:
    return {
        "shape": name,
        "at": [*range(len(shape.points))],
        "x": [round(x / width, 4) for x, _ in shape.points],
        "y": [round(y, 1) for _, y in shape.points],
        "color": shape.edge,
        "fill": shape.fill or shape.edge,
        "weight": round(shape.weight, 2),
        "dash": _DASH if shape.dashed else _LINE,
    }


def _look(word: Word) -> tuple[float, bool]:
    return word.size, word.bold


def _word(word: Word, width: float) -> Row:
    return {"x": round(word.at[0] / width, 4), "y": round(word.at[1], 1), "text": word.text, "color": word.ink}
