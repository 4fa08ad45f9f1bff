"""How far those who answered agree: the questions to talk about, and beneath each practice how its answers spread."""

from exports.figures import Spreads, agenda, spreads
from exports.pdf import style
from exports.pdf.block import Anchor, Block, Picture, Space
from exports.pdf.drawings import draw_spreads
from exports.pdf.paper import MEASURE
from exports.pdf.parts import eyebrow, heading, lead, para, so_what, source, title, together
from exports.words.agreement import agenda_decision, discuss_lead, gap_words
from improvement.standing_model import Standing


def agreement_page(standing: Standing) -> tuple[Block, ...]:
    """Nothing where one person answered."""
    figure, panel = agenda(standing), standing.panel
    if figure is None or panel is None:
        return ()
    head = (
        Anchor(name="agreement", title="How far those who answered agree"),
        eyebrow("Those who answered"),
        title(figure.title),
        lead(discuss_lead(panel)),
    )
    agenda_blocks = (heading("Talk about these"), *_drawn(figure)) if figure.rows else ()
    return (*head, *agenda_blocks, so_what(agenda_decision(standing, panel)))


def practice_spread(standing: Standing, practice: str) -> tuple[Block, ...]:
    """Nothing where one person answered."""
    figure = spreads(standing, practice)
    if figure is None:
        return ()
    gaps = (para(sentence, look=style.SMALL) for sentence in gap_words(standing, practice))
    return together(Space(size=6), heading(figure.title), *_drawn(figure), *gaps)


def _drawn(figure: Spreads) -> tuple[Block, ...]:
    """Row by row, so that a long one may go on over the page."""
    rows = (figure.model_copy(update={"rows": (row,)}) for row in figure.rows)
    pictures = (Picture(drawing=draw_spreads(one, MEASURE), alt=f"{one.rows[0].label} {one.rows[0].answers}") for one in rows)
    return (*pictures, source(figure.caption))
