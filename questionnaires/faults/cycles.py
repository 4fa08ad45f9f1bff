"""Whether what waits for something else can ever begin."""

from collections.abc import Mapping

from questionnaires.draft import Draft, Part
from questionnaires.faults.references import own_practice
from questionnaires.finding import Path
from questionnaires.tree import entries, text

Edges = Mapping[str, Mapping[str, Path]]
"""What each thing waits for, and where the file says so."""


def check(draft: Draft) -> None:
    """`needs` of practices, `after` of actions, `shown_if` of questions."""
    _report(draft, {practice.id: _needs(draft, practice) for practice in draft.practices if practice.id})
    _report(draft, {action.id: _after(action) for action in draft.actions if action.id})
    _report(draft, {question.id: _parent(question) for question in draft.questions if question.id})


def _needs(draft: Draft, practice: Part) -> dict[str, Path]:
    return {own: path for path, node in practice.entries("needs") if (word := text(node)) and (own := own_practice(draft, word))}


def _after(action: Part) -> dict[str, Path]:
    return {word: path for path, node in action.entries("after") if (word := text(node))}


def _parent(question: Part) -> dict[str, Path]:
    parent = text(entries(question.node.get("shown_if")).get("question"))
    return {parent: (*question.path, "shown_if", "question")} if parent else {}


def _report(draft: Draft, edges: Edges) -> None:
    for circle in circles(edges):
        path = edges[circle[0]][circle[1]]
        if len(circle) == 2:
            draft.add(path, f"`{circle[0]}` names itself here. Name another, or delete this.")
        else:
            draft.add(path, f"These wait for one another in a circle: {' → '.join(circle)}. Take one of them out.")


def circles(edges: Edges) -> list[list[str]]:
    """Each circle once, from the first of its members in the file back to it."""
    left = {name: set(targets) & edges.keys() for name, targets in edges.items()}
    found = []
    while _pruned(left):
        circle = _circle(left)
        found.append(_from_first(circle, list(edges)))
        for name in circle:
            del left[name]
    return found


def _pruned(left: dict[str, set[str]]) -> bool:
    """Take away what waits for nothing, again and again; whether anything is left."""
    while free := [name for name, targets in left.items() if not targets & left.keys()]:
        for name in free:
            del left[name]
    return bool(left)


def _circle(left: Mapping[str, set[str]]) -> list[str]:
    """Everything left waits for something left, so walking on must come back."""
    walked: dict[str, None] = {}
    name = next(iter(left))
    while name not in walked:
        walked[name] = None
        name = min(left[name] & left.keys())
    names = list(walked)
    return names[names.index(name) :]


def _from_first(circle: list[str], order: list[str]) -> list[str]:
    start = min(range(len(circle)), key=lambda position: order.index(circle[position]))
    return [*circle[start:], *circle[: start + 1]]
