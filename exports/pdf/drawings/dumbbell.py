"""Today against target, one row a practice."""

from exports import theme
from exports.figures import Dumbbell
from exports.figures.gaps import DumbbellRow
from exports.pdf.drawings.ink import BOLD, CELL, CURRENT, NOTE, TARGET, Sheet, shortened

ROW, HEAD, LABEL, GAP = 17.5, 26.0, 190.0, 34.0


def draw_dumbbell(figure: Dumbbell, width: float) -> Sheet:
    """The words stand on the first row, so no legend is needed."""
    sheet = Sheet(width, HEAD + len(figure.rows) * ROW + 2)
    left, right = LABEL, width - GAP - 10
    scale = (right - left) / (figure.maximum - figure.minimum)
    top = sheet.height - HEAD
    for tick in figure.ticks:
        x = left + (tick - figure.minimum) * scale
        sheet.words((x, top + 4), str(tick), NOTE, "middle")
        sheet.line((x, 0), (x, top), theme.RULE, 0.5)
    sheet.words((width, top + 4), "Gap", NOTE, "end")
    if figure.rows:
        _names(sheet, figure.rows[0], (left - figure.minimum * scale, scale))
    for i, row in enumerate(figure.rows):
        _row(sheet, row, top - (i + 0.5) * ROW, (left - figure.minimum * scale, scale))
    return sheet


def _names(sheet: Sheet, first: DumbbellRow, axis: tuple[float, float]) -> None:
    zero, scale = axis
    y = sheet.height - 8
    aim = zero + first.target * scale
    now = None if first.now is None else zero + first.now * scale
    sheet.words((aim, y), "Target", TARGET, "start" if now is not None and aim - now < 40 else "middle")
    if now is not None:
        sheet.words((now, y), "Today", CURRENT, "end" if aim - now < 40 else "middle")


def _row(sheet: Sheet, row: DumbbellRow, y: float, axis: tuple[float, float]) -> None:
    zero, scale = axis
    look = BOLD if row.emphasised else CELL
    sheet.words((LABEL - 10, y - 2.6), shortened(row.title, look, LABEL - 14), look, "end")
    aim = zero + row.target * scale
    if row.low is not None and row.high is not None and row.low < row.high:
        sheet.line((zero + row.low * scale, y), (zero + row.high * scale, y), theme.RULE, 5)
    if row.now is not None:
        now = zero + row.now * scale
        if now < aim:
            sheet.line((now, y), (aim, y), theme.SPAN, 1.8)
        sheet.ring((aim, y))
        sheet.dot((now, y), 2.2 if now == aim else 3.2)
    else:
        sheet.ring((aim, y))
    sheet.words((sheet.width, y - 2.6), row.gap, BOLD, "end")
