"""The ten, with their steps, and the register."""

from exports.pdf import style
from exports.pdf.block import Anchor, Block, Columns
from exports.pdf.pages.actions import advice_grid, register_grid
from exports.pdf.parts import bullets, eyebrow, heading, lead, para, so_what, source, title
from exports.pdf.text import Strong
from exports.words.numbers import counted, plain
from exports.words.register import ordered, register_decision, register_finding, ten_decision, ten_finding
from exports.words.source import source as source_words
from improvement.standing_model import Advice, Standing

ORDER = "In this order: what holds a level back, then the most index points for each mean person-day. Lifts do not add up."


def ten_page(standing: Standing) -> tuple[Block, ...]:
    """The first ten of what is recommended."""
    rows = (advice_grid(standing, standing.ten, with_practice=True), source(f"{ORDER} {source_words(standing)}")) if standing.ten else ()
    return (
        Anchor(name="ten", title="The ten"),
        eyebrow("The ten"),
        title(ten_finding(standing)),
        *rows,
        so_what(ten_decision(standing)),
        *((heading("Why each stands there, how it is done, and when it is done"),) if standing.ten else ()),
        *(block for place, advice in enumerate(standing.ten, 1) for block in _how(place, advice)),
    )


def register_page(standing: Standing) -> tuple[Block, ...]:
    """Every action, what runs first."""
    actions = ordered(standing)
    rows = (register_grid(standing, actions, with_practice=True),) if actions else ()
    empty = () if actions else (lead("The ten say what to begin with; an accepted one has an owner and a date."),)
    return (
        Anchor(name="register", title="Register"),
        eyebrow("Improvement register"),
        title(register_finding(standing)),
        *empty,
        so_what(register_decision(standing)),
        *rows,
    )


def _how(place: int, advice: Advice) -> tuple[Block, ...]:
    action = advice.action
    weeks = counted(int(action.takes_weeks), "week") if action.takes_weeks.denominator == 1 else f"{plain(action.takes_weeks)} weeks"
    small = style.SMALL._replace(size=7.8, leading=10.6)
    left = (
        para(f"{place}. {action.title}", look=style.SUBHEADING),
        para(advice.reason, look=small),
        para(Strong("Done when: "), f"{action.done_when} Takes {weeks}.", look=small),
    )
    right = bullets(action.steps, small)
    return (
        Anchor(name=f"action-{action.id}"),
        Columns(after=9, stacks=[left, right], widths=[1, 1.25], gutter=18),
    )
