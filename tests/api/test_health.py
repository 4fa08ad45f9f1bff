import json

import pytest

from api.health import healthz, readyz
from storage.database import Database, use
from tests.api.asgi import run


def asked(route):
    answer = run(route(None))
    return answer.status_code, json.loads(answer.body), answer.headers["cache-control"]


def test_a_live_process_says_so_without_looking_at_anything(tmp_path):
    with use(Database(f"sqlite:///{tmp_path}/nowhere/missing.db")):
        assert asked(healthz) == (200, {"status": "alive"}, "no-store")


def test_a_server_with_its_database_is_ready(database):
    assert asked(readyz) == (200, {"status": "ready"}, "no-store")


@pytest.mark.parametrize("content", [None, b"not a database at all, but long enough to be taken for one" * 20])
def test_a_server_without_a_usable_database_is_not_ready_and_does_not_say_where_it_is(tmp_path, content):
    file = tmp_path / "plumbline.db"
    if content:
        file.write_bytes(content)
    with use(Database(f"sqlite:///{file}")):
        status, told, _ = asked(readyz)
    assert status == 503
    assert str(tmp_path) not in json.dumps(told)
    assert file.exists() == bool(content)
