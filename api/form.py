"""What a form of ours sends: few fields, in one small body. Anything else is refused before it is read."""

from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

LONGEST = 32_768
"""Bytes: a password of 1,024 characters, each written as up to twelve, and the fields beside it."""
_FIELDS = 8
_KIND = "application/x-www-form-urlencoded"


async def fields(request: Request) -> dict[str, str]:
    """Its fields. HTTPException 413 or 415 for what no form of ours sends."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _KIND:
        raise HTTPException(415)
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LONGEST:
            raise HTTPException(413)
    try:
        return dict(parse_qsl(body.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=_FIELDS))
    except ValueError:
        raise HTTPException(415) from None
