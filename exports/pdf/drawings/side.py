"""The organisation's functions side by side."""

from exports import theme
from exports.figures import SideBySide
from exports.figures.sisters import SideRow
from exports.pdf.drawings.heatmap import LABEL, NOTE_BOLD, draw_cell
from exports.pdf.drawings.ink import BOLD, CELL, NOTE, Sheet, shortened

HEAD, ROW, AHEAD, WIDEST = 18.0, 15.0, 92.0, 110.0


def draw_side_by_side(figure: SideBySide, width: float) -> Sheet:
    """Each cell has its number; the own function stands first and bold."""
    sheet = Sheet(width, HEAD + len(figure.rows) * ROW)
    cell = min(WIDEST, (width - LABEL - AHEAD) / len(figure.columns))
    y = sheet.height - 10
    for i, name in enumerate(figure.columns):
        look = NOTE if i else NOTE_BOLD
        sheet.words((LABEL + (i + 0.5) * cell, y), shortened(name, look, cell - 4), look, "middle")
    sheet.words((LABEL + len(figure.columns) * cell + 8, y), "Ahead", NOTE_BOLD)
    y -= HEAD - 10
    for row in figure.rows:
        y -= ROW
        _row(sheet, row, y, cell)
    return sheet


def _row(sheet: Sheet, row: SideRow, y: float, cell: float) -> None:
    baseline = y + ROW / 2 - 2.6
    sheet.words((0, baseline), shortened(row.title, CELL, LABEL - 8))
    for i, part in enumerate(row.cells):
        draw_cell(sheet, part, (LABEL + i * cell, y, cell), baseline, ROW)
    after = LABEL + len(row.cells) * cell + 8
    sheet.words((after, baseline), shortened(row.ahead, BOLD, sheet.width - after), BOLD._replace(colour=theme.TARGET))
