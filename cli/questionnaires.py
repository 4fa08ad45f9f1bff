"""`plumbline questionnaire`: check, schema and diff."""

import json
from pathlib import Path
from typing import Annotated

import typer

from questionnaires.compare import Comparison, differences
from questionnaires.files import Checked, check_files
from questionnaires.library import files
from questionnaires.reader import json_schema, read_file

commands = typer.Typer(help="Check, describe and compare questionnaire files.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the commands to the terminal door."""
    app.add_typer(commands, name="questionnaire")


@commands.command()
def check(
    paths: Annotated[list[Path] | None, typer.Argument(metavar="[FILE]...", help="Left out: the published questionnaires.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,
) -> None:
    """Say everything that is wrong in questionnaire files; end with 2 where something is."""
    checked = check_files(paths or files())
    print(_as_json(checked) if as_json else _as_text(checked))
    raise typer.Exit(2 if checked.errors else 0)


@commands.command()
def schema() -> None:
    """Print the JSON Schema of a questionnaire file, for editors."""
    print(json.dumps(json_schema(), indent=2))


@commands.command()
def diff(older: Annotated[Path, typer.Argument(metavar="A")], newer: Annotated[Path, typer.Argument(metavar="B")]) -> None:
    """Say what changed from A to B, and which answers carry over."""
    old, new = read_file(older), read_file(newer)
    print(f"{old.id} {old.version} -> {new.id} {new.version}")
    for line in _told(differences(old, new)):
        print(line)


def _as_json(checked: Checked) -> str:
    return json.dumps(
        {kind: [finding.model_dump() for finding in found] for kind, found in checked._asdict().items()}, indent=2, ensure_ascii=False
    )


def _as_text(checked: Checked) -> str:
    lines = [str(finding) for finding in checked.errors]
    lines += [f"{finding.file}:{finding.line}: {finding.path}: warning: {finding.message}" for finding in checked.warnings]
    return "\n".join([*lines, f"{_count(len(checked.errors), 'error')}, {_count(len(checked.warnings), 'warning')}"])


def _count(number: int, what: str) -> str:
    return f"{number or 'no'} {what}{'' if number == 1 else 's'}"


_HEADINGS = {
    "added": "Added questions",
    "removed": "Removed questions",
    "reanchored": "Re-anchored: an answer means something else now",
    "rescored": "Counted otherwise",
    "reworded": "Reworded",
    "moved": "Moved to another practice",
    "retagged": "Asked of others, or tagged otherwise",
    "elsewhere": "Changed elsewhere",
    "carries_over": "Answers carry over",
}


def _told(comparison: Comparison) -> list[str]:
    if comparison.same:
        return [f"The content is the same; all {len(comparison.carries_over)} answers carry over."]
    lines = []
    for name, heading in _HEADINGS.items():
        found = getattr(comparison, name)
        if found:
            lines += [f"{heading} ({len(found)}):", *(f"  {item}" for item in found)]
    return lines
