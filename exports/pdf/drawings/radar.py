"""The radar on the cover: light lines on navy."""

from math import cos, pi, sin

from exports import theme
from exports.figures import Radar
from exports.figures.position import RadarAxis
from exports.pdf import fonts
from exports.pdf.drawings.ink import Sheet, two_lines
from exports.pdf.text import Style

GRID = "#33516E"
LABEL = Style(fonts.REGULAR, 6.8, 8.2, theme.COVER_TEXT)


def draw_radar(figure: Radar, width: float, height: float) -> Sheet:
    """Today filled, the target as an outline; where answers are missing, the least and the most."""
    sheet = Sheet(width, height)
    centre, radius = (width / 2, height / 2), min(width / 2 - 92, height / 2 - 24)
    spread = _Spread(len(figure.axes), centre, radius)
    if len(figure.axes) < 3:
        return sheet
    for ring in range(1, figure.rings + 1):
        sheet.shape(spread.outline([ring / figure.rings] * len(figure.axes)), GRID, 0.6)
    for i in range(len(figure.axes)):
        sheet.line(centre, spread.at(i, 1.0), GRID, 0.5)
    _profile(sheet, figure, spread)
    for i, axis in enumerate(figure.axes):
        _label(sheet, axis, spread, i)
    _legend(sheet, figure)
    return sheet


def _is_told(figure: Radar) -> bool:
    return all(axis.now is not None for axis in figure.axes)


def _profile(sheet: Sheet, figure: Radar, spread: "_Spread") -> None:
    if _is_told(figure):
        now = spread.outline([axis.now or 0.0 for axis in figure.axes])
        sheet.shape(now, theme.COVER_LINE, 1.8, theme.COVER_FILL)
    else:
        sheet.shape(spread.outline([axis.high for axis in figure.axes]), theme.COVER_FAINT, 0.9)
        now = spread.outline([axis.low for axis in figure.axes])
        sheet.shape(now, theme.COVER_LINE, 1.2, theme.COVER_FILL)
    if _has_target(figure):
        sheet.shape(spread.outline([axis.target or 0.0 for axis in figure.axes]), theme.COVER_TARGET, 1.2)
    for point in now:
        sheet.dot(point, 2.3, theme.WHITE)


def _has_target(figure: Radar) -> bool:
    return all(axis.target is not None for axis in figure.axes)


def _legend(sheet: Sheet, figure: Radar) -> None:
    """At the lower right: what the outlines are."""
    outlines = [(theme.COVER_LINE, "Today")] if _is_told(figure) else [(theme.COVER_LINE, "At least"), (theme.COVER_FAINT, "At most")]
    outlines += [(theme.COVER_TARGET, "Target")] if _has_target(figure) else []
    for i, (ink, name) in enumerate(reversed(outlines)):
        y = 4 + 11 * i
        sheet.line((sheet.width - 70, y + 2.4), (sheet.width - 54, y + 2.4), ink, 1.8)
        sheet.words((sheet.width - 48, y), name, LABEL)


def _label(sheet: Sheet, axis: RadarAxis, spread: "_Spread", i: int) -> None:
    x, y = spread.at(i, 1.0)
    across = (x - spread.centre[0]) / spread.radius
    anchor = "middle" if abs(across) < 0.1 else "start" if across > 0 else "end"
    shift = 0 if anchor == "middle" else 7 if anchor == "start" else -7
    lines = two_lines(axis.title, LABEL, 150 if anchor == "middle" else 96)
    up = (y - spread.centre[1]) / spread.radius
    first = y - 2.4 + up * 9 + (len(lines) - 1) * LABEL.leading * (0.5 + up / 2)
    for k, line in enumerate(lines):
        sheet.words((x + shift, first - k * LABEL.leading), line, LABEL, anchor)


class _Spread:
    """Axes around a centre, the first one upwards, then clockwise."""

    def __init__(self, axes: int, centre: tuple[float, float], radius: float) -> None:
        self.axes, self.centre, self.radius = axes, centre, radius

    def at(self, axis: int, share: float) -> tuple[float, float]:
        """A share of the way along an axis."""
        angle = pi / 2 - 2 * pi * axis / self.axes
        return self.centre[0] + cos(angle) * self.radius * share, self.centre[1] + sin(angle) * self.radius * share

    def outline(self, shares: list[float]) -> list[tuple[float, float]]:
        """One point on each axis."""
        return [self.at(i, share) for i, share in enumerate(shares)]
