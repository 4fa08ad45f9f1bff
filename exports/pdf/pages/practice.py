"""One practice: finding, climb, what was seen, what to keep, what comes next, its actions."""

from collections.abc import Sequence

from exports.figures import bars, level_bar
from exports.pdf import style
from exports.pdf.block import Anchor, Block, Columns, Picture, Space, stacked
from exports.pdf.drawings import draw_bars, draw_level_bar
from exports.pdf.pages.actions import advice_grid, register_grid
from exports.pdf.pages.agreement import practice_spread
from exports.pdf.pages.prose import prose
from exports.pdf.paper import FOOT, MEASURE, TOP
from exports.pdf.parts import KeyFigure, bullets, eyebrow, heading, long_text, para, so_what, source, title
from exports.pdf.text import Style
from exports.words.index import index_figure, level_number
from exports.words.practice import Seen, next_step, observed, practice_finding, practice_source, strengths, weak_points
from exports.words.practice_decision import practice_advice, practice_decision
from improvement.standing_model import Standing

GUTTER = 26.0
LEFT, RIGHT = 1.28, 1.0
RECOMMENDED = 3


def practice_page(standing: Standing, practice: str) -> tuple[Block, ...]:
    """Everything but the guidance, which fills a page where there is room; as many recommended actions as keep it on one page."""
    tall, flat = (_above(standing, practice, is_flat=is_flat) for is_flat in (False, True))
    above = flat if _left(flat) >= stacked(_actions(standing, practice, 0), MEASURE) > _left(tall) else tall
    choices = (_actions(standing, practice, number) for number in range(RECOMMENDED, 0, -1))
    actions = next((blocks for blocks in choices if stacked(blocks, MEASURE) <= _left(above)), _actions(standing, practice, 0))
    return (*above, *actions, *practice_spread(standing, practice))


def guidance(standing: Standing, practice: str) -> tuple[Block, ...]:
    """What good looks like, from the questionnaire."""
    return (heading("What good practice looks like"), *prose(standing.questionnaire.practices[practice].guidance))


def _above(standing: Standing, practice: str, *, is_flat: bool) -> tuple[Block, ...]:
    """What stands above its actions. Flat: what the target needs takes the whole width below both columns, not a part of one."""
    content = standing.questionnaire.practices[practice]
    dimension = next(d for d in standing.questionnaire.dimensions if content.id in {p.id for p in d.practices})
    needs = _needs(standing, practice, style.SMALL._replace(size=7.8, leading=10.6) if is_flat else style.SMALL)
    beside = _figures(standing, practice)
    return (
        Anchor(name=f"practice-{practice}", title=content.title, depth=1),
        eyebrow(f"{dimension.title} · {content.title}"),
        title(practice_finding(standing, practice)),
        _climb(standing, practice),
        *_beside(_seen(standing, practice), beside if is_flat else (*beside, *needs)),
        *(needs if is_flat else ()),
        so_what(practice_decision(standing, practice)),
    )


def _left(above: Sequence[Block]) -> float:
    """What a page has left below."""
    return TOP - FOOT - stacked(above, MEASURE) - above[-1].after


def _climb(standing: Standing, practice: str) -> Block:
    score = standing.score.practices[practice]
    number = index_figure(score)
    if standing.assessment.mode == "quick":
        return KeyFigure(after=10, number=number, unit="of 100", label="Quick estimate of the index", ruled=False)
    figure = level_bar(standing, practice)
    bar = Picture(drawing=draw_level_bar(figure, (MEASURE - 24) * 0.77), alt=figure.alt)
    level = KeyFigure(
        number=level_number(score), unit=f"of {standing.questionnaire.highest}", label=f"Level; index {number} of 100", ruled=False
    )
    return Columns(after=12, stacks=[[level], [Space(size=6), bar]], widths=[0.23, 0.77])


def _beside(left: Sequence[Block], right: Sequence[Block]) -> tuple[Block, ...]:
    """Side by side where that fits on a page, else one after the other."""
    columns = Columns(after=12, stacks=[left, right], widths=[LEFT, RIGHT], gutter=GUTTER)
    return (columns,) if columns.height(MEASURE) <= (TOP - FOOT) * 0.75 else (*left, *right)


def _seen(standing: Standing, practice: str) -> tuple[Block, ...]:
    weak, strong = weak_points(standing, practice), strengths(standing, practice)
    said: list[Block] = []
    if weak:
        said += [heading("What we saw"), *(block for seen in weak for block in _answer(seen))]
    if strong:
        said += [heading("Strengths to keep"), *(block for seen in strong for block in _answer(seen))]
    return tuple(said) or (para("No question of this practice applies here."),)


def _answer(seen: Seen) -> tuple[Block, ...]:
    look = style.BODY if not seen.missing else style.BODY._replace(colour=style.QUESTION.colour)
    question = style.QUESTION if len(seen.text) < 1000 else style.QUESTION._replace(after=2)
    return (*long_text(seen.text, question), *long_text(observed(seen), look))


def _figures(standing: Standing, practice: str) -> tuple[Block, ...]:
    figure = bars(standing, practice)
    wide = (MEASURE - GUTTER) * RIGHT / (LEFT + RIGHT)
    return (
        heading(figure.title),
        Picture(drawing=draw_bars(figure, wide), alt=figure.alt, after=3),
        source(f"{practice_source(standing, practice)} Method {standing.score.method}."),
    )


def _needs(standing: Standing, practice: str, look: Style) -> tuple[Block, ...]:
    aim, needs = next_step(standing, practice)
    return (Space(size=4), heading(f"What level {aim} needs"), *bullets(needs, look)) if needs else ()


def _actions(standing: Standing, practice: str, recommended: int) -> tuple[Block, ...]:
    own = tuple(action for action in standing.actions if action.practice == practice)
    advice = practice_advice(standing, practice)[:recommended]
    said: list[Block] = []
    if own:
        said += [heading("Its actions in the register"), register_grid(standing, own, with_practice=False)]
    if advice:
        said += [heading("Recommended, not in the register yet"), advice_grid(standing, advice, with_practice=False)]
    return tuple(said)
