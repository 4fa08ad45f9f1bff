"""Outcome measures: a bullet bar with the target, and the readings before it as a line."""

from exports import theme
from exports.figures import Bullets
from exports.figures.measures import Bullet
from exports.pdf.drawings.ink import BOLD, CELL, NOTE, TARGET, Sheet, shortened

ROW, LABEL, TREND = 44.0, 136.0, 92.0


def draw_bullets(figure: Bullets, width: float) -> Sheet:
    """One row a measure."""
    sheet = Sheet(width, 12 + ROW * len(figure.rows))
    sheet.words((width - TREND, sheet.height - 8), "Readings", NOTE)
    for i, row in enumerate(figure.rows):
        _row(sheet, row, sheet.height - 12 - (i + 0.5) * ROW)
    return sheet


def _row(sheet: Sheet, row: Bullet, y: float) -> None:
    sheet.words((0, y + 1.5), shortened(row.title, BOLD, LABEL - 8), BOLD)
    sheet.words((0, y - 8.5), shortened(row.note or "Not measured yet", NOTE, LABEL - 8), NOTE)
    long = sheet.width - LABEL - TREND - 74
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
    sheet.words((LABEL + long + 62, y - 2.6), words, BOLD if row.value is not None else CELL, "end")
    _trend(sheet, row, y)


def _trend(sheet: Sheet, row: Bullet, y: float) -> None:
    if not row.readings:
        return
    values = [reading.value for reading in row.readings]
    low, high = min(values), max(values)
    left, right = sheet.width - TREND + 3, sheet.width - 6
    step = (right - left) / max(1, len(values) - 1)
    places = [(left + i * step, y - 4 + (12 * (v - low) / (high - low) if high > low else 6)) for i, v in enumerate(values)]
    if len(places) > 1:
        sheet.path(places, theme.PEER, 1)
    for place in places:
        sheet.dot(place, 1.6, theme.PEER)
    sheet.dot(places[-1], 2.6)
    sheet.words((left - 3, y - 14.5), row.readings[0].period, NOTE._replace(size=6.2))
    if len(places) > 1:
        sheet.words((sheet.width, y - 14.5), row.readings[-1].period, NOTE._replace(size=6.2), "end")
