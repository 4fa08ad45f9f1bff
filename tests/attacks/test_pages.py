"""A4: every page and file x role: it lets in whom the policy table lets in, whatever the menu shows, and tells the others so."""

from collections.abc import Iterator

import pytest

from people.model import Role
from people.policy import POLICY
from tests.attacks.served import Served, served
from ui.parts.places import PLACES, Place

pytestmark = pytest.mark.browser
CLOSED, NOT_THEIRS = b"This page is not open to you", b"This page is not yours to see"
THEIRS = {"answer", "thanks", "home", "profile"}
"""What somebody who only answers reaches: their questions, and their own account where they have one."""
STAFF = ("leader", "owner", "viewer", "consultant", "administrator")
FILES = {"report": ("result", "read"), "organisation": ("organisation", "update"), "trail": ("event", "read")}


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("home")) as started:
        yield started


def may(role: str, place: Place) -> bool:
    """What the table says of the page's declared need; an account of one's own is everybody's to see."""
    resource, verb = place.needs
    return verb in POLICY[Role(role), resource] or (verb == "read" and resource in {"organisation", "person", "membership", "account"})


def address(door: Served, place: Place) -> str:
    where = {"action": f"id=A-{door.alpha.action.number:02d}", "measure": f"f={door.alpha.function.id}&m=self-service-adoption"}
    asked = where.get(place.path, f"a={door.alpha.assessment.id}")
    return f"/{place.path}?o={door.alpha.organisation.id}&{asked}"


@pytest.mark.parametrize("role", STAFF)
def test_a_page_lets_in_whom_the_table_lets_in(door: Served, role: str):
    cookie = door.cookie(door.actors[role])
    for place in PLACES:
        said = door.seen(cookie, address(door, place))
        closed = CLOSED in said
        if role == "administrator" and not place.anywhere:
            # They belong to no organisation here, so that there is none to look at.
            assert closed or b"Organisations" in said, place.path
            continue
        assert closed is not may(role, place), f"{role} at {place.path}"


def test_who_only_answers_reaches_their_questions_and_nothing_else(door: Served):
    cookie = door.cookie(door.actors["respondent"])
    for place in PLACES:
        said = door.seen(cookie, address(door, place))
        refused = NOT_THEIRS in said or CLOSED in said
        assert refused is (place.path not in THEIRS - {"profile"}), place.path


@pytest.mark.parametrize("role", [*STAFF, "respondent"])
@pytest.mark.parametrize("file", FILES)
def test_a_file_is_given_to_whom_the_table_gives_it(door: Served, role: str, file: str):
    resource, verb = FILES[file]
    inside = role != "administrator" or file != "report"
    wanted = verb in POLICY[Role(role), resource] and inside
    of = door.alpha.assessment.id if file == "report" else door.alpha.organisation.id
    answer = door.ask(f"/download/{file}/{of}", door.cookie(door.actors[role]))
    assert (answer.status == 200) is wanted, f"{role} {file}: {answer.status}"
    assert answer.headers["cache-control"] == "no-store"


def test_taking_an_organisations_data_along_is_written_down(door: Served):
    leader = door.cookie(door.alpha.leader)
    before = door.ask(f"/download/trail/{door.alpha.organisation.id}", leader).body.count(b"\n")
    assert door.ask(f"/download/organisation/{door.alpha.organisation.id}", leader).status == 200
    assert door.ask(f"/download/trail/{door.alpha.organisation.id}", leader).body.count(b"\n") > before
