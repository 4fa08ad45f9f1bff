"""`plumbline serve`: the browser door."""

import os
import sys
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer

from ground.errors import PlumblineError
from ground.settings import Settings, settings
from storage.migrate import ready

LOOPBACK = ("127.0.0.1", "localhost", "::1")
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
    here = require_fit(address or chosen.address, chosen)
    ready().close()
    command = streamlit(here, port or chosen.port, chosen)
    shown = chosen.public_url or f"http://{_in_address(here)}:{port or chosen.port}"
    print(f"Plumbline is at {shown} · data in {chosen.home} · Ctrl+C ends it", flush=True)
    os.execve(sys.executable, command, unswayed())  # noqa: S606 - our own interpreter; the server takes this process's place and signals


def require_fit(address: str, chosen: Settings) -> str:
    """The address, if the mode may be served there: without a sign-in, on this machine alone; beyond it, by TLS alone."""
    if is_loopback(address):
        return address
    if chosen.mode == "local":
        raise NotServed(
            f"In local mode Plumbline serves this machine alone, not {address}. "
            "Leave the address out, or set PLUMBLINE_MODE=accounts so that people sign in."
        )
    if not (chosen.public_url or "").startswith("https://"):
        raise NotServed(
            f"Passwords may not travel to {address} in clear. Put a proxy with TLS in front, "
            "and set PLUMBLINE_PUBLIC_URL to what people type, such as https://plumbline.example.org."
        )
    return address


def is_loopback(address: str) -> bool:
    """Whether only this machine reaches the address."""
    return address == "localhost" or (_is_address(address) and ip_address(address).is_loopback)


def unswayed() -> dict[str, str]:
    """The environment without Streamlit's own variables: they would override the defences in .streamlit/config.toml.

    The HTTP server would believe anybody on this machine about where a request comes from; api/caller.py decides that.
    """
    return {name: value for name, value in os.environ.items() if not name.startswith("STREAMLIT_")} | {"FORWARDED_ALLOW_IPS": ""}


def streamlit(address: str, port: int, chosen: Settings) -> list[str]:
    """The command that serves app.py from any folder."""
    server = [("server.address", address), ("server.port", str(port)), ("server.headless", "true")]
    if chosen.public_url:
        server += [("server.allowedHosts", host) for host in (*LOOPBACK, str(urlsplit(chosen.public_url).hostname))]
    flags = [part for name, value in server for part in (f"--{name}", value)]
    return [sys.executable, "-P", "-m", "streamlit", "run", str(APP), *flags]


def _is_address(address: str) -> bool:
    try:
        ip_address(address)
    except ValueError:
        return False
    return True


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host
