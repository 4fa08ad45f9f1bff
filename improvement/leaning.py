"""Why the posture is where it is: the tagged questions of both sides, and how far each moves the position. Pure."""

from fractions import Fraction
from typing import Literal, NamedTuple

from improvement.standing_model import Standing
from scoring.mean import weighted_mean
from scoring.result import Term

AxisName = Literal["stance", "posture"]
ENDS: dict[AxisName, tuple[str, str]] = {"stance": ("reactive", "proactive"), "posture": ("defensive", "strategic")}
"""The tags of the left end, at -1, and of the right end, at +1."""


class Pull(NamedTuple):
    """One question of a side."""

    term: Term
    moves: Fraction | None
    """How far it moves the position, to the left where negative; None without an answer."""


class Side(NamedTuple):
    """All questions of one end of an axis."""

    tag: str
    mean: Fraction | None
    """Of their attainments, 0-1; None where none is answered."""
    pulls: tuple[Pull, ...]
    """Strongest first, those without an answer last."""


def sides(standing: Standing, axis: AxisName) -> tuple[Side, Side]:
    """Left and right. The position is the right mean less the left one."""
    left, right = ENDS[axis]
    return _side(standing, axis, left, -1), _side(standing, axis, right, 1)


def asked(standing: Standing) -> tuple[AxisName, ...]:
    """The axes with tagged questions on both sides: with one alone nothing can be compared."""
    return tuple(axis for axis in ENDS if all(side.pulls for side in sides(standing, axis)))


def _side(standing: Standing, axis: AxisName, tag: str, sign: int) -> Side:
    tagged = [q.id for q in standing.questionnaire.questions.values() if getattr(q, axis) == tag]
    known = {term.question: term for score in standing.score.practices.values() for term in score.trace}
    terms = [known[question] for question in tagged if question in known]
    told = [term.attainment for term in terms if term.attainment is not None]
    applicable = [term for term in terms if term.state != "not_applicable"]
    pulls = [Pull(t, None if t.attainment is None else sign * t.attainment / len(told)) for t in applicable]
    pulls.sort(key=lambda pull: (pull.moves is None, -abs(pull.moves or 0)))
    return Side(tag, weighted_mean((1, share) for share in told) if told else None, tuple(pulls))
