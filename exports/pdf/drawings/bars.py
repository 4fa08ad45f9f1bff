"""Bars: the pillars, the climb of a practice, the questions of a practice."""

from exports import theme
from exports.figures import Bars, LevelBar, Pillars
from exports.figures.position import PillarRow
from exports.figures.practice import Bar, LevelStep
from exports.pdf import fonts
from exports.pdf.drawings.ink import BOLD, CELL, NOTE, TARGET, Sheet, shortened, some_lines

PILLAR, PILLAR_LABEL = 20.0, 190.0
BAR, LINE = 19.0, 8.6


def draw_pillars(figure: Pillars, width: float) -> Sheet:
    """Index as a bar from 0 to 100, the level at the end."""
    sheet = Sheet(width, 13 + len(figure.rows) * PILLAR)
    right = width - 84
    sheet.words((width - 40, sheet.height - 8), "Index", NOTE, "end")
    if figure.with_levels:
        sheet.words((width, sheet.height - 8), "Level", NOTE, "end")
    for i, row in enumerate(figure.rows):
        y = sheet.height - 13 - (i + 0.5) * PILLAR
        _pillar(sheet, row, y, right - PILLAR_LABEL)
        if figure.with_levels:
            sheet.words((width, y - 2.6), row.level, BOLD, "end")
    return sheet


def _pillar(sheet: Sheet, row: PillarRow, y: float, long: float) -> None:
    look = BOLD if row.weakest else CELL
    sheet.words((0, y - 2.6), shortened(row.title, look, PILLAR_LABEL - 8), look)
    sheet.box((PILLAR_LABEL, y - 4, long, 8), theme.EMPTY)
    if row.low is not None and row.high is not None and row.low < row.high:
        sheet.box((PILLAR_LABEL + long * row.low / 100, y - 4, long * (row.high - row.low) / 100, 8), theme.SPAN)
    filled = row.now if row.now is not None else row.low
    if filled:
        sheet.box((PILLAR_LABEL, y - 4, long * filled / 100, 8), theme.TARGET if row.weakest else theme.CURRENT)
    sheet.words((sheet.width - 40, y - 2.6), row.index, BOLD, "end")


def draw_level_bar(figure: LevelBar, width: float) -> Sheet:
    """Each level filled as far as it is attained; a triangle marks the target."""
    sheet = Sheet(width, 42)
    gap = 3.0
    step = (width - gap * (len(figure.steps) - 1)) / len(figure.steps)
    for i, level in enumerate(figure.steps):
        _step(sheet, figure, level, (i * (step + gap), step))
    if figure.target is not None and figure.target > figure.minimum:
        x = (figure.target - figure.minimum) * (step + gap) - gap
        sheet.shape([(x - 3.4, 35), (x + 3.4, 35), (x, 28.5)], theme.TARGET, 0.1, theme.TARGET)
        before = figure.target == figure.maximum
        sheet.words((x - 6 if before else x + 6, 30.5), f"Target {figure.target}", TARGET, "end" if before else "start")
    return sheet


def _step(sheet: Sheet, figure: LevelBar, level: LevelStep, place: tuple[float, float]) -> None:
    x, wide = place
    sheet.box((x, 14, wide, 12), theme.EMPTY)
    shade = theme.level_class(level.level, figure.minimum, figure.maximum)
    if level.share:
        sheet.box((x, 14, wide * level.share, 12), theme.LEVELS[shade])
    if level.share is not None:
        words, look, filled = f"{level.text} %", CELL._replace(size=6.8), wide * level.share
        holds = filled >= fonts.width(words, look.face) * look.size + 8
        ink = theme.LEVEL_TEXT[shade] if holds else theme.MUTED
        sheet.words((x + (4 if holds else filled + 4), 17.4), words, look._replace(colour=ink))
    look = NOTE._replace(face=BOLD.face, colour=theme.INK) if level.level == figure.level else NOTE
    sheet.words((x, 5), shortened(f"{level.level} {level.name}", look, wide), look)


def draw_bars(figure: Bars, width: float) -> Sheet:
    """The question above its bar, the answer at the right, a line at the target."""
    labels = [some_lines(row.label, CELL, width, 3) for row in figure.rows]
    sheet = Sheet(width, sum(BAR + LINE * len(lines) for lines in labels))
    y = sheet.height
    for row, lines in zip(figure.rows, labels, strict=True):
        for line in lines:
            y -= LINE
            sheet.words((0, y + 1.4), line)
        y -= BAR
        _bar(sheet, row, y + 10, width - 64)
    return sheet


def _bar(sheet: Sheet, row: Bar, y: float, long: float) -> None:
    sheet.box((0, y, long, 6), theme.EMPTY)
    if row.share:
        sheet.box((0, y, long * row.share, 6), theme.LEVELS[3] if row.reached else theme.CURRENT)
    elif row.share is None and row.low is not None and row.high is not None:
        sheet.box((long * row.low, y, long * (row.high - row.low), 6), theme.WHITE, theme.PEER)
    if row.mark is not None:
        sheet.box((long * row.mark - 0.9, y - 2, 1.8, 10), theme.TARGET)
    sheet.words((sheet.width, y + 0.4), shortened(row.text, BOLD, 60), BOLD, "end")
