"""Speak ASGI to an application: one request in, the answer's messages out."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from starlette.types import ASGIApp, Message, Scope

T = TypeVar("T")


def scope(path: str = "/", *, kind: str = "http", method: str = "GET", scheme: str = "", **headers: str) -> Scope:
    """A request; header names take underscores for hyphens. Without `host` it asks 127.0.0.1:8501."""
    named = {"host": "127.0.0.1:8501", **headers}
    return {
        "type": kind,
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "scheme": scheme or ("ws" if kind == "websocket" else "http"),
        "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in named.items()],
        "path_params": {},
        "extensions": {"websocket.http.response": {}},
    }


def run(coroutine: Coroutine[Any, Any, T]) -> T:
    """In a thread of its own: a browser test of the same process keeps a loop running in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, coroutine).result()


def ask(app: ASGIApp, asked: Scope) -> tuple[int, dict[str, str], bytes]:
    """Status (101 for an accepted websocket), headers in lower case, body."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request"} if asked["type"] == "http" else {"type": "websocket.connect"}

    async def send(message: Message) -> None:
        sent.append(message)

    run(app(asked, receive, send))
    headers = {name.decode().lower(): value.decode() for name, value in sent[0].get("headers", [])}
    return sent[0].get("status", 101), headers, b"".join(message.get("body", b"") for message in sent)
