"""Paragraphs: plain text broken into lines. Nothing in it is ever read as markup, so nothing in it can be."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas

from exports import theme
from exports.pdf import bidi, fonts
from exports.pdf.ink import write

LONGEST_WORD = 60
_SPACES = re.compile(r"[ \t]+")


class Style(NamedTuple):
    """How a paragraph looks; `after` is the space below it."""

    face: str = fonts.REGULAR
    size: float = 9.3
    leading: float = 13.4
    colour: str = theme.INK
    after: float = 6
    align: str = "left"


class Strong(str):
    """A part of a paragraph that stands out."""

    __slots__ = ()


class Word(NamedTuple):
    """What is never broken: pieces of one or more faces, and their width in points."""

    pieces: tuple[fonts.Run, ...]
    width: float


Line = tuple[Word, ...]


@dataclass
class Text:
    """A paragraph. `lines` are known once it was measured; a part of a paragraph has them from the start."""

    parts: tuple[str, ...]
    style: Style
    link: str = ""
    _lines: dict[float, tuple[Line, ...]] = field(default_factory=dict)

    stays = False

    @property
    def after(self) -> float:
        """Space below."""
        return self.style.after

    def lines(self, width: float) -> tuple[Line, ...]:
        """Broken to the width."""
        if width not in self._lines:
            self._lines[width] = tuple(_broken(self._words(width), width, fonts.width(" ", self.style.face) * self.style.size))
        return self._lines[width]

    def height(self, width: float) -> float:
        """Without the space below."""
        return len(self.lines(width)) * self.style.leading

    def cut(self, width: float, height: float) -> "tuple[Text, Text] | None":
        """What fits and the rest, two lines at least on each side; None where that cannot be."""
        lines = self.lines(width)
        fits = min(int(height / self.style.leading), len(lines) - 2)
        if fits < 2:
            return None
        return self._part(width, lines[:fits], 0), self._part(width, lines[fits:], self.style.after)

    def draw(self, pen: Canvas, x: float, top: float, width: float) -> None:
        """From the top downwards."""
        lines = self.lines(width)
        baseline = top - self.style.leading + (self.style.leading - self.style.size) / 2 + self.style.size * 0.22
        for line in lines:
            draw_line(pen, line, (x, baseline, width), self)
            baseline -= self.style.leading
        if self.link:
            pen.linkRect("", self.link, (x, top - len(lines) * self.style.leading, x + width, top), relative=0, thickness=0)

    @property
    def right_to_left(self) -> bool:
        """The paragraph is of a script that starts at the right."""
        return bidi.starts_right("".join(self.parts))

    def _part(self, width: float, lines: tuple[Line, ...], after: float) -> "Text":
        return Text(self.parts, self.style._replace(after=after), self.link, {width: lines})

    def _words(self, width: float) -> Iterator[Word | None]:
        """Words in order; None is a line break."""
        glued: list[tuple[str, str]] = []
        for part in self.parts:
            face = fonts.BOLD if isinstance(part, Strong) else self.style.face
            text = (bidi.joined(part) if bidi.has_right_to_left(part) else part).replace(" %", "\u00a0%")
            for i, line in enumerate(text.split("\n")):
                if i:
                    yield from _pieces(glued, self.style.size, width)
                    yield None
                    glued = []
                first, *rest = _SPACES.split(line)
                glued.append((face, first))
                for word in rest:
                    yield from _pieces(glued, self.style.size, width)
                    glued = [(face, word)]
        yield from _pieces(glued, self.style.size, width)


def draw_line(pen: Canvas, line: Line, at: tuple[float, float, float], text: Text) -> None:
    """One line at x, baseline, within a width."""
    x, baseline, width = at
    style = text.style
    runs = tuple(_joined_runs(line))
    if any(bidi.has_right_to_left(run.text) for run in runs):
        runs = fonts.runs(bidi.visual("".join(run.text for run in runs)), style.face)
    used = sum(fonts.width(run.text, run.face) for run in runs) * style.size
    if style.align == "right" or text.right_to_left:
        x += width - used
    elif style.align == "centre":
        x += (width - used) / 2
    write(pen, (x, baseline), runs, style.size, style.colour)


def _joined_runs(line: Line) -> Iterator[fonts.Run]:
    """Neighbours of one face become one run, spaces among them."""
    face, pending = "", ""
    for piece in _spaced(line):
        if piece.face != face and pending:
            yield fonts.Run(face, pending)
            pending = ""
        face, pending = piece.face, pending + piece.text
    if pending:
        yield fonts.Run(face, pending)


def _spaced(line: Line) -> Iterator[fonts.Run]:
    """With the spaces between words; a face that only helps out may have none."""
    for i, word in enumerate(line):
        if i:
            beside = word.pieces[0].face
            yield fonts.Run(fonts.REGULAR if beside in fonts.FALLBACKS else beside, " ")
        yield from word.pieces


def _pieces(glued: list[tuple[str, str]], size: float, width: float) -> Iterator[Word]:
    """One word, or several where it is wider than the line."""
    total = sum(fonts.width(text, face) for face, text in glued) * size
    if total <= width:
        runs = tuple(run for face, text in glued for run in fonts.runs(text, face) if run.text)
        if runs:
            yield Word(runs, total)
        return
    for face, text in glued:
        yield from _chopped(text, face, size, width)


def _chopped(text: str, face: str, size: float, width: float) -> Iterator[Word]:
    """A word too wide for its line in pieces that fit."""
    start, used = 0, 0.0
    for i, char in enumerate(text):
        step = fonts.width(char, face) * size
        if used + step > width and i > start:
            yield Word(fonts.runs(text[start:i], face), used)
            start, used = i, 0.0
        used += step
    yield Word(fonts.runs(text[start:], face), used)


def _broken(words: Iterator[Word | None], width: float, space: float) -> Iterator[Line]:
    line: list[Word] = []
    used = 0.0
    for word in words:
        if word is None or (line and used + space + word.width > width + 0.01):
            yield tuple(line)
            line, used = [], 0.0
        if word is not None:
            used += word.width + (space if line else 0)
            line.append(word)
    yield tuple(line)
