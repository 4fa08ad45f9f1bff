"""One measure over time, small enough to stand beside others."""

from exports import theme
from exports.figures import Trend
from exports.pdf.drawings.ink import BOLD, CURRENT, NOTE, TARGET, Sheet, shortened

HEIGHT = 104.0
_FOOT, _HEAD, _LEFT = 13.0, 30.0, 20.0
_SMALL = NOTE._replace(size=6.2)


def draw_trend(figure: Trend, width: float) -> Sheet:
    """Name and newest value above; dots joined by a line, and a rule at the target."""
    sheet = Sheet(width, HEIGHT)
    sheet.words((0, HEIGHT - 8), shortened(figure.name, BOLD, width), BOLD)
    sheet.words((0, HEIGHT - 18), figure.dots[-1].text, CURRENT)
    sheet.words((width, HEIGHT - 18), figure.target_text or "No target", TARGET._replace(size=6.8) if figure.target_text else _SMALL, "end")
    for mark in (figure.levels[0], figure.levels[-1]):
        y = _y(figure, mark.at)
        sheet.line((_LEFT, y), (width, y), theme.RULE, 0.5)
        sheet.words((_LEFT - 3, y - 2), mark.text, _SMALL, "end")
    for mark in figure.times:
        sheet.line((_x(figure, mark.at, width), _FOOT), (_x(figure, mark.at, width), _FOOT - 2.5), theme.RULE, 0.5)
        sheet.words((_x(figure, mark.at, width), 3), mark.text, _SMALL, "middle")
    if figure.target is not None:
        sheet.line((_LEFT, _y(figure, figure.target)), (width, _y(figure, figure.target)), theme.TARGET, 1)
    _readings(sheet, figure, width)
    return sheet


def _readings(sheet: Sheet, figure: Trend, width: float) -> None:
    places = [(_x(figure, dot.at, width), _y(figure, dot.value)) for dot in figure.dots]
    if len(places) > 1:
        sheet.path(places, theme.CURRENT, 1.2)
    for place in places[:-1]:
        sheet.dot(place, 1.5)
    sheet.dot(places[-1], 2.8)


def _x(figure: Trend, at: float, width: float) -> float:
    return _LEFT + (at - figure.first) / (figure.last - figure.first) * (width - _LEFT - 3)


def _y(figure: Trend, value: float) -> float:
    return _FOOT + (value - figure.low) / (figure.high - figure.low) * (HEIGHT - _FOOT - _HEAD)
