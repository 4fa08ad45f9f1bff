"""What a page is put together from: things that know their height and draw themselves from the top downwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from reportlab.pdfgen.canvas import Canvas

from exports import theme
from exports.pdf.drawings.ink import Sheet
from exports.pdf.ink import colour


class Block(Protocol):
    """A piece of a page."""

    @property
    def after(self) -> float:
        """Space below it, left out at the foot of a page."""

    @property
    def stays(self) -> bool:
        """It never stands alone at the foot of a page: what follows comes with it."""

    def height(self, width: float) -> float:
        """Without the space below."""

    def draw(self, pen: Canvas, x: float, top: float, width: float) -> None:
        """From the top downwards."""

    def cut(self, width: float, height: float) -> "tuple[Block, Block] | None":
        """What fits into the height, and the rest; None where it cannot be cut there."""


@dataclass
class Whole:
    """A block that is never cut."""

    after: float = 0
    stays: bool = False

    def cut(self, width: float, height: float) -> tuple[Block, Block] | None:
        """Never."""
        del width, height
        return None


@dataclass
class Space(Whole):
    """Nothing, so high."""

    size: float = 0

    def height(self, width: float) -> float:
        """As said."""
        del width
        return self.size

    def draw(self, pen: Canvas, x: float, top: float, width: float) -> None:
        """Nothing."""


@dataclass
class Rule(Whole):
    """A line across."""

    colour: str = theme.RULE
    weight: float = 0.5

    def height(self, width: float) -> float:
        """Its own weight."""
        del width
        return self.weight

    def draw(self, pen: Canvas, x: float, top: float, width: float) -> None:
        """Across the width."""
        pen.setStrokeColor(colour(self.colour))
        pen.setLineWidth(self.weight)
        pen.line(x, top - self.weight / 2, x + width, top - self.weight / 2)


@dataclass
class Picture(Whole):
    """A drawing with what it says in words, for those who do not see it."""

    drawing: Sheet | None = None
    alt: str = ""

    def height(self, width: float) -> float:
        """The drawing's own."""
        del width
        return float(self.drawing.height) if self.drawing else 0.0

    def draw(self, pen: Canvas, x: float, top: float, width: float) -> None:
        """Marked with its words: the only alternative text that ReportLab leaves room for."""
        del width
        if self.drawing is None:
            return
        words = self.alt.encode("utf-16-be").hex().upper()
        pen._code.append(f"/Span <</Alt <FEFF{words}>>> BDC")  # noqa: SLF001 - ReportLab has no public way to mark content
        self.drawing.draw(pen, x, top - self.drawing.height)
        pen._code.append("EMC")  # noqa: SLF001 - as above


@dataclass
class Stack(Whole):
    """Blocks one under the other, kept together."""

    blocks: Sequence[Block] = ()

    def height(self, width: float) -> float:
        """Theirs together; the last one's space is not counted."""
        return stacked(self.blocks, width)

    def draw(self, pen: Canvas, x: float, top: float, width: float) -> None:
        """One under the other."""
        for block in self.blocks:
            block.draw(pen, x, top, width)
            top -= block.height(width) + block.after


@dataclass
class Columns(Whole):
    """Stacks side by side; `widths` are shares of the whole."""

    stacks: Sequence[Sequence[Block]] = ()
    widths: Sequence[float] = ()
    gutter: float = 24

    def height(self, width: float) -> float:
        """The highest one's."""
        return max(stacked(stack, column) for stack, (_, column) in zip(self.stacks, self._places(width), strict=True))

    def draw(self, pen: Canvas, x: float, top: float, width: float) -> None:
        """Side by side, tops aligned."""
        for stack, (left, column) in zip(self.stacks, self._places(width), strict=True):
            Stack(blocks=stack).draw(pen, x + left, top, column)

    def _places(self, width: float) -> list[tuple[float, float]]:
        free = width - self.gutter * (len(self.widths) - 1)
        places, left = [], 0.0
        for share in self.widths:
            places.append((left, free * share / sum(self.widths)))
            left += places[-1][1] + self.gutter
        return places


@dataclass
class Shade(Whole):
    """Blocks on a shaded ground with a bar at the left: the so-what of a page."""

    blocks: Sequence[Block] = ()
    ground: str = theme.PALE
    bar: str = theme.CURRENT
    padding: float = 11

    def height(self, width: float) -> float:
        """Theirs and the padding."""
        return stacked(self.blocks, width - 2 * self.padding - 4) + 2 * self.padding - 4

    def draw(self, pen: Canvas, x: float, top: float, width: float) -> None:
        """Ground, bar, blocks."""
        high = self.height(width)
        pen.setFillColor(colour(self.ground))
        pen.rect(x, top - high, width, high, stroke=0, fill=1)
        pen.setStrokeColor(colour(self.bar))
        pen.setLineWidth(3)
        pen.setLineCap(1)
        pen.line(x, top - high, x, top)
        pen.setLineCap(0)
        Stack(blocks=self.blocks).draw(pen, x + self.padding + 2, top - self.padding + 2, width - 2 * self.padding - 4)


@dataclass
class Anchor(Whole):
    """A place that links lead to, in the outline where it has a title."""

    name: str = ""
    title: str = ""
    depth: int = 0
    stays: bool = True

    def height(self, width: float) -> float:
        """None."""
        del width
        return 0.0

    def draw(self, pen: Canvas, x: float, top: float, width: float) -> None:
        """Invisible."""
        del width
        pen.bookmarkHorizontal(self.name, x, top + 20)
        if self.title:
            pen.addOutlineEntry(self.title, self.name, self.depth, closed=self.depth > 0)


def stacked(blocks: Sequence[Block], width: float) -> float:
    """The height of blocks one under the other, without the last one's space."""
    if not blocks:
        return 0.0
    return sum(block.height(width) + block.after for block in blocks) - blocks[-1].after
