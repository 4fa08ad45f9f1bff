"""Whether numbers stand in their order: bounds, ranges, and the points of metrics."""

from fractions import Fraction
from itertools import pairwise

from questionnaires.draft import Draft, Part, exact_number
from questionnaires.finding import Path
from questionnaires.fitting import fit_reading
from questionnaires.tree import Node, items


def check(draft: Draft) -> None:
    """Measures' bounds, actions' efforts and costs, gates' thresholds, metrics' points."""
    for measure in draft.measures:
        _bounds(draft, measure)
    for action in draft.actions:
        _ranges(draft, action)
    for gate in draft.whole.parts("gates"):
        _threshold(draft, gate)
    for question in draft.questions:
        _points(draft, question)


def _ranges(draft: Draft, action: Part) -> None:
    for key in ("effort_days", "cost"):
        _range(draft, action, key)
    _some_effort(draft, action)


def _threshold(draft: Draft, gate: Part) -> None:
    measure, at_least = draft.bounds.get(gate.text("measure") or ""), exact_number(gate.node.get("at_least"))
    if measure and at_least is not None:
        try:
            fit_reading(at_least, measure)
        except ValueError as error:
            draft.add((*gate.path, "at_least"), f"No reading of `{gate.text('measure')}` can be this. {error}")


def _bounds(draft: Draft, measure: Part) -> None:
    low, high = exact_number(measure.node.get("minimum")), exact_number(measure.node.get("maximum"))
    if low is not None and high is not None and low > high:
        draft.add((*measure.path, "minimum"), "The minimum is above the maximum. Exchange them.")


def _range(draft: Draft, action: Part, key: str) -> None:
    numbers = [exact_number(node) for node in items(action.node.get(key))]
    if any(number is not None and number < 0 for number in numbers):
        draft.add((*action.path, key), "This cannot be negative. Write numbers from 0 up, low and high, such as [0, 2000].")
    elif len(numbers) == 2 and numbers[0] is not None and numbers[1] is not None and numbers[0] > numbers[1]:
        draft.add((*action.path, key), "The low end is above the high end. Write low first, such as [3, 8].")


def _some_effort(draft: Draft, action: Part) -> None:
    numbers = [exact_number(node) for node in items(action.node.get("effort_days"))]
    if len(numbers) == 2 and set(numbers) == {Fraction(0)}:
        draft.add((*action.path, "effort_days"), "Every action takes some effort. Write person-days above 0, such as [0.5, 1].")


def _points(draft: Draft, question: Part) -> None:
    """Only metrics have points; elsewhere the key itself is the fault."""
    if question.text("kind") != "metric":
        return
    pairs = [(path, *_pair(node)) for path, node in question.entries("points")]
    for (_, before, _), (path, after, _) in pairwise(pairs):
        if before is not None and after is not None and before >= after:
            draft.add(path, "The first numbers of the points ascend; this one is not above the one before it.")
    _monotone(draft, [(path, share) for path, _, share in pairs if share is not None])


def _pair(node: Node) -> tuple[Fraction | None, Fraction | None]:
    numbers = [exact_number(number) for number in items(node)]
    return (numbers[0], numbers[1]) if len(numbers) == 2 else (None, None)


def _monotone(draft: Draft, shares: list[tuple[Path, Fraction]]) -> None:
    """Attainment goes one way only; the first step that turns back is told."""
    direction = 0
    for (_, before), (path, after) in pairwise(shares):
        turn = (after > before) - (after < before)
        if turn and turn == -direction:
            draft.add(path, "The second numbers of the points go one way, up or down; here they turn back.")
            return
        direction = direction or turn
