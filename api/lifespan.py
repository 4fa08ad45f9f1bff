"""The life of one server: its database from the first request to the last."""

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from api.redaction import redact
from ground.logs import configure
from ground.settings import settings
from questionnaires import library
from scoring import student
from storage.migrate import ready


@asynccontextmanager
async def lifespan(_: object) -> AsyncIterator[None]:
    """One database, brought up to date before the first request."""
    configure(settings().log_format, settings().log_level)
    redact()
    database = ready()
    # Read before somebody asks: the first visit would wait a second for them.
    read = asyncio.create_task(asyncio.to_thread(_get_ready))
    # What the imports made stays for good: a collection need not look at it again.
    gc.freeze()
    # With 400 people in, a look at everything stops all pages for half a second, and the usual thresholds ask for one every few seconds.
    # What a rerun leaves behind dies young.
    gc.set_threshold(2000, 10, 500)
    yield
    await read
    database.close()


def _get_ready() -> None:
    library.published()
    student.ready()
