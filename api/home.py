"""Where people expect the first page; Streamlit gives its default page no address but the root."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from api.declared import needs_session


@needs_session
async def home(request: Request) -> Response:
    """On to the root, with whatever else the address says."""
    return RedirectResponse(f"/?{request.url.query}" if request.url.query else "/", 307)
