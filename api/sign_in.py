"""Signing in: password, then the second factor. Each step is a page and a form."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api import cookie
from api import page as pages
from api.caller import caller
from api.form import fields
from api.page import REFUSALS, go, own, page, picture
from api.steps import hashing, now, onward, seen, sign_in_form, then, with_accounts, with_sign_in
from ground.errors import PlumblineError
from ground.settings import settings
from people import enrolment, entrance, second_factor
from people.entrance import Caller, Step
from people.sessions import Seen, SignedOut

Proof = Callable[[Seen, str, Caller, datetime], Step]
"""What looks at a code."""
_ACCOUNT = "account"
"""In the address of the form for whoever has an account, in a browser in which somebody answered by invitation."""
_FORGOTTEN = (
    "Ask an administrator of your organisation for a new link. You choose another password by it; what you saved stays as it is."
    " An administrator who is alone makes the link on the server: plumbline user create-admin NAME E-MAIL --again."
)


async def ask_password(request: Request) -> Response:
    """The form, or straight on for who is in already; where an invitation was begun, that it has ended."""
    wanted = own(request.query_params.get("next", ""))
    if await seen(request, "open") is not None:
        return go(wanted)
    if cookie.remembers_invitation(request) and _ACCOUNT not in request.query_params:
        return page("invitation_ended", to_sign_in=f"/sign-in?{urlencode({_ACCOUNT: 1, 'next': wanted})}")
    return sign_in_form(wanted)


async def take_password(request: Request) -> Response:
    """Look at the password."""
    sent = await fields(request)
    wanted, email = own(sent.get("next", "")), sent.get("email", "")
    try:
        step = await hashing(entrance.by_password, email, sent.get("password", ""), caller(request, settings()), now())
    except REFUSALS as error:
        return sign_in_form(wanted, error, email)
    return onward(step, wanted)


async def ask_code(request: Request) -> Response:
    """The form for who has typed the password."""
    wanted = own(request.query_params.get("next", ""))
    found = await seen(request, "code")
    if found is None:
        return go(f"/sign-in{then(wanted)}")
    await run_in_threadpool(entrance.demand_code, found, now())
    return page("code", next=wanted)


async def take_code(request: Request) -> Response:
    """Look at the code of the authenticator, or at a recovery code."""

    async def again(error: PlumblineError, wanted: str) -> Response:
        return page("code", error, next=wanted)

    return await _take(request, "code", entrance.by_code, again)


async def ask_enrolment(request: Request) -> Response:
    """The key of a second factor to be set up, as picture and as text."""
    found = await seen(request, "enrol")
    if found is not None:
        await run_in_threadpool(enrolment.demand, found, now())
    return await _enrolment(request, own(request.query_params.get("next", "")))


async def take_enrolment(request: Request) -> Response:
    """Look at the first code of the new authenticator."""

    async def again(error: PlumblineError, wanted: str) -> Response:
        return await _enrolment(request, wanted, error)

    return await _take(request, "enrol", entrance.by_enrolment, again)


async def draw_key(request: Request) -> Response:
    """The key as a QR code, for the browser that is setting it up and for nobody else."""
    found = await seen(request, "enrol")
    if found is None:
        return go("/sign-in")
    key, login = await run_in_threadpool(enrolment.being_set_up, found)
    return picture(second_factor.picture(second_factor.address(key, login)))


async def forgotten(_: Request) -> Response:
    """What to do without the password."""
    return page("said", title="A new password", text=_FORGOTTEN)


async def _take(request: Request, stage: str, step: Proof, again: Callable[[PlumblineError, str], Awaitable[Response]]) -> Response:
    """The second step of who stands at this stage: on with the right code, the page again with a wrong one, else back to the first."""
    sent = await fields(request)
    wanted, found = own(sent.get("next", "")), await seen(request, stage)
    if found is None:
        return go(f"/sign-in{then(wanted)}")
    try:
        done = await run_in_threadpool(step, found, sent.get("code", ""), caller(request, settings()), now())
    except REFUSALS as error:
        return await again(error, wanted)
    except SignedOut:
        return go(f"/sign-in{then(wanted)}")
    return onward(done, wanted)


async def _enrolment(request: Request, wanted: str, error: PlumblineError | None = None) -> Response:
    found = await seen(request, "enrol")
    if found is None:
        return go(f"/sign-in{then(wanted)}")
    key, login = await run_in_threadpool(enrolment.being_set_up, found)
    return page("enrol", error, key=second_factor.spelled(key), login=login, next=wanted)


ROUTES = [
    Route("/sign-in", with_sign_in(ask_password)),
    Route("/sign-in", with_accounts(take_password), methods=["POST"]),
    Route("/sign-in/code", with_accounts(ask_code)),
    Route("/sign-in/code", with_accounts(take_code), methods=["POST"]),
    Route("/sign-in/enrol", with_accounts(ask_enrolment)),
    Route("/sign-in/enrol", with_accounts(take_enrolment), methods=["POST"]),
    Route("/sign-in/enrol/code.svg", with_accounts(draw_key)),
    Route("/sign-in/forgotten", with_accounts(forgotten)),
    Route("/sign-in/{file}", pages.file),
]
