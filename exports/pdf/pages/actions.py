"""Rows of actions: from the register, and as recommended."""

from exports import theme
from exports.figures import from_to, lift_marks
from exports.pdf import style
from exports.pdf.block import Block, Picture, Stack
from exports.pdf.drawings import draw_from_to
from exports.pdf.grid import Grid
from exports.pdf.parts import Pill, para
from exports.words.numbers import NOBODY_KNOWS, day, days, money, signed
from exports.words.register import place_words, practice_words, status_words
from improvement.model import Action
from improvement.standing_model import Advice, Standing

MARK = 66.0
LATE = style.CELL_BOLD._replace(colour=theme.TARGET)


def register_grid(standing: Standing, actions: tuple[Action, ...], *, with_practice: bool) -> Grid:
    """One row an action."""
    head = ("No.", "Action", *(("Practice",) if with_practice else ()), "Owner", "Due", "Level from, to", "Status")
    widths = (0.58, 2.28, *((1.55,) if with_practice else ()), 1.15, 1.03, 1.42, 1.5)
    return Grid(head=head, widths=widths, rows=[_action(standing, action, with_practice=with_practice) for action in actions])


def advice_grid(standing: Standing, advice: tuple[Advice, ...], *, with_practice: bool) -> Grid:
    """One row a recommended action, with what it takes and brings."""
    rows = [_advice(standing, place, each, with_practice=with_practice) for place, each in enumerate(advice, 1)]
    unit = "Level" if standing.assessment.mode == "full" else "Index"
    head = ("", "Action", *(("Practice",) if with_practice else ()), "Takes", f"{unit} from, to", "Index")
    widths = (0.22, 3.2, *((1.6,) if with_practice else ()), 1.15, 1.2, 0.5)
    return Grid(head=head, widths=widths, rows=rows, right=frozenset({len(head) - 1}))


def step_link(standing: Standing, advice: Advice) -> str:
    """Where the ten tell how it is done; empty for an action that is not among them."""
    return f"action-{advice.action.id}" if advice in standing.ten else ""


def _action(standing: Standing, action: Action, *, with_practice: bool) -> list[Block]:
    mark = from_to(standing, action)
    ground, ink = theme.STATUS[action.status.value]
    due = NOBODY_KNOWS if action.due is None else day(action.due)
    late = action.is_overdue(standing.today)
    return [
        para(action.label, look=style.CELL),
        para(action.title, look=style.CELL_BOLD),
        *([para(practice_words(standing, action), look=style.CELL)] if with_practice else []),
        para(standing.name(action.owner_id) or "No owner", look=style.CELL),
        para(f"{due}, overdue" if late else due, look=LATE if late else style.CELL),
        Picture(drawing=draw_from_to(mark, MARK), alt=f"From level {mark.start_text} to {mark.end_text}"),
        Pill(words=status_words(standing, action), ground=ground, colour=ink),
    ]


def _advice(standing: Standing, place: int, advice: Advice, *, with_practice: bool) -> list[Block]:
    practice = standing.questionnaire.practices.get(advice.practice or "")
    mark = lift_marks(standing, advice)
    where, title = place_words(standing, advice), para(advice.action.title, look=style.CELL_BOLD, link=step_link(standing, advice))
    effort, cost = days(*advice.action.effort_days), money(*advice.action.cost, standing.currency)
    return [
        para(str(place), look=style.CELL_BOLD),
        Stack(blocks=(title, para(where, look=style.QUESTION)) if where else (title,)),
        *([para(practice.title if practice else "The whole", look=style.CELL)] if with_practice else []),
        Stack(blocks=(para(effort, look=style.CELL), para(cost, look=style.QUESTION))),
        Picture(drawing=draw_from_to(mark, MARK), alt=f"From {mark.start_text} to {mark.end_text}"),
        para(signed(advice.lift.overall.points), look=style.CELL_BOLD._replace(align="right")),
    ]
