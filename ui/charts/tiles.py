"""A table of coloured tiles: practices by levels, or by functions."""

from exports.figures import Heatmap, SideBySide
from ui.charts.base import Row
from ui.charts.palette import ROLE


def tiles(figure: Heatmap | SideBySide) -> list[Row]:
    """A tile for each practice and column, in the colour of its class; the darkest has an edge, for it would sink into a dark ground."""
    return [
        {
            "y": row.title,
            "column": column,
            "text": cell.text,
            "fill": ROLE.empty if cell.colour is None else ROLE.levels[cell.colour],
            "edge": ROLE.edge if cell.colour == 5 else ROLE.empty if cell.colour is None else ROLE.levels[cell.colour],
            "color": ROLE.muted if cell.colour is None else ROLE.on_levels[cell.colour],
        }
        for row in figure.rows
        for column, cell in zip(figure.columns, row.cells, strict=True)
    ]
