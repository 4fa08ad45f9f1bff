"""What a server does at its start: peers are frozen beside the first requests, and a start that cannot do it is a start all the same."""

import asyncio

import pytest

from api import lifespan as life
from assessment.cohorts import PROGRAM
from assessment.peer_tables import PeerReleaseRow
from ground.errors import Conflict
from people.work import reading
from tests.peers import NOW, community, shelf

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)


async def started_and_ended() -> None:
    async with life.lifespan(None):
        pass


@pytest.fixture
def thirty(bare):
    with shelf():
        yield community(30, says=False)


def snapshots() -> int:
    with reading(PROGRAM, NOW) as work:
        return len(work.session.scalars(work.select(PeerReleaseRow)).all())


@pytest.fixture(autouse=True)
def as_before(monkeypatch: pytest.MonkeyPatch):
    """The process of the tests keeps its own collection and log."""
    monkeypatch.setattr(
        life, "gc", type("Left", (), {"freeze": staticmethod(lambda: None), "set_threshold": staticmethod(lambda *_: None)})
    )
    monkeypatch.setattr(life, "configure", lambda *_: None)
    monkeypatch.setattr(life, "redact", lambda: None)


def test_peers_are_frozen_when_a_server_starts(thirty):
    asyncio.run(started_and_ended())
    assert snapshots() == 1


def test_a_start_at_which_another_process_was_faster_is_a_start(thirty, monkeypatch: pytest.MonkeyPatch):
    def overtaken(_now):
        raise Conflict("Peers were frozen by another process a moment ago.")

    monkeypatch.setattr(life, "refresh", overtaken)
    asyncio.run(started_and_ended())
    assert snapshots() == 0
