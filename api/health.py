"""Whether the server lives, and whether it can serve."""

from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from ground.errors import PlumblineError
from storage.database import current
from storage.migrate import newest, revision

_NEVER_KEPT = {"Cache-Control": "no-store"}


async def healthz(_: Request) -> Response:
    """The process answers; nothing else is looked at."""
    return JSONResponse({"status": "alive"}, headers=_NEVER_KEPT)


async def readyz(_: Request) -> Response:
    """The database can be read and has this program's schema; 503 otherwise, without saying where it is."""
    if await run_in_threadpool(_database_answers):
        return JSONResponse({"status": "ready"}, headers=_NEVER_KEPT)
    return JSONResponse(
        {"status": "not ready", "why": "the database cannot be used; `plumbline doctor` says more"}, 503, headers=_NEVER_KEPT
    )


def _database_answers() -> bool:
    try:
        return revision(current()) == newest()
    except (PlumblineError, SQLAlchemyError):
        return False
