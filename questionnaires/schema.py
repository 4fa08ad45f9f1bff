"""The shape of a file: what pydantic refuses, told as sentences at the line and key concerned."""

from collections.abc import Callable
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from questionnaires.finding import Findings, Path
from questionnaires.messages import closest, sentence, unknown_key
from questionnaires.tree import Leaf, Node, items, line_of, step

Allowed = Callable[[Node, Path], tuple[str, ...]]
"""The keys that the object at a path may have."""

_GUESSES = 200
"""Unknown keys for which the one that was meant is looked for: a file of nothing but faults must not take minutes."""


def keys(model: type[BaseModel]) -> tuple[str, ...]:
    """The keys of a model as they are written in a file."""
    return tuple(field.alias or name for name, field in model.model_fields.items())


class Shape:
    """Reports what is wrong with the shape of one file."""

    def __init__(self, root: Node, findings: Findings, allowed: Allowed) -> None:
        self._root = root
        self._findings = findings
        self._allowed = allowed

    def report(self, error: ValidationError, at: Path = ()) -> None:
        """Every fault in the value at a path."""
        details = [(self._place((*at, *detail["loc"]), detail), detail) for detail in error.errors(include_url=False)]
        absent = {path for path, detail in details if detail["type"] == "missing"}
        extra = [path for path, detail in details if detail["type"] == "extra_forbidden"]
        unknown = {path: self._meant(path, absent) if number < _GUESSES else None for number, path in enumerate(extra)}
        misspelt = {(*path[:-1], meant) for path, meant in unknown.items() if meant}
        for path, detail in details:
            if not (path in misspelt and path in absent) and not self._told(path, detail):
                self._add(
                    path,
                    unknown_key(str(path[-1]), unknown[path], self._allowed(self._root, path[:-1]))
                    if path in unknown
                    else sentence(detail, path),
                )

    def _add(self, path: Path, message: str) -> None:
        self._findings.add(line_of(self._root, path), path, message)

    def _place(self, where: tuple[Any, ...], detail: ErrorDetails) -> Path:
        """Where the fault is: pydantic's place without its names for the branches of a union."""
        path: Path = ()
        node: Node | None = self._root
        for number, part in enumerate(where):
            below = step(node, part)
            if below is not None or (detail["type"] == "missing" and number == len(where) - 1):
                path, node = (*path, part), below
        return (*path, "kind") if detail["type"].startswith("union_tag") else path

    def _meant(self, path: Path, absent: set[Path]) -> str | None:
        """The key that was probably meant: rather one that is missing than one that is there."""
        key, above = str(path[-1]), path[:-1]
        return closest(key, tuple(str(p[-1]) for p in absent if p[:-1] == above)) or closest(key, self._allowed(self._root, above))

    def _told(self, path: Path, detail: ErrorDetails) -> bool:
        """Whether this only follows from what is told otherwise: an unusable value, or entries that are wrong themselves."""
        if detail["type"] == "string_unicode":
            return True
        node: Node | None = self._root
        for part in path:
            node = step(node, part)
        if isinstance(node, Leaf):
            return node.broken
        return detail["type"] == "too_short" and len(items(node)) >= int(detail.get("ctx", {}).get("min_length", 0))
