"""Outcome measures: a bullet bar with the target."""

from exports import theme
from exports.figures import Bullets
from exports.figures.measures import Bullet
from exports.pdf.drawings.ink import BOLD, CELL, NOTE, TARGET, Sheet, shortened, two_lines

ROW, LABEL, VALUE = 38.0, 176.0, 62.0


def draw_bullets(figure: Bullets, width: float) -> Sheet:
    """One row a measure."""
    sheet = Sheet(width, ROW * len(figure.rows))
    for i, row in enumerate(figure.rows):
        _row(sheet, row, sheet.height - (i + 0.5) * ROW)
    return sheet


def _row(sheet: Sheet, row: Bullet, y: float) -> None:
    notes = two_lines(row.note or "Not measured yet", NOTE, LABEL - 8)
    sheet.words((0, y + 4.5 * len(notes) - 3), shortened(row.title, BOLD, LABEL - 8), BOLD)
    for n, line in enumerate(notes):
        sheet.words((0, y + 4.5 * len(notes) - 13 - 9 * n), line, NOTE)
    long = sheet.width - LABEL - VALUE
    scale = long / ((row.maximum - row.minimum) or 1)
    sheet.box((LABEL, y - 6, long, 12), theme.EMPTY)
    if row.value is not None:
        fill = theme.LEVELS[3] if row.met else theme.CURRENT
        sheet.box((LABEL, y - 3, max(0.0, min(long, (row.value - row.minimum) * scale)), 6), fill)
    if row.target is not None:
        x = LABEL + (row.target - row.minimum) * scale
        sheet.box((x - 1, y - 8, 2, 16), theme.TARGET)
        sheet.words((x, y + 10.5), row.target_text, TARGET._replace(size=6.8), "middle")
    words = row.value_text if row.value is not None else "–"
    sheet.words((sheet.width, y - 2.6), words, BOLD if row.value is not None else CELL, "end")
