"""From one step of the way in to the next: where it leads, and with which cookie."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import ParamSpec, TypeVar
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from api import cookie
from api.page import go, page
from ground.errors import PlumblineError
from ground.settings import settings
from people import passwords, sessions
from people.entrance import Step
from people.sessions import Seen

P = ParamSpec("P")
T = TypeVar("T")
Answer = Callable[[Request], Awaitable[Response]]
_hashing = asyncio.Semaphore(passwords.AT_ONCE)
"""Who waits for a password to be looked at waits here, and not in one of the threads that everybody needs."""


def now() -> datetime:
    """The moment, in UTC."""
    return datetime.now(UTC)


def with_sign_in(answer: Answer) -> Answer:
    """Only where people sign in. Local mode has one person, who is in already."""

    async def answered(request: Request) -> Response:
        return go("/") if settings().mode == "local" else await answer(request)

    return answered


def with_accounts(answer: Answer) -> Answer:
    """Only where people sign in with passwords."""
    return with_sign_in(_where(lambda: settings().mode == "accounts", answer))


def with_company(answer: Answer) -> Answer:
    """Only where the company's sign-on is known."""
    return with_sign_in(_where(lambda: settings().oidc_issuer is not None, answer))


def _where(condition: Callable[[], bool], answer: Answer) -> Answer:
    async def answered(request: Request) -> Response:
        if not condition():
            raise HTTPException(404)
        return await answer(request)

    return answered


async def hashing(do: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run what hashes a password, as many at once as may."""
    async with _hashing:
        return await run_in_threadpool(do, *args, **kwargs)


async def seen(request: Request, stage: str) -> Seen | None:
    """The browser's session, if it stands at this stage."""
    token = request.cookies.get(cookie.name(settings()))
    found = await run_in_threadpool(sessions.by_token, token, now()) if token else None
    return found if found is not None and found.stage == stage else None


def onward(step: Step, wanted: str) -> Response:
    """To what comes after the step, with its new token. Recovery codes are shown on the way, once."""
    if step.recovery:
        response = page("recovery", codes=step.recovery, next=wanted)
    else:
        response = go(wanted if step.stage == "open" else f"/sign-in/{step.stage}{then(wanted)}")
    cookie.give(response, settings(), step.token)
    cookie.forget_invitation(response, settings())
    return response


def sign_in_form(wanted: str = "/", error: PlumblineError | None = None, email: str = "", said: str = "") -> Response:
    """The page that asks who somebody is, with every way in that the settings open; `said`: instead of its usual first sentence."""
    ways = {"company": settings().oidc_issuer is not None, "passwords": settings().mode == "accounts"}
    return page("sign_in", error, next=wanted, then=then(wanted), email=email, said=said, **ways)


def then(wanted: str) -> str:
    """The part of an address that remembers where somebody was going."""
    return "" if wanted == "/" else f"?next={quote(wanted, safe='')}"
