"""`plumbline user`: the first administrator, from the terminal; everybody else is made by them, in the browser."""

from datetime import UTC, datetime
from typing import Annotated

import typer
from pydantic import ValidationError

from ground.errors import PlumblineError
from ground.settings import settings
from people import accounts, links
from storage.migrate import ready

_user = typer.Typer(help="Accounts, from the terminal.", no_args_is_help=True)


class NotMade(PlumblineError):
    """What was given is no name, or no address."""


def register(app: typer.Typer) -> None:
    """Add the commands to the terminal door."""
    app.add_typer(_user, name="user")


@_user.command("create-admin")
def create_admin(
    name: Annotated[str, typer.Argument(help="How they are called.")],
    email: Annotated[str, typer.Argument(help="What they sign in with.")],
    again: Annotated[bool, typer.Option("--again", help="Although there is one; also for one who lost password or second factor.")] = False,
) -> None:
    """Make an administrator, and print the link by which they set their password: good once, for 24 hours."""
    chosen = settings()
    ready()
    try:
        token = accounts.create_administrator(name, email, datetime.now(UTC), again=again)
    except ValidationError as error:
        raise NotMade(error.errors()[0]["msg"].removeprefix("Value error, ")) from None
    print(f"{chosen.public_url or f'http://127.0.0.1:{chosen.port}'}{links.one_time(token)}")
    if chosen.mode == "local":
        typer.echo("Serve with PLUMBLINE_MODE=accounts, so that people sign in; in local mode the link opens nothing.", err=True)


@_user.callback()
def _group() -> None:
    """Typer wants one, so that a single command stays a command of its group."""
