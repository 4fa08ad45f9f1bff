"""Signing in: password, then the second factor. Each step is a page and a form."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api import page as pages
from api.caller import caller
from api.form import fields
from api.page import REFUSALS, go, own, page, picture
from api.steps import hashing, now, onward, seen, sign_in_form, then, with_accounts, with_sign_in
from ground.errors import PlumblineError
from ground.settings import settings
from people import enrolment, entrance, second_factor
from people.sessions import SignedOut

_FORGOTTEN = (
    "Ask an administrator of your organisation for a new link. You choose another password by it; what you saved stays as it is."
    " An administrator who is alone makes the link on the server: plumbline user create-admin NAME E-MAIL --again."
)


async def ask_password(request: Request) -> Response:
    """The form, or straight on for who is in already."""
    wanted = own(request.query_params.get("next", ""))
    if await seen(request, "open") is not None:
        return go(wanted)
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
    if await seen(request, "code") is None:
        return go(f"/sign-in{then(wanted)}")
    return page("code", next=wanted)


async def take_code(request: Request) -> Response:
    """Look at the code of the authenticator, or at a recovery code."""
    sent = await fields(request)
    wanted = own(sent.get("next", ""))
    found = await seen(request, "code")
    if found is None:
        return go(f"/sign-in{then(wanted)}")
    try:
        step = await run_in_threadpool(entrance.by_code, found, sent.get("code", ""), caller(request, settings()), now())
    except REFUSALS as error:
        return page("code", error, next=wanted)
    except SignedOut:
        return go(f"/sign-in{then(wanted)}")
    return onward(step, wanted)


async def ask_enrolment(request: Request) -> Response:
    """The key of a second factor to be set up, as picture and as text."""
    found = await seen(request, "enrol")
    if found is not None:
        await run_in_threadpool(enrolment.demand, found, now())
    return await _enrolment(request, own(request.query_params.get("next", "")))


async def take_enrolment(request: Request) -> Response:
    """Look at the first code of the new authenticator."""
    sent = await fields(request)
    wanted = own(sent.get("next", ""))
    found = await seen(request, "enrol")
    if found is None:
        return go(f"/sign-in{then(wanted)}")
    try:
        step = await run_in_threadpool(entrance.by_enrolment, found, sent.get("code", ""), caller(request, settings()), now())
    except REFUSALS as error:
        return await _enrolment(request, wanted, error)
    except SignedOut:
        return go(f"/sign-in{then(wanted)}")
    return onward(step, wanted)


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
