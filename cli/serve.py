"""`plumbline serve`: the browser door, for one person on this machine."""

import os
import sys
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated

import typer

from ground.errors import PlumblineError
from ground.settings import settings
from storage.migrate import ready

APP = Path(__file__).parents[1] / "app.py"


def register(app: typer.Typer) -> None:
    """Add the command to the terminal door."""
    app.command("serve")(serve)


class NotServed(PlumblineError):
    """The server was not started."""


def serve(
    port: Annotated[
        int | None, typer.Option(envvar="PORT", min=1, max=65535, help="Where to listen; PLUMBLINE_PORT or 8501 otherwise.")
    ] = None,
    address: Annotated[str | None, typer.Option(help="A name of this machine; 127.0.0.1 otherwise.")] = None,
) -> None:
    """Serve Plumbline to a browser on this machine."""
    chosen = settings()
    here = require_loopback(address or chosen.address)
    ready().close()
    command = streamlit(here, port or chosen.port)
    print(f"Plumbline is at http://{_in_address(here)}:{port or chosen.port} · data in {chosen.home} · Ctrl+C ends it", flush=True)
    os.execve(sys.executable, command, unswayed())  # noqa: S606 - our own interpreter; the server takes this process's place and signals


def require_loopback(address: str) -> str:
    """The address, if it is this machine's own. In local mode there is no sign-in, so nobody else may reach it."""
    if address == "localhost" or (_is_address(address) and ip_address(address).is_loopback):
        return address
    raise NotServed(f"In local mode Plumbline serves this machine alone, not {address}. Leave the address out, or write 127.0.0.1.")


def unswayed() -> dict[str, str]:
    """The environment without Streamlit's own variables: they would override the defences in .streamlit/config.toml."""
    return {name: value for name, value in os.environ.items() if not name.startswith("STREAMLIT_")}


def streamlit(address: str, port: int) -> list[str]:
    """The command that serves app.py from any folder."""
    server = {"server.address": address, "server.port": str(port), "server.headless": "true"}
    flags = [part for name, value in server.items() for part in (f"--{name}", value)]
    return [sys.executable, "-P", "-m", "streamlit", "run", str(APP), *flags]


def _is_address(address: str) -> bool:
    try:
        ip_address(address)
    except ValueError:
        return False
    return True


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host
