"""`plumbline report`: the benchmark report of one assessment as a PDF."""

import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer

from assessment import service as assessments
from cli.named import Candidate, named
from cli.written import written
from exports.pdf.report import CLASSIFICATION, build
from improvement.standing import gather
from improvement.standing_model import Standing
from people import service as people
from people.model import Organisation, System
from people.work import reading
from storage.migrate import ready

TERMINAL = "-"
_PURPOSE = "report"


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
    with written(Path(out)) as file:
        file.write(paper.getvalue())


def standing_of(wanted: str, now: datetime) -> Standing:
    """Looked for in every organisation: whoever runs programs beside the database may read it all. Unknown, NotOne."""
    with reading(System(purpose=_PURPOSE), now) as work:
        known = people.organisations(work)
    inside, assessment_id = named("assessment", wanted, [one for organisation in known for one in _assessments(organisation, now)])
    with reading(inside, now) as work:
        return gather(work, assessment_id)


def _assessments(organisation: Organisation, now: datetime) -> list[Candidate[tuple[System, UUID]]]:
    inside = System(purpose=_PURPOSE, organisation_id=organisation.id)
    with reading(inside, now) as work:
        return [Candidate(one.id, one.name, (inside, one.id)) for one in assessments.assessments(work)]
