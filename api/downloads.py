"""Confidential files, over our own route: nobody else's to guess, and kept by nobody on the way."""

import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote
from uuid import UUID

import structlog
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from api.declared import needs
from api.identity import named_assessment
from ground.errors import NotFound, PlumblineError

AT_ONCE = asyncio.Semaphore(2)
LONGEST = 120
_TERMINAL = (sys.executable, "-P", "-c", "from cli.main import app; app()")
NEVER_KEPT = {"Cache-Control": "no-store"}
_log = structlog.get_logger(__name__)


class NotBuilt(PlumblineError):
    """The file could not be made; nothing was changed."""


@needs("result", "read")
async def report(request: Request) -> Response:
    """The benchmark report of one assessment as PDF. Missing, foreign and malformed ids get the same 404."""
    try:
        assessment = UUID(request.path_params["assessment_id"])
        name = await run_in_threadpool(named_assessment, request, assessment, datetime.now(UTC))
        content = await built("report", str(assessment))
    except (ValueError, NotFound):
        return PlainTextResponse(str(NotFound("report")), 404, headers=NEVER_KEPT)
    except NotBuilt as error:
        return PlainTextResponse(str(error), 503, headers=NEVER_KEPT)
    return Response(content, media_type="application/pdf", headers=NEVER_KEPT | {"Content-Disposition": disposition(f"{name}.pdf")})


def disposition(name: str) -> str:
    """A Content-Disposition for any file name: RFC 6266, with plain ASCII for clients that read no more."""
    kept = "".join("-" if c in '/\\:*?"<>|' or not c.isprintable() else c for c in name).strip(". ")
    plain = kept.encode("ascii", "replace").decode().replace("?", "_")
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(kept, safe='')}"


async def built(*command: str) -> bytes:
    """What a command of the terminal writes. NotBuilt."""
    # In a process of its own: one interpreter serves everybody, and a long report would hold up every click.
    async with AT_ONCE:
        with TemporaryDirectory(prefix="plumbline-") as folder:
            file = Path(folder) / "made"
            await _run(*command, "--out", str(file))
            return await run_in_threadpool(file.read_bytes)


async def _run(*command: str) -> None:
    process = await asyncio.create_subprocess_exec(*_TERMINAL, *command, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE)
    try:
        async with asyncio.timeout(LONGEST):
            _, said = await process.communicate()
    except TimeoutError:
        raise NotBuilt(f"The file took longer than {LONGEST} seconds and was stopped. Try again when the machine is less busy.") from None
    finally:
        # Also when the browser has gone away.
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode:
        _log.error("file not built", code=process.returncode, said=said.decode("utf-8", "replace")[-2000:])
        raise NotBuilt("The file could not be built. The server's log says why; nothing was changed.")
