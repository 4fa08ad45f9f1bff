"""`plumbline demo`: a fictional organisation to look at."""

from datetime import UTC, datetime

import typer

from improvement.demo import ORGANISATION, tell
from people import service as people
from people.work import reading
from storage.migrate import ready


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("demo")(demo)


def demo() -> None:
    """Make the demo organisation, unless it is there already."""
    ready()
    now = datetime.now(UTC)
    person = people.begin(now)
    with reading(person, now) as work:
        known = any(organisation.name == ORGANISATION for organisation in people.organisations(work))
    if known:
        typer.echo(f"{ORGANISATION} is there already.")
        return
    tell(person, now)
    typer.echo(f"{ORGANISATION} is ready: three functions, six assessments, a living register.")
