"""The front door, for `streamlit run app.py`: Streamlit's pages, our own routes, and the gate in front of both."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route

from api.downloads import report
from api.health import healthz, readyz
from api.middleware import Gate
from api.redaction import redact
from ground.logs import configure
from ground.settings import settings
from storage.migrate import ready
from ui.parts.trouble import told


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """One database for the life of the server, brought up to date before the first request."""
    configure(settings().log_format, settings().log_level)
    redact()
    database = ready()
    # What the imports made stays for good: a collection need not look at it again.
    gc.freeze()
    yield
    database.close()


app = st.App(
    Path(__file__).parent / "ui" / "main.py",
    routes=[
        Route("/healthz", healthz),
        Route("/readyz", readyz),
        Route("/download/report/{assessment_id}", report),
    ],
    middleware=[Middleware(Gate, page=Path(st.__file__).with_name("static").joinpath("index.html").read_text("utf-8"))],
    lifespan=lifespan,
    on_script_error=told,
)
