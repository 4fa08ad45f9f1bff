"""A file as read: values with the lines they stand on, whatever their shape."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import assert_never

from questionnaires.finding import Path

Plain = str | int | Decimal | bool | None
Data = Plain | list["Data"] | dict[str, "Data"]

DEEPEST = 20
TOO_DEEP = f"This is nested more than {DEEPEST} deep. Write it flatter."
LARGEST = 1_000_000
"""Bytes."""
MOST = 100_000
"""Values: what a file of that size can hold if it says anything."""
TOO_MANY = f"This file has more than {MOST:,} values. Split it."


@dataclass(frozen=True, slots=True)
class Leaf:
    """A text, number, true, false or null."""

    line: int
    value: Plain
    broken: bool = False
    """Something was here that cannot be used and has been reported; nobody need ask again."""


@dataclass(frozen=True, slots=True)
class List:
    """A list of values."""

    line: int
    items: list[Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Map:
    """Keys with their values; `key_lines` says where each key stands."""

    line: int
    entries: dict[str, Node] = field(default_factory=dict)
    key_lines: dict[str, int] = field(default_factory=dict)

    def get(self, key: str) -> Node | None:
        """The value of a key; None where the key is missing."""
        return self.entries.get(key)


Node = Leaf | List | Map


def data(node: Node) -> Data:
    """Plain values without lines; numbers stay exact."""
    match node:
        case Leaf():
            return node.value
        case List():
            return [data(item) for item in node.items]
        case Map():
            return {key: data(value) for key, value in node.entries.items()}
    assert_never(node)


def filled(node: Node, values: Mapping[Path, object], path: Path = ()) -> object:
    """Plain values, with the given ones in the place of what stands at their paths."""
    if path in values:
        return values[path]
    match node:
        case Leaf():
            return node.value
        case List():
            return [filled(item, values, (*path, number)) for number, item in enumerate(node.items)]
        case Map():
            return {key: filled(value, values, (*path, key)) for key, value in node.entries.items()}
    assert_never(node)


def step(node: Node | None, part: str | int) -> Node | None:
    """The value one step down; None where there is none."""
    match node, part:
        case Map(), str():
            return node.entries.get(part)
        case List(), int() if 0 <= part < len(node.items):
            return node.items[part]
    return None


def line_of(root: Node, path: Path) -> int:
    """The line of the value at a path; of the nearest object above where there is no such value."""
    line, node = root.line, root
    for part in path:
        below = step(node, part)
        if below is None:
            break
        line = node.key_lines[str(part)] if isinstance(node, Map) else below.line
        node = below
    return line


def items(node: Node | None) -> list[Node]:
    """The items of a list; none where there is no list."""
    return node.items if isinstance(node, List) else []


def entries(node: Node | None) -> Mapping[str, Node]:
    """The entries of an object; none where there is no object."""
    return node.entries if isinstance(node, Map) else {}


def text(node: Node | None) -> str | None:
    """The text of a value; None where it is no text."""
    return node.value if isinstance(node, Leaf) and isinstance(node.value, str) else None


def given(node: Node | None) -> bool:
    """Whether something is there that is not null."""
    return node is not None and not (isinstance(node, Leaf) and node.value is None)


def walk(node: Node, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    """Every value with its path, from the top."""
    yield path, node
    below: Iterator[tuple[str | int, Node]] = iter(entries(node).items()) if isinstance(node, Map) else iter(enumerate(items(node)))
    for part, child in below:
        yield from walk(child, (*path, part))
