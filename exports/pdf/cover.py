"""The cover: the profile as the report's signature, and the one number with its range."""

from reportlab.pdfgen.canvas import Canvas

from exports import theme
from exports.figures import radar
from exports.pdf import style
from exports.pdf.block import Picture, Stack
from exports.pdf.drawings import draw_radar
from exports.pdf.drawings.ink import shortened
from exports.pdf.fonts import BOLD, width
from exports.pdf.ink import colour
from exports.pdf.paper import HEIGHT, MARGIN, MEASURE, WIDTH
from exports.pdf.parts import para
from exports.pdf.text import Style
from exports.words.gates import gated_words
from exports.words.index import headline_number, level_of, whatever
from exports.words.numbers import between, day, index, period, start
from exports.words.source import all_counts, as_of, name_line
from improvement.standing_model import Standing

RADAR_HEIGHT, RADAR_MARGIN = 410.0, 22.0


def draw_cover(pen: Canvas, standing: Standing, classification: str) -> None:
    """The whole page on navy."""
    pen.setFillColor(colour(theme.NAVY))
    pen.rect(0, 0, WIDTH, HEIGHT, stroke=0, fill=1)
    _head(pen, standing)
    figure = radar(standing)
    drawing = draw_radar(figure, WIDTH - 2 * RADAR_MARGIN, RADAR_HEIGHT)
    Picture(drawing=drawing, alt=figure.alt).draw(pen, RADAR_MARGIN, 592, MEASURE)
    _number(pen, standing)
    para(classification, look=style.COVER_FAINT).draw(pen, MARGIN, 52, MEASURE)


def _head(pen: Canvas, standing: Standing) -> None:
    top = HEIGHT - 76
    para(shortened(standing.questionnaire.title.upper(), style.COVER_EYEBROW, MEASURE / 2), look=style.COVER_EYEBROW).draw(
        pen, MARGIN, top, MEASURE
    )
    pen.setFillColor(colour(theme.COVER_TARGET))
    pen.rect(MARGIN, top - 19, 34, 3, stroke=0, fill=1)
    if not standing.is_final:
        para("DRAFT: ANSWERS MAY STILL CHANGE", look=style.COVER_EYEBROW._replace(colour=theme.COVER_TARGET, align="right")).draw(
            pen, MARGIN, top, MEASURE
        )
    subtitle = f"{name_line(standing)} · {period(standing.assessment.starts, standing.assessment.ends)}"
    Stack(
        blocks=(
            para("Maturity benchmark", look=style.COVER_TITLE),
            para("and improvement plan", look=style.COVER_SUBTITLE._replace(after=20)),
            para(shortened(standing.organisation, style.COVER_NAME, MEASURE), look=style.COVER_NAME),
            para(shortened(subtitle, style.COVER_SMALL, MEASURE), look=style.COVER_SMALL),
        )
    ).draw(pen, MARGIN, top - 34, MEASURE)


def _number(pen: Canvas, standing: Standing) -> None:
    number = headline_number(standing)
    para(number, look=Style(BOLD, 62, 66, theme.WHITE)).draw(pen, MARGIN, 176, MEASURE)
    beside = MARGIN + width(number, BOLD) * 62 + 10
    para("of 100", look=Style(style.COVER_SMALL.face, 15, 66, theme.COVER_TEXT)).draw(pen, beside, 161, 120)
    Stack(blocks=[para(words, look=style.COVER_SMALL) for words in cover_lines(standing)]).draw(pen, MARGIN, 110, MEASURE)


def cover_lines(standing: Standing) -> tuple[str, ...]:
    """What the number is, and how far it can be trusted."""
    overall, of = standing.score.overall, all_counts(standing)
    if overall.low is None or overall.high is None:
        return ("Nothing in this questionnaire applies here.",)
    kind = "Quick estimate of the index" if standing.assessment.mode == "quick" else "Maturity index"
    low, high = index(overall.low), index(overall.high)
    spread = "" if low == high else f", {between(low, high)} {whatever(standing)}"
    first = f"{kind}{spread}" if standing.has_headline else f"{kind}: the range that the missing answers leave"
    gated = gated_words(standing)
    name = "" if gated.endswith("held back") else "gated level "
    level = f"{start(level_of(standing, overall))}{f'; {name}{gated}' if gated else ''}"
    answered = f"{of.answered} of {of.applicable} questions answered, as of {day(as_of(standing))}"
    return (first, *((level,) if standing.assessment.mode == "full" else ()), answered)
