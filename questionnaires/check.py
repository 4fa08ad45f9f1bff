"""The writing rules that can be checked without understanding: warnings, never errors."""

from collections.abc import Iterator

from questionnaires.finding import Finding, Findings, Path
from questionnaires.model import Questionnaire
from questionnaires.prose import Passage, passages
from questionnaires.structure import remarks
from questionnaires.tree import Leaf, Node, line_of
from questionnaires.words import abbreviations, complaints


def warnings(questionnaire: Questionnaire, file: str = "questionnaire", root: Node | None = None) -> tuple[Finding, ...]:
    """What a reader would stumble over. `root` is the file's tree, for the lines; left out, every line is 1."""
    found = Findings(file)
    for path, message in _all(questionnaire):
        found.add(line_of(root or Leaf(1, None), path), path, message)
    return tuple(found)


def _all(questionnaire: Questionnaire) -> Iterator[tuple[Path, str]]:
    read = tuple(passages(questionnaire))
    for passage in read:
        yield from _about(passage)
    yield from abbreviations(read)
    yield from remarks(questionnaire)


def _about(passage: Passage) -> Iterator[tuple[Path, str]]:
    for message in complaints(passage):
        yield passage.path, message
