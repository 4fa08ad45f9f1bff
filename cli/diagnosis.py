"""What the doctor looks at: settings, folder, database, port."""

import http.client
import os
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

from ground.errors import PlumblineError
from ground.logs import WITHHELD, redact
from ground.settings import Settings, settings
from storage import health
from storage.database import Database, address

ENOUGH = 200_000_000
"""Free bytes below which a copy before a migration may not fit."""


def effective() -> Iterator[tuple[str, str]]:
    """Each setting as the environment's variable and its value, secrets masked. Nothing when the settings cannot be read."""
    try:
        chosen = settings()
    except PlumblineError:
        return
    for name in Settings.model_fields:
        yield f"PLUMBLINE_{name.upper()}", _shown(chosen, name)


def problems() -> tuple[str, ...]:
    """Sentences, each with its remedy."""
    try:
        chosen = settings()
    except PlumblineError as error:
        return (str(error),)
    return (*_home(chosen.home), *_database_problems(), *_port(chosen.address, chosen.port))


def _database(chosen: Settings) -> str:
    try:
        return redact(Database(address(chosen)).url.render_as_string(hide_password=True))
    except PlumblineError:
        return "(cannot be used)"


def _shown(chosen: Settings, name: str) -> str:
    if name == "database_url":
        return _database(chosen)
    value = getattr(chosen, name)
    # What is kept out of a Settings' own words is a secret.
    return str(value) if Settings.model_fields[name].repr or value is None else WITHHELD


def _home(home: Path) -> Iterator[str]:
    nearest = next(folder for folder in (home, *home.parents) if folder.exists())
    if not nearest.is_dir() or not os.access(nearest, os.W_OK | os.X_OK):
        yield f"The data folder {home} cannot be written to. Make it writable, or set PLUMBLINE_HOME to a folder of yours."
    elif shutil.disk_usage(nearest).free < ENOUGH:
        yield f"Less than {ENOUGH // 1_000_000} MB are free where {home} is. Free some space."


def _database_problems() -> tuple[str, ...]:
    try:
        database = Database(address(settings()))
    except PlumblineError as error:
        return (str(error),)
    try:
        return health.problems(database)
    finally:
        database.close()


def _port(host: str, port: int) -> Iterator[str]:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if not _serving(host, port):
                yield f"Port {port} cannot be used ({error.strerror}). Stop what uses it, or set PLUMBLINE_PORT to another."


def _serving(host: str, port: int) -> bool:
    """Whether Plumbline itself is what listens there."""
    asked = http.client.HTTPConnection(host, port, timeout=2)
    try:
        asked.request("GET", "/healthz")
        return asked.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        asked.close()
