"""The signature picture in shapes and words: where each lies on a sheet of a given width, y downwards. Renderers only put colour to it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import cos, radians, sin

from exports.figures.folding import breadth, folded
from exports.figures.signature import Column, Signature, Stone

Point = tuple[float, float]
LEAN_FIRST, LEAN_EACH = 2.5, 2.2
"""Degrees: a lean of one level is seen, one of five does not fall into the next column."""
ASIDE = 0.05
"""How much of its place a column stands left of the middle: it leans to the right."""
CORNER = 2.2
"""How much of a stone its crack takes, in sizes of the type."""
LINES = 3
"""A stone's title takes no more; the table has it whole."""
TAPER = 0.1
TALLEST = 1.5
EMPTY_STEPS = 4.5
"""Of the place that is kept for columns where none are assessed."""
ROOM = 1.1
"""Steps above the highest level, for plinth, capital and what a lean lifts."""
CRACK = ((0.0, 0.0), (0.34, 0.2), (0.2, 0.42), (0.66, 0.6), (0.58, 0.8), (1.0, 1.0))
"""Across the corner of a stone, from its upper edge to its right one."""


@dataclass(frozen=True)
class Format:
    """A sheet: its width, the size of its type, the height of a column's step, and how much wider each lower course is on both sides."""

    width: float
    size: float
    step: float
    inset: float

    @property
    def lead(self) -> float:
        """From line to line."""
        return self.size * 1.36


WIDE, NARROW = Format(680, 13, 31, 12), Format(358, 11, 27, 3)
"""A desk's and a phone's, in pixels."""


@dataclass(frozen=True)
class Shape:
    """A polygon, or an open line; colours by their role, "" for none."""

    points: tuple[Point, ...]
    fill: str = ""
    edge: str = ""
    weight: float = 1
    dashed: bool = False
    closed: bool = True


@dataclass(frozen=True)
class Word:
    """One line of text at its middle."""

    at: Point
    text: str
    ink: str
    size: float
    bold: bool = False


@dataclass
class Temple:
    """Shapes in the order in which they cover each other, then words."""

    form: Format
    height: float = 0
    shapes: list[Shape] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)

    def lines(self, at: Point, texts: Sequence[str], ink: str, *, bold: bool = False) -> None:
        """One under the other, the first one's upper edge at y."""
        x, y = at
        for n, text in enumerate(texts):
            self.words.append(Word((x, y + (n + 0.5) * self.form.lead), text, ink, self.form.size, bold))


def temple(figure: Signature, form: Format) -> Temple:
    """The picture on one sheet."""
    drawn = Temple(form)
    foot = _columns(drawn, figure) if figure.columns else _invitation(drawn, figure)
    for at, course in enumerate(figure.courses):
        foot = _course(drawn, course, foot, form.inset * (len(figure.courses) - 1 - at))
    below = folded(figure.below, form.width / form.size)
    drawn.lines((form.width / 2, foot + form.size * 0.4), below, "muted")
    drawn.height = foot + form.size * 0.5 + len(below) * form.lead
    return drawn


def stretched(figure: Signature, form: Format, high: float) -> Temple:
    """The picture with columns grown to fill a height, by half at most."""
    first = temple(figure, form)
    steps = figure.steps + ROOM if figure.columns else EMPTY_STEPS
    grown = min(form.step * TALLEST, form.step + (high - first.height) / steps)
    return temple(figure, replace(form, step=grown))


def _invitation(drawn: Temple, figure: Signature) -> float:
    form = drawn.form
    said = folded(figure.above, form.width * 0.7 / form.size)
    high = max((len(said) + 2) * form.lead, form.step * EMPTY_STEPS)
    edge = form.inset * len(figure.courses) + form.size
    drawn.shapes.append(Shape(_box(edge, 0, form.width - 2 * edge, high), fill="ground", edge="peer", dashed=True))
    drawn.lines((form.width / 2, (high - len(said) * form.lead) / 2), said, "muted", bold=True)
    return high + form.size * 0.4


