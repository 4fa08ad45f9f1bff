"""Outcome measures."""

from collections.abc import Sequence

from exports.figures import bullets as bullet_figure
from exports.pdf import style
from exports.pdf.block import Anchor, Block, Columns, Picture, stacked
from exports.pdf.drawings import draw_bullets
from exports.pdf.paper import MEASURE
from exports.pdf.parts import eyebrow, heading, para, so_what, source, title
from exports.words.adoption import adoption_words
from exports.words.measures import reading_decision
from improvement.standing_model import Standing
from questionnaires.model import Measure


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
        *(para(sentence, look=style.SMALL._replace(after=6)) for sentence in adoption_words(standing)),
        so_what(reading_decision(standing)),
    )


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
