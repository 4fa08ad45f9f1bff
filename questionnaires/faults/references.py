"""Whether everything that a file refers to is in it. What another questionnaire may hold is not asked."""

import re
from collections.abc import Iterable

from questionnaires.draft import Draft, Part
from questionnaires.finding import Path
from questionnaires.messages import did_you_mean
from questionnaires.tree import Node, text

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)


def check(draft: Draft) -> None:
    """Sources, measures, prerequisites and what gates hold back."""
    _sources(draft)
    _measures(draft)
    for practice in draft.practices:
        _known(draft, _needs(draft, practice), draft.ids(draft.practices), "practice")
    for action in draft.actions:
        _known(draft, _words(action.entries("after")), draft.ids(draft.actions), "action")
    for gate in draft.whole.parts("gates"):
        _known(draft, _words(gate.entries("holds_back")), draft.ids([*draft.practices, *draft.actions]), "practice or action")


def _sources(draft: Draft) -> None:
    for question in draft.questions:
        _known(draft, _one(question, "source"), draft.source_keys, "source")


def _measures(draft: Draft) -> None:
    known = draft.ids(draft.measures)
    for part in (*draft.questions, *draft.whole.parts("gates")):
        _known(draft, _one(part, "measure"), known, "measure")
    for part in (*draft.practices, *draft.actions):
        _known(draft, _words(part.entries("measures")), known, "measure")


def _one(part: Part, key: str) -> list[tuple[Path, str]]:
    word = part.text(key)
    return [((*part.path, key), word)] if word else []


def _words(entries: Iterable[tuple[Path, Node]]) -> list[tuple[Path, str]]:
    return [(path, word) for path, node in entries if (word := text(node))]


def _needs(draft: Draft, practice: Part) -> list[tuple[Path, str]]:
    return [(path, own) for path, word in _words(practice.entries("needs")) if (own := own_practice(draft, word))]


def own_practice(draft: Draft, reference: str) -> str | None:
    """The practice of this file that a reference means; None where it is another questionnaire's."""
    questionnaire, slash, practice = reference.rpartition("/")
    return practice if not slash or questionnaire == draft.whole.id else None


def _known(draft: Draft, words: Iterable[tuple[Path, str]], known: Iterable[str], kind: str) -> None:
    """A malformed id is left to the check of its shape."""
    names = tuple(known)
    for path, word in words:
        if word not in names and _ID.fullmatch(word):
            draft.add(path, f"No {kind} here has the id `{word}`.{did_you_mean(word, tuple(sorted(names)))}")
