"""Questionnaire and answers files become values, or every fault in them is told at once."""

from pathlib import Path

from questionnaires.canonical import canonical_json, content_hash, json_schema
from questionnaires.draft import Draft
from questionnaires.faults import conditions, cycles, ids, items, levels, moves, pitfalls, references, wording
from questionnaires.finding import Finding, Findings, InvalidAnswers, InvalidQuestionnaire
from questionnaires.model import Questionnaire
from questionnaires.responses import read_answers
from questionnaires.shape import build
from questionnaires.text_file import contents, read_tree
from questionnaires.tree import Map, Node

__all__ = [
    "Finding",
    "InvalidAnswers",
    "InvalidQuestionnaire",
    "canonical_json",
    "content_hash",
    "draw",
    "from_canonical",
    "json_schema",
    "read",
    "read_answers",
    "read_file",
]


def read(text: str, name: str = "questionnaire") -> Questionnaire:
    """The questionnaire in a YAML or JSON text; InvalidQuestionnaire with every finding, `name` being the file that they name."""
    findings = Findings(name)
    questionnaire, _ = draw(text, findings)
    if questionnaire is None:
        raise InvalidQuestionnaire(findings)
    return questionnaire


def read_file(path: Path) -> Questionnaire:
    """The questionnaire in a file; NoFile or InvalidQuestionnaire with sentences."""
    return read(contents(path), str(path))


def from_canonical(text: str) -> Questionnaire:
    """The questionnaire of which this is the canonical JSON."""
    return read(text, "edition")


def draw(text: str, findings: Findings) -> tuple[Questionnaire | None, Node | None]:
    """The questionnaire and its tree, for those who need lines; without a questionnaire the findings say why."""
    root = read_tree(text, findings)
    if not isinstance(root, Map):
        if root:
            findings.add(root.line, (), "A questionnaire begins with keys and values. Start with `format: 1`.")
        return None, root
    draft = Draft(root, findings)
    for fault in (ids, levels, items, references, cycles, conditions, wording, pitfalls, moves):
        fault.check(draft)
    questionnaire = build(draft)
    return (None if len(findings) else questionnaire), root
