"""Since the previous assessment: what moved, whether it is more than chance, and where the difference comes from."""

from exports import theme
from exports.figures import slope
from exports.pdf import style
from exports.pdf.block import Anchor, Block, Picture
from exports.pdf.drawings import draw_slope
from exports.pdf.grid import Grid
from exports.pdf.paper import MEASURE
from exports.pdf.parts import Pill, eyebrow, heading, lead, para, so_what, source, title
from exports.words.index import change_words
from exports.words.since import in_order, reason_words, since_decision, since_finding, split_words, untold_words, verdict_word
from improvement.standing_model import Previous, Standing
from scoring.since import Moved

SLOPE_HEIGHT, ALONE = 232.0, 400.0
"""Above its table, and where the picture has the page to itself."""


def change_page(standing: Standing) -> tuple[Block, ...]:
    """Nothing without a previous final assessment."""
    previous = standing.previous
    if previous is None:
        return ()
    name = f"Change since {previous.assessment.name}"
    head = (Anchor(name="change", title=name), eyebrow(name), title(since_finding(previous)))
    said = lead(f"{change_words(previous)} {split_words(previous)}".strip())
    return (*head, said, *_picture(standing), *_verdicts(standing, previous), so_what(since_decision(standing)))


def _picture(standing: Standing) -> tuple[Block, ...]:
    figure = slope(standing)
    if figure is None:
        return ()
    return (
        Picture(drawing=draw_slope(figure, MEASURE, SLOPE_HEIGHT if in_order(standing) else ALONE), alt=figure.alt, after=4),
        source(figure.caption),
    )


def _verdicts(standing: Standing, previous: Previous) -> tuple[Block, ...]:
    rows = [_verdict(standing, name, moved) for name, moved in in_order(standing)]
    untold = untold_words(previous)
    table = (heading("More than chance?"), Grid(head=("Practice", "Verdict", "Why"), widths=(2.2, 1.3, 4.4), rows=rows)) if rows else ()
    return (*table, *((para(untold, look=style.SMALL),) if untold else ()))


def _verdict(standing: Standing, practice: str, moved: Moved) -> list[Block]:
    ground, ink = theme.VERDICTS[moved.verdict]
    return [
        para(standing.questionnaire.practices[practice].title, look=style.CELL_BOLD, link=f"practice-{practice}"),
        Pill(words=verdict_word(moved), ground=ground, colour=ink),
        para(reason_words(moved), look=style.CELL),
    ]
