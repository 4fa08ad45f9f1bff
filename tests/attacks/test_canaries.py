"""A1, A2: whoever opens whatever page, with their own ids or those of others, sees no word of an organisation that is not theirs."""

import itertools
from collections.abc import Iterator
from contextlib import closing

import pytest

from bench.driver import Driver
from people.model import Role, System
from people.policy import POLICY
from people.tables import EventRow
from people.work import reading
from tests.attacks.served import NOW, Served, served
from tests.tenants import Tenant
from ui.parts.places import PLACES, Place

pytestmark = pytest.mark.browser
PARAMETERS = {
    "answer": "a",
    "review": "a",
    "readings": "a",
    "results": "a",
    "practice": "a",
    "posture": "a",
    "pitfalls": "a",
    "claims": "a",
    "advice": "a",
    "measures": "f",
    "measure": "f",
    "assessments": "f",
    "action": "id",
    "register": "owner",
    "trail": "person",
    "invitations": "a",
}
OVERVIEWS = ("/clients", "/home")
"""What lists all of a consultant's clients; `/home` leads there, because it is the first page."""
CLOSED, NOT_THEIRS = b"This page is not open to you", b"This page is not yours to see"
THEIRS = frozenset({"answer", "thanks", "home"})
"""What somebody who only answers reaches."""
ROLES = ("leader", "owner", "viewer", "consultant", "administrator", "respondent")


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("home")) as started:
        yield started


def addresses(of: Tenant) -> Iterator[tuple[Place, str]]:
    """Every page, with what belongs to one organisation."""
    ids = {"a": of.assessment.id, "f": of.function.id, "id": f"A-{of.action.number:02d}", "owner": of.owner.id, "person": of.leader.id}
    for place in PLACES:
        name = PARAMETERS.get(place.path)
        more = {"practice": "&p=success-others-see", "measure": "&m=self-service-adoption"}.get(place.path, "")
        yield place, f"/{place.path}?o={of.organisation.id}" + (f"&{name}={ids[name]}{more}" if name else "")


def is_open(role: str, place: Place) -> bool | None:
    """What the policy table says of the page's declared need; None: an administrator belongs to no organisation here."""
    if role == "respondent":
        return place.path in THEIRS
    if role == "administrator" and not place.anywhere:
        return None
    resource, verb = place.needs
    own = verb == "read" and resource in {"organisation", "person", "membership", "account"}
    return own or verb in POLICY[Role(role), resource]


def allowed(door: Served, role: str) -> tuple[bytes, ...]:
    """The names of organisations that stand in the switcher or in an administrator's list."""
    known = {"consultant": (door.bravo,), "administrator": (door.alpha, door.bravo, door.charlie)}.get(role, ())
    return tuple(one.organisation.name.encode() for one in known)


@pytest.mark.parametrize(("role", "whose"), [*itertools.product(ROLES, ("alpha", "charlie"))])
def test_no_page_says_a_word_of_another_organisation_and_each_lets_in_whom_the_table_lets_in(door: Served, role: str, whose: str):
    cookie = door.cookie(door.actors[role])
    foreign = {"alpha": door.alpha, "bravo": door.bravo, "charlie": door.charlie}
    if role != "administrator":
        del foreign["alpha"]
    for place, address in addresses(getattr(door, whose)):
        said = door.seen(cookie, address)
        if whose == "alpha":
            lets_in(said, role, place)
        if role != "consultant" or not address.startswith(OVERVIEWS):
            holds_no_word_of(foreign, said, allowed(door, role), f"{role} at {address}")


def lets_in(said: bytes, role: str, place: Place) -> None:
    wanted = is_open(role, place)
    assert wanted is None or (CLOSED not in said and NOT_THEIRS not in said) is wanted, f"{role} at {place.path}"


def holds_no_word_of(foreign: dict[str, Tenant], said: bytes, names: tuple[bytes, ...], where: str) -> None:
    for name in names:
        said = said.replace(name, b"")
    for one in foreign.values():
        assert one.canary.encode() not in said, f"{where}: {one.canary}"


def test_a_consultant_sees_each_client_while_there_and_no_other(door: Served):
    cookie = door.cookie(door.actors["consultant"])
    for here, there in ((door.alpha, door.bravo), (door.bravo, door.alpha)):
        seen = b""
        for _, address in addresses(here):
            if address.startswith(OVERVIEWS):
                continue
            said = door.seen(cookie, address).replace(there.organisation.name.encode(), b"")
            assert there.canary.encode() not in said, f"{there.canary} is seen at {address}"
            seen += said
        assert here.canary.encode() in seen


def test_the_crawl_would_notice(door: Served):
    said = door.seen(door.cookie(door.actors["leader"]), f"/results?a={door.alpha.assessment.id}")
    assert door.alpha.canary.encode() in said


def test_a_foreign_id_is_told_like_one_that_does_not_exist(door: Served):
    cookie = door.cookie(door.actors["leader"])
    nobodys = "0190a0a0-0000-7000-8000-000000000000"
    for path in ("results", "answer", "review", "practice", "posture", "pitfalls", "claims", "advice", "readings"):
        foreign, missing = (told(door, cookie, f"/{path}?a={id_}") for id_ in (str(door.charlie.assessment.id), nobodys))
        assert foreign == missing, path


def told(door: Served, cookie: str, address: str) -> list[str]:
    with closing(Driver(door.server.url + address, cookie).open()) as driver:
        return driver.errors


@pytest.mark.parametrize("role", ROLES)
def test_no_file_of_another_organisation_can_be_downloaded(door: Served, role: str):
    cookie = door.cookie(door.actors[role])
    charlie = door.charlie
    paths = [f"/download/report/{charlie.assessment.id}", f"/download/trail/{charlie.organisation.id}"]
    for path in paths if role == "administrator" else [*paths, f"/download/organisation/{charlie.organisation.id}"]:
        answer = door.ask(path, cookie)
        if role == "administrator" and "/trail/" in path:
            continue
        assert answer.status in {403, 404}, path
        assert charlie.canary.encode() not in answer.body
        missing = door.ask(path.rsplit("/", 1)[0] + "/0190a0a0-0000-7000-8000-000000000000", cookie)
        assert (missing.status, missing.body) == (answer.status, answer.body)


def test_reaching_for_what_is_not_theirs_is_written_down(door: Served):
    cookie = door.cookie(door.actors["viewer"])
    door.seen(cookie, f"/results?a={door.charlie.assessment.id}")
    with door.database(), reading(System(purpose="tests", organisation_id=door.alpha.organisation.id), NOW) as work:
        rows = work.session.scalars(work.select(EventRow).where(EventRow.verb == "denied", EventRow.about_id == door.charlie.assessment.id))
        assert [row.actor_name for row in rows][-1] == door.actors["viewer"].name
