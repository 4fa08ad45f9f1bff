"""What leaves of a whole organisation: all its data, and its trail. Written down whenever it does."""

from collections.abc import Iterator, Mapping
from uuid import UUID

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from api.declared import needs
from api.downloads import NEVER_KEPT, NotBuilt, built, disposition
from api.identity import looking, taken_along
from api.steps import now
from exports.trail_file import lines
from ground.errors import NotFound
from people import memberships, service
from people import trail as trails
from people.model import Denied
from people.trail import Numbered, Wanted

INSTALLATION = "installation"
"""In the place of an organisation's id: the trail of what concerns no organisation."""


@needs("organisation", "update")
async def organisation(request: Request) -> Response:
    """All that an organisation has, as a ZIP. Missing, foreign and malformed ids get the same 404."""
    try:
        wanted = UUID(request.path_params["organisation_id"])
        name = await run_in_threadpool(taken_along, request, wanted, now())
        content = await built("export", str(wanted))
    except (ValueError, NotFound):
        return _told(404, NotFound("organisation"))
    except Denied as error:
        return _told(403, error)
    except NotBuilt as error:
        return _told(503, error)
    return Response(content, media_type="application/zip", headers=NEVER_KEPT | {"Content-Disposition": disposition(f"{name}.zip")})


@needs("event", "read")
async def trail(request: Request) -> Response:
    """A trail, filtered as its page is, as CSV."""
    try:
        where = request.path_params["organisation_id"]
        inside = None if where == INSTALLATION else UUID(where)
        names = await run_in_threadpool(_names, request, inside)
    except (ValueError, NotFound):
        return _told(404, NotFound("audit log"))
    except Denied as error:
        return _told(403, error)
    headers = NEVER_KEPT | {"Content-Disposition": disposition("audit-log.csv")}
    return StreamingResponse(_lines(request, inside, names), media_type="text/csv; charset=utf-8", headers=headers)


def _names(request: Request, inside: UUID | None) -> Mapping[UUID, str]:
    with looking(request, inside, now()) as work:
        if not work.may("event", "read"):
            raise Denied
        current = {card.id: card.name for card in service.people(work)}
        return {**current, **memberships.former(work)}


def _lines(request: Request, inside: UUID | None, names: Mapping[UUID, str]) -> Iterator[str]:
    def page(wanted: Wanted, before: int | None, size: int) -> tuple[Numbered, ...]:
        # Each batch asks anew who is here: a long file ends where somebody was signed out.
        with looking(request, inside, now()) as work:
            return trails.page(work, wanted, before, size)

    return lines(trails.batches(page, Wanted.from_query(request.query_params)), names)


def _told(status: int, error: Exception) -> Response:
    return PlainTextResponse(str(error), status, headers=NEVER_KEPT)


ROUTES = (
    Route("/download/organisation/{organisation_id}", organisation),
    Route("/download/trail/{organisation_id}", trail),
)
