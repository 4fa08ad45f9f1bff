"""Company sign-on over HTTP: OpenID Connect's code flow with PKCE, state and nonce (OpenID Connect Core 1.0, 3.1; RFC 7636), by Authlib."""

import json
from functools import cache
from typing import Any
from urllib.parse import quote, unquote

import httpx2
import structlog
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.starlette_client import OAuth
from joserfc.errors import JoseError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api import cookie
from api.caller import caller
from api.page import own, page
from api.steps import now, onward, then, with_company
from ground.settings import Settings, settings
from people import sign_on
from people.sign_on import NoAccess, NotVouched, Vouched

BACK = "/sign-in/company/back"
_LASTS = 600
"""Seconds between leaving for the company and coming back."""
_FAILED = (AuthlibBaseError, JoseError, httpx2.HTTPError, ValueError, KeyError)
_log = structlog.get_logger(__name__)


@cache
def _company() -> Any:  # noqa: ANN401 - Authlib has no types
    chosen = settings()
    return OAuth().register(
        "company",
        client_id=chosen.oidc_client_id,
        client_secret=chosen.oidc_client_secret,
        server_metadata_url=f"{str(chosen.oidc_issuer).rstrip('/')}/.well-known/openid-configuration",
        client_kwargs={"scope": "openid email profile", "code_challenge_method": "S256", "timeout": 10},
    )


async def leave(request: Request) -> Response:
    """Send the browser to the company, and remember what it will have to bring back."""
    remembered: dict[str, Any] = {}
    try:
        response: Response = await _company().authorize_redirect(_with(request, remembered), _back(request, settings()))
    except _FAILED as error:
        return _refused(error)
    remembered["next"] = own(request.query_params.get("next", ""))
    _remember(response, json.dumps(remembered), _LASTS)
    return response


async def come_back(request: Request) -> Response:
    """Look at what the browser brings from the company; in with who has a place here."""
    remembered = _remembered(request)
    wanted = own(str(remembered.get("next", "")))
    try:
        vouched = await _vouched(_with(request, remembered), settings())
        step = await run_in_threadpool(sign_on.by_company, vouched, caller(request, settings()), now())
    except NoAccess as error:
        return _forget(page("company", error, then=then(wanted)))
    except _FAILED as error:
        return _forget(_refused(error))
    return _forget(onward(step, wanted))


async def _vouched(request: Request, chosen: Settings) -> Vouched:
    token = await _company().authorize_access_token(request)
    claims = dict(token["userinfo"])
    if "email" not in claims or chosen.oidc_groups not in claims:
        more = dict(await _company().userinfo(token=token))
        # The answer counts only when it is about the same person (OpenID Connect Core 1.0, 5.3.2).
        claims = more | claims if more.get("sub") == claims["sub"] else claims
    if claims["iss"] != chosen.oidc_issuer:
        raise ValueError("another issuer")
    return Vouched(
        issuer=claims["iss"],
        subject=claims["sub"],
        name=str(claims.get("name") or claims.get("email") or "Somebody")[:200],
        email=claims.get("email"),
        is_verified=claims.get("email_verified") is True,
        groups=frozenset(map(str, claims.get(chosen.oidc_groups) or ())),
    )


def _with(request: Request, remembered: dict[str, Any]) -> Request:
    """The request as Authlib wants it; the session that Streamlit puts there is none of ours."""
    return Request({**request.scope, "session": remembered})


def _refused(error: Exception) -> Response:
    # Without its text, which may hold what the company said.
    _log.warning("company sign-on failed", kind=type(error).__name__)
    return page("company", NotVouched(), then="")


def _back(request: Request, chosen: Settings) -> str:
    return f"{(chosen.public_url or str(request.base_url)).rstrip('/')}{BACK}"


def _remember(response: Response, text: str, seconds: int) -> None:
    chosen = settings()
    response.set_cookie(
        _name(), quote(text, safe=""), max_age=seconds, path="/", httponly=True, samesite="lax", secure=cookie.secure(chosen)
    )


def _remembered(request: Request) -> dict[str, Any]:
    try:
        found = json.loads(unquote(request.cookies.get(_name(), "")))
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _forget(response: Response) -> Response:
    response.delete_cookie(_name(), path="/", httponly=True, samesite="lax", secure=cookie.secure(settings()))
    return response


def _name() -> str:
    return f"{cookie.name(settings())}-company"


ROUTES = [Route("/sign-in/company", with_company(leave)), Route(BACK, with_company(come_back))]
