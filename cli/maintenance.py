"""`plumbline migrate`, `backup` and `doctor`: keeping it well."""

from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from cli import diagnosis
from storage import backup as copies
from storage import migrate as migrations
from storage.database import current

TABLES = ("people.tables", "people.door_tables", "assessment.tables", "assessment.peer_tables", "improvement.tables")
"""The rooms that keep something. Storage knows none of them, so whoever drafts a migration names them."""


def register(app: typer.Typer) -> None:
    """Add the commands to the terminal door."""
    for command in (migrate, backup, doctor):
        app.command()(command)


def migrate(
    draft: Annotated[str, typer.Option(help="For developers: write the next migration, so named, from the rows.")] = "",
) -> None:
    """Bring the database to the schema of this program."""
    if draft:
        for module in TABLES:
            import_module(module)
        print(migrations.draft(draft))
        return
    done = migrations.migrate(current())
    print(f"The database is at schema {migrations.newest()}{'' if done else ' already'}.")


def backup(out: Annotated[Path, typer.Option(help="The file to write; it must not exist.")]) -> None:
    """Copy the SQLite database while others go on working."""
    copies.backup(current(), out)
    print(f"Backed up to {out} ({out.stat().st_size:,} bytes).")


def doctor() -> None:
    """Show the effective settings and what is wrong, with its remedy; end with 1 when something is."""
    for name, value in diagnosis.effective():
        print(f"{name:24} {value}")
    found = diagnosis.problems()
    for problem in found:
        print(f"✗ {problem}")
    if found:
        raise typer.Exit(1)
    print("✓ Everything is well.")
