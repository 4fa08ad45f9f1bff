"""A questionnaire as written, right or wrong: what can be told of it even where parts are unusable."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from pydantic import TypeAdapter, ValidationError

from ground.value import exact
from questionnaires import tree
from questionnaires.finding import Findings, Path
from questionnaires.model import Measure, Question
from questionnaires.tree import Data, Leaf, Map, Node, data, items, line_of, text

_QUESTION: TypeAdapter[Question] = TypeAdapter(Question)

_PLAINEST: Mapping[str, Data] = {
    **dict.fromkeys(("id", "text", "why", "how", "evidence", "source"), "x"),
    "audience": ["leader"],
    "modes": ["full"],
}
"""What has no bearing on answers, made up where only they are asked about."""
_PLAINEST_MEASURE = {"id": "x", "title": "x", "definition": "x", "better": "higher"}
_MOST_LEVELS = 100
"""A scale longer than this is a slip of the pen; its levels are not gone through."""


@dataclass(frozen=True)
class Part:
    """One object of a list: a dimension, a question, a gate ..."""

    path: Path
    node: Map

    @property
    def id(self) -> str | None:
        """Its id, malformed or not; None where it has none."""
        return text(self.node.get("id"))

    def text(self, key: str) -> str | None:
        """The text under a key; None where there is no text."""
        return text(self.node.get(key))

    def entries(self, key: str) -> list[tuple[Path, Node]]:
        """The items under a key with their paths."""
        return [((*self.path, key, number), item) for number, item in enumerate(items(self.node.get(key)))]

    def parts(self, key: str) -> list[Part]:
        """The objects in the list under a key."""
        return [Part(path, item) for path, item in self.entries(key) if isinstance(item, Map)]

    @property
    def data(self) -> Data:
        """Its plain values."""
        return data(self.node)


@dataclass(frozen=True)
class Draft:
    """The parts of a file, and the findings that checks add to."""

    root: Map
    findings: Findings
    values: dict[Path, object] = field(default_factory=dict)
    """Values already made sound, to stand in the place of what the file says."""

    def add(self, path: Path, message: str) -> None:
        """Note a finding at a path."""
        self.findings.add(line_of(self.root, path), path, message)

    @cached_property
    def whole(self) -> Part:
        """The file itself."""
        return Part((), self.root)

    @cached_property
    def dimensions(self) -> list[Part]:
        """Every dimension."""
        return self.whole.parts("dimensions")

    @cached_property
    def practices(self) -> list[Part]:
        """Every practice, in order."""
        return [practice for dimension in self.dimensions for practice in dimension.parts("practices")]

    @cached_property
    def questions(self) -> list[Part]:
        """Every question, in order."""
        return [question for practice in self.practices for question in practice.parts("questions")]

    @cached_property
    def actions(self) -> list[Part]:
        """Every action of a dimension or practice."""
        return [action for owner in (*self.dimensions, *self.practices) for action in owner.parts("actions")]

    @cached_property
    def measures(self) -> list[Part]:
        """Every measure."""
        return self.whole.parts("measures")

    @cached_property
    def answerable(self) -> dict[str, Question]:
        """What can be answered to each question, whatever else is wrong with it; the first of an id."""
        return {part.id: question for part in reversed(self.questions) if part.id for question in _answerable(part)}

    @cached_property
    def bounds(self) -> dict[str, Measure]:
        """The bounds of each measure, whatever else is wrong with it; the first of an id."""
        return {part.id: measure for part in reversed(self.measures) if part.id for measure in _bounded(part)}

    @cached_property
    def levels(self) -> list[int | None]:
        """The levels of the scale as written; None in the place of one that cannot be read."""
        return [whole_number(part.node.get("level")) for part in self.whole.parts("scale")]

    @cached_property
    def scale(self) -> range | None:
        """All levels from the lowest written to the highest; None where the first or the last cannot be read."""
        written = [level for level in self.levels if level is not None]
        if not written or None in (self.levels[0], self.levels[-1]) or max(written) - min(written) >= _MOST_LEVELS:
            return None
        return range(min(written), max(written) + 1)

    def ids(self, parts: list[Part]) -> frozenset[str]:
        """The ids of some parts, malformed or not."""
        return frozenset(part.id for part in parts if part.id)

    @property
    def source_keys(self) -> tuple[str, ...]:
        """The keys of `sources`."""
        return tuple(tree.entries(self.root.get("sources")))


def _answerable(part: Part) -> Iterator[Question]:
    own = {key: data(node) for key, node in part.node.entries.items() if key in ("kind", "table", "options", "measure", "points")}
    with suppress(ValidationError):
        yield _QUESTION.validate_python({**_PLAINEST, **({"levels": {}} if own.get("kind") == "anchored" else {}), **own})


def _bounded(part: Part) -> Iterator[Measure]:
    own = {key: data(node) for key, node in part.node.entries.items() if key in ("minimum", "maximum")}
    with suppress(ValidationError):
        measure = Measure.model_validate({**_PLAINEST_MEASURE, "unit": part.text("unit") or "?", **own})
        if measure.minimum is None or measure.maximum is None or measure.minimum <= measure.maximum:
            yield measure


def exact_number(node: Node | None) -> Fraction | None:
    """The number at a place, exactly; None where there is none."""
    if not isinstance(node, Leaf):
        return None
    try:
        return exact(node.value)
    except ValueError:
        return None


def whole_number(node: Node | None) -> int | None:
    """The whole number at a place; None where there is none."""
    number = exact_number(node)
    return number.numerator if number is not None and number.denominator == 1 else None
