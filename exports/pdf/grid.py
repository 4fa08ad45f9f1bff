"""Tables: rows of small blocks, cut between rows, the head repeated on every page."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reportlab.pdfgen.canvas import Canvas

from exports import theme
from exports.pdf import style
from exports.pdf.block import Block, Columns, Rule
from exports.pdf.parts import para

PADDING = 4.4
GUTTER = 9


@dataclass
class Grid:
    """`widths` are shares of the whole; a row's cells are blocks."""

    head: Sequence[str]
    widths: Sequence[float]
    rows: Sequence[Sequence[Block]]
    after: float = 10
    stays: bool = False
    right: frozenset[int] = frozenset()
    """Columns of numbers: their heads stand at the right."""
    _heights: dict[float, list[float]] = field(default_factory=dict)

    def height(self, width: float) -> float:
        """Head and rows."""
        return self._head_height(width) + sum(self._row_heights(width))

    def draw(self, pen: Canvas, x: float, top: float, width: float) -> None:
        """Head, line, rows with a thin line under each."""
        top = self._draw_head(pen, x, top, width)
        for row, high in zip(self.rows, self._row_heights(width), strict=True):
            self._line(row).draw(pen, x, top - PADDING, width)
            top -= high
            Rule().draw(pen, x, top, width)

    def cut(self, width: float, height: float) -> "tuple[Grid, Grid] | None":
        """Between rows, no last row alone on the next page; None where not even one row fits under the head."""
        left, fits = height - self._head_height(width), 0
        for high in self._row_heights(width):
            if high > left:
                break
            left, fits = left - high, fits + 1
        if not fits or fits == len(self.rows):
            return None
        if fits > 1 and fits == len(self.rows) - 1:
            fits -= 1
        heights = self._row_heights(width)
        return (
            replace(self, rows=self.rows[:fits], _heights={width: heights[:fits]}),
            replace(self, rows=self.rows[fits:], _heights={width: heights[fits:]}),
        )

    def _row_heights(self, width: float) -> list[float]:
        if width not in self._heights:
            self._heights[width] = [self._line(row).height(width) + 2 * PADDING for row in self.rows]
        return self._heights[width]

    def _head_height(self, width: float) -> float:
        return self._head().height(width) + 8

    def _head(self) -> Columns:
        looks = (style.CELL_HEAD._replace(align="right") if i in self.right else style.CELL_HEAD for i in range(len(self.head)))
        return self._line([para(words, look=look) for words, look in zip(self.head, looks, strict=True)])

    def _draw_head(self, pen: Canvas, x: float, top: float, width: float) -> float:
        head = self._head()
        head.draw(pen, x, top, width)
        top -= head.height(width) + 7
        Rule(colour=theme.INK, weight=1).draw(pen, x, top, width)
        return top - 1

    def _line(self, cells: Sequence[Block]) -> Columns:
        return Columns(stacks=[[cell] for cell in cells], widths=self.widths, gutter=GUTTER)
