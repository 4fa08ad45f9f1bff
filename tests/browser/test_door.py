"""What the running server sends, refuses and has been set to."""

import http.client
import socket
from contextlib import closing

import psutil
import pytest

from bench.driver import Driver
from tests.browser.server import Server

PAGES = (
    "/",
    "/organisation",
    "/_stcore/health",
    "/_stcore/host-config",
    "/app/static/logo.svg",
    "/healthz",
    "/readyz",
    "/nowhere",
    "/download/report/x",
)
CLOSED = (
    "/_stcore/metrics",
    "/_stcore/agent/openapi.json",
    "/_stcore/agent/mcp",
    "/_stcore/script-health-check",
    "/_stcore/bidi-components/x/y.js",
    "/component/x",
    "/auth/login",
    "/oauth2callback",
)


def ask(server: Server, path: str, method: str = "GET", body: bytes = b"", **headers: str) -> tuple[int, dict[str, str], bytes]:
    with closing(http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)) as connection:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body or None, named)
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()


@pytest.mark.parametrize("path", [*PAGES, *CLOSED])
def test_every_answer_carries_the_protective_headers(server, path):
    _, headers, _ = ask(server, path)
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self' 'sha256-")
    assert "frame-ancestors 'none'" in policy
    assert (headers["x-content-type-options"], headers["x-frame-options"]) == ("nosniff", "DENY")
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("path", CLOSED)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_what_nobody_uses_is_shut(server, path, method):
    assert ask(server, path, method, Origin=server.url)[0] == 404


def test_another_sites_page_is_told_nothing_and_may_do_nothing(server):
    assert "access-control-allow-origin" not in ask(server, "/_stcore/host-config", Origin="http://evil.example")[1]
    assert ask(server, "/_stcore/upload_file/a/b", "PUT", b"x", Origin="http://evil.example")[0] == 403
    assert ask(server, "/", Host="evil.example")[0] == 400


def test_no_page_may_steer_ours_from_outside(server):
    assert b'"allowedOrigins":[]' in ask(server, "/_stcore/host-config")[2]


@pytest.mark.parametrize(
    "path", ["/app/static/../main.py", "/app/static/%2e%2e/main.py", "/app/static//etc/passwd", "/app/static/fonts/../../main.py"]
)
def test_only_the_static_folder_is_served(server, path):
    status, _, body = ask(server, path)
    assert status in {400, 404}
    assert b"shell" not in body


def test_home_is_found_by_its_name(server):
    status, headers, _ = ask(server, "/home?o=x")
    assert (status, headers["location"]) == (307, "/?o=x")


def test_the_fonts_and_the_logo_are_served(server):
    assert ask(server, "/app/static/fonts/IBMPlexSans-Regular.ttf")[0] == 200
    assert ask(server, "/app/static/logo.svg")[1]["content-type"] == "image/svg+xml"


def test_the_server_listens_to_this_machine_alone(server):
    heard = {c.laddr.ip for c in psutil.Process(server.pid).net_connections("tcp") if c.status == psutil.CONN_LISTEN}
    assert heard == {"127.0.0.1"}
    outside = {
        a.address for at in psutil.net_if_addrs().values() for a in at if a.family == socket.AF_INET and not a.address.startswith("127.")
    }
    for address in outside:
        with pytest.raises((ConnectionError, TimeoutError)), socket.create_connection((address, server.port), timeout=1):
            pass


def test_the_settings_that_reach_a_browser_are_ours(server):
    with closing(Driver(server.url + "/").open()) as driver:
        session = driver.first.new_session
    assert not session.config.gather_usage_stats
    assert session.config.toolbar_mode == session.config.ToolbarMode.MINIMAL
    assert session.config.show_error_links == session.config.ShowErrorLinks.SHOW_ERROR_LINKS_FALSE
    assert session.custom_theme.light.primary_color == "#0B5CAD"
    assert session.custom_theme.dark.background_color == "#0F1722"
    assert session.custom_theme.light.sidebar.background_color == "#0E2A47"
    assert len(session.custom_theme.font_faces) == 5


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://localhost:8501", None])
def test_a_websocket_opens_to_our_own_page_alone(server, origin):
    headers = {
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec_WebSocket_Key": "dGhlIHNhbXBsZSBub25jZQ==",
        "Sec_WebSocket_Version": "13",
    }
    status, sent, _ = ask(server, "/_stcore/stream", **headers, **({"Origin": origin} if origin else {}))
    assert status == 403
    assert sent["x-frame-options"] == "DENY"


def test_the_servers_log_keeps_no_query(server):
    ask(server, "/answer?a=canary-4711&token=canary-4712")
    with closing(Driver(server.url + "/organisation?a=canary-4713").open()):
        pass
    assert "canary-471" not in server.log
