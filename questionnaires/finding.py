"""What is wrong in a file, where, and what to write instead."""

from collections.abc import Iterable, Iterator

from ground.errors import PlumblineError
from ground.value import Value

Path = tuple[str | int, ...]
"""Keys and positions from the top of a file to a value."""


class Finding(Value):
    """One fault or warning. Printed as `file:line: path: message`."""

    file: str
    line: int
    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.path}: {self.message}" if self.path else f"{self.file}:{self.line}: {self.message}"


def written(path: Path) -> str:
    """A path as a person reads it: `dimensions[0].practices[2].title`."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).lstrip(".")


class Findings:
    """Collects findings; only the first of the same place and words is kept."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._found: dict[Finding, None] = {}

    def add(self, line: int, path: Path, message: str) -> None:
        """Note one finding."""
        self._found.setdefault(Finding(file=self.file, line=line, path=written(path), message=message))

    def replace(self, other: "Findings") -> None:
        """Take over what another reading of the same file found, instead of this one's."""
        self._found = dict(other._found)  # noqa: SLF001 - its own kind

    def __iter__(self) -> Iterator[Finding]:
        return iter(sorted(self._found, key=lambda finding: (finding.line, finding.path)))

    def __len__(self) -> int:
        return len(self._found)


class Invalid(PlumblineError):
    """A file that cannot be used, with everything that is wrong in it."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(map(str, self.findings)))


class InvalidQuestionnaire(Invalid):
    """A questionnaire file with faults."""


class InvalidAnswers(Invalid):
    """An answers file with faults."""
