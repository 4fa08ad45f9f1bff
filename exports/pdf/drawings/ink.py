"""Shapes in our colours and faces, by one short call each."""

from collections.abc import Sequence
from functools import cache

from reportlab.graphics.shapes import Circle, Drawing, Line, Polygon, PolyLine, Rect, String
from reportlab.lib.colors import Color, HexColor

from exports import theme
from exports.pdf import fonts
from exports.pdf.text import Style

CELL = Style(fonts.REGULAR, 7.5)
BOLD = Style(fonts.SEMI, 7.5)
NOTE = Style(fonts.REGULAR, 7, colour=theme.MUTED)
CURRENT = Style(fonts.SEMI, 7.5, colour=theme.CURRENT)
TARGET = Style(fonts.SEMI, 7.5, colour=theme.TARGET)


@cache
def colour(code: str) -> Color:
    """A colour of the theme."""
    return HexColor(code)


class Sheet:
    """A drawing of one width; y grows upwards."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self.drawing = Drawing(width, height)

    def words(self, at: tuple[float, float], text: str, look: Style = CELL, anchor: str = "start") -> None:
        """One line at its baseline; each run in a face that has it."""
        x, y = at
        used = fonts.width(text, look.face) * look.size
        x -= used if anchor == "end" else used / 2 if anchor == "middle" else 0
        for run in fonts.runs(text, look.face):
            self.drawing.add(String(x, y, run.text, fontName=run.face, fontSize=look.size, fillColor=colour(look.colour)))
            x += fonts.width(run.text, run.face) * look.size

    def box(self, place: tuple[float, float, float, float], fill: str, edge: str = "", radius: float = 0) -> None:
        """x, y, width, height."""
        x, y, width, height = place
        stroke = colour(edge) if edge else None
        self.drawing.add(Rect(x, y, width, height, rx=radius, ry=radius, fillColor=colour(fill), strokeColor=stroke, strokeWidth=0.5))

    def line(self, a: tuple[float, float], b: tuple[float, float], ink: str = theme.RULE, weight: float = 0.6) -> None:
        """From a to b."""
        self.drawing.add(Line(*a, *b, strokeColor=colour(ink), strokeWidth=weight))

    def dot(self, at: tuple[float, float], radius: float = 3.2, ink: str = theme.CURRENT) -> None:
        """A full dot."""
        self.drawing.add(Circle(*at, radius, fillColor=colour(ink), strokeColor=None))

    def ring(self, at: tuple[float, float], radius: float = 3, ink: str = theme.TARGET) -> None:
        """An open ring."""
        self.drawing.add(Circle(*at, radius, fillColor=colour(theme.WHITE), strokeColor=colour(ink), strokeWidth=1.6))

    def shape(self, points: Sequence[tuple[float, float]], ink: str, weight: float = 1, fill: str = "") -> None:
        """A closed outline."""
        flat = [value for point in points for value in point]
        inside = colour(fill) if fill else None
        self.drawing.add(Polygon(flat, strokeColor=colour(ink), strokeWidth=weight, fillColor=inside, strokeLineJoin=1))

    def path(self, points: Sequence[tuple[float, float]], ink: str, weight: float = 1) -> None:
        """An open line through points."""
        flat = [value for point in points for value in point]
        self.drawing.add(PolyLine(flat, strokeColor=colour(ink), strokeWidth=weight, strokeLineJoin=1))


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
    if fonts.width(text, look.face) * look.size <= widest:
        return (text,)
    words = text.split(" ")
    fits = next((i for i in range(len(words) - 1, 0, -1) if fonts.width(" ".join(words[:i]), look.face) * look.size <= widest), 0)
    if not fits:
        return (shortened(text, look, widest),)
    return " ".join(words[:fits]), shortened(" ".join(words[fits:]), look, widest)
