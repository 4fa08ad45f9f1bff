"""Every text of a questionnaire that a person reads, with its place."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from ground.value import Value
from questionnaires.finding import Path
from questionnaires.model import Anchored, Choices, Coverage, Dimension, Practice, Question, Questionnaire, RecommendedAction

Kind = Literal["question", "anchor", "other"]


class Passage(NamedTuple):
    """One text, where it stands, and whether it is a question's wording, an anchor, or anything else."""

    path: Path
    text: str
    kind: Kind = "other"


def passages(questionnaire: Questionnaire) -> Iterator[Passage]:
    """All texts in the order of the file; titles of sources and rules are not prose."""
    yield from _of(questionnaire, (), ("title", "purpose"))
    yield from _each(questionnaire.scale, ("scale",), ("name",))
    yield from _each(questionnaire.measures, ("measures",), ("title", "definition"))
    for number, dimension in enumerate(questionnaire.dimensions):
        yield from _dimension(dimension, ("dimensions", number))
    yield from _each(questionnaire.gates, ("gates",), ("title",))
    yield from _each(questionnaire.pitfalls, ("pitfalls",), ("title", "effect", "advice"))


def _of(value: Value, path: Path, keys: Iterable[str]) -> Iterator[Passage]:
    for key in keys:
        yield Passage((*path, key), getattr(value, key))


def _each(values: Iterable[Value], path: Path, keys: Iterable[str]) -> Iterator[Passage]:
    for number, value in enumerate(values):
        yield from _of(value, (*path, number), tuple(keys))


def _dimension(dimension: Dimension, path: Path) -> Iterator[Passage]:
    yield from _of(dimension, path, ("title",))
    for number, practice in enumerate(dimension.practices):
        yield from _practice(practice, (*path, "practices", number))
    yield from _actions(dimension.actions, path)


def _practice(practice: Practice, path: Path) -> Iterator[Passage]:
    yield from _of(practice, path, ("title", "summary", "guidance"))
    for number, question in enumerate(practice.questions):
        yield from _question(question, (*path, "questions", number))
    yield from _actions(practice.actions, path)


def _question(question: Question, path: Path) -> Iterator[Passage]:
    yield Passage((*path, "text"), question.text, "question")
    yield from _of(question, path, ("why", "how", "evidence"))
    match question:
        case Anchored():
            yield from (Passage((*path, "levels", str(level)), anchor, "anchor") for level, anchor in question.levels.items())
        case Coverage():
            yield from _each(question.table, (*path, "table"), ("label",))
        case Choices():
            yield from _each(question.options, (*path, "options"), ("label",))


def _actions(actions: Iterable[RecommendedAction], path: Path) -> Iterator[Passage]:
    for number, action in enumerate(actions):
        own = (*path, "actions", number)
        yield from _of(action, own, ("title",))
        yield from (Passage((*own, "steps", step), text) for step, text in enumerate(action.steps))
        yield from _of(action, own, ("done_when",))
