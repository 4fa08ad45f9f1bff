"""Several files checked together: each by itself, and whether they mean the same by the same measure."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from questionnaires.check import warnings
from questionnaires.finding import Finding, Findings
from questionnaires.library import FOLDER
from questionnaires.model import Measure, Questionnaire
from questionnaires.reader import draw
from questionnaires.text_file import NoFile, contents
from questionnaires.tree import Node, line_of


class Checked(NamedTuple):
    """What checking files came to."""

    errors: tuple[Finding, ...]
    warnings: tuple[Finding, ...]


class _File(NamedTuple):
    path: Path
    questionnaire: Questionnaire | None
    root: Node | None
    errors: Findings


def check_files(paths: Iterable[Path]) -> Checked:
    """Every finding of every file."""
    files = [_read(path) for path in dict.fromkeys(paths)]
    _one_meaning(files)
    errors = tuple(finding for file in files for finding in file.errors)
    remarks = tuple(finding for file in files if file.questionnaire for finding in warnings(file.questionnaire, str(file.path), file.root))
    return Checked(errors, remarks)


def _read(path: Path) -> _File:
    findings = Findings(str(path))
    try:
        questionnaire, root = draw(contents(path), findings)
    except NoFile as error:
        findings.add(error.line, (), error.reason)
        return _File(path, None, None, findings)
    if questionnaire and path.resolve().parent == FOLDER.resolve():
        expected = f"{questionnaire.id}-{questionnaire.version}.yaml"
        if path.name != expected:
            findings.add(1, (), f"In the library this file is named {expected}. Rename it, or correct its id and version.")
    return _File(path, questionnaire, root, findings)


def _one_meaning(files: Sequence[_File]) -> None:
    """A measure id means the same in every questionnaire; versions of one questionnaire may define it anew."""
    first: dict[str, tuple[Measure, str, Path]] = {}
    for path, questionnaire, root, errors in files:
        for number, measure in enumerate(questionnaire.measures if questionnaire else ()):
            known, owner, place = first.setdefault(measure.id, (measure, questionnaire.id if questionnaire else "", path))
            if known != measure and questionnaire and owner != questionnaire.id and root:
                at = ("measures", number, "id")
                errors.add(
                    line_of(root, at),
                    at,
                    f"`{measure.id}` is defined otherwise in {place}. Write the same there and here, or choose another id.",
                )
