"""Vector shapes by one short call each, kept until the page is there.

ReportLab's own Drawing checks and tracks every attribute of every shape, which costs as much time as all the text of a report,
and names Helvetica in the file; these few shapes go straight to the canvas.
"""

from collections.abc import Callable, Sequence

from reportlab.pdfgen.canvas import Canvas

from exports import theme
from exports.pdf import bidi, fonts
from exports.pdf.ink import colour, write
from exports.pdf.text import Style

CELL = Style(fonts.REGULAR, 7.5)
BOLD = Style(fonts.SEMI, 7.5)
NOTE = Style(fonts.REGULAR, 7, colour=theme.MUTED)
CURRENT = Style(fonts.SEMI, 7.5, colour=theme.CURRENT)
TARGET = Style(fonts.SEMI, 7.5, colour=theme.TARGET)
Point = tuple[float, float]
Dash = tuple[float, ...]
"""Lengths of stroke and gap; empty for an unbroken line."""


class Sheet:
    """A drawing of one size; y grows upwards."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self.printed: list[str] = []
        """Every text on it, for whoever checks what a drawing says."""
        self._strokes: list[Callable[[Canvas], None]] = []

    def draw(self, pen: Canvas, x: float, y: float) -> None:
        """With its lower left corner at x, y."""
        pen.saveState()
        pen.translate(x, y)
        for stroke in self._strokes:
            stroke(pen)
        pen.restoreState()

    def words(self, at: Point, text: str, look: Style = CELL, anchor: str = "start") -> None:
        """One line at its baseline; each run in a face that has it."""
        if not text:
            return
        self.printed.append(text)
        if bidi.has_right_to_left(text):
            text = bidi.visual(bidi.joined(text))
        used = fonts.width(text, look.face) * look.size
        x = at[0] - (used if anchor == "end" else used / 2 if anchor == "middle" else 0)
        runs = fonts.runs(text, look.face)
        self._strokes.append(lambda pen: write(pen, (x, at[1]), runs, look.size, look.colour))

    def box(self, place: tuple[float, float, float, float], fill: str, edge: str = "") -> None:
        """x, y, width, height."""

        def stroke(pen: Canvas) -> None:
            pen.setFillColor(colour(fill))
            if edge:
                pen.setStrokeColor(colour(edge))
                pen.setLineWidth(0.5)
            pen.rect(*place, stroke=int(bool(edge)), fill=1)

        self._strokes.append(stroke)

    def line(self, a: Point, b: Point, ink: str = theme.RULE, weight: float = 0.6) -> None:
        """From a to b."""
        self.path((a, b), ink, weight)

    def dot(self, at: Point, radius: float = 3.2, ink: str = theme.CURRENT) -> None:
        """A full dot."""

        def stroke(pen: Canvas) -> None:
            pen.setFillColor(colour(ink))
            pen.circle(*at, radius, stroke=0, fill=1)

        self._strokes.append(stroke)

    def ring(self, at: Point, radius: float = 3, ink: str = theme.TARGET) -> None:
        """An open ring."""

        def stroke(pen: Canvas) -> None:
            pen.setFillColor(colour(theme.WHITE))
            pen.setStrokeColor(colour(ink))
            pen.setLineWidth(1.6)
            pen.circle(*at, radius, stroke=1, fill=1)

        self._strokes.append(stroke)

    def shape(self, points: Sequence[Point], ink: str, weight: float = 1, fill: str = "", dash: Dash = ()) -> None:
        """A closed outline."""
        self._polygon(points, (ink, weight, fill, dash), closed=True)

    def path(self, points: Sequence[Point], ink: str, weight: float = 1) -> None:
        """An open line through points."""
        self._polygon(points, (ink, weight, "", ()), closed=False)

    def _polygon(self, points: Sequence[Point], look: tuple[str, float, str, Dash], *, closed: bool) -> None:
        ink, weight, fill, dash = look

        def stroke(pen: Canvas) -> None:
            pen.setStrokeColor(colour(ink))
            pen.setLineWidth(weight)
            pen.setDash(*dash)
            if fill:
                pen.setFillColor(colour(fill))
            drawn = pen.beginPath()
            drawn.moveTo(*points[0])
            for point in points[1:]:
                drawn.lineTo(*point)
            if closed:
                drawn.close()
            pen.drawPath(drawn, stroke=1, fill=int(bool(fill)))

        self._strokes.append(stroke)


def shortened(text: str, look: Style, widest: float) -> str:
    """The text, cut with an ellipsis where it is wider."""
    if fonts.width(text, look.face) * look.size <= widest:
        return text
    kept = text
    while kept and fonts.width(f"{kept}…", look.face) * look.size > widest:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def two_lines(text: str, look: Style, widest: float) -> tuple[str, ...]:
    """Broken at a space into two lines at most, the second one cut where it must be."""
    return some_lines(text, look, widest, 2)


def some_lines(text: str, look: Style, widest: float, most: int) -> tuple[str, ...]:
    """Broken at spaces into so many lines at most, the last one cut where it must be."""
    if most == 1 or fonts.width(text, look.face) * look.size <= widest:
        return (shortened(text, look, widest),)
    words = text.split(" ")
    fits = next((i for i in range(len(words) - 1, 0, -1) if fonts.width(" ".join(words[:i]), look.face) * look.size <= widest), 0)
    if not fits:
        return (shortened(text, look, widest),)
    return " ".join(words[:fits]), *some_lines(" ".join(words[fits:]), look, widest, most - 1)
