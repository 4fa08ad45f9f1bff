"""The terminal door: `plumbline`."""

import typer
from typer.core import TyperGroup

from cli import audit, benchmark, demo, export, maintenance, questionnaires, readings, report, score, serve, user
from ground.errors import PlumblineError


class Door(TyperGroup):
    """Tells every PlumblineError as its sentence on standard error, and ends with 2."""

    def invoke(self, ctx: typer.Context) -> object:  # type: ignore[override]  # the base class is typed with a private name
        """Run the chosen command."""
        try:
            return super().invoke(ctx)
        except PlumblineError as error:
            typer.echo(str(error), err=True)
            raise typer.Exit(2) from error


app = typer.Typer(
    cls=Door,
    help="Assess IT service management, see where you stand, act, and prove that it helped.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for door in (audit, benchmark, demo, export, maintenance, questionnaires, readings, report, score, serve, user):
    door.register(app)
