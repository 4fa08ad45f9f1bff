"""The places of the application: their addresses, names and icons, and the ways to reach them.

A view adds its place here and is a module of `ui/views/` with one public function, `page()`.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Literal, NamedTuple, NoReturn
from urllib.parse import parse_qsl, urlsplit

import streamlit as st

from ground.settings import settings
from people import links
from people.model import Role, Verb
from ui.parts import frame, session

Need = tuple[str, Verb]
Width = Literal["stretch", "content"] | int


class Place(NamedTuple):
    """`path` is the address and the view's module; a place without an icon is a detail page, which no list shows."""

    path: str
    title: str
    needs: Need
    """What one must be able to do, and to which kind of thing, to open it."""
    icon: str = ""
    listed: frozenset[Role] = frozenset()
    """Whose list it stands in. In local mode it stands there when a leader has it and it is not `apart`."""
    apart: bool = False
    """Only where several people have accounts."""
    anywhere: bool = False
    """It needs no organisation to look at."""


_LEADER, _CONSULTANT, _VIEWER, _OWNER, _ADMINISTRATOR = (
    frozenset({role}) for role in (Role.LEADER, Role.CONSULTANT, Role.VIEWER, Role.OWNER, Role.ADMINISTRATOR)
)
_ADVISING = _LEADER | _CONSULTANT
WELCOME = Place("welcome", "Welcome", ("organisation", "create"), anywhere=True)
"""The first start, when there is nothing else; later a detail page, for another organisation."""
PLACES = (
    Place("home", "Home", ("result", "read"), ":material/home:", _ADVISING | _VIEWER),
    Place("clients", "Clients", ("organisation", "read"), ":material/domain:", _CONSULTANT, apart=True, anywhere=True),
    Place("assessments", "Assessment", ("assessment", "read"), ":material/checklist:", _ADVISING),
    Place("answer", "Answer", ("answer", "create")),
    Place("thanks", "Done for now", ("answer", "create")),
    Place("invitations", "Respondents", ("invitation", "create")),
    Place("review", "Review and finalise", ("assessment", "finalise")),
    Place("workshop", "Workshop", ("consensus", "create")),
    Place("readings", "Outcome readings", ("reading", "read")),
    Place("results", "Results", ("result", "read"), ":material/insights:", _ADVISING | _VIEWER | _OWNER),
    Place("practice", "Practice", ("result", "read")),
    Place("posture", "Posture", ("result", "read")),
    Place("pitfalls", "Pitfalls", ("result", "read")),
    Place("claims", "Claims and evidence", ("result", "read")),
    Place("advice", "Recommended actions", ("result", "read")),
    Place("measures", "Measures", ("reading", "read"), ":material/monitoring:", _LEADER),
    Place("measure", "Measure", ("reading", "read")),
    Place("benchmark", "Benchmark", ("result", "read"), ":material/balance:", _ADVISING),
    Place("register", "Register", ("action", "read"), ":material/task_alt:", _ADVISING | _VIEWER | _OWNER),
    Place("action", "Action", ("action", "read")),
    Place("reports", "Reports", ("result", "read"), ":material/description:", _ADVISING),
    Place("people", "People", ("membership", "update"), ":material/group:", _ADVISING | _ADMINISTRATOR, apart=True),
    Place("organisation", "Settings", ("function", "update"), ":material/settings:", _LEADER),
    Place("organisations", "Organisations", ("organisation", "delete"), ":material/apartment:", _ADMINISTRATOR, apart=True, anywhere=True),
    Place("trail", "Audit log", ("event", "read"), ":material/history:", _ADMINISTRATOR, apart=True, anywhere=True),
    Place("profile", "Profile", ("account", "read"), anywhere=True),
    WELCOME,
)
"""In the order of the list."""
LANDINGS = {
    Role.LEADER: "home",
    Role.CONSULTANT: "clients",
    Role.VIEWER: "home",
    Role.OWNER: "register",
    Role.RESPONDENT: "assessments",
    Role.ADMINISTRATOR: "organisations",
}
"""Where a person with the role lands; the first of several roles decides."""


def page(place: Place, show: Callable[[], None] | None = None, *, listed: bool | None = None) -> st.Page:
    """The place as Streamlit wants it, with its own view and where the person's roles put it unless the caller knows better."""
    visibility: Literal["visible", "hidden"] = "visible" if (is_listed(place) if listed is None else listed) else "hidden"
    default = place.path == PLACES[0].path
    return st.Page(show or view(place), title=place.title, icon=place.icon, url_path=place.path, default=default, visibility=visibility)


def pages() -> list[st.Page]:
    """All of them, the one that this person lands on first."""
    landing = landing_place()
    return [page(place) for place in sorted(PLACES, key=lambda place: place.path != landing)]


def is_listed(place: Place) -> bool:
    """Whether the list of this person shows it."""
    if settings().mode == "local":
        return Role.LEADER in place.listed and not place.apart
    return bool(place.listed & session.roles()) and opens(place)


def opens(place: Place) -> bool:
    """Whether this person may open it as things are."""
    return session.may(*place.needs) and (place.anywhere or session.has_organisation())


def landing_place() -> str:
    """The path of the place where this person lands."""
    return next((path for role, path in LANDINGS.items() if role in session.roles()), PLACES[0].path)


def link(label: str, to: str, icon: str | None = None, width: Width = "content") -> None:
    """A link, where it leads to something open. `to` comes from `people.links`; one in Markdown opens a new session."""
    place, query = _parted(to)
    if opens(place):
        st.page_link(page(place), label=label, icon=icon, width=width, query_params=query)


def leads_on(to: str) -> bool:
    """Whether the address is open to this person, so that a button may lead there."""
    return opens(_parted(to)[0])


def go(to: str) -> NoReturn:
    """Leave for another place of `people.links`. Never inside a transaction: it would be rolled back."""
    place, query = _parted(to)
    st.switch_page(page(place), query_params=query)


def view(place: Place) -> Callable[[], None]:
    """What shows the place. Imported when it is shown: views link to each other through this table."""

    def shown() -> None:
        if opens(place):
            import_module(f"ui.views.{place.path}").page()
        else:
            _closed(place)

    return shown


def landing() -> str:
    """The address where this person's work begins: an owner's is the register with their own actions."""
    where = landing_place()
    return links.register(owner=str(session.person().id)) if where == "register" else f"/{where}"


def _closed(place: Place) -> None:
    with frame.page(frame.NARROW):
        frame.head(place.title, "This page is not open to you", "Nothing is wrong: it belongs to another role, or to an organisation.")
        frame.nothing_here(
            "What you can do", "Choose a page from the list on the left, or ask a leader of the organisation for another role."
        )


def _parted(to: str) -> tuple[Place, dict[str, str]]:
    parts = urlsplit(to)
    place = next(place for place in PLACES if place.path == (parts.path.strip("/") or PLACES[0].path))
    return place, dict(parse_qsl(parts.query))
