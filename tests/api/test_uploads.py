"""A10: uploads need a session, are few, and are counted."""

import pytest

from api.entry import Entry
from api.uploads import ALTOGETHER, EACH, LASTS, Uploads
from ground.settings import Settings
from tests.api.asgi import ask, scope


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


async def everything(_, __, send):
    await send({"type": "http.response.start", "status": 204, "headers": []})
    await send({"type": "http.response.body", "body": b""})


async def nothing(_, __, send):
    await send({"type": "http.response.start", "status": 403, "headers": []})
    await send({"type": "http.response.body", "body": b""})


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def put(clock):
    uploads = Uploads(everything, clock)

    def sent(file: str, session: str = "one", method: str = "PUT") -> int:
        return ask(uploads, scope(f"/_stcore/upload_file/streamlit/{file}", method=method, x_plumbline_session=session))[0]

    return sent


def test_a_session_keeps_few_files(put):
    assert [put(f"f{n}") for n in range(EACH + 1)] == [204] * EACH + [429]
    assert put("of somebody else", "two") == 204


def test_the_same_file_again_is_no_further_one(put):
    assert [put(f"f{n}") for n in range(EACH)] == [204] * EACH
    assert put("f0") == 204


def test_a_file_that_was_taken_away_makes_room(put):
    for n in range(EACH):
        put(f"f{n}")
    assert put("f0", method="DELETE") == 204
    assert put("another") == 204


def test_all_sessions_together_keep_no_more_than_memory_allows(put):
    sent = [put(f"{session}-{n}", str(session)) for session in range(ALTOGETHER) for n in range(2)]
    assert sent.count(204) == ALTOGETHER
    assert sent[-1] == 429


def test_after_a_while_a_file_counts_no_more(put, clock):
    for n in range(EACH):
        put(f"f{n}")
    clock.now += LASTS
    assert put("later") == 204


def test_nothing_else_is_counted(put, clock):
    uploads = Uploads(everything, clock)
    assert {ask(uploads, scope("/_stcore/host-config", method="PUT"))[0] for _ in range(EACH + 3)} == {204}


def test_a_deletion_that_was_refused_makes_no_room(clock):
    uploads = Uploads(nothing, clock)
    paths = [f"/_stcore/upload_file/streamlit/f{n}" for n in range(EACH + 1)]
    for path in paths[:EACH]:
        ask(uploads, scope(path, method="PUT", x_plumbline_session="one"))
        ask(uploads, scope(path, method="DELETE", x_plumbline_session="one"))
    assert ask(uploads, scope(paths[EACH], method="PUT", x_plumbline_session="one"))[0] == 429


@pytest.mark.parametrize("named", [{}, {"x_plumbline_session": "pretended"}, {"cookie": "plumbline="}])
@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_who_has_no_session_neither_leaves_a_file_nor_takes_one_away(method, named):
    door = Entry(Uploads(everything), Settings(mode="accounts"))
    status, _, body = ask(door, scope("/_stcore/upload_file/streamlit/f0", method=method, **named))
    assert (status, body) == (401, b"Sign in first.")
