"""Evidenced beside claimed, one row a practice."""

from exports import theme
from exports.figures import Evidence
from exports.figures.evidence import EvidenceRow
from exports.pdf.drawings.ink import BOLD, CELL, CURRENT, NOTE, Sheet, shortened

ROW, HEAD, LABEL, GAP = 17.5, 26.0, 190.0, 44.0


def draw_evidence(figure: Evidence, width: float) -> Sheet:
    """The words stand on the first row, so no legend is needed."""
    sheet = Sheet(width, HEAD + len(figure.rows) * ROW + 2)
    scale = (width - GAP - 10 - LABEL) / 100
    top = sheet.height - HEAD
    for tick in range(0, 101, 20):
        sheet.words((LABEL + tick * scale, top + 4), str(tick), NOTE, "middle")
        sheet.line((LABEL + tick * scale, 0), (LABEL + tick * scale, top), theme.RULE, 0.5)
    sheet.words((width, top + 4), "Unseen", NOTE, "end")
    _names(sheet, figure.rows[0], scale)
    for i, row in enumerate(figure.rows):
        _row(sheet, row, top - (i + 0.5) * ROW, scale)
    return sheet


def _names(sheet: Sheet, first: EvidenceRow, scale: float) -> None:
    y = sheet.height - 8
    close = (first.claimed - first.evidenced) * scale < 60
    sheet.words((LABEL + first.evidenced * scale, y), "Evidenced", CURRENT, "end" if close else "middle")
    sheet.words((LABEL + first.claimed * scale + (4 if close else 0), y), "Claimed", CURRENT, "start" if close else "middle")


def _row(sheet: Sheet, row: EvidenceRow, y: float, scale: float) -> None:
    look = BOLD if row.emphasised else CELL
    sheet.words((LABEL - 10, y - 2.6), shortened(row.title, look, LABEL - 14), look, "end")
    seen, claimed = LABEL + row.evidenced * scale, LABEL + row.claimed * scale
    if seen < claimed:
        sheet.line((seen, y), (claimed, y), theme.SPAN, 1.8)
    sheet.ring((claimed, y), ink=theme.CURRENT)
    sheet.dot((seen, y), 2.2 if seen == claimed else 3.2)
    sheet.words((sheet.width, y - 2.6), row.gap, BOLD, "end")
