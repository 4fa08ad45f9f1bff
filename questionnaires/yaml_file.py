"""YAML 1.2 as a tree with lines: no anchors, no tags, no key twice, numbers exactly as written."""

import re
from collections.abc import Iterator
from typing import cast

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)
from ruamel.yaml.reader import ReaderError

from questionnaires.finding import Findings, Path
from questionnaires.number import number
from questionnaires.tree import DEEPEST, MOST, TOO_DEEP, TOO_MANY, Leaf, List, Map, Node

_WORDS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_NULLS = ("", "~", "null", "Null", "NULL")
_BRACKETS = re.compile(r"(?:[\[{]\s*){60}")
_HOPELESS = 200
"""Nesting at which reading stops, for the time that it would take."""


class Unreadable(Exception):
    """Reading stopped; the finding has been noted."""


def read_yaml(text: str, findings: Findings) -> Node:
    """The tree of a YAML text; Unreadable where the text is not YAML."""
    _refuse_brackets(text, findings)
    try:
        return _Builder(YAML(typ="safe", pure=True).parse(text), findings).document()
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        findings.add(line, (), f"A character here cannot be printed (code {ord(text[error.position]):#x}). Delete it.")
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        problem = re.sub(r"\s+", " ", getattr(error, "problem", None) or str(error)).strip()
        findings.add(mark.line + 1 if mark else 1, (), f"This is not valid YAML: {problem}.")
    raise Unreadable


def _refuse_brackets(text: str, findings: Findings) -> None:
    """The parser takes seconds over a bomb of them before it hands out the first."""
    found = _BRACKETS.search(text)
    if found:
        findings.add(text.count("\n", 0, found.start()) + 1, (), TOO_DEEP)
        raise Unreadable


class _Builder:
    def __init__(self, events: Iterator[Event], findings: Findings) -> None:
        self._events = events
        self._findings = findings
        self._values = 0

    def document(self) -> Node:
        for event in self._events:
            if isinstance(event, NodeEvent):
                root = self._node(event, ())
                self._nothing_more()
                return root
        self._findings.add(1, (), "The file is empty. Start with `format: 1`.")
        raise Unreadable

    def _nothing_more(self) -> None:
        for event in self._events:
            if isinstance(event, DocumentStartEvent):
                self._findings.add(_line(event), (), "A second document begins here. Keep one document in a file; delete the line `---`.")
                raise Unreadable

    def _node(self, event: NodeEvent, path: Path) -> Node:
        self._values += 1
        if self._values > MOST:
            self._findings.add(_line(event), (), TOO_MANY)
            raise Unreadable
        if isinstance(event, AliasEvent):
            self._findings.add(
                _line(event), path, f"Write the value out; `*{event.anchor}` refers to another place, which is not accepted here."
            )
            return Leaf(_line(event), None, broken=True)
        self._refuse_extras(event, path)
        if isinstance(event, ScalarEvent):
            return self._scalar(event, path)
        if len(path) >= DEEPEST:
            return self._too_deep(event, path)
        return self._map(event, path) if isinstance(event, MappingStartEvent) else self._list(event, path)

    def _refuse_extras(self, event: NodeEvent, path: Path) -> None:
        if event.anchor:
            self._findings.add(_line(event), path, f"Delete `&{event.anchor}`; anchors are not accepted here.")
        if isinstance(event, ScalarEvent | CollectionStartEvent) and event.tag:
            self._findings.add(
                _line(event), path, f"Delete the tag `{event.tag.replace('tag:yaml.org,2002:', '!!')}`; write the plain value."
            )

    def _scalar(self, event: ScalarEvent, path: Path) -> Leaf:
        line, value = _line(event), event.value
        if event.style:
            return Leaf(line, value)
        if value in _NULLS:
            return Leaf(line, None)
        return Leaf(line, _WORDS[value]) if value in _WORDS else number(value, line, path, self._findings)

    def _list(self, start: Event, path: Path) -> List:
        found = List(_line(start))
        while isinstance(event := next(self._events), NodeEvent):
            found.items.append(self._node(event, (*path, len(found.items))))
        return found

    def _map(self, start: Event, path: Path) -> Map:
        found = Map(_line(start))
        while isinstance(event := next(self._events), NodeEvent):
            self._entry(found, event, path)
        return found

    def _entry(self, found: Map, event: NodeEvent, path: Path) -> None:
        key = self._key(event, path)
        value = self._node(cast("NodeEvent", next(self._events)), (*path, key or "?"))
        if key is None:
            return
        if key in found.entries:
            self._findings.add(_line(event), (*path, key), twice(key, found.key_lines[key], _line(event)))
            return
        found.entries[key] = value
        found.key_lines[key] = _line(event)

    def _key(self, event: NodeEvent, path: Path) -> str | None:
        if isinstance(event, ScalarEvent):
            self._refuse_extras(event, path)
            return str(event.value)
        self._node(event, (*path, "?"))
        self._findings.add(_line(event), path, "A key has to be a plain word.")
        return None

    def _too_deep(self, event: Event, path: Path) -> Leaf:
        self._findings.add(_line(event), path, TOO_DEEP)
        depth = 1
        while depth:
            following = next(self._events)
            depth += isinstance(following, CollectionStartEvent)
            depth -= isinstance(following, CollectionEndEvent)
            if depth > _HOPELESS:
                raise Unreadable
        return Leaf(_line(event), None, broken=True)


def twice(key: str, first: int, second: int) -> str:
    """The sentence for a key that one object has twice."""
    return f"The key `{key}` is here twice, in line {first} and in line {second}. Keep one of them."


def _line(event: Event) -> int:
    return int(event.start_mark.line) + 1
