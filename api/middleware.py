"""The gate in front of everything, the websocket included: which requests pass, and with which headers they are answered."""

import re
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.headers import WAY_IN, policy, protect

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
# Streamlit's own surfaces that Plumbline does not use: statistics, agents, its sign-in, raw components.
_CLOSED = (
    "/_stcore/metrics",
    "/_stcore/agent",
    "/_stcore/script-health-check",
    "/_stcore/bidi-components",
    "/component",
    "/auth",
    "/oauth2callback",
)
_WAY_IN = ("/sign-in", "/sign-out", "/link", "/invitation")
_HOST = re.compile(r"(?:\[(?P<six>[0-9A-Fa-f:]+)\]|(?P<name>[0-9A-Za-z.-]+))(?::\d{1,5})?")
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class Gate:
    """Pure ASGI, because the class-based kind of middleware never sees the websocket."""

    def __init__(self, app: ASGIApp, page: str, public_url: str | None = None) -> None:
        self._app = app
        self._csp = policy(page)
        self._public_url = public_url
        self._public_host = urlsplit(public_url or "").hostname
        self._hosts = LOOPBACK | ({self._public_host} if self._public_host else set())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or pass on; either answer carries the protective headers."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        app = self._refusal(scope) or self._app
        await app(scope, receive, self._protected(scope, send))

    def _refusal(self, scope: Scope) -> ASGIApp | None:
        headers = Headers(scope=scope)
        if _hostname(headers.get("host", "")) not in self._hosts:
            return PlainTextResponse("This address is not served here.", 400)
        if is_closed(scope["path"]):
            return PlainTextResponse("Not found", 404)
        if _changes(scope) and headers.get("origin") != self._origin(scope, headers):
            return PlainTextResponse("Requests from other sites are refused.", 403)
        return None

    def _origin(self, scope: Scope, headers: Headers) -> str:
        # A browser always sends Origin here; "null", "localhost" for 127.0.0.1 and silence are all somebody else.
        if self._public_url is not None and _hostname(headers.get("host", "")) == self._public_host:
            return self._public_url
        scheme = {"ws": "http", "wss": "https"}.get(scope["scheme"], scope["scheme"])
        return f"{scheme}://{headers.get('host')}"

    def _protected(self, scope: Scope, send: Send) -> Send:
        origin = self._origin(scope, Headers(scope=scope))
        csp = WAY_IN if _under(scope["path"], _WAY_IN) else self._csp

        async def protected(message: Message) -> None:
            if message["type"] in {"http.response.start", "websocket.http.response.start", "websocket.accept"}:
                protect(MutableHeaders(scope=message), csp, over_tls=origin.startswith("https:"))
            await send(message)

        return protected


def is_closed(path: str) -> bool:
    """Whether the path leads to a surface that Plumbline keeps shut."""
    return _under(path, _CLOSED)


def _under(path: str, tops: tuple[str, ...]) -> bool:
    return any(f"{path}/".startswith(f"{top}/") for top in tops)


def _changes(scope: Scope) -> bool:
    return scope["type"] == "websocket" or scope["method"] not in _SAFE


def _hostname(host: str) -> str | None:
    found = _HOST.fullmatch(host)
    return (found["six"] or found["name"]).lower() if found else None
