"""`plumbline report`: the benchmark report of one assessment as a PDF."""

import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer

from assessment import service as assessments
from cli.unknown import Unknown
from exports.pdf.report import CLASSIFICATION, build
from ground.errors import PlumblineError
from improvement.standing import gather
from improvement.standing_model import Standing
from people import service as people
from people.model import System
from people.work import Work, reading
from storage.migrate import ready

TERMINAL = "-"


class NotWritten(PlumblineError):
    """The file could not be written."""


class NotOne(PlumblineError):
    """A name that several assessments bear."""


def register(app: typer.Typer) -> None:
    """Add the command to the terminal door."""
    app.command("report")(report)


def report(
    assessment: Annotated[str, typer.Argument(help="The assessment's id, or its name.")],
    out: Annotated[str, typer.Option(metavar="FILE", help="Where to write the PDF; - for standard output.")],
    classification: Annotated[str, typer.Option(help="The line at the foot of every page.")] = CLASSIFICATION,
) -> None:
    """Write the benchmark report of one assessment."""
    ready()
    paper = BytesIO()
    build(standing_of(assessment, datetime.now(UTC)), paper, classification)
    if out == TERMINAL:
        sys.stdout.buffer.write(paper.getvalue())
        sys.stdout.buffer.flush()
        return
    _write(Path(out), paper.getvalue())


def standing_of(wanted: str, now: datetime) -> Standing:
    """Looked for in every organisation: whoever runs programs beside the database may read it all."""
    with reading(System(purpose="report"), now) as work:
        known = people.organisations(work)
    names: list[str] = []
    for organisation in known:
        with reading(System(purpose="report", organisation_id=organisation.id), now) as work:
            if found := _found(work, wanted):
                return gather(work, found)
            names += [one.name for one in assessments.assessments(work)]
    raise Unknown("assessment", wanted, names)


def _found(work: Work, wanted: str) -> UUID | None:
    named = [one.id for one in assessments.assessments(work) if wanted in (str(one.id), one.name)]
    if len(named) > 1:
        ids = ", ".join(map(str, named))
        raise NotOne(f"{len(named)} assessments are called {wanted}. Give one of their ids instead: {ids}.")
    return named[0] if named else None


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise NotWritten(f"{path} could not be written: {error.strerror}. Choose another place with --out.") from error
