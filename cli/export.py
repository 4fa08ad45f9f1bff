"""`plumbline export`: all that one organisation has, as a ZIP."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer

from cli.named import Candidate, named
from cli.written import written
from exports.client_data import write
from people import service
from people.model import System
from people.work import reading
from storage.migrate import ready

_PURPOSE = "export"


def register(app: typer.Typer) -> None:
    """Add the command to the terminal door."""
    app.command("export")(export)


def export(
    organisation: Annotated[str, typer.Argument(help="The organisation's id, or its name.")],
    out: Annotated[Path, typer.Option(metavar="FILE", help="Where to write the ZIP.")],
) -> None:
    """Write all that one organisation has: JSON lines for each table, and a manifest with counts and SHA-256. No secrets."""
    ready()
    now = datetime.now(UTC)
    inside = System(purpose=_PURPOSE, organisation_id=_meant(organisation, now))
    with reading(inside, now) as work, written(out) as file:
        write(work, file)


def _meant(wanted: str, now: datetime) -> UUID:
    with reading(System(purpose=_PURPOSE), now) as work:
        return named("organisation", wanted, [Candidate(one.id, one.name, one.id) for one in service.organisations(work)])
