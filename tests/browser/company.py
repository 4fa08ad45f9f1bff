"""A company's sign-on of its own on this machine, ended by its process id: the `oidc-provider-mock` package, over loopback."""

import json
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tests.browser.pkce import holding_to_pkce
from tests.browser.server import free_port

_PROVIDER = Path(sys.executable).with_name("oidc-provider-mock")
PATIENCE = 20


@contextmanager
def company(log: Path, *people: dict[str, Any]) -> Iterator[str]:
    """Serve it with these people (each their claims, `sub` among them); its address."""
    port = free_port()
    known = [part for claims in people for part in ("--user-claims", json.dumps(claims))]
    with log.open("ab") as told:
        process = subprocess.Popen([_PROVIDER, "--port", str(port), "--require-nonce", "true", *known], stdout=told, stderr=told)
    try:
        _wait(f"http://127.0.0.1:{port}/.well-known/openid-configuration")
        with holding_to_pkce(f"http://127.0.0.1:{port}") as address:
            yield address
    finally:
        process.terminate()
        process.wait(10)


def _wait(address: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with suppress(OSError), urllib.request.urlopen(address, timeout=2):  # noqa: S310 - our own process on this machine
            return
        time.sleep(0.1)
    raise TimeoutError(f"{address} does not answer")
