"""The front door, for `streamlit run app.py`: Streamlit's pages, our own routes, and the gate in front of both."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route

from api import invitation, one_time_link, sign_in, sign_on, sign_out, taking_along
from api.downloads import report
from api.entry import Entry
from api.health import healthz, readyz
from api.home import home
from api.lifespan import lifespan
from api.middleware import Gate
from api.uploads import Uploads
from ground.settings import settings
from ui.parts import theme
from ui.parts.trouble import told

theme.settle()

app = st.App(
    Path(__file__).parent / "ui" / "main.py",
    routes=[
        Route("/home", home),
        Route("/healthz", healthz),
        Route("/readyz", readyz),
        Route("/download/report/{assessment_id}", report),
        *sign_on.ROUTES,
        *sign_in.ROUTES,
        *one_time_link.ROUTES,
        *sign_out.ROUTES,
        *taking_along.ROUTES,
        *invitation.ROUTES,
    ],
    middleware=[
        Middleware(
            Gate, page=Path(st.__file__).with_name("static").joinpath("index.html").read_text("utf-8"), public_url=settings().public_url
        ),
        Middleware(Entry, chosen=settings()),
        Middleware(Uploads),
    ],
    lifespan=lifespan,
    on_script_error=told,
)
