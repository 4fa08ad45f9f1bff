"""The published questionnaires; the only reader of `library/`."""

import re
from functools import cache
from pathlib import Path

from ground.errors import NotFound
from questionnaires.model import Questionnaire
from questionnaires.reader import read_file

FOLDER = Path(__file__).parent / "library"
_NAME = re.compile(r"(?P<id>[a-z0-9-]+)-(?P<version>\d+\.\d+\.\d+)\.yaml", re.ASCII)

_TRANSLATION = re.compile(r"\d\.[A-Za-z][A-Za-z0-9-]*\.yaml$")


def published() -> tuple[Questionnaire, ...]:
    """The newest version of each published questionnaire, by id."""
    return tuple(load(name) for name in sorted({name for name, _ in _files()}))


def load(id: str, version: str | None = None) -> Questionnaire:  # noqa: A002 - the word of the file
    """A published questionnaire, its newest version unless one is named; NotFound where there is none."""
    versions = {v: path for (name, v), path in _files().items() if name == id}
    chosen = versions.get(version or max(versions, key=_order, default=""))
    if chosen is None:
        raise NotFound("questionnaire")
    return _read(chosen)


def files() -> tuple[Path, ...]:
    """The files of the library, whatever their names; translations are not among them."""
    return tuple(sorted(path for path in FOLDER.glob("*.yaml") if not _TRANSLATION.search(path.name)))


@cache
def _read(path: Path) -> Questionnaire:
    return read_file(path)


def _files() -> dict[tuple[str, str], Path]:
    named = ((path, _NAME.fullmatch(path.name)) for path in FOLDER.iterdir())
    return {(name["id"], name["version"]): path for path, name in named if name}


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in version.split("."))
