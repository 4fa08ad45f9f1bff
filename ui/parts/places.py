"""The places of the application: their addresses, names and icons, and the ways to reach them.

A view adds its place here and is a module of `ui/views/` with one public function, `page()`.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Literal, NamedTuple, NoReturn
from urllib.parse import parse_qsl, urlsplit

import streamlit as st

Width = Literal["stretch", "content"] | int


class Place(NamedTuple):
    """`path` is the address and the view's module; a place without an icon is a detail page, which no list shows."""

    path: str
    title: str
    icon: str = ""


WELCOME = Place("welcome", "Welcome")
"""The first start, when there is nothing else; later a detail page, for another organisation."""
PLACES = (
    Place("home", "Home", ":material/home:"),
    Place("assessments", "Assessment", ":material/checklist:"),
    Place("answer", "Answer"),
    Place("thanks", "Done for now"),
    Place("invitations", "Respondents"),
    Place("review", "Review and finalise"),
    Place("readings", "Outcome readings"),
    Place("results", "Results", ":material/insights:"),
    Place("practice", "Practice"),
    Place("posture", "Posture"),
    Place("pitfalls", "Pitfalls"),
    Place("claims", "Claims and evidence"),
    Place("advice", "Recommended actions"),
    Place("measures", "Measures", ":material/monitoring:"),
    Place("measure", "Measure"),
    Place("register", "Register", ":material/task_alt:"),
    Place("action", "Action"),
    Place("reports", "Reports", ":material/description:"),
    Place("organisation", "Settings", ":material/settings:"),
    Place("profile", "Profile"),
    WELCOME,
)
"""In the order of the list; the first is where a person lands."""


def page(place: Place, show: Callable[[], None] | None = None) -> st.Page:
    """The place as Streamlit wants it, with its own view unless another one is given."""
    visibility: Literal["visible", "hidden"] = "visible" if place.icon else "hidden"
    default = place.path == PLACES[0].path
    return st.Page(show or view(place), title=place.title, icon=place.icon, url_path=place.path, default=default, visibility=visibility)


def link(label: str, to: str, icon: str | None = None, width: Width = "content") -> None:
    """A link inside the application. `to` comes from `people.links`; one in Markdown would open a new session."""
    place, query = _parted(to)
    st.page_link(page(place), label=label, icon=icon, width=width, query_params=query)


def go(to: str) -> NoReturn:
    """Leave for another place of `people.links`. Never inside a transaction: it would be rolled back."""
    place, query = _parted(to)
    st.switch_page(page(place), query_params=query)


def view(place: Place) -> Callable[[], None]:
    """What shows the place. Imported when it is shown: views link to each other through this table."""

    def shown() -> None:
        import_module(f"ui.views.{place.path}").page()

    return shown


def _parted(to: str) -> tuple[Place, dict[str, str]]:
    parts = urlsplit(to)
    place = next(place for place in PLACES if place.path == (parts.path.strip("/") or PLACES[0].path))
    return place, dict(parse_qsl(parts.query))
