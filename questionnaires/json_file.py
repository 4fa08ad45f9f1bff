"""JSON as a tree with lines: no key twice, numbers exactly as written."""

import re
from bisect import bisect_right
from json import JSONDecodeError, JSONDecoder
from typing import NoReturn

from questionnaires.finding import Findings, Path
from questionnaires.number import number
from questionnaires.tree import DEEPEST, MOST, TOO_DEEP, TOO_MANY, Leaf, List, Map, Node
from questionnaires.yaml_file import Unreadable, twice

_DECODER = JSONDecoder()
_BLANK = re.compile(r"[ \t\r\n]*")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?", re.ASCII)
_WORD = re.compile(r"true|false|null")
_WORDS = {"true": True, "false": False, "null": None}


class NotJson(Exception):
    """The text is not JSON at all; it may still be YAML that begins with a bracket."""


def read_json(text: str, findings: Findings) -> Node:
    """The tree of a JSON text. NotJson where it breaks the grammar, with the line in its arguments; Unreadable where too deep."""
    reader = _Reader(text, findings)
    root = reader.value(())
    reader.blank()
    if reader.at < len(text):
        reader.fail("the file goes on after its end")
    return root


class _Reader:
    def __init__(self, text: str, findings: Findings) -> None:
        self._text = text
        self._findings = findings
        self._breaks = [found.start() for found in re.finditer("\n", text)]
        self._values = 0
        self.at = 0

    def fail(self, problem: str) -> NoReturn:
        raise NotJson(self._line(), problem)

    def blank(self) -> None:
        found = _BLANK.match(self._text, self.at)
        self.at = found.end() if found else self.at

    def value(self, path: Path) -> Node:
        self.blank()
        line, opening = self._line(), self._text[self.at : self.at + 1]
        self._values += 1
        if self._values > MOST:
            self._findings.add(line, (), TOO_MANY)
            raise Unreadable
        if opening in ("{", "["):
            return self._nested(opening, line, path)
        return Leaf(line, self._string()) if opening == '"' else self._word(line, path)

    def _nested(self, opening: str, line: int, path: Path) -> Node:
        if len(path) >= DEEPEST:
            self._findings.add(line, path, TOO_DEEP)
            raise Unreadable
        self.at += 1
        return self._map(line, path) if opening == "{" else self._list(line, path)

    def _map(self, line: int, path: Path) -> Map:
        found = Map(line)
        while self._goes_on("}", first=not found.entries):
            self._entry(found, path)
        return found

    def _entry(self, found: Map, path: Path) -> None:
        line = self._line()
        key = self._string()
        self._expect(":")
        value = self.value((*path, key))
        if key in found.entries:
            self._findings.add(line, (*path, key), twice(key, found.key_lines[key], line))
            return
        found.entries[key] = value
        found.key_lines[key] = line

    def _list(self, line: int, path: Path) -> List:
        found = List(line)
        while self._goes_on("]", first=not found.items):
            found.items.append(self.value((*path, len(found.items))))
        return found

    def _goes_on(self, closing: str, *, first: bool) -> bool:
        self.blank()
        if self._text.startswith(closing, self.at):
            self.at += 1
            return False
        if not first:
            self._expect(",")
            self.blank()
        return True

    def _expect(self, mark: str) -> None:
        self.blank()
        if not self._text.startswith(mark, self.at):
            self.fail(f"`{mark}` is missing here")
        self.at += 1

    def _string(self) -> str:
        if not self._text.startswith('"', self.at):
            self.fail("a text in double quotes is missing here")
        try:
            value, self.at = _DECODER.raw_decode(self._text, self.at)
        except JSONDecodeError as error:
            self.fail(error.msg)
        return str(value)

    def _word(self, line: int, path: Path) -> Leaf:
        found = _NUMBER.match(self._text, self.at) or _WORD.match(self._text, self.at)
        if not found:
            self.fail("a value is missing here")
        self.at = found.end()
        return Leaf(line, _WORDS[found[0]]) if found[0] in _WORDS else number(found[0], line, path, self._findings)

    def _line(self) -> int:
        return bisect_right(self._breaks, self.at) + 1
