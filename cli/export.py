"""`plumbline export`: all that one organisation has, as a ZIP."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer

from exports.client_data import write
from ground.errors import NotFound, PlumblineError
from people import service
from people.model import System
from people.work import reading
from storage.migrate import ready

_PURPOSE = "export"


class NotWritten(PlumblineError):
    """The file could not be written."""


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
    inside = System(purpose=_PURPOSE, organisation_id=_named(organisation, now))
    try:
        with reading(inside, now) as work, out.open("wb") as file:
            write(work, file)
    except OSError as error:
        raise NotWritten(f"{out} could not be written: {error.strerror}. Choose another place with --out.") from error


def _named(wanted: str, now: datetime) -> UUID:
    with reading(System(purpose=_PURPOSE), now) as work:
        found = [one.id for one in service.organisations(work) if wanted in (str(one.id), one.name)]
    if len(found) != 1:
        raise NotFound("organisation")
    return found[0]
