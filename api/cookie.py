"""The cookie that says which session a browser is in. It holds a token and nothing else."""

from datetime import datetime

from starlette.responses import Response

from ground.settings import Settings


def secure(chosen: Settings) -> bool:
    """Whether browsers reach the server by TLS; without it only this machine's own may."""
    return (chosen.public_url or "").startswith("https://")


def name(chosen: Settings) -> str:
    """With the prefix that binds it to this very host, where TLS makes that possible."""
    return "__Host-plumbline" if secure(chosen) else "plumbline"


def give(response: Response, chosen: Settings, token: str, closes_at: datetime | None = None) -> None:
    """Let the browser keep the token: until it is closed, or until the instant."""
    response.set_cookie(name(chosen), token, path="/", httponly=True, samesite="lax", secure=secure(chosen), expires=closes_at)


def take(response: Response, chosen: Settings) -> None:
    """Let the browser forget it."""
    response.delete_cookie(name(chosen), path="/", httponly=True, samesite="lax", secure=secure(chosen))
