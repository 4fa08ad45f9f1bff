"""The parts every page is made of. User text enters a page through `para` alone, and `para` reads no markup."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from exports import theme
from exports.pdf import style
from exports.pdf.block import Block, Columns, Rule, Shade, Stack, Whole, stacked
from exports.pdf.fonts import BOLD, REGULAR, SEMI, width
from exports.pdf.ink import colour
from exports.pdf.paper import FOOT, MEASURE, TOP
from exports.pdf.text import Style, Text

LONGEST_PARAGRAPH = 2_000
SMALLEST_TITLE = 15.0


def para(*words: str, look: Style = style.BODY, link: str = "") -> Text:
    """One paragraph, as written: `<b>` prints as `<b>`."""
    return Text(words, look, link)


def long_text(words: str, look: Style = style.BODY) -> tuple[Text, ...]:
    """A text of any length as paragraphs that can be broken over pages: by its lines, and within very long ones."""
    lines = [line for line in words.splitlines() if line.strip()]
    return tuple(para(line[i : i + LONGEST_PARAGRAPH], look=look) for line in lines for i in range(0, len(line), LONGEST_PARAGRAPH))


@dataclass
class _Kept(Text):
    stays = True


def heading(words: str, look: Style = style.HEADING) -> Block:
    """A heading inside a page."""
    return _Kept((words,), look)


def eyebrow(words: str) -> Block:
    """The small line above a title: the topic."""
    return _Kept((words.upper(),), style.EYEBROW)


def title(finding: str) -> Block:
    """The finding: on two balanced lines at most, smaller where it is long."""
    look = style.TITLE
    while len((text := _Title((finding,), look)).lines(MEASURE)) > 2 and look.size > SMALLEST_TITLE:
        look = look._replace(size=look.size - 1, leading=look.leading - 1.2)
    return text


@dataclass
class _Title(Text):
    stays = True

    def draw(self, pen: Canvas, x: float, top: float, width: float) -> None:
        """Balanced: the lines about as long as each other."""
        super().draw(pen, x, top, _balanced(self, width))


def _balanced(text: Text, widest: float) -> float:
    """The least width, within six points, that needs no more lines."""
    lines, narrow, wide = len(text.lines(widest)), widest / 2, widest
    while wide - narrow > 6:
        middle = (narrow + wide) / 2
        narrow, wide = (narrow, middle) if len(text.lines(middle)) <= lines else (middle, wide)
    return wide


def lead(words: str) -> Text:
    """The paragraph under the title."""
    return para(words, look=style.LEAD)


def source(words: str) -> Text:
    """How many answers, when, by which method."""
    return para(words, look=style.SOURCE)


def so_what(decision: str) -> Shade:
    """One decision a page."""
    return Shade(after=12, blocks=(para("SO WHAT", look=style.SO_WHAT_HEAD), para(decision, look=style.SO_WHAT)))


def bullets(items: Sequence[str], look: Style = style.BODY) -> tuple[Block, ...]:
    """A list."""
    return tuple(Bullet((item,), look._replace(after=3)) for item in items)


@dataclass
class Bullet(Text):
    """A paragraph set in from its bullet."""

    indent = 10.0

    def height(self, width: float) -> float:
        """In the narrower column."""
        return super().height(width - self.indent)

    def draw(self, pen: Canvas, x: float, top: float, width: float) -> None:
        """The bullet, then the text beside it."""
        Text(("•",), self.style).draw(pen, x, top, self.indent)
        super().draw(pen, x + self.indent, top, width - self.indent)

    def cut(self, width: float, height: float) -> tuple[Text, Text] | None:
        """Never: a list breaks between its items."""
        del width, height
        return None


def together(*blocks: Block) -> tuple[Block, ...]:
    """On one page, where a page holds them."""
    return (Stack(blocks=blocks, after=10),) if stacked(blocks, MEASURE) <= TOP - FOOT else blocks


@dataclass
class KeyFigure(Whole):
    """A number of one page's importance, its unit, what it is, and the caveat."""

    number: str = ""
    unit: str = ""
    label: str = ""
    note: str = ""
    warns: bool = False
    ruled: bool = True

    def height(self, width: float) -> float:
        """Line, number, label, note."""
        return 40 + stacked(self._below(), width)

    def draw(self, pen: Canvas, x: float, top: float, width: float) -> None:
        """The number is set smaller where it is a range."""
        if self.ruled:
            Rule(colour=theme.INK, weight=1.2).draw(pen, x, top, width)
        size = 25.0
        while (_wide(self.number, BOLD, size) + _wide(f" {self.unit}", REGULAR, 10)) > width and size > 12:
            size -= 1
        Text((self.number,), Style(BOLD, size, 30)).draw(pen, x, top - 7, width)
        unit = Style(REGULAR, 10, 30, theme.MUTED)
        Text((self.unit,), unit).draw(pen, x + _wide(self.number, BOLD, size) + 4, top - 10.5, width)
        Stack(blocks=self._below()).draw(pen, x, top - 40, width)

    def _below(self) -> tuple[Text, ...]:
        look = style.KEY_WARNING if self.warns else style.KEY_NOTE
        return tuple(para(words, look=kind) for words, kind in ((self.label, style.KEY_LABEL), (self.note, look)) if words)


def key_figures(figures: Sequence[KeyFigure]) -> Columns:
    """Side by side."""
    return Columns(after=14, stacks=[[figure] for figure in figures], widths=[1] * len(figures), gutter=12)


@dataclass
class Pill(Whole):
    """A status on its ground."""

    words: str = ""
    ground: str = theme.EMPTY
    colour: str = theme.INK

    def height(self, width: float) -> float:
        """One line."""
        del width
        return 11

    def draw(self, pen: Canvas, x: float, top: float, width: float) -> None:
        """As wide as its words."""
        del width
        pen.setFillColor(colour(self.ground))
        pen.roundRect(x, top - 11.5, _wide(self.words, SEMI, 6.8) + 9, 11.5, 2.5, stroke=0, fill=1)
        Text((self.words,), Style(SEMI, 6.8, 10, self.colour)).draw(pen, x + 4.5, top - 0.8, 200)


def _wide(words: str, face: str, size: float) -> float:
    return width(words, face) * size
