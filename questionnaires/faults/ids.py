"""Whether everything that has a name has one of its own."""

from collections.abc import Iterable

from questionnaires.draft import Draft, Part
from questionnaires.finding import Path
from questionnaires.tree import Node, line_of, text

_LISTS = ("audience", "modes", "needs", "measures", "after", "holds_back")


def check(draft: Draft) -> None:
    """Ids, labels and the words of lists."""
    # A rule's level(id) takes practices and dimensions, so they share their ids.
    for parts in ([*draft.dimensions, *draft.practices], draft.questions, draft.actions, draft.measures):
        _unique(draft, parts, "id")
    for key in ("gates", "pitfalls"):
        _unique(draft, draft.whole.parts(key), "id")
    for question in draft.questions:
        _unique(draft, question.parts("options"), "id")
        _unique(draft, question.parts("options"), "label")
        _unique(draft, question.parts("table"), "label")
    for part in (*draft.practices, *draft.questions, *draft.actions, *draft.whole.parts("gates")):
        for key in _LISTS:
            _said_once(draft, part.entries(key))


def _unique(draft: Draft, parts: Iterable[Part], key: str) -> None:
    first: dict[str, Path] = {}
    for part in parts:
        word = (part.text(key) or "").strip()
        if word and word in first:
            draft.add((*part.path, key), f"The {key} `{word}` is taken in line {line_of(draft.root, first[word])}. Choose another.")
        elif word:
            first[word] = (*part.path, key)


def _said_once(draft: Draft, entries: Iterable[tuple[Path, Node]]) -> None:
    seen: set[str] = set()
    for path, node in entries:
        word = text(node)
        if word and word in seen:
            draft.add(path, f"`{word}` is in this list twice. Delete one.")
        seen.add(word or "")
