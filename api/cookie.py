"""The cookie that says which session a browser is in: a token and nothing else. And one that says that an invitation was begun here."""

from datetime import datetime, timedelta

from starlette.requests import Request
from starlette.responses import Response

from ground.settings import Settings

_BEGUN = "plumbline-invited"
_REMEMBERED = timedelta(days=60)
"""As long again as the longest invitation: whoever comes back later has forgotten it too."""


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


def remember_invitation(response: Response, chosen: Settings) -> None:
    """Let the browser know that somebody answers by invitation in it, but not who, nor to what."""
    lasts = int(_REMEMBERED.total_seconds())
    response.set_cookie(_BEGUN, "1", path="/", httponly=True, samesite="lax", secure=secure(chosen), max_age=lasts)


def forget_invitation(response: Response, chosen: Settings) -> None:
    """Somebody with an account uses it now."""
    response.delete_cookie(_BEGUN, path="/", httponly=True, samesite="lax", secure=secure(chosen))


def remembers_invitation(request: Request) -> bool:
    """Whether an invitation was begun in this browser, and nobody has signed in since."""
    return _BEGUN in request.cookies
