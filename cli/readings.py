"""`plumbline readings`: outcome readings from a CSV file, all of them or none."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from assessment.importing import import_readings, rehearse
from assessment.reading_file import LARGEST
from assessment.reading_import import Rehearsal
from cli.given import contents
from cli.named import Candidate, named
from exports.words.importing import change_words, faults_finding, would
from people import service as people
from people.model import Function, Person
from people.work import reading, writing
from storage.migrate import ready


def register(app: typer.Typer) -> None:
    """Add the command to the terminal door."""
    app.command("readings")(readings)


def readings(
    file: Annotated[Path, typer.Argument(help="CSV with the columns measure, period, value, sample, source.")],
    function: Annotated[str, typer.Option(help="The function they were taken of: its name, or its id.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what the file would do, and change nothing.")] = False,
) -> None:
    """Import outcome readings; a file with a fault changes nothing and ends with 2."""
    raw = contents(file, LARGEST)
    ready()
    now = datetime.now(UTC)
    actor, of = _function(function, now)
    with reading(actor, now) as work:
        rehearsal = rehearse(work, of.id, raw)
    _tell(file, rehearsal)
    if rehearsal.faults:
        raise typer.Exit(2)
    if dry_run:
        typer.echo("Nothing is changed.")
        return
    writing(actor, now, lambda work: import_readings(work, of.id, raw))
    typer.echo("Imported.")


def _tell(file: Path, rehearsal: Rehearsal) -> None:
    for change in rehearsal.changes:
        typer.echo(f"{file}:{change.line}: {change.measure.id} {change.measured.period}, {change_words(change)}")
    for fault in rehearsal.faults:
        typer.echo(f"{file}:{fault.line}: {fault.sentence}", err=True)
    if rehearsal.faults:
        typer.echo(f"{faults_finding(rehearsal)}. Nothing is changed.", err=True)
    else:
        typer.echo(f"{would(rehearsal)}.")


def _function(wanted: str, now: datetime) -> tuple[Person, Function]:
    """Looked for in every organisation of the local person. Unknown, NotOne."""
    person = people.begin(now)
    with reading(person, now) as work:
        known = people.organisations(work)
    every = [one for organisation in known for one in _functions(people.acting_for(person, organisation.id), now)]
    return named("function", wanted, every)


def _functions(actor: Person, now: datetime) -> list[Candidate[tuple[Person, Function]]]:
    with reading(actor, now) as work:
        return [Candidate(one.id, one.name, (actor, one)) for one in people.functions(work)]
