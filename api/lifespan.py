"""The life of one server: its database from the first request to the last."""

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import structlog

from api.redaction import redact
from assessment.peer_refresh import refresh
from ground.errors import PlumblineError
from ground.logs import configure
from ground.settings import settings
from questionnaires import library
from scoring import student
from storage.migrate import ready

_log = structlog.get_logger(__name__)


@asynccontextmanager
async def lifespan(_: object) -> AsyncIterator[None]:
    """One database, brought up to date before the first request."""
    configure(settings().log_format, settings().log_level)
    redact()
    database = ready()
    # Read before somebody asks: the first visit would wait a second for them.
    read = asyncio.create_task(asyncio.to_thread(_get_ready))
    # On a laptop nobody runs a command each night.
    frozen = asyncio.create_task(asyncio.to_thread(_freeze_peers))
    # What the imports made stays for good: a collection need not look at it again.
    gc.freeze()
    # With 400 people in, a look at everything stops all pages for half a second, and the usual thresholds ask for one every few seconds.
    # What a rerun leaves behind dies young.
    gc.set_threshold(2000, 10, 500)
    yield
    await asyncio.gather(read, frozen)
    database.close()


def _get_ready() -> None:
    library.published()
    student.ready()


def _freeze_peers() -> None:
    """Peers frozen anew, as far as they may be; a start that cannot do it is a start all the same."""
    try:
        refresh(datetime.now(UTC))
    except PlumblineError as error:
        _log.warning("peers were not frozen", why=str(error))
