"""Which keys a questionnaire file may have where, and its making into a Questionnaire."""

from collections.abc import Mapping

from pydantic import BaseModel, ValidationError

from questionnaires import model
from questionnaires.draft import Draft
from questionnaires.finding import Path
from questionnaires.messages import holder
from questionnaires.schema import Shape, keys
from questionnaires.tree import Data, Node, entries, filled, step, text

_BY_KIND: Mapping[str | None, type[BaseModel]] = {
    "anchored": model.Anchored,
    "yes_no": model.YesNo,
    "rated": model.Rated,
    "coverage": model.Coverage,
    "metric": model.Metric,
    "choices": model.Choices,
}
_BY_HOLDER: Mapping[str, type[BaseModel]] = {
    "": model.Questionnaire,
    "minutes": model.Minutes,
    "scale": model.Level,
    "measures": model.Measure,
    "dimensions": model.Dimension,
    "practices": model.Practice,
    "shown_if": model.Condition,
    "table": model.Choice,
    "options": model.Option,
    "actions": model.RecommendedAction,
    "moves": model.Move,
    "gates": model.Gate,
    "pitfalls": model.Pitfall,
}
_EVERY_KIND = tuple(dict.fromkeys(key for kind in _BY_KIND.values() for key in keys(kind)))


def allowed(root: Node, path: Path) -> tuple[str, ...]:
    """The keys that the object at a path may have."""
    if path[:1] == ("sources",):
        return keys(model.Source)
    if holder(path) == "questions":
        return _question_keys(root, path)
    found = _BY_HOLDER.get(holder(path))
    return keys(found) if found else ()


def _question_keys(root: Node, path: Path) -> tuple[str, ...]:
    node: Node | None = root
    for part in path:
        node = step(node, part)
    kind = _BY_KIND.get(text(entries(node).get("kind")))
    return keys(kind) if kind else _EVERY_KIND


def build(draft: Draft) -> model.Questionnaire | None:
    """The questionnaire; None with findings where its shape is wrong."""
    try:
        return model.Questionnaire.model_validate(filled(draft.root, draft.values))
    except ValidationError as error:
        Shape(draft.root, draft.findings, allowed).report(error)
    for question in draft.questions:
        if question.text("kind") not in _BY_KIND:
            _report_without_kind(draft, question.path, question.data)
    return None


def _report_without_kind(draft: Draft, path: Path, written: Data) -> None:
    """What can be told of a question whose kind is not known."""
    common = keys(model.BaseQuestion)
    try:
        model.BaseQuestion.model_validate({key: value for key, value in entries_of(written) if key in common or key not in _EVERY_KIND})
    except ValidationError as error:
        Shape(draft.root, draft.findings, allowed).report(error, path)


def entries_of(written: Data) -> list[tuple[str, Data]]:
    """The keys and values of an object; none of anything else."""
    return list(written.items()) if isinstance(written, dict) else []
