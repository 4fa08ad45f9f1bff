"""Colours and runs of text onto a canvas, the two things done most."""

from collections.abc import Sequence
from functools import cache

from reportlab import rl_config
from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from exports.pdf.fonts import Run

# Streams are compressed; writing them in printable characters besides costs a tenth of the time and a quarter of the size.
rl_config.useA85 = 0


@cache
def colour(code: str) -> Color:
    """A colour of the theme."""
    return HexColor(code)


def write(pen: Canvas, at: tuple[float, float], runs: Sequence[Run], size: float, ink: str) -> None:
    """Runs one after the other on one baseline."""
    written = pen.beginText(*at)
    written.setFillColor(colour(ink))
    for run in runs:
        written.setFont(run.face, size)
        written.textOut(run.text)
    pen.drawText(written)