def _columns(drawn: Temple, figure: Signature) -> float:
    """Heads in one row at the top, the columns under them; where they stand."""
    form = drawn.form
    slot = form.width / len(figure.columns)
    titles = [folded(f"{c.letter}\u2002{c.title}", slot / form.size - 1) for c in figure.columns]
    says = [folded(c.says, slot / form.size - 1) for c in figure.columns]
    below = max(map(len, titles)) * form.lead
    top = below + (max(map(len, says)) + 1) * form.lead + form.size * 0.8
    foot = top + (figure.steps + ROOM) * form.step
    for at, column in enumerate(figure.columns):
        middle = (at + 0.5) * slot
        drawn.lines((middle, below - len(titles[at]) * form.lead), titles[at], "ink", bold=True)
        drawn.lines((middle, below), says[at], "target" if column.lean else "ink", bold=True)
        drawn.lines((middle, below + len(says[at]) * form.lead), [f"Index {column.index}"], "muted")
        _Pillar(drawn, column, figure.steps, (middle - slot * ASIDE, foot), slot).draw(top)
    return foot


class _Pillar:
    """One column: plinth, drums and capital, turned about the right foot by what nothing carries."""

    def __init__(self, drawn: Temple, column: Column, steps: int, foot: Point, slot: float) -> None:
        self.drawn, self.column, self.steps, self.foot = drawn, column, steps, foot
        self.step, self.slab = drawn.form.step, drawn.form.step * 0.25
        self.wide = min(slot * 0.32, self.step * 2.7)
        self.angle = radians(LEAN_FIRST + LEAN_EACH * column.lean) if column.lean else 0.0

    def draw(self, top: float) -> None:
        """The plumb line hangs only where something can be told; its marks are the levels."""
        if self.column.is_told:
            self._plumb(top)
        else:
            left = self.foot[0] - self.wide * 0.92
            self.drawn.words.append(Word((left, self.foot[1] - self.step * 0.5), "?", "target", self.step * 0.85, bold=True))
        self._slab(0, solid=self.column.solid > 0 or not self.column.height)
        if self.column.is_estimate:
            self._shaft(0, self.column.height, solid=False)
        else:
            self._drums(int(self.column.height))
        if self.column.height:
            self._slab(self.slab + self.column.height * self.step, solid=self.column.solid >= self.column.height)

    def _drums(self, levels: int) -> None:
        for level in range(1, levels + 1):
            solid = level <= self.column.solid
            self._shaft(level - 1, level, solid=solid)
            self._digit(self.slab + (level - 0.5) * self.step, str(level), "ground" if solid else "target" if self.column.lean else "muted")
        if not levels:
            self._digit(self.slab * 2.6, "0", "ink")

    def _plumb(self, top: float) -> None:
        x, y, size = self.foot[0] - self.wide * 0.66, self.foot[1], self.step * 0.17
        bob = ((x, y - size * 4.6), (x + size, y - size * 3.2), (x, y - size * 0.6), (x - size, y - size * 3.2))
        marks = [y - self.slab - level * self.step for level in range(1, self.steps + 1)]
        lines = [((x - size, top), (x + size, top)), ((x, top), (x, y - size * 4.4)), *(((x - size, at), (x, at)) for at in marks)]
        self.drawn.shapes.extend(Shape(line, edge="ink", weight=1, closed=False) for line in lines)
        self.drawn.shapes.append(Shape(bob, fill="ink", edge="ink"))

    def _slab(self, low: float, *, solid: bool) -> None:
        half = self.wide * 0.56
        self._part(((-half, low), (half, low), (half, low + self.slab), (-half, low + self.slab)), solid=solid)

    def _shaft(self, start: float, end: float, *, solid: bool) -> None:
        """From one level to another."""
        low, high = self.slab + start * self.step, self.slab + end * self.step
        under, over = (self.wide * 0.46 * (1 - TAPER * level / self.steps) for level in (start, end))
        self._part(((-under, low), (under, low), (over, high), (-over, high)), solid=solid)

    def _part(self, points: tuple[Point, ...], *, solid: bool) -> None:
        turned = tuple(map(self._turned, points))
        hollow = Shape(turned, fill="ground", edge="target" if self.column.is_told else "muted", weight=1.3, dashed=True)
        is_solid = solid and self.column.is_told
        self.drawn.shapes.append(Shape(turned, fill="current", edge="ground", weight=1.2) if is_solid else hollow)

    def _digit(self, up: float, text: str, ink: str) -> None:
        self.drawn.words.append(Word(self._turned((0, up)), text, ink, self.drawn.form.size, bold=True))

    def _turned(self, point: Point) -> Point:
        """From the column's own axis, upwards, to the sheet."""
        right = self.wide * 0.56
        across, up = point[0] - right, point[1]
        x = across * cos(self.angle) + up * sin(self.angle)
        y = up * cos(self.angle) - across * sin(self.angle)
        return self.foot[0] + right + x, self.foot[1] - y


