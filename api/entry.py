"""Who may come in: nothing but the way in itself is answered without a session, the websocket included.

Behind it the session's id travels in a header that Streamlit hands to the pages (`server.trustedUserHeaders`).
"""

from datetime import UTC, datetime
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from api import cookie
from ground.settings import Settings
from people import sessions

HEADER = "X-Plumbline-Session"
_OURS = b"x-plumbline-"
_OPEN = ("/healthz", "/readyz", "/app/static", "/sign-in", "/sign-out", "/link", "/invitation")
_FOR_PROGRAMS = ("/_stcore", "/download", "/static", "/media")


class Entry:
    """Pure ASGI. In local mode everybody who reaches the server is its one person."""

    def __init__(self, app: ASGIApp, chosen: Settings) -> None:
        self._app = app
        self._chosen = chosen

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on with who it is, or show the way to the sign-in page."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        # Whoever sends such a header is pretending.
        scope["headers"] = [(name, value) for name, value in scope["headers"] if not name.lower().startswith(_OURS)]
        app = self._app if self._chosen.mode == "local" or is_open(scope["path"]) else await self._known(scope)
        await app(scope, receive, send)

    async def _known(self, scope: Scope) -> ASGIApp:
        token = HTTPConnection(scope).cookies.get(cookie.name(self._chosen))
        seen = await run_in_threadpool(sessions.by_token, token, datetime.now(UTC)) if token else None
        if seen is None or seen.stage != "open":
            return _way_in(scope, "/sign-in" if seen is None else f"/sign-in/{seen.stage}")
        MutableHeaders(scope=scope)[HEADER] = str(seen.id)
        return self._app


def is_open(path: str) -> bool:
    """Whether the path is part of the way in, or says nothing of anybody."""
    return _under(path, _OPEN)


def _way_in(scope: Scope, at: str) -> ASGIApp:
    if scope["type"] == "websocket" or _under(scope["path"], _FOR_PROGRAMS) or scope["method"] not in {"GET", "HEAD"}:
        return PlainTextResponse("Sign in first.", 401, headers={"Cache-Control": "no-store"})
    wanted = scope["path"] + (f"?{scope['query_string'].decode('ascii', 'replace')}" if scope["query_string"] else "")
    return RedirectResponse(f"{at}?next={quote(wanted, safe='')}", 303, headers={"Cache-Control": "no-store"})


def _under(path: str, tops: tuple[str, ...]) -> bool:
    return any(f"{path}/".startswith(f"{top}/") for top in tops)
