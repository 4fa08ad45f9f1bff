"""Type on paper: title 20, lead 11, body 9.3, table 7.5, source 7, key figure 25, cover 40."""

from exports import theme
from exports.pdf.fonts import BOLD, MEDIUM, REGULAR, SEMI
from exports.pdf.text import Style

EYEBROW = Style(SEMI, 7.6, 10, theme.CURRENT, 4)
TITLE = Style(BOLD, 20, 24.5, theme.INK, 5)
LEAD = Style(REGULAR, 11, 16, theme.INK, 9)
HEADING = Style(SEMI, 10.4, 14, theme.INK, 3)
SUBHEADING = Style(SEMI, 8.8, 12, theme.INK, 2)
BODY = Style(REGULAR, 9.3, 13.4, theme.INK, 6)
SMALL = Style(REGULAR, 8.2, 11.4, theme.INK, 3)
QUESTION = Style(REGULAR, 7.5, 9.8, theme.MUTED, 0.5)
CELL = Style(REGULAR, 7.5, 9.8, theme.INK, 0)
CELL_BOLD = Style(SEMI, 7.5, 9.8, theme.INK, 0)
CELL_RIGHT = CELL._replace(align="right")
CELL_HEAD = Style(SEMI, 7, 9.4, theme.MUTED, 0)
SOURCE = Style(REGULAR, 7, 9.4, theme.MUTED, 10)
SO_WHAT_HEAD = Style(SEMI, 7.6, 11, theme.CURRENT, 1)
SO_WHAT = Style(REGULAR, 10, 14.6, theme.INK, 0)
KEY_LABEL = Style(REGULAR, 7.8, 10.6, theme.MUTED, 0)
KEY_NOTE = Style(SEMI, 7.8, 10.6, theme.CURRENT, 0)
KEY_WARNING = KEY_NOTE._replace(colour=theme.TARGET)
COVER_EYEBROW = Style(SEMI, 8.4, 11, theme.COVER_TEXT, 0)
COVER_TITLE = Style(BOLD, 40, 45, theme.WHITE, 0)
COVER_SUBTITLE = Style(REGULAR, 24, 30, theme.COVER_TEXT, 0)
COVER_NAME = Style(SEMI, 13, 18, theme.WHITE, 0)
COVER_SMALL = Style(REGULAR, 9.6, 14, theme.COVER_TEXT, 0)
COVER_FAINT = Style(REGULAR, 7.8, 11, theme.COVER_FAINT, 0)
LABEL = Style(MEDIUM, 7.5, 9.8, theme.INK, 0)
