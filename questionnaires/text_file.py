"""From bytes on a disk to a tree: size, encoding, JSON or YAML, and texts that can be printed."""

import re
from collections.abc import Callable
from pathlib import Path as FilePath

from ground.errors import PlumblineError
from questionnaires.finding import Findings, Path
from questionnaires.json_file import NotJson, read_json
from questionnaires.tree import LARGEST, Leaf, Map, Node, walk
from questionnaires.yaml_file import Unreadable, read_yaml

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters but line breaks and tabs, and halves of characters."""


class NoFile(PlumblineError):
    """The file cannot be opened, or is not text."""

    def __init__(self, path: FilePath, reason: str, line: int = 1) -> None:
        super().__init__(f"{path}:{line}: {reason}")
        self.reason = reason
        self.line = line


def contents(path: FilePath) -> str:
    """The text of a UTF-8 file of at most 1 MB; NoFile with a sentence otherwise."""
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        raise NoFile(path, f"This file cannot be opened ({error.strerror}). Check its name and folder.") from error
    if len(raw) > LARGEST:
        raise NoFile(path, "This file is larger than 1 MB. Split it, or shorten its texts.")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NoFile(path, "This is not UTF-8 text. Save the file as UTF-8.", raw.count(b"\n", 0, error.start) + 1) from error


def read_tree(text: str, findings: Findings) -> Node | None:
    """The tree of a YAML or JSON text; None where nothing can be told beyond the findings noted."""
    return _tree(text, findings, _json_or_yaml)


def read_json_tree(text: str, findings: Findings) -> Node | None:
    """The same of a text that has to be JSON."""
    return _tree(text, findings, _json_alone)


def _tree(text: str, findings: Findings, parse: Callable[[str, Findings], Node]) -> Node | None:
    if len(text.encode("utf-8", "surrogatepass")) > LARGEST:
        findings.add(1, (), "The file is larger than 1 MB. Split it, or shorten its texts.")
        return None
    try:
        root = parse(text, findings)
    except Unreadable:
        return None
    _refuse_unprintable(root, findings)
    return root


def _json_or_yaml(text: str, findings: Findings) -> Node:
    if not text.lstrip().startswith(("{", "[")):
        return read_yaml(text, findings)
    try:
        return read_json(text, findings)
    except NotJson as error:
        return _flow_yaml(text, findings, error)


def _flow_yaml(text: str, findings: Findings, error: NotJson) -> Node:
    """YAML may begin with a bracket too; where it is neither, the fault is told as JSON's."""
    attempt = Findings(findings.file)
    try:
        root = read_yaml(text, attempt)
    except Unreadable:
        _not_json(error, findings)
        raise
    findings.replace(attempt)
    return root


def _json_alone(text: str, findings: Findings) -> Node:
    try:
        return read_json(text, findings)
    except NotJson as error:
        _not_json(error, findings)
        raise Unreadable from error


def _not_json(error: NotJson, findings: Findings) -> None:
    line, problem = error.args
    findings.add(line, (), f"This is not valid JSON: {problem}.")


def _refuse_unprintable(root: Node, findings: Findings) -> None:
    for path, node in walk(root):
        if isinstance(node, Leaf) and isinstance(node.value, str):
            _refuse_characters(node.value, node.line, path, findings)
        if isinstance(node, Map):
            for key, line in node.key_lines.items():
                _refuse_characters(key, line, path, findings)


def _refuse_characters(text: str, line: int, path: Path, findings: Findings) -> None:
    found = _UNPRINTABLE.search(text)
    if found:
        findings.add(line, path, f"A character here cannot be printed (code {ord(found[0]):#x}). Delete it.")
