"""An invitation's link: looking at it uses nothing up; its one button does, once. The address is clean afterwards."""

from collections.abc import Callable
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api import cookie
from api.caller import address, caller
from api.page import go, page
from api.steps import now, seen, then
from assessment import inviting
from exports.words import invitation as words
from ground.errors import NotFound, PlumblineError
from ground.settings import settings
from people import invitations, joining, links, throttle
from people.invitation_model import InvitationState
from people.invitations import Found
from people.joining import HasAccount
from people.model import Person, Respondent
from people.sessions import Seen
from people.throttle import TooManyTries

Answer = Callable[[Request, Found, Seen | None], Response]
_CUT_OFF = "It may be cut off at its end: copy it whole, or ask whoever sent it for a new one."


async def look(request: Request) -> Response:
    """Who invites to what, and what beginning means."""
    return await _opened(request, _told)


async def use(request: Request) -> Response:
    """Begin, or join."""
    return await _opened(request, _used)


async def done(_: Request) -> Response:
    """Where a respondent is who has signed out: the sign-in page is for people with accounts."""
    response = _said("You are signed out", "What you answered is kept. You can close this window.", 200)
    cookie.take(response, settings())
    return response


async def _opened(request: Request, answer: Answer) -> Response:
    if settings().mode == "local":
        return go("/")
    here = await seen(request, "open")
    try:
        return await run_in_threadpool(_answered, request, here, answer)
    except TooManyTries as error:
        return page("invitation_said", error, title="Too many links were tried", text="Nothing was changed.")
    except NotFound:
        return _said("This link leads nowhere", _CUT_OFF, 404)
    except PlumblineError as error:
        return _said("This invitation does not open", str(error), 410)


def _answered(request: Request, here: Seen | None, answer: Answer) -> Response:
    found = _found(request)
    state = found.invitation.state(now())
    if back := _way_back(found, here):
        return go(back)
    return answer(request, found, here) if state is InvitationState.OPEN else _said(*words.closed(found, state), 410)


def _found(request: Request) -> Found:
    """What the link leads to. NotFound; TooManyTries for who guesses links."""
    guessing = throttle.by_invitation(address(request, settings()))
    throttle.require((guessing,), now())
    found = invitations.find(_token(request))
    if found is None:
        throttle.failed((guessing,), now())
        raise NotFound("invitation")
    return found


def _way_back(found: Found, here: Seen | None) -> str | None:
    """A used link, opened again where it was used, leads on to the questionnaire."""
    if found.invitation.used_on is None or here is None or not isinstance(here.actor, Respondent):
        return None
    own = inviting.answering(here.actor, now()).id
    return links.answer(own) if own == found.invitation.assessment_id else None


def _told(request: Request, found: Found, here: Seen | None) -> Response:
    person = here.actor.name if here and isinstance(here.actor, Person) else ""
    shown: dict[str, Any] = {"found": found, "token": _token(request), "person": person, "until": words.until(found)}
    if found.invitation.kind == "join":
        to_sign_in = f"/sign-in{then(links.invitation(_token(request)))}"
        return page("join", role=words.as_what(str(found.invitation.role)), to_sign_in=to_sign_in, **shown)
    landing = inviting.landing(found, now())
    takes = words.what_it_takes(landing.questions, landing.minutes)
    return page("invitation", landing=landing, takes=takes, how=words.how(found.invitation), whose=words.whose(found.invitation), **shown)


def _used(request: Request, found: Found, here: Seen | None) -> Response:
    if found.invitation.kind == "respond":
        return _begun(request, found)
    if here is not None and isinstance(here.actor, Person):
        joining.join(found, _token(request), here.actor, now())
        return go("/")
    return _joined_anew(request, found)


def _begun(request: Request, found: Found) -> Response:
    begun = inviting.redeem(found, _token(request), caller(request, settings()), now())
    response = go(links.answer(begun.assessment_id))
    cookie.give(response, settings(), begun.token, begun.closes_at)
    cookie.remember_invitation(response, settings())
    return response


def _joined_anew(request: Request, found: Found) -> Response:
    to_sign_in = go(f"/sign-in{then(links.invitation(_token(request)))}")
    if settings().mode == "sign-on":
        return to_sign_in
    try:
        return go(links.one_time(joining.join_anew(found, _token(request), now())))
    except HasAccount:
        return to_sign_in


def _said(title: str, text: str, status: int) -> Response:
    response = page("invitation_said", title=title, text=text)
    response.status_code = status
    return response


def _token(request: Request) -> str:
    return str(request.path_params["token"])


ROUTES = [
    Route("/invitation", done),
    Route("/invitation/{token}", look),
    Route("/invitation/{token}", use, methods=["POST"]),
]
