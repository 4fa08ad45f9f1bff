"""Small from-to marks in the rows of actions."""

from exports.words.numbers import index_1, level, signed
from ground.value import Value
from improvement.model import Action
from improvement.standing_model import Advice, Standing


class FromTo(Value):
    """From one level to another on the questionnaire's scale; None where the action moves no level."""

    start: float | None
    end: float | None
    minimum: float
    maximum: float
    start_text: str
    end_text: str


def from_to(standing: Standing, action: Action) -> FromTo:
    """The level when the action was accepted, and the level aimed at."""
    return _mark(standing, action.level_from, action.level_to)


def lift_marks(standing: Standing, advice: Advice) -> FromTo:
    """The practice's level before and after the action; its index where there are no levels."""
    shift = advice.lift.practices.get(advice.practice or "", advice.lift.overall)
    if shift.level_before is not None and shift.level_after is not None:
        return _mark(standing, shift.level_before, shift.level_after)
    before, after = shift.index_before, shift.index_after
    return FromTo(
        start=None if before is None else float(before),
        end=None if after is None else float(after),
        minimum=0,
        maximum=100,
        start_text=index_1(before),
        end_text=index_1(after),
    )


def points(advice: Advice) -> str:
    """`+1.4` points of the overall index."""
    return signed(advice.lift.overall.points)


def _mark(standing: Standing, start: int | None, end: int | None) -> FromTo:
    return FromTo(
        start=None if start is None else float(start),
        end=None if end is None else float(end),
        minimum=float(standing.questionnaire.lowest),
        maximum=float(standing.questionnaire.highest),
        start_text=level(start),
        end_text=level(end),
    )
