"""The signature picture: columns on stones."""

from exports import theme
from exports.figures import Signature
from exports.figures.temple import Format, Shape, Word, temple
from exports.pdf import fonts
from exports.pdf.drawings.ink import CELL, Sheet

INKS = {
    "ink": theme.INK,
    "muted": theme.MUTED,
    "current": theme.CURRENT,
    "target": theme.TARGET,
    "peer": theme.PEER,
    "ground": theme.WHITE,
    "edge": theme.LEVELS[5],
    **{f"level {n}": fill for n, fill in enumerate(theme.LEVELS)},
    **{f"on level {n}": text for n, text in enumerate(theme.LEVEL_TEXT)},
}
SIZE, STEP, INSET = 8.2, 29.0, 10.0
DASH = (3.0, 2.0)


def draw_signature(figure: Signature, width: float) -> Sheet:
    """As it lies on the screen, in the type of the page."""
    drawn = temple(figure, Format(width, SIZE, STEP, INSET))
    sheet = Sheet(width, drawn.height)
    for shape in drawn.shapes:
        _shape(sheet, shape)
    for word in drawn.words:
        _word(sheet, word)
    return sheet


def _shape(sheet: Sheet, shape: Shape) -> None:
    points = [(x, sheet.height - y) for x, y in shape.points]
    ink, weight, dash = INKS[shape.edge or shape.fill], shape.weight * 0.8, DASH if shape.dashed else ()
    if shape.closed:
        sheet.shape(points, ink, weight, INKS[shape.fill] if shape.fill else "", dash)
    else:
        sheet.path(points, ink, weight)


def _word(sheet: Sheet, word: Word) -> None:
    look = CELL._replace(face=fonts.SEMI if word.bold else fonts.REGULAR, size=word.size, colour=INKS[word.ink])
    sheet.words((word.at[0], sheet.height - word.at[1] - word.size * 0.35), word.text, look, "middle")
