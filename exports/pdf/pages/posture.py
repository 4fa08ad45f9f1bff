"""Posture: the position on each axis, and the questions that pull it there."""

from exports.figures import posture_axis
from exports.pdf import style
from exports.pdf.block import Anchor, Block, Columns, Picture
from exports.pdf.drawings import draw_posture
from exports.pdf.paper import MEASURE
from exports.pdf.parts import eyebrow, heading, para, so_what, source, title
from exports.pdf.text import Strong
from exports.words.answer import answer_short
from exports.words.posture import NEVER_A_LEVEL, posture_decision, posture_finding, pull_words, side_words
from improvement.leaning import AxisName, Side, asked, sides
from improvement.standing_model import Standing

STRONGEST = 4
"""Of each side; the answers of the others are at the end of the report."""


def posture_page(standing: Standing) -> tuple[Block, ...]:
    """Nothing where the questionnaire does not ask about it, or nothing is answered."""
    axes = asked(standing)
    if not axes or not standing.score.overall.completeness:
        return ()
    return (
        Anchor(name="posture", title="Posture"),
        eyebrow("Posture"),
        title(posture_finding(standing)),
        para(NEVER_A_LEVEL),
        *(block for axis in axes for block in _axis(standing, axis)),
        source(posture_axis(standing, axes[0]).caption),
        so_what(posture_decision(standing)),
    )


def _axis(standing: Standing, axis: AxisName) -> tuple[Block, ...]:
    figure = posture_axis(standing, axis)
    return (
        heading(figure.title),
        Picture(drawing=draw_posture(figure, MEASURE), alt=figure.alt, after=4),
        Columns(after=12, stacks=[_side(standing, side) for side in sides(standing, axis)], widths=[1, 1], gutter=22),
    )


def _side(standing: Standing, side: Side) -> list[Block]:
    said: list[Block] = [para(side_words(side), look=style.SUBHEADING)]
    for pull in side.pulls[:STRONGEST]:
        question = standing.questionnaire.questions[pull.term.question]
        said.append(para(question.text, look=style.QUESTION))
        said.append(para(Strong(answer_short(standing, pull.term)), f", {pull_words(pull)}", look=style.SMALL))
    return said
