"""The heatmap of practices by levels."""

from itertools import groupby

from exports import theme
from exports.figures import Heatmap
from exports.figures.heatmap import Cell, HeatRow
from exports.pdf import fonts
from exports.pdf.drawings.ink import BOLD, CELL, NOTE, Sheet, shortened

ROW, GROUP, HEAD, LEGEND = 18.0, 17.0, 16.0, 18.0
LABEL, INDEX, LEVEL = 178.0, 38.0, 34.0
NOTE_BOLD = NOTE._replace(face=BOLD.face)
SMALL = NOTE._replace(size=6.4)


def draw_heatmap(figure: Heatmap, width: float) -> Sheet:
    """Grouped by dimension; each cell has its number."""
    groups = [(name, tuple(rows)) for name, rows in groupby(figure.rows, lambda row: row.dimension)]
    sheet = Sheet(width, HEAD + len(figure.rows) * ROW + len(groups) * GROUP + LEGEND)
    cell = (width - LABEL - INDEX - LEVEL) / max(1, len(figure.columns))
    y = sheet.height - 10
    for i, name in enumerate(figure.columns):
        sheet.words((LABEL + (i + 0.5) * cell, y), shortened(name, NOTE_BOLD, cell - 4), NOTE_BOLD, "middle")
    sheet.words((width - LEVEL - 6, y), "Index", NOTE_BOLD, "end")
    sheet.words((width, y), "Level", NOTE_BOLD, "end")
    y -= HEAD - 10
    for name, rows in groups:
        sheet.words((0, y - GROUP + 5), name, NOTE_BOLD)
        y -= GROUP
        for row in rows:
            y -= ROW
            _row(sheet, row, y, cell)
    _legend(sheet, figure)
    return sheet


def _row(sheet: Sheet, row: HeatRow, y: float, cell: float) -> None:
    baseline = y + ROW / 2 - 2.6
    sheet.words((0, baseline), shortened(row.title, CELL, LABEL - 8))
    for i, part in enumerate(row.cells):
        draw_cell(sheet, part, (LABEL + i * cell, y, cell), baseline)
    right = sheet.width
    sheet.words((right - LEVEL - 6, baseline), row.index, BOLD, "end")
    sheet.words((right, baseline), row.level_range, BOLD._replace(colour=theme.TARGET) if row.held else BOLD, "end")


def draw_cell(sheet: Sheet, cell: Cell, place: tuple[float, float, float], baseline: float, high: float = ROW) -> None:
    """One practice at one level, or in one function: its number on its colour. `place` is left, foot, width."""
    x, y, wide = place
    if cell.colour is None:
        sheet.box((x + 0.8, y + 0.8, wide - 1.6, high - 1.6), theme.WHITE, theme.RULE)
    else:
        sheet.box((x + 0.8, y + 0.8, wide - 1.6, high - 1.6), theme.LEVELS[cell.colour])
    ink = theme.MUTED if cell.colour is None else theme.LEVEL_TEXT[cell.colour]
    sheet.words((x + wide / 2, baseline), cell.text, CELL._replace(colour=ink), "middle")


def _legend(sheet: Sheet, figure: Heatmap) -> None:
    widths = [fonts.width(name, SMALL.face) * SMALL.size + 22 for name in figure.legend]
    x = sheet.width - sum(widths) + 11
    for fill, name, wide in zip(theme.LEVELS, figure.legend, widths, strict=True):
        sheet.box((x, 2, 7, 7), fill, theme.RULE)
        sheet.words((x + 10, 3), name, SMALL)
        x += wide
