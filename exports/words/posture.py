"""Posture in sentences: which side is ahead, why, and what moves it. A position between two ends, never a level."""

from fractions import Fraction

from exports.words.nothing import fill_in
from exports.words.numbers import between, days, listed, money, per_cent, quoted, rounded, signed, start
from exports.words.source import MISSING
from exports.words.summary import ENDED, startable
from improvement.leaning import ENDS, AxisName, Pull, Side, asked, sides
from improvement.model import RUNNING, Action
from improvement.standing_model import Advice, Standing
from scoring.result import Axis

NEVER_A_LEVEL = "Posture is a position, never a level: strong on both sides stands in the middle, and so does weak on both."
MEANING = {
    "stance": "Reactive: what is done once something has happened. Proactive: what is done before anybody is hit.",
    "posture": "Defensive: what keeps control, for audits and after failures. Strategic: what serves the organisation’s own aims.",
}
_AHEAD = {"stance": ("reacting", "preventing"), "posture": ("defence", "strategy")}
_EVEN = "0.0"
WEAK = Fraction(1, 2)
"""Below this share of what is asked, a side is weak whatever the position."""


def ends(axis: AxisName) -> tuple[str, str]:
    """`Reactive` and `Proactive`."""
    return start(ENDS[axis][0]), start(ENDS[axis][1])


def axis_of(standing: Standing, axis: AxisName) -> Axis:
    """Where it stands."""
    posture = standing.score.posture
    return posture.stance if axis == "stance" else posture.posture


def axis_words(axis: Axis, ends: tuple[str, str]) -> str:
    """`0.2 to the proactive side, between −0.1 and +0.4`."""
    if axis.position is None:
        return (
            "cannot be told: no answer on one side"
            if axis.low is None
            else between(signed(axis.low), signed(axis.low if axis.high is None else axis.high))
        )
    where = signed(axis.position)
    side = "in the middle" if where == _EVEN else f"{where}, to the {ends[axis.position > 0].lower()} side"
    if axis.low is None or axis.high is None or signed(axis.low) == signed(axis.high):
        return side
    return f"{side}, between {signed(axis.low)} and {signed(axis.high)}"


def posture_finding(standing: Standing) -> str:
    """`Reacting is ahead of preventing, and defence is ahead of strategy`; empty where the questionnaire asks about neither."""
    return start(", and ".join(_finding(axis_of(standing, axis), *_AHEAD[axis]) for axis in asked(standing)))


def unasked_words(standing: Standing) -> tuple[str, str]:
    """Title and lead where no axis can be compared: the questionnaire has none, or its questions do not apply."""
    questions = standing.questionnaire.questions.values()
    if any({getattr(question, axis) for question in questions} >= set(ENDS[axis]) for axis in ENDS):
        return "What this questionnaire asks about posture does not apply here", "At least one side has no question that applies."
    return "This questionnaire does not ask about posture", "None of its questions belongs to a side."


def side_words(side: Side) -> str:
    """`Proactive: 42 % of what is asked`."""
    return (
        f"{start(side.tag)}: {per_cent(side.mean)} % of what is asked" if side.mean is not None else f"{start(side.tag)}: nothing answered"
    )


def sum_words(standing: Standing, axis: AxisName) -> str:
    """`42 % less 67 % is −0.25.`; empty where one side has no answers."""
    left, right = (side.mean for side in sides(standing, axis))
    position = axis_of(standing, axis).position
    if left is None or right is None or position is None:
        return ""
    sign = "−" if position < 0 else "+" if position else ""
    return f"{per_cent(right)} % less {per_cent(left)} % is {sign}{rounded(abs(position), 2)}."


def pull_words(pull: Pull) -> str:
    """`moves it by +0.04`; without an answer, that it could."""
    if pull.moves is None:
        return "leaves the position open"
    if not pull.moves:
        return "moves nothing"
    return f"moves it by {'+' if pull.moves > 0 else '−'}{rounded(abs(pull.moves), 2)}"


def posture_decision(standing: Standing) -> str:
    """The so-what of the posture: answer first, else move the axis that leans furthest to its left end, else hold what pulls right."""
    axes = asked(standing)
    open_ = [axis for axis in axes if _is_open(axis_of(standing, axis))]
    if open_:
        return _answer_first(standing, open_[0])
    lowest = min(axes, key=lambda axis: axis_of(standing, axis).position or 0)
    if signed(axis_of(standing, lowest).position or Fraction(0)).startswith("−"):
        return _towards(standing, lowest)
    left, right = sides(standing, lowest)
    if max(left.mean or 0, right.mean or 0) < WEAK:
        return "Both sides are weak, so the position is no comfort: let the distance to the targets decide what comes first."
    held = standing.questionnaire.questions[right.pulls[0].term.question].text
    return f"Nothing here asks for a decision. Hold what pulls to the right, above all {quoted(held)}"


def _finding(axis: Axis, left: str, right: str) -> str:
    if _is_open(axis) or axis.position is None:
        return f"it cannot be told yet whether {left} or {right} is ahead"
    where = signed(axis.position)
    if where == _EVEN:
        return f"{left} and {right} are level"
    return f"{right} is ahead of {left}" if axis.position > 0 else f"{left} is ahead of {right}"


def _is_open(axis: Axis) -> bool:
    """What is missing could bring either side ahead."""
    if axis.position is None or axis.low is None or axis.high is None:
        return True
    return signed(axis.low).startswith("−") and signed(axis.high).startswith("+")


def _answer_first(standing: Standing, axis: AxisName) -> str:
    missing = sum(pull.term.state in MISSING for side in sides(standing, axis) for pull in side.pulls)
    left, right = _AHEAD[axis]
    return f"{fill_in(standing, missing)} below first: until then either {left} or {right} may be ahead."


def _towards(standing: Standing, axis: AxisName) -> str:
    left, right = _AHEAD[axis]
    wanted = {pull.term.question for pull in sides(standing, axis)[1].pulls}
    moving = [advice for advice in standing.advice if wanted & {move.question for move in advice.applies}]
    if running := _running(standing, moving):
        return f"To bring {right} level with {left}, see {running.label} {quoted(running.title)} through before starting anything new."
    first = startable(standing, moving)
    if first is None:
        return f"No recommended action moves the {ENDS[axis][1]} side at these answers. Agree who raises the weakest question on the right."
    action = first.action
    takes = f"{days(*action.effort_days)} and {money(*action.cost, standing.currency)}"
    moves = _moved(standing, first, wanted)
    return f"To bring {right} level with {left}, put {quoted(action.title)} first. It takes {takes}, and moves {moves}."


def _moved(standing: Standing, advice: Advice, wanted: set[str]) -> str:
    texts = dict.fromkeys(quoted(standing.questionnaire.questions[m.question].text) for m in advice.applies if m.question in wanted)
    return listed(list(texts))


def _running(standing: Standing, moving: list[Advice]) -> Action | None:
    ids = {advice.action.id for advice in moving}
    return next((a for a in standing.actions if a.recommended in ids and a.status in RUNNING and a.status not in ENDED), None)
