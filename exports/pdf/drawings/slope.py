"""Then and now: a line a practice, labels moved apart where they would collide."""

from exports import theme
from exports.figures import Slope
from exports.figures.change import SlopeRow
from exports.pdf import fonts
from exports.pdf.drawings.ink import NOTE, Sheet, shortened
from exports.pdf.text import Style

LEFT, RIGHT, HEAD, APART = 176.0, 176.0, 20.0, 9.4


def draw_slope(figure: Slope, width: float, height: float) -> Sheet:
    """Higher is more; the largest moves stand out, up in blue and down in orange."""
    sheet = Sheet(width, height)
    a, b = LEFT, width - RIGHT
    bold = NOTE._replace(face=fonts.SEMI)
    sheet.words((a, height - 9), shortened(figure.before_label, bold, LEFT), bold, "middle")
    sheet.words((b, height - 9), shortened(figure.after_label, bold, RIGHT), bold, "middle")
    for x in (a, b):
        sheet.line((x, 4), (x, height - HEAD), theme.RULE, 0.6)
    values = [value for row in figure.rows for value in (row.before, row.after)]
    low, high = min(values), max(values)
    scale = (height - HEAD - 16) / ((high - low) or 1)
    before = _spread([(10 + (row.before - low) * scale) for row in figure.rows])
    after = _spread([(10 + (row.after - low) * scale) for row in figure.rows])
    for row, left, right in sorted(zip(figure.rows, before, after, strict=True), key=lambda each: each[0].emphasised):
        start, end = (a, 10 + (row.before - low) * scale), (b, 10 + (row.after - low) * scale)
        _row(sheet, row, (start, end), (left, right))
    return sheet


def _row(sheet: Sheet, row: SlopeRow, ends: tuple[tuple[float, float], tuple[float, float]], labels: tuple[float, float]) -> None:
    ink = theme.PEER if not row.emphasised else theme.CURRENT if row.direction > 0 else theme.TARGET
    look = Style(fonts.SEMI if row.emphasised else fonts.REGULAR, 7, colour=ink if row.emphasised else theme.MUTED)
    sheet.line(*ends, ink, 1.6 if row.emphasised else 0.8)
    for end in ends:
        sheet.dot(end, 2.2, ink)
    sheet.words((LEFT - 7, labels[0] - 2.4), shortened(f"{row.title} {row.before_text}", look, LEFT - 7), look, "end")
    sheet.words((sheet.width - RIGHT + 7, labels[1] - 2.4), shortened(f"{row.after_text} {row.title}", look, RIGHT - 7), look)


def _spread(places: list[float]) -> list[float]:
    """The same places, moved apart until no two labels touch."""
    order = sorted(range(len(places)), key=lambda i: places[i])
    moved = [places[i] for i in order]
    for i in range(1, len(moved)):
        moved[i] = max(moved[i], moved[i - 1] + APART)
    overshoot = max(0.0, moved[-1] - max(places)) / 2 if moved else 0.0
    result = [0.0] * len(places)
    for i, place in zip(order, moved, strict=True):
        result[i] = place - overshoot
    return result
