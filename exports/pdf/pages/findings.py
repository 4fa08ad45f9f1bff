"""Outcome measures."""

from collections.abc import Sequence

from exports.figures import Trend, trends
from exports.figures import bullets as bullet_figure
from exports.pdf import style
from exports.pdf.block import Anchor, Block, Columns, Picture, stacked
from exports.pdf.drawings import draw_bullets, draw_trend
from exports.pdf.paper import MEASURE
from exports.pdf.parts import eyebrow, heading, para, so_what, source, title
from exports.words.adoption import adoption_words
from exports.words.followed import moves_finding
from exports.words.measures import followed, reading_decision
from exports.words.numbers import day
from improvement.standing_model import Standing
from questionnaires.model import Measure

ABREAST, GUTTER = 3, 20.0
"""How many small pictures stand side by side, and the space between them."""


def measures_page(standing: Standing) -> tuple[Block, ...]:
    """Readings against targets."""
    figure = bullet_figure(standing)
    if not figure.rows:
        return ()
    return (
        Anchor(name="measures", title="Outcome measures"),
        eyebrow("Outcome measures"),
        title(figure.title),
        Picture(drawing=draw_bullets(figure, MEASURE), alt=figure.alt, after=4),
        source(figure.caption),
        *_over_time(standing),
        *(para(sentence, look=style.SMALL._replace(after=6)) for sentence in adoption_words(standing)),
        so_what(reading_decision(standing)),
    )


def _over_time(standing: Standing) -> tuple[Block, ...]:
    """A small picture for each measure that was read, all on one time axis."""
    of = followed(standing)
    drawn = trends(of, standing.today)
    rows = [drawn[at : at + ABREAST] for at in range(0, len(drawn), ABREAST)]
    if not rows:
        return ()
    under = source(f"Readings at the end of their periods, as recorded, as of {day(standing.today)}. The orange line is the target.")
    return (heading(moves_finding(of)), *(_abreast(row) for row in rows), under)


def _abreast(row: Sequence[Trend]) -> Columns:
    """Side by side, each a third of the page wide."""
    wide = (MEASURE - GUTTER * (ABREAST - 1)) / ABREAST
    pictures: list[list[Block]] = [[Picture(drawing=draw_trend(one, wide), alt=one.alt)] for one in row]
    return Columns(stacks=[*pictures, *([] for _ in range(ABREAST - len(row)))], widths=[1] * ABREAST, gutter=GUTTER, after=10)


def definitions(standing: Standing, room: float) -> tuple[Block, ...]:
    """How the measures are counted, as many of them as fit: fills a page that would stay half empty."""
    said = [_definition(measure) for measure in standing.questionnaire.measures]
    for number in range(len(said), 1, -1):
        blocks = (heading("How they are counted" if number == len(said) else "How the first of them are counted"), _halves(said[:number]))
        if stacked(blocks, MEASURE) <= room:
            return blocks
    return ()


def _halves(groups: Sequence[Sequence[Block]]) -> Columns:
    """In two columns about as high as each other."""
    splits = (Columns(stacks=[_flat(groups[:i]), _flat(groups[i:])], widths=[1, 1], gutter=22) for i in range(1, len(groups)))
    return min(splits, key=lambda columns: columns.height(MEASURE))


def _definition(measure: Measure) -> tuple[Block, ...]:
    return (heading(measure.title, style.SUBHEADING), para(measure.definition, look=style.CELL._replace(size=7.2, leading=9.2, after=5)))


def _flat(groups: Sequence[Sequence[Block]]) -> list[Block]:
    return [block for group in groups for block in group]
