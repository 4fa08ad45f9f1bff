"""Marks on a line: the index strip, the posture, the small from-to of an action."""

from exports import theme
from exports.figures import FromTo, IndexStrip, PostureAxes
from exports.figures.posture import AxisRow
from exports.pdf import fonts
from exports.pdf.drawings.ink import BOLD, CELL, CURRENT, NOTE, TARGET, Sheet
from exports.pdf.text import Style


def draw_strip(figure: IndexStrip, width: float) -> Sheet:
    """0 to 100: range, today, previous, target."""
    sheet = Sheet(width, 56)
    scale = width / 100
    sheet.box((0, 24, width, 8), theme.EMPTY)
    for tick in range(0, 101, 20):
        anchor = "start" if not tick else "end" if tick == 100 else "middle"
        sheet.words((tick * scale, 1), str(tick), NOTE, anchor)
        if 0 < tick < 100:
            sheet.line((tick * scale, 24), (tick * scale, 32), theme.WHITE, 1.4)
    if figure.low is not None and figure.high is not None and figure.low < figure.high:
        sheet.box((figure.low * scale, 24, (figure.high - figure.low) * scale, 8), theme.SPAN)
    _strip_marks(sheet, figure, scale)
    return sheet


def _strip_marks(sheet: Sheet, figure: IndexStrip, scale: float) -> None:
    if figure.previous is not None:
        sheet.dot((figure.previous * scale, 28), 3, theme.PEER)
        _named(sheet, (figure.previous * scale, 13), f"Previous {figure.previous_text}", NOTE)
    if figure.target is not None:
        sheet.ring((figure.target * scale, 28), 4)
        _named(sheet, (figure.target * scale, 40), f"Target {figure.target_text}", TARGET)
    if figure.now is not None:
        sheet.dot((figure.now * scale, 28), 5)
        close = figure.target is not None and abs(figure.target - figure.now) * scale < 62
        _named(sheet, (figure.now * scale, 49 if close else 40), f"Today {figure.now_text}", CURRENT)


def _named(sheet: Sheet, at: tuple[float, float], words: str, look: Style) -> None:
    x, y = at
    anchor = "start" if x < 30 else "end" if x > sheet.width - 30 else "middle"
    sheet.words((max(0.0, x - 4) if anchor == "start" else x, y), words, look, anchor)


def draw_posture(figure: PostureAxes, width: float) -> Sheet:
    """A position between two ends; the middle is marked."""
    sheet = Sheet(width, 34 * len(figure.rows))
    for i, row in enumerate(figure.rows):
        _axis(sheet, row, sheet.height - 34 * i - 14)
    return sheet


def _axis(sheet: Sheet, row: AxisRow, y: float) -> None:
    left, right = 70.0, sheet.width - 70
    middle, half = (left + right) / 2, (right - left) / 2
    sheet.words((0, y - 2.6), row.left, BOLD)
    sheet.words((sheet.width, y - 2.6), row.right, BOLD, "end")
    sheet.box((left, y - 3, right - left, 6), theme.EMPTY)
    sheet.line((middle, y - 7), (middle, y + 7), theme.PEER, 0.8)
    if row.low is not None and row.high is not None and row.low < row.high:
        sheet.box((middle + row.low * half, y - 3, (row.high - row.low) * half, 6), theme.SPAN)
    if row.position is not None:
        sheet.dot((middle + row.position * half, y), 4.5)
    sheet.words((middle, y - 17), row.text, CELL._replace(colour=theme.MUTED), "middle")


def draw_from_to(mark: FromTo, width: float) -> Sheet:
    """A dot, a ring and the span between them, with both numbers."""
    sheet = Sheet(width, 10)
    left = max(15.0, fonts.width(mark.start_text, NOTE.face) * NOTE.size + 6)
    right = width - max(15.0, fonts.width(mark.end_text, BOLD.face) * BOLD.size + 6)
    scale = (right - left) / (mark.maximum - mark.minimum)
    sheet.words((0, 2.4), mark.start_text, NOTE)
    sheet.words((width, 2.4), mark.end_text, BOLD, "end")
    sheet.line((left, 5), (right, 5), theme.RULE, 0.8)
    if mark.start is not None and mark.end is not None:
        a, b = left + (mark.start - mark.minimum) * scale, left + (mark.end - mark.minimum) * scale
        sheet.line((a, 5), (b, 5), theme.SPAN, 1.8)
        sheet.ring((b, 5), 2.3)
        sheet.dot((a, 5), 2.4)
    return sheet
