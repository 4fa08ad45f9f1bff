"""`plumbline audit verify`: whether the trail is what was written."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

import typer

from ground.errors import PlumblineError
from people import audit
from people.model import System
from people.service import organisations
from people.work import reading
from storage.database import current
from storage.migrate import ready

INSTALLATION = "the installation"


class NoLink(PlumblineError):
    """What is expected of a trail cannot be read."""


def register(app: typer.Typer) -> None:
    """Add the commands to the terminal door."""
    trail = typer.Typer(help="The trail of what happened.", no_args_is_help=True)
    trail.command("verify")(verify)
    app.add_typer(trail, name="audit")


def verify(
    expect: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NUMBER:LINK", help="A line that an earlier run printed: the trail must still hold that event. May be repeated."
        ),
    ] = None,
) -> None:
    """Walk every organisation's trail; end with 1 when an event was changed, dropped or put in.

    Keep what it prints somewhere else: given back with --expect, it also shows whether the end of a trail was cut off.
    """
    ready()
    wanted = [_expected(one) for one in expect or ()]
    faults = list(_faults(wanted))
    for fault in faults:
        typer.echo(f"✗ {fault}")
    if faults:
        raise typer.Exit(1)
    typer.echo("✓ Every trail is whole.")


def _faults(wanted: list[tuple[int, str]]) -> Iterator[str]:
    found: set[tuple[int, str]] = set()
    for name, organisation_id in _trails():
        with current().reading() as session:
            broken, links = audit.verify(session, organisation_id), audit.links(session, organisation_id, {number for number, _ in wanted})
            number, link = audit.newest(session, organisation_id)
        found |= links
        if broken:
            yield f"{name}: event {broken.number} does not hold: {broken.why}."
        else:
            typer.echo(f"  {name}: {number} events, newest {number}:{link}")
    for number, link in wanted:
        if (number, link) not in found:
            yield f"No trail holds {number}:{link} any more."


def _trails() -> Iterator[tuple[str, UUID | None]]:
    yield INSTALLATION, None
    with reading(System(purpose="audit"), datetime.now(UTC)) as work:
        yield from ((one.name, one.id) for one in organisations(work))


def _expected(text: str) -> tuple[int, str]:
    number, _, link = text.partition(":")
    if not number.isdecimal() or not link:
        raise NoLink(f"{text} is no NUMBER:LINK. Copy it from what an earlier `plumbline audit verify` printed.")
    return int(number), link
