"""`plumbline benchmark`: peers frozen anew, and packs passed on between installations."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from assessment import pack_file, peer_packs
from assessment.pack_file import LARGEST, RefusedPack
from assessment.peer_model import Kind
from assessment.peer_refresh import refresh as freeze
from cli.given import contents
from cli.written import written
from exports.words.numbers import counted, listed
from exports.words.peers import cohort_name
from ground.errors import PlumblineError
from ground.text import line
from scoring.packs import Pack, merge
from storage.migrate import ready


class NotMeant(PlumblineError):
    """Which results are meant cannot be told."""


def register(app: typer.Typer) -> None:
    """Add the commands to the terminal door."""
    peers = typer.Typer(help="The peer benchmark: organisations that take part, seen together.", no_args_is_help=True)
    for name, command in (("refresh", refresh), ("export", export), ("import", import_), ("merge", merge_)):
        peers.command(name)(command)
    app.add_typer(peers, name="benchmark")


def refresh() -> None:
    """Freeze peers anew, as far as nobody can be worked out by it. Run it once a night."""
    ready()
    frozen = freeze(datetime.now(UTC))
    for kind, snapshots in frozen.items():
        for one in snapshots:
            typer.echo(f"{kind.questionnaire} {kind.major}: {cohort_name(one.cohort)}, {one.organisations} organisations")
    if not frozen:
        typer.echo("Nothing is frozen anew: too few organisations take part, or too few of them have changed.")


def export(
    file: Annotated[Path, typer.Argument(help="The pack to write.")],
    source: Annotated[str, typer.Option(help="What this installation is called in packs; always the same.")],
    questionnaire: Annotated[str, typer.Option(help="Which one, where organisations take part with several.")] = "",
) -> None:
    """Write a benchmark pack: how many organisations lie where, in groups of at least five. No names, no single figures."""
    ready()
    now = datetime.now(UTC)
    pack = peer_packs.export(_meant(questionnaire, now), line(source), now)
    _write(file, pack)


def import_(file: Annotated[Path, typer.Argument(help="A pack that another installation has written.")]) -> None:
    """Take in a benchmark pack. One that is there already is not counted twice."""
    raw = contents(file, LARGEST)
    ready()
    is_new = peer_packs.take(raw, datetime.now(UTC))
    sources = [f"{one.source} ({one.population}, {one.period})" for one in pack_file.read(raw).provenance]
    typer.echo(f"Imported: {listed(sources)}." if is_new else "This pack was imported before. Nothing is changed.")


def merge_(
    files: Annotated[list[Path], typer.Argument(help="The packs to add up.")],
    out: Annotated[Path, typer.Option(help="The pack to write.")],
) -> None:
    """Add packs up, cell by cell."""
    _write(out, _added([pack_file.read(contents(file, LARGEST)) for file in files]))


def _added(packs: Sequence[Pack]) -> Pack:
    whole = packs[0]
    try:
        for pack in packs[1:]:
            whole = merge(whole, pack)
    except ValueError as error:
        raise RefusedPack(str(error)) from error
    return whole


def _write(file: Path, pack: Pack) -> None:
    with written(file) as out:
        out.write(pack_file.write(pack))
    typer.echo(f"{file}: {counted(len(pack.practices), 'practice')}, hash {pack.hash}")


def _meant(wanted: str, now: datetime) -> Kind:
    found = [one for one in peer_packs.exportable(now) if wanted in {"", one.questionnaire}]
    if not found:
        raise NotMeant("No organisation takes part with a final result yet. A leader turns it on in the settings.")
    if len(found) > 1:
        raise NotMeant(f"Organisations take part with {listed([str(one.questionnaire) for one in found])}. Say which with --questionnaire.")
    return found[0]
