"""A4: every file x role: it is given to whom the policy table gives it. Pages are crawled in test_canaries.py."""

from collections.abc import Iterator

import pytest

from people.model import Role
from people.policy import POLICY
from tests.attacks.served import Served, served

pytestmark = pytest.mark.browser
STAFF = ("leader", "owner", "viewer", "consultant", "administrator")
FILES = {"report": ("result", "read"), "organisation": ("organisation", "update"), "trail": ("event", "read")}


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("home")) as started:
        yield started


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
