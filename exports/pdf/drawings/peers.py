"""Peers as rows: a grey bar for their middle half, a stroke for their median, a dot for oneself."""

from exports import theme
from exports.figures import PeerStrip
from exports.figures.peers import PeerRow
from exports.pdf.drawings.ink import BOLD, CELL, CURRENT, NOTE, Sheet, shortened

ROW, HEAD, LABEL, PLACE = 15.5, 26.0, 190.0, 92.0
"""At the right stands the percentile with its band."""


def draw_peers(figure: PeerStrip, width: float) -> Sheet:
    """The words stand over the first row, so no legend is needed. No mark stands for a peer."""
    sheet = Sheet(width, HEAD + len(figure.rows) * ROW + 2)
    scale = (width - LABEL - PLACE) / 100
    top = sheet.height - HEAD
    for tick in range(0, 101, 20):
        x = LABEL + tick * scale
        sheet.words((x, top + 4), str(tick), NOTE, "middle")
        sheet.line((x, 0), (x, top), theme.RULE, 0.5)
    sheet.words((width, top + 4), "Percentile, likely", NOTE, "end")
    _names(sheet, figure.rows, scale)
    for i, row in enumerate(figure.rows):
        _row(sheet, row, top - (i + 0.5) * ROW, scale)
    return sheet


def _names(sheet: Sheet, rows: tuple[PeerRow, ...], scale: float) -> None:
    first = next((row for row in rows if row.own is not None and row.median is not None), None)
    if first is None or first.own is None or first.median is None:
        return
    y, own_is_left = sheet.height - 8, first.own <= first.median
    sheet.words((LABEL + first.own * scale, y), "You", CURRENT, "end" if own_is_left else "start")
    sheet.words((LABEL + first.median * scale, y), "Median of peers", BOLD, "start" if own_is_left else "end")


def _row(sheet: Sheet, row: PeerRow, y: float, scale: float) -> None:
    look = BOLD if row.is_group else CELL
    sheet.words((LABEL - 10, y - 2.6), shortened(row.title, look, LABEL - 14), look, "end")
    if row.low is not None and row.high is not None:
        sheet.line((LABEL + row.low * scale, y), (LABEL + row.high * scale, y), theme.PEER, 3.2)
    if row.median is not None:
        sheet.line((LABEL + row.median * scale, y - 5), (LABEL + row.median * scale, y + 5), theme.INK, 1.6)
    if row.own is not None:
        sheet.dot((LABEL + row.own * scale, y))
    short = "not told" if row.place.startswith("not told") else row.place.replace(", likely ", " · ")
    sheet.words((sheet.width, y - 2.6), short, look, "end")