def _course(drawn: Temple, course: Sequence[Stone], top: float, inset: float) -> float:
    """One row of stones of equal width; its lower edge."""
    form, gap = drawn.form, drawn.form.size * 0.2
    wide = (form.width - 2 * inset - gap * (len(course) - 1)) / len(course)
    said = [_said(stone, wide, form) for stone in course]
    high = max(sum(map(len, lines)) for lines in said) * form.lead + form.size * 0.9
    marked_last = sorted(enumerate(zip(course, said, strict=True)), key=lambda each: each[1][0].is_marked)
    for at, (stone, lines) in marked_last:
        _stone(drawn, stone, (inset + at * (wide + gap), top + gap, wide, high), lines)
    return top + gap + high


def _said(stone: Stone, wide: float, form: Format) -> tuple[list[str], list[str]]:
    """Name, then level and need, on one line where they fit."""
    room = wide / form.size - 0.5
    beside = room - CORNER if stone.is_cracked else room
    both = f"{stone.says}, {stone.needs}" if stone.needs else stone.says
    below = [both] if breadth(both) <= beside else [*folded(stone.says, room), *folded(stone.needs, room)]
    longest = max(map(breadth, stone.title.split(" ")))
    return folded(stone.title, max(beside, min(room, longest)), LINES), below


def _stone(drawn: Temple, stone: Stone, place: tuple[float, float, float, float], lines: tuple[list[str], list[str]]) -> None:
    x, y, wide, high = place
    told, name = stone.shade is not None, lines[0]
    ink = f"on level {stone.shade}" if told else "muted"
    drawn.shapes.append(_block(stone, place, drawn.form))
    if stone.is_cracked:
        drawn.shapes.append(_crack(place, drawn.form.size))
    used = (len(name) + len(lines[1])) * drawn.form.lead
    first = y + (high - used) / 2
    drawn.lines((x + wide / 2, first), name, ink)
    drawn.lines((x + wide / 2, first + len(name) * drawn.form.lead), lines[1], ink, bold=True)


def _block(stone: Stone, place: tuple[float, float, float, float], form: Format) -> Shape:
    box = _box(*place)
    if stone.shade is None:
        return Shape(box, fill="ground", edge="muted", dashed=True)
    if stone.is_marked:
        return Shape(box, fill=f"level {stone.shade}", edge="target", weight=form.size * (0.26 if stone.is_cracked else 0.13))
    return Shape(box, fill=f"level {stone.shade}", edge="edge" if stone.shade == 5 else "ground", weight=1)


def _crack(place: tuple[float, float, float, float], size: float) -> Shape:
    """Across the upper right corner, beside the words."""
    x, y, wide, high = place
    across, down = min(size * CORNER, wide * 0.2), min(size * CORNER, high * 0.8)
    there = tuple((x + wide - across * (1 - a), y + down * b) for a, b in CRACK)
    back = tuple((px + across * 0.24 * (1 - n / len(there)), py) for n, (px, py) in enumerate(there))
    return Shape((*there, *reversed(back)), fill="ground", edge="ink", weight=1)


def _box(x: float, y: float, wide: float, high: float) -> tuple[Point, ...]:
    return (x, y), (x + wide, y), (x + wide, y + high), (x, y + high)
