"""Whether each move of an action names a question of the file and leads upward between valid answers."""

from questionnaires.draft import Draft, Part
from questionnaires.finding import Path
from questionnaires.fitting import fit
from questionnaires.messages import did_you_mean
from questionnaires.model import Metric, Question, Scalar
from questionnaires.tree import data, text


def check(draft: Draft) -> None:
    """Every move of every action."""
    known = tuple(sorted(draft.ids(draft.questions)))
    for action in draft.actions:
        for move in action.parts("moves"):
            _check_move(draft, move, known)


def _check_move(draft: Draft, move: Part, known: tuple[str, ...]) -> None:
    name = text(move.node.get("question"))
    question = draft.sound_questions.get(name or "")
    for key in ("from", "to"):
        if move.node.get(key) is not None:
            draft.values[(*move.path, key)] = _value(draft, question, move, key)
    if name and name not in known:
        draft.add((*move.path, "question"), f"No question here has the id `{name}`.{did_you_mean(name, known)}")


def _value(draft: Draft, question: Question | None, move: Part, key: str) -> Scalar:
    """The answer in the question's own kind; true where it cannot be told, which stands for nothing."""
    path: Path = (*move.path, key)
    if question is None or draft.scale is None:
        return True
    measure = draft.sound_measures.get(question.measure) if isinstance(question, Metric) else None
    try:
        return fit(question, data(move.node.entries[key]), (draft.scale[0], draft.scale[-1]), measure)
    except ValueError as error:
        draft.add(path, f"This is no answer to `{question.id}`. {error}")
        return True
