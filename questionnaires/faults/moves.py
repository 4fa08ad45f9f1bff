"""Whether each move of an action names a question of the file and leads upward between valid answers."""

from fractions import Fraction
from typing import cast

from questionnaires.draft import Draft, Part
from questionnaires.fitting import fit
from questionnaires.messages import did_you_mean
from questionnaires.model import Choices, Metric, Question, Scalar
from questionnaires.scale import own_scale
from questionnaires.tree import data


def check(draft: Draft) -> None:
    """Every move of every action."""
    known = tuple(sorted(draft.ids(draft.questions)))
    for action in draft.actions:
        for move in action.parts("moves"):
            name = move.text("question")
            if name and name not in known:
                draft.add((*move.path, "question"), f"No question here has the id `{name}`.{did_you_mean(name, known)}")
            _check_values(draft, move, draft.answerable.get(name or ""))


def _check_values(draft: Draft, move: Part, question: Question | None) -> None:
    start, to = (_value(draft, move, key, question) for key in ("from", "to"))
    if question and start is not None and to is not None and not _upward(question, start, to):
        draft.add((*move.path, "to"), "This is not above `from`. An action leads upward: write a better answer here, or a lower one there.")


def _value(draft: Draft, move: Part, key: str, question: Question | None) -> Scalar | None:
    """The answer in the question's own kind, which then stands in the place of what is written; None where it cannot be told."""
    node = move.node.get(key)
    if node is None:
        return None
    draft.values[(*move.path, key)] = True  # stands for nothing: either it is replaced below or the file is refused
    if question is None or draft.scale is None:
        return None
    measure = draft.bounds.get(question.measure) if isinstance(question, Metric) else None
    try:
        value = fit(question, data(node), (draft.scale[0], draft.scale[-1]), measure)
    except ValueError as error:
        draft.add((*move.path, key), f"This is no answer to `{move.text('question')}`. {error}")
        return None
    draft.values[(*move.path, key)] = value
    return value


def _upward(question: Question, start: Scalar, to: Scalar) -> bool:
    match question:
        case Choices():
            return _weight(question, to) > _weight(question, start)
        case Metric():
            return _improves(question, cast("Fraction", start), cast("Fraction", to))
        case _:
            return own_scale(question, to) > own_scale(question, start)


def _weight(question: Choices, chosen: Scalar) -> Fraction:
    return sum((option.weight for option in question.options if option.id in cast("tuple[str, ...]", chosen)), Fraction(0))


def _improves(question: Metric, start: Fraction, to: Fraction) -> bool:
    """Attainment is constant outside the points, so only what lies between them counts."""
    (first, lowest), (last, highest) = question.points[0], question.points[-1]
    if first >= last:
        return True  # the points are wrong, and told so
    before, after = (min(max(figure, first), last) for figure in (start, to))
    return after > before if highest > lowest else after < before
