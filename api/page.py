"""The pages of the way in: plain HTML of our own, because nobody who is not in yet gets to speak to Streamlit."""

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response

from ground.errors import PlumblineError
from people.enrolment import WrongCode
from people.entrance import BadLink, WrongPassword
from people.passwords import WeakPassword
from people.sign_on import NoAccess, NotVouched
from people.throttle import PAUSE, TooManyTries

_FOLDER = Path(__file__).with_name("pages")
_TEMPLATES = Environment(loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
_FILES = {"style.css": "text/css", "art.svg": "image/svg+xml"}
_NEVER_KEPT = {"Cache-Control": "no-store"}
_STATUS: Mapping[type[PlumblineError], int] = {
    WrongPassword: 403,
    WrongCode: 403,
    NoAccess: 403,
    BadLink: 404,
    WeakPassword: 422,
    TooManyTries: 429,
    NotVouched: 502,
}
REFUSALS = tuple(_STATUS)


def page(name: str, /, error: PlumblineError | None = None, **values: object) -> Response:
    """One of our pages; with an error, that sentence above its form, and the status that belongs to it."""
    html = _TEMPLATES.get_template(f"{name}.html").render(error=str(error or ""), **values)
    wait = {"Retry-After": str(int(PAUSE.total_seconds()))} if isinstance(error, TooManyTries) else {}
    return HTMLResponse(html, _STATUS[type(error)] if error else 200, headers=_NEVER_KEPT | wait)


def go(to: str) -> Response:
    """Send the browser on; after a form too, so that a reload sends it no second time."""
    return RedirectResponse(to, 303, headers=_NEVER_KEPT)


def picture(svg: str) -> Response:
    """A drawing that nobody on the way may keep."""
    return Response(svg, media_type="image/svg+xml", headers=_NEVER_KEPT)


async def file(request: Request) -> Response:
    """What the pages look like."""
    name = request.path_params["file"]
    if name not in _FILES:
        raise HTTPException(404)
    return FileResponse(_FOLDER / name, media_type=_FILES[name], headers={"Cache-Control": "max-age=3600"})


def own(wanted: str) -> str:
    """The address if it is one of ours, to be gone to after signing in; otherwise the first page."""
    ours = wanted.startswith("/") and wanted.isprintable() and "\\" not in wanted and not wanted.startswith(("//", "/sign-", "/link/"))
    return wanted if ours else "/"
