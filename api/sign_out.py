"""Signing out: this browser's session ends for every tab of it."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api import cookie
from api.page import go, page
from api.steps import now, seen, sign_in_form
from ground.settings import settings
from people import sessions

_SAID = "You are signed out. What was saved is kept."


async def ask(request: Request) -> Response:
    """Offer it; another site's link ends nobody's session. Where it has ended already, only the cookie is left to go."""
    if settings().mode == "local":
        return go("/")
    if await seen(request, "open") is not None:
        return page("sign_out")
    return _forgotten(sign_in_form(said=_SAID))


async def take(request: Request) -> Response:
    """End it."""
    if settings().mode == "local":
        return go("/")
    found = await seen(request, "open")
    if found is not None:
        await run_in_threadpool(sessions.end, found.id, now())
    return _forgotten(go("/sign-out"))


def _forgotten(response: Response) -> Response:
    cookie.take(response, settings())
    return response


ROUTES = [Route("/sign-out", ask), Route("/sign-out", take, methods=["POST"])]
