"""How much may be uploaded: Streamlit bounds each file and keeps it in memory while a page is open; this bounds how many there are."""

import time
from collections.abc import Callable

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.entry import HEADER

EACH, ALTOGETHER = 5, 40
"""Files of one session, and of all: at 10 MB each, 400 MB of memory."""
LASTS = 600.0
"""Seconds for which a file counts: Streamlit does not say when it lets one go."""
_PATH = "/_stcore/upload_file/"


class Uploads:
    """Pure ASGI, behind the gate: who has no session does not come this far."""

    def __init__(self, app: ASGIApp, clock: Callable[[], float] = time.monotonic) -> None:
        self._app = app
        self._clock = clock
        self._kept: dict[str, tuple[str, float]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse what would be too much, or pass on."""
        app = self._app
        if scope["type"] == "http" and scope["path"].startswith(_PATH):
            app = self._refusal(scope) or app
            send = self._noticing(scope, send)
        await app(scope, receive, send)

    def _refusal(self, scope: Scope) -> ASGIApp | None:
        if scope["method"] != "PUT":
            return None
        now, session = self._clock(), Headers(scope=scope).get(HEADER, "")
        self._kept = {path: (whose, since) for path, (whose, since) in self._kept.items() if now - since < LASTS}
        others = [whose for path, (whose, _) in self._kept.items() if path != scope["path"]]
        if others.count(session) >= EACH or len(others) >= ALTOGETHER:
            return PlainTextResponse("Too many files. Close other pages with uploads, or wait ten minutes.", 429)
        self._kept[scope["path"]] = session, now
        return None

    def _noticing(self, scope: Scope, send: Send) -> Send:
        async def noticed(message: Message) -> None:
            # Only what Streamlit has let go makes room: a deletion that it refused leaves the file in memory.
            if scope["method"] == "DELETE" and message["type"] == "http.response.start" and message["status"] < 300:
                self._kept.pop(scope["path"], None)
            await send(message)

        return noticed
