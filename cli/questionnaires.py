"""`plumbline questionnaire`: check, schema and diff."""

import json

import typer

from questionnaires.reader import json_schema

commands = typer.Typer(help="Check, describe and compare questionnaire files.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the commands to the terminal door."""
    app.add_typer(commands, name="questionnaire")


@commands.command()
def schema() -> None:
    """Print the JSON Schema of a questionnaire file, for editors."""
    typer.echo(json.dumps(json_schema(), indent=2))
