"""How answers spread: a bar a question, parted by what was chosen."""

from exports import theme
from exports.figures import Spreads
from exports.figures.agreement import Part, SpreadRow
from exports.pdf import fonts
from exports.pdf.drawings.ink import BOLD, CELL, NOTE, Sheet, shortened, some_lines

LINE, BAR, BELOW, AFTER = 9.0, 12.0, 9.5, 7.0
MUTED = CELL._replace(colour=theme.MUTED)
MEDIAN = 62.0
"""The column of medians at the right."""


def draw_spreads(figure: Spreads, width: float) -> Sheet:
    """The question above its bar, how many in each part, the option below it, the line that sums it up at the foot."""
    lines = [(some_lines(row.label, CELL, width, 3), some_lines(row.note, MUTED, width, 2)) for row in figure.rows]
    sheet = Sheet(
        width,
        sum(LINE * (len(label) + len(note)) + BAR + BELOW + AFTER for row, (label, note) in zip(figure.rows, lines, strict=True)),
    )
    y = sheet.height
    for row, (label, note) in zip(figure.rows, lines, strict=True):
        y = _written(sheet, label, y, is_note=False) - BAR
        _bar(sheet, row, y, width - MEDIAN)
        y = _written(sheet, note, y - BELOW, is_note=True) - AFTER
    return sheet


def _written(sheet: Sheet, lines: tuple[str, ...], y: float, *, is_note: bool) -> float:
    for line in lines:
        y -= LINE
        sheet.words((0, y + 2.2), line, MUTED if is_note else CELL)
    return y


def _bar(sheet: Sheet, row: SpreadRow, y: float, long: float) -> None:
    for part in row.parts:
        _part(sheet, part, y, long)
    if row.median:
        text = f"Median {row.median}"
        sheet.words((sheet.width, y + 2.4), shortened(text, BOLD, MEDIAN - 4), BOLD, "end")


def _part(sheet: Sheet, part: Part, y: float, long: float) -> None:
    x, wide = part.start * long, (part.end - part.start) * long
    sheet.box((x, y, wide, BAR - 2), theme.LEVELS[part.shade], theme.WHITE)
    middle = x + wide / 2
    sheet.words((middle, y + 2.4), str(part.people), BOLD._replace(colour=theme.LEVEL_TEXT[part.shade]), "middle")
    if fonts.width(part.label, NOTE.face) * NOTE.size <= wide:
        sheet.words((middle, y - 7.4), part.label, NOTE, "middle")
