"""The small parts of the way in: where a next may lead, who calls, what a form may send."""

import asyncio
import time

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from api import one_time_link, sign_in, sign_out, steps
from api.caller import address, browser
from api.form import LONGEST, fields
from api.page import own
from ground.settings import Settings
from people import passwords
from tests.api.asgi import ask, run, scope

ALONE = Settings(mode="accounts", public_url=None)
PROXIED = Settings(mode="accounts", public_url="https://plumbline.example.org")


@pytest.mark.parametrize("wanted", ["/", "/register?show=late", "/answer?a=1&p=x#q", "/h%C3%A4", "/practice?p=größe"])
def test_a_next_of_our_own_is_followed(wanted):
    assert own(wanted) == wanted


@pytest.mark.parametrize(
    "wanted",
    [
        "",
        "register",
        "https://evil.example/",
        "//evil.example/",
        "///evil.example",
        "/\\evil.example",
        "\\/evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        " //evil.example",
        "javascript:alert(1)",
        "/\r\nSet-Cookie: a=b",
        "/sign-out",
        "/sign-in?next=/sign-in",
        "/link/abc",
    ],
)
def test_a_next_that_leads_elsewhere_leads_home(wanted):
    assert own(wanted) == "/"


def called(chosen: Settings, peer: str, *forwarded: str) -> str:
    asked = scope()
    asked["client"] = (peer, 1)
    asked["headers"] += [(b"x-forwarded-for", one.encode()) for one in forwarded]
    return address(Request(asked), chosen)


@pytest.mark.parametrize("peer", ["127.0.0.1", "::1"])
def test_our_own_proxy_is_believed_about_its_other_end_alone(peer):
    assert called(PROXIED, peer, "192.0.2.7") == "192.0.2.7"
    assert called(PROXIED, peer, "198.51.100.1, 192.0.2.7") == "192.0.2.7"
    assert called(PROXIED, peer, "198.51.100.1", "192.0.2.7") == "192.0.2.7"
    assert called(PROXIED, peer, "2001:db8::1") == "2001:db8::1"


@pytest.mark.parametrize(
    ("chosen", "peer", "said"),
    [(ALONE, "127.0.0.1", "192.0.2.7"), (PROXIED, "198.51.100.1", "192.0.2.7"), (PROXIED, "127.0.0.1", "x"), (PROXIED, "127.0.0.1", "")],
)
def test_nobody_else_chooses_their_own_address(chosen, peer, said):
    assert called(chosen, peer, said) == peer


@pytest.mark.parametrize(
    ("agent", "named"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux"),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0",
            "Edge on Windows",
        ),
        ("Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36", "Chrome on Android"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19.0 Mobile Safari/604.1", "Safari on iPhone"),
        ("<script>alert(1)</script>", "Another browser"),
        ("", "Another browser"),
    ],
)
def test_a_browser_is_named_well_enough_to_tell_ones_own_apart(agent, named):
    assert browser(agent) == named


async def _told(request: Request) -> JSONResponse:
    return JSONResponse(await fields(request))


def sent(body: bytes, kind: str = "application/x-www-form-urlencoded; charset=utf-8") -> tuple[int, bytes]:
    asked = scope("/", method="POST", content_type=kind)
    parts = [body[at : at + 4096] for at in range(0, len(body), 4096)] or [b""]
    answered = []

    async def receive():
        return {"type": "http.request", "body": parts.pop(0), "more_body": bool(parts)}

    async def send(message):
        answered.append(message)

    run(Starlette(routes=[Route("/", _told, methods=["POST"])])(asked, receive, send))
    return answered[0]["status"], answered[1]["body"]


def test_a_form_says_its_fields():
    assert sent(b"email=asha%40example.org&password=+%C3%A9+&next=") == (
        200,
        '{"email":"asha@example.org","password":" é ","next":""}'.encode(),
    )


def test_the_longest_password_in_the_widest_letters_fits():
    assert sent(b"password=" + b"%F0%9F%94%91" * 1024 + b"&again=" + b"%F0%9F%94%91" * 1024)[0] == 200


def test_what_no_form_of_ours_sends_is_refused():
    assert sent(b"x=" + b"a" * LONGEST)[0] == 413
    assert sent(b"{}", "application/json")[0] == 415
    assert sent(b"--x", "multipart/form-data; boundary=x")[0] == 415
    assert sent(b"email=%FF%FE")[0] == 415
    assert sent("email=é".encode())[0] == 415
    assert sent(b"a=1&" * 50)[0] == 415


@pytest.mark.parametrize("path", ["/sign-in", "/sign-in/code", "/sign-in/enrol", "/sign-in/forgotten", "/sign-out", "/link/abc"])
def test_in_local_mode_the_way_in_leads_straight_in(path):
    app = Starlette(routes=[*sign_in.ROUTES, *one_time_link.ROUTES, *sign_out.ROUTES])
    for method in ("GET", "POST"):
        status, headers, _ = ask(app, scope(path, method=method))
        if status != 405:
            assert (status, headers["location"]) == (303, "/")


def test_a_flood_of_passwords_takes_two_of_the_threads_that_everybody_needs(monkeypatch):
    monkeypatch.setattr(steps, "_hashing", asyncio.Semaphore(passwords.AT_ONCE))
    busy: list[int] = []
    most: list[int] = []

    def look(number: int) -> None:
        busy.append(number)
        most.append(len(busy))
        time.sleep(0.01)
        busy.remove(number)

    async def flood() -> None:
        await asyncio.gather(*(steps.hashing(look, number) for number in range(20)))

    run(flood())
    assert (len(most), max(most)) == (20, 2)
