"""What leaves of a whole organisation, asked for over HTTP by people with accounts."""

import io
import json
from datetime import UTC, datetime
from types import SimpleNamespace
from zipfile import ZipFile

import pytest

from api import identity
from api.entry import HEADER
from api.taking_along import INSTALLATION, organisation, trail
from ground.settings import Settings
from people import sessions
from people.model import System
from people.tables import EventRow, PersonRow
from people.work import reading, writing
from storage.database import current
from storage.row import new_id
from tests.api.asgi import run
from tests.tenants import SIGNED_IN, account, tenant

NOW = datetime.now(UTC)
pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)


@pytest.fixture(autouse=True)
def accounts(monkeypatch, bare):
    monkeypatch.setattr(identity, "settings", lambda: Settings(mode="accounts"))
    monkeypatch.setenv("DATABASE_URL", bare.url.render_as_string(hide_password=False))


@pytest.fixture
def two(bare):
    return tenant("canaryalpha", NOW), tenant("canarybravo", NOW)


def signed_in(person) -> str:
    account(person, NOW)
    return str(current().write(lambda session: sessions.open_for_person(session, person, NOW, SIGNED_IN)).id)


def administrator():
    row = PersonRow(name="Ada", administrator=True, created_at=NOW)
    writing(System(purpose="tests"), NOW, lambda work: work.add(row))
    return SimpleNamespace(id=row.id, name="Ada")


def asked(route, of, session, **query):
    request = SimpleNamespace(path_params={"organisation_id": str(of)}, headers={HEADER: session}, query_params=query)
    return run(answered(route, request))


async def answered(route, request):
    answer = await route(request)
    if hasattr(answer, "body_iterator"):
        answer.body = "".join([part async for part in answer.body_iterator]).encode()
    return answer


def test_a_leader_takes_their_own_organisation_along_and_the_trail_says_so(two):
    ours, other = two
    answer = asked(organisation, ours.organisation.id, signed_in(ours.leader))
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
    assert f'filename="Organisation {ours.canary}.zip"' in answer.headers["content-disposition"]
    archive = ZipFile(io.BytesIO(answer.body))
    assert json.loads(archive.read("manifest.json"))["organisation"] == str(ours.organisation.id)
    assert not any(other.canary.encode() in archive.read(name) for name in archive.namelist())
    with reading(ours.leader, NOW) as work:
        assert work.session.scalars(work.select(EventRow).where(EventRow.verb == "export")).one().actor_name == ours.leader.name


def test_an_administrator_takes_any_organisation_along(two):
    assert asked(organisation, two[1].organisation.id, signed_in(administrator())).status_code == 200


def test_foreign_missing_and_malformed_organisations_are_told_alike(two):
    ours, other = two
    session = signed_in(ours.leader)
    for route in (organisation, trail):
        told = {
            (answer.status_code, answer.body) for of in (other.organisation.id, new_id(), "x") for answer in [asked(route, of, session)]
        }
        assert len(told) == 1
        assert told.pop()[0] == 404


@pytest.mark.parametrize("who", ["owner", "viewer"])
def test_others_of_the_organisation_are_told_to_ask_a_leader(two, who):
    session = signed_in(getattr(two[0], who))
    for route in (organisation, trail):
        answer = asked(route, two[0].organisation.id, session)
        assert (answer.status_code, answer.headers["cache-control"]) == (403, "no-store")
        assert b"Ask an assessment leader" in answer.body


def test_a_leader_exports_the_trail_of_their_organisation(two):
    ours, other = two
    answer = asked(trail, ours.organisation.id, signed_in(ours.leader), verb="create")
    text = answer.body.decode()
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-type"].startswith("text/csv")
    assert f"added function IT of {ours.canary}" in text
    assert ",finalise," not in text
    assert other.canary not in text


def test_the_installations_trail_is_the_administrators_alone(two):
    assert asked(trail, INSTALLATION, signed_in(administrator())).status_code == 200
    assert asked(trail, INSTALLATION, signed_in(two[0].leader)).status_code == 403


def test_an_administrators_copy_of_a_trail_says_nothing_of_what_was_answered(two):
    text = asked(trail, two[0].organisation.id, signed_in(administrator())).body.decode()
    assert ",answer," in text
    assert f"Note {two[0].canary}" not in text
