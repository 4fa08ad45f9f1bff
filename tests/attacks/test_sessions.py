"""A3, A6, A11, A20: no session serves anybody but its own, and no secret gets out."""

import subprocess
from collections.abc import Iterator
from contextlib import closing

import pytest
from websockets.exceptions import InvalidStatus

from bench.driver import Driver
from tests.attacks.served import Served, served
from tests.browser.server import PLUMBLINE

pytestmark = pytest.mark.browser
TURNS = 200
PATHS = ("/", "/results", "/register", "/organisation", "/measures")


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("home")) as started:
        yield started


def opened(door: Served, cookie: str, address: str = "/", resumed: str = "") -> Driver:
    return Driver(door.server.url + address, cookie, resumed).open()


def test_two_people_who_take_turns_two_hundred_times_never_see_each_other(door: Served):
    alpha, bravo = door.cookie(door.alpha.leader), door.cookie(door.bravo.leader)
    for path in PATHS:
        with closing(opened(door, alpha, path)) as one, closing(opened(door, bravo, path)) as two:
            for _ in range(TURNS // 2 // len(PATHS)):
                one.rerun()
                two.rerun()
            assert door.alpha.canary.encode() in one.heard
            assert door.bravo.canary.encode() in two.heard
            assert door.bravo.canary.encode() not in one.heard
            assert door.alpha.canary.encode() not in two.heard


def test_streamlits_name_of_a_session_gives_nobody_else_what_it_held(door: Served):
    with closing(opened(door, door.cookie(door.alpha.leader), "/results")) as first:
        wanted = first.session_id
    with closing(opened(door, door.cookie(door.bravo.leader), "/results", wanted)) as other:
        assert other.session_id != wanted
        assert door.alpha.canary.encode() not in other.heard


def test_the_same_person_in_another_sign_in_starts_afresh_too(door: Served):
    with closing(opened(door, door.cookie(door.alpha.leader), "/results")) as first:
        wanted = first.session_id
    with closing(opened(door, door.cookie(door.alpha.leader), "/results", wanted)) as again:
        assert again.session_id != wanted


@pytest.mark.parametrize("cookie", ["", "plumbline=forged", "plumbline=" + "x" * 43])
def test_without_a_session_no_name_of_one_opens_a_websocket(door: Served, cookie: str):
    with closing(opened(door, door.cookie(door.alpha.leader))) as first:
        wanted = first.session_id
    with pytest.raises((InvalidStatus, KeyError)):
        opened(door, cookie, "/", wanted)


def test_a_header_of_ours_that_a_client_sends_is_thrown_away(door: Served):
    somebody = str(door.session(door.alpha.leader).id)
    for name in ("X_Plumbline_Session", "x_plumbline_session"):
        assert door.ask(f"/download/report/{door.alpha.assessment.id}", **{name: somebody}).status == 401
        assert door.ask("/_stcore/host-config", door.cookie(door.bravo.leader), **{name: somebody}).status == 200
        foreign = door.ask(f"/download/report/{door.alpha.assessment.id}", door.cookie(door.bravo.leader), **{name: somebody})
        assert foreign.status == 404


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/mcp", "/_stcore/script-health-check", "/component/x", "/auth/login"])
def test_what_nobody_uses_is_shut_to_those_who_are_in_as_well(door: Served, path: str):
    assert door.ask(path, door.cookie(door.alpha.leader)).status == 404


@pytest.mark.parametrize("path", ["/", "/results", "/_stcore/host-config", "/_stcore/health", "/static/index.html", "/download/report/x"])
def test_nothing_is_answered_without_a_session(door: Served, path: str):
    answer = door.ask(path)
    assert answer.status in {303, 401}
    assert b"streamlit" not in answer.body.lower()


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/sign-in", "/app/static/logo.svg", "/sign-in/style.css"])
def test_the_way_in_itself_is_open(door: Served, path: str):
    assert door.ask(path).status == 200


@pytest.mark.parametrize(
    "path", ["/sign-in/../results", "/app/static/../../results", "/sign-in%2f..%2fresults", "//sign-in", "/linkage", "/SIGN-IN"]
)
def test_no_way_around_leads_past_the_gate(door: Served, path: str):
    answer = door.ask(path)
    assert answer.status in {303, 400, 401, 404}
    assert door.alpha.canary.encode() not in answer.body


def test_every_answer_carries_the_headers_signed_in_or_not(door: Served):
    for cookie in ("", door.cookie(door.alpha.leader)):
        for path in ("/", "/sign-in", "/_stcore/host-config", "/download/report/x", "/invitation/x", "/link/x", "/nowhere", "/healthz"):
            headers = door.ask(path, cookie).headers
            assert headers["x-content-type-options"] == "nosniff", path
            assert headers["x-frame-options"] == "DENY", path
            assert "default-src 'none'" in headers["content-security-policy"], path
            assert "frame-ancestors 'none'" in headers["content-security-policy"], path


def test_an_upload_needs_a_session_and_a_token_of_its_page(door: Served):
    where = "/_stcore/upload_file/a/b"
    assert door.ask(where, method="PUT", body=b"x", Origin=door.server.url).status == 401
    assert door.ask(where, door.cookie(door.alpha.leader), "PUT", b"x", Origin=door.server.url).status in {400, 403}


def test_the_doctor_shows_no_secret(door: Served):
    secrets = {
        "DATABASE_URL": "postgresql://someone:canary-4711@127.0.0.1:1/x",
        "PLUMBLINE_OIDC_ISSUER": "https://id.example.org",
        "PLUMBLINE_OIDC_CLIENT_ID": "plumbline",
        "PLUMBLINE_OIDC_CLIENT_SECRET": "canary-4712",
    }
    told = subprocess.run([PLUMBLINE, "doctor"], env=door.server._environment | secrets, capture_output=True, text=True, check=False)
    assert "PLUMBLINE_OIDC_CLIENT_SECRET [withheld]" in " ".join(told.stdout.split())
    for canary in ("canary-4711", "canary-4712"):
        assert canary not in told.stdout + told.stderr


def test_no_session_is_named_in_the_log_or_the_trail(door: Served):
    opened_ = door.session(door.alpha.leader)
    door.seen(f"plumbline={opened_.token}", "/results")
    door.ask("/results", f"plumbline={opened_.token}")
    trail = door.ask(f"/download/trail/{door.alpha.organisation.id}", door.cookie(door.alpha.leader))
    assert trail.status == 200
    for said in (door.server.log, trail.body.decode()):
        assert opened_.token not in said
