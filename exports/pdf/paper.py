"""Pages filled one after the other, each with its foot; one pass, although every foot says how many pages there are."""

from collections.abc import Sequence
from itertools import count
from typing import BinaryIO

from reportlab.pdfgen.canvas import Canvas

from exports import theme
from exports.pdf.block import Block, stacked
from exports.pdf.drawings.ink import shortened
from exports.pdf.fonts import REGULAR, SEMI, load
from exports.pdf.ink import colour
from exports.pdf.text import Style, Text

WIDTH, HEIGHT = 595.28, 841.89
MARGIN = 48.0
MEASURE = WIDTH - 2 * MARGIN
TOP, FOOT = HEIGHT - MARGIN, 62.0


class Paper:
    """The pages of one document and the place on the present page."""

    def __init__(self, out: BinaryIO, line: str, mark: str = "") -> None:
        load(REGULAR)
        self.pen = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1, pageCompression=1, initialFontName=REGULAR, lang="en-GB")
        self._line, self._mark = line, mark
        self._page = 0
        self.top = TOP

    @property
    def room(self) -> float:
        """What is left of the page."""
        return self.top - FOOT

    @property
    def is_fresh(self) -> bool:
        """Nothing stands on the page yet."""
        return self.top == TOP

    def cover(self) -> Canvas:
        """The first page, drawn by hand; no foot."""
        self._page = 1
        return self.pen

    def new_page(self) -> None:
        """Turn the page, and draw the foot of the new one."""
        self.pen.showPage()
        self._page += 1
        self.top = TOP
        self._foot()

    def section(self, blocks: Sequence[Block], *, least: float = TOP - FOOT) -> None:
        """Blocks from the top of a page, or below what stands there where at least so much room is left."""
        if self._page and not self.is_fresh:
            if self.room < least:
                self.new_page()
            else:
                self.top -= 26
        self.flow(blocks)

    def flow(self, blocks: Sequence[Block]) -> None:
        """One block under the other, on as many pages as it takes."""
        waiting = list(blocks)
        while waiting:
            self._next(waiting)

    def save(self) -> None:
        """Write the feet, now that the number of pages is known, and the file."""
        self.pen.showPage()
        for page in range(2, self._page + 1):
            self.pen.beginForm(f"page{page}")
            self._right(f"{page} of {self._page}", SEMI, 7.6, theme.INK)
            self.pen.endForm()
        self.pen.save()

    def _next(self, waiting: list[Block]) -> None:
        """Put down the first block with those that it must not be parted from, or cut it, or turn the page."""
        together = next((i for i in count() if i >= len(waiting) or not waiting[i].stays), 0) + 1
        if stacked(waiting[:together], MEASURE) <= self.room + 0.01:
            for block in waiting[:together]:
                self._put(block)
            del waiting[:together]
        elif not self._cut_last(waiting, min(together, len(waiting))):
            self._turn_or_overflow(waiting)

    def _cut_last(self, waiting: list[Block], together: int) -> bool:
        """Put down what stays together and as much of the last one as fits; False where nothing of it does."""
        before, last = waiting[: together - 1], waiting[together - 1]
        taken = sum(block.height(MEASURE) + block.after for block in before)
        parts = last.cut(MEASURE, self.room - taken) if self.room > taken else None
        if parts is None:
            return False
        for block in (*before, parts[0]):
            self._put(block)
        waiting[:together] = [parts[1]]
        self.new_page()
        return True

    def _turn_or_overflow(self, waiting: list[Block]) -> None:
        if self.is_fresh:  # higher than a page and not to be cut: drawn over the foot rather than for ever
            self._put(waiting.pop(0))
        else:
            self.new_page()

    def _put(self, block: Block) -> None:
        high = block.height(MEASURE)
        block.draw(self.pen, MARGIN, self.top, MEASURE)
        self.top -= high + block.after

    def _foot(self) -> None:
        pen = self.pen
        pen.setStrokeColor(colour(theme.RULE))
        pen.setLineWidth(0.5)
        pen.line(MARGIN, 50, WIDTH - MARGIN, 50)
        look = Style(REGULAR, 7, 9.4, theme.MUTED)
        Text((shortened(self._line, look, MEASURE - 60),), look).draw(pen, MARGIN, 45.5, MEASURE - 60)
        pen.doForm(f"page{self._page}")
        if self._mark:
            self._draft()

    def _draft(self) -> None:
        self.pen.saveState()
        self.pen.translate(0, HEIGHT - 70)
        self._right(self._mark, SEMI, 7.6, theme.TARGET)
        self.pen.restoreState()

    def _right(self, words: str, face: str, size: float, ink: str) -> None:
        load(face)
        self.pen.setFont(face, size)
        self.pen.setFillColor(colour(ink))
        self.pen.drawRightString(WIDTH - MARGIN, 38, words)
