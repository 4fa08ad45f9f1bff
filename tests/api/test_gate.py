import re
from base64 import b64encode
from hashlib import sha256

import pytest
from starlette.types import Receive, Scope, Send

from api.headers import policy
from api.middleware import Gate, is_closed
from tests.api.asgi import ask, run, scope

PAGE = "<html><script>window.a = 1</script><script src='x.js'></script></html>"
ORIGIN = "http://127.0.0.1:8501"


async def everything(asked: Scope, receive: Receive, send: Send) -> None:
    if asked["type"] == "websocket":
        await send({"type": "websocket.accept", "headers": []})
        return
    await send({"type": "http.response.start", "status": 200, "headers": [(b"x-frame-options", b"ALLOWALL"), (b"kept", b"yes")]})
    await send({"type": "http.response.body", "body": b"behind the gate"})


GATE = Gate(everything, PAGE)


def test_what_the_application_answers_carries_the_protective_headers_once():
    status, headers, body = ask(GATE, scope())
    assert (status, body, headers["kept"]) == (200, b"behind the gate", "yes")
    assert headers["x-frame-options"] == "DENY"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "strict-transport-security" not in headers


def test_behind_tls_the_browser_is_told_to_stay_there():
    _, headers, _ = ask(GATE, scope(scheme="https"))
    assert headers["strict-transport-security"].startswith("max-age=31536000")


def test_the_policy_lets_only_the_pages_own_inline_script_run():
    wanted = b64encode(sha256(b"window.a = 1").digest()).decode()
    assert f"script-src 'self' 'sha256-{wanted}';" in policy(PAGE)
    assert "unsafe-eval" not in policy(PAGE)
    assert re.search(r"script-src [^;]*unsafe-inline", policy(PAGE)) is None


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/metrics",
        "/_stcore/agent/interact",
        "/_stcore/agent/",
        "/_stcore/script-health-check",
        "/_stcore/bidi-components/x/y.js",
        "/component/x",
        "/auth/login",
        "/oauth2callback",
    ],
)
def test_surfaces_that_nobody_uses_are_shut_and_say_so_safely(path):
    status, headers, body = ask(GATE, scope(path))
    assert (status, body) == (404, b"Not found")
    assert "default-src 'none'" in headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/", "/answer", "/_stcore/health", "/_stcore/host-config", "/authors", "/app/static/logo.svg"])
def test_what_the_pages_need_stays_open(path):
    assert not is_closed(path)
    assert ask(GATE, scope(path))[0] == 200


@pytest.mark.parametrize("host", ["127.0.0.1:8501", "localhost", "LOCALHOST:9", "[::1]:8501"])
def test_names_of_this_machine_are_served(host):
    assert ask(GATE, scope(host=host))[0] == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "127.0.0.1@evil.example", "", "127.0.0.1:x", "localhost/..", "192.0.2.1"]
)
def test_a_name_rebound_to_this_machine_is_refused(host):
    status, headers, _ = ask(GATE, scope(host=host))
    assert status == 400
    assert headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://localhost:8501", "https://127.0.0.1:8501", "http://127.0.0.1:9", ""]
)
@pytest.mark.parametrize("kind", ["http", "websocket"])
def test_another_site_can_neither_write_nor_open_a_websocket(kind, origin):
    assert ask(GATE, scope(kind=kind, method="POST", origin=origin))[0] == 403


@pytest.mark.parametrize("kind", ["http", "websocket"])
def test_silence_about_the_origin_is_no_pass(kind):
    assert ask(GATE, scope(kind=kind, method="PUT"))[0] == 403


def test_our_own_pages_may_write_and_open_a_websocket():
    assert ask(GATE, scope(method="PUT", origin=ORIGIN))[0] == 200
    status, headers, _ = ask(GATE, scope(kind="websocket", origin=ORIGIN))
    assert status == 101
    assert headers["x-content-type-options"] == "nosniff"


def test_starting_and_stopping_pass_through():
    heard = []

    async def application(asked: Scope, receive: Receive, send: Send) -> None:
        heard.append(asked["type"])

    run(Gate(application, PAGE)({"type": "lifespan"}, None, None))
    assert heard == ["lifespan"]
