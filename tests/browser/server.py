"""A real server of Plumbline's own, on a free port and an empty data folder, ended by its process id."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PLUMBLINE = Path(sys.executable).with_name("plumbline")
PATIENCE = 120
MEASURING = ("COVERAGE_PROCESS_CONFIG", "COVERAGE_PROCESS_START")
"""What makes coverage start in another process."""


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


class Server:
    """`plumbline serve` as a person would start it; `kill` and `start` again keep the port and the data.

    `measured`: its coverage counts where coverage is asked for. That makes every page half as slow again, so only some servers are.
    """

    def __init__(self, home: Path, port: int | None = None, *, measured: bool = True, **environment: str) -> None:
        self.home = home
        self.port = port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._environment = {**os.environ, "PLUMBLINE_HOME": str(home), "PORT": str(self.port), **environment}
        for name in ("DATABASE_URL", *(() if measured else MEASURING)):
            self._environment.pop(name, None)
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    @property
    def log(self) -> str:
        return (self.home / "server.log").read_text("utf-8", "replace")

    def start(self) -> None:
        self.home.mkdir(parents=True, exist_ok=True)
        with (self.home / "server.log").open("ab") as log:
            # From another folder, because a person starts it from anywhere; in a session of its own, to end what it starts.
            self._process = subprocess.Popen(
                [PLUMBLINE, "serve"], cwd=self.home, env=self._environment, stdout=log, stderr=log, start_new_session=True
            )
        self._wait()

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """As a power cut would: no chance to tidy up."""
        self._end(signal.SIGKILL)

    def _end(self, how: signal.Signals) -> None:
        if self._process is None:
            return
        os.killpg(self._process.pid, how)
        try:
            self._process.wait(15)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait(15)
        self._process = None

    def _wait(self) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            assert self._process is not None
            assert self._process.poll() is None, f"the server ended at once:\n{self.log}"
            if self._is_ready():
                return
            time.sleep(0.1)
        raise AssertionError(f"the server is not ready after {PATIENCE} s:\n{self.log}")

    def _is_ready(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/readyz", timeout=2) as answer:  # noqa: S310 - our own loopback address
                return answer.status == 200
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return False


@contextmanager
def serving(home: Path, *, measured: bool = True, **environment: str) -> Iterator[Server]:
    server = Server(home, measured=measured, **environment)
    try:
        server.start()
        yield server
    finally:
        server.stop()
