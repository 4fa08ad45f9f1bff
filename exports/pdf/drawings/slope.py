"""Then and now: a line a practice, labels moved apart where they would collide."""

from math import inf

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
    before, after = (
        _spread([(10 + (value - low) * scale) for value in side], 4, height - HEAD - 4)
        for side in ([row.before for row in figure.rows], [row.after for row in figure.rows])
    )
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


def _spread(places: list[float], bottom: float = -inf, top: float = inf) -> list[float]:
    """The same places, moved apart until no two labels touch: those that collide stay centred on where they belong."""
    order = sorted(range(len(places)), key=lambda i: places[i])
    groups: list[list[int]] = []
    for i in order:
        groups.append([i])
        while len(groups) > 1 and _lowest(places, groups[-1]) < _lowest(places, groups[-2]) + len(groups[-2]) * APART:
            groups[-2:] = [groups[-2] + groups[-1]]
    moved = [_lowest(places, group) + n * APART for group in groups for n in range(len(group))]
    result = [0.0] * len(places)
    for n, (i, place) in enumerate(zip(order, moved, strict=True)):
        result[i] = min(max(place, bottom + n * APART), top - (len(order) - 1 - n) * APART)
    return result


def _lowest(places: list[float], group: list[int]) -> float:
    """Where the first label of a group stands whose middle is the middle of its places."""
    return sum(places[i] for i in group) / len(group) - (len(group) - 1) * APART / 2
