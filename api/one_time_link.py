"""A one-time link: choose a password, then go on as after typing it. Looking at the link uses nothing up."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.caller import address, caller
from api.form import fields
from api.page import REFUSALS, page
from api.steps import hashing, now, onward, with_accounts
from ground.errors import PlumblineError
from ground.settings import settings
from people import entrance
from people.entrance import BadLink
from people.passwords import WeakPassword
from people.throttle import TooManyTries


async def ask(request: Request) -> Response:
    """The form, for whom the link is for."""
    return await _form(request)


async def take(request: Request) -> Response:
    """Set the password, and use the link up."""
    sent = await fields(request)
    password = sent.get("password", "")
    if password != sent.get("again"):
        return await _form(request, WeakPassword("The two are not the same. Type the new password twice."))
    try:
        step = await hashing(entrance.by_link, request.path_params["token"], password, caller(request, settings()), now())
    except WeakPassword as error:
        return await _form(request, error)
    except REFUSALS as error:
        return _opens_nothing(error)
    return onward(step, "/")


async def _form(request: Request, error: PlumblineError | None = None) -> Response:
    token = request.path_params["token"]
    try:
        invited = await run_in_threadpool(entrance.invited, token, address(request, settings()), now())
    except (BadLink, TooManyTries) as refused:
        return _opens_nothing(refused)
    return page("link", error, token=token, name=invited.name, login=invited.login)


def _opens_nothing(error: PlumblineError) -> Response:
    return page("said", error, title="This link does not open", text="Nothing was changed.")


ROUTES = [Route("/link/{token}", with_accounts(ask)), Route("/link/{token}", with_accounts(take), methods=["POST"])]
