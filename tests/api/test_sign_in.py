"""The way in against a running server, as an attacker would try it. A7, A8, A12, A13 and A20 of docs/security.md."""

from concurrent.futures import ThreadPoolExecutor
from socket import create_connection

import httpx
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.api.site import ADMINISTRATOR, OTHER, PASSWORD, VIEWER, Site, told

WRONG = "E-mail or password is wrong. After five tries, wait 15 minutes."
PUBLIC = "https://plumbline.example.org"
POSTS = ("/sign-in", "/sign-in/code", "/sign-in/enrol", "/sign-out", "/link/abc")
PAGES = ("/sign-in", "/sign-in/code", "/sign-in/enrol", "/sign-in/enrol/code.svg", "/sign-in/forgotten", "/sign-out", "/link/abc")


def is_in(browser: httpx.Client) -> bool:
    return browser.get("/").status_code == 200


def test_nobody_is_in_without_a_password(site):
    with site.browser() as browser:
        answer = browser.get("/register?show=late")
        assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in?next=%2Fregister%3Fshow%3Dlate")
        assert browser.get("/download/report/x").status_code == 401


def test_a_password_and_a_code_lead_to_where_one_wanted_to_go(site):
    with site.browser() as browser:
        answer = browser.post("/sign-in", data={"email": ADMINISTRATOR, "password": PASSWORD, "next": "/register?show=late"})
        assert answer.headers["location"] == "/sign-in/code?next=%2Fregister%3Fshow%3Dlate"
        assert not is_in(browser)
        assert told(browser.post("/sign-in/code", data={"code": "000000"})).startswith("This code is wrong")
        answer = browser.post("/sign-in/code", data={"code": site.code(), "next": "/register?show=late"})
        assert (answer.status_code, answer.headers["location"]) == (303, "/register?show=late")
        assert is_in(browser)


@pytest.mark.parametrize("elsewhere", ["https://evil.example", "//evil.example", "/\\evil.example"])
def test_no_link_to_us_leads_on_to_somebody_else(site, elsewhere):
    with site.browser() as browser:
        assert "evil.example" not in browser.get("/sign-in", params={"next": elsewhere}).text
        answer = browser.post("/sign-in", data={"email": VIEWER, "password": PASSWORD, "next": elsewhere})
        assert answer.headers["location"] == "/"
        assert browser.get("/sign-in", params={"next": elsewhere}).headers["location"] == "/"


@pytest.mark.parametrize("path", PAGES)
def test_the_pages_of_the_way_in_run_no_script_and_are_kept_by_nobody(site, path):
    with site.browser() as browser:
        answer = browser.get(path)
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self';")
    assert "script" not in policy + answer.text
    assert "unsafe" not in policy
    assert (answer.headers["cache-control"], answer.headers["x-frame-options"]) == ("no-store", "DENY")


@pytest.mark.parametrize("typed", ['"><script>alert(1)</script>', "{{ 7*7 }}", "' OR 1=1 --"])
def test_what_was_typed_comes_back_as_text(site, typed):
    with site.browser() as browser:
        shown = browser.post("/sign-in", data={"email": typed, "password": "x", "next": f"/{typed}"}).text
    assert "<script>" not in shown
    assert ">49<" not in shown


# A7: fixation, sign-out, a disabled account, another password.


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(site, proxied):
    with site.browser() as browser:
        given = browser.post("/sign-in", data={"email": VIEWER, "password": PASSWORD}).headers["set-cookie"]
    assert given.startswith("plumbline=")
    assert {"HttpOnly", "Path=/", "SameSite=lax"} <= set(given.split("; "))
    with proxied.browser(Host="plumbline.example.org", Origin=PUBLIC) as browser:
        answer = browser.post("/sign-in", data={"email": VIEWER, "password": PASSWORD})
    assert answer.headers["set-cookie"].startswith("__Host-plumbline=")
    assert {"HttpOnly", "Path=/", "SameSite=lax", "Secure"} <= set(answer.headers["set-cookie"].split("; "))
    assert answer.headers["strict-transport-security"]


def test_a_cookie_that_somebody_planted_is_worth_nothing_after_signing_in(site):
    with site.browser() as browser:
        browser.cookies.set("plumbline", "p" * 43, domain="127.0.0.1")
        browser.post("/sign-in", data={"email": VIEWER, "password": PASSWORD})
        assert is_in(browser)
    with site.browser(Cookie=f"plumbline={'p' * 43}") as attacker:
        assert not is_in(attacker)


def test_the_session_before_ends_when_the_same_browser_signs_in_again(site):
    with site.inside() as browser:
        before = browser.cookies["plumbline"]
        browser.post("/sign-in", data={"email": VIEWER, "password": PASSWORD})
        assert browser.cookies["plumbline"] != before
    with site.browser(Cookie=f"plumbline={before}") as old:
        assert not is_in(old)


def test_signing_out_takes_a_form_and_ends_the_session_for_whoever_copied_the_cookie(site):
    with site.inside() as browser, site.browser(Cookie=f"plumbline={browser.cookies['plumbline']}") as copy:
        assert "Sign out?" in browser.get("/sign-out").text
        assert is_in(copy)
        assert "Max-Age=0" in browser.post("/sign-out").headers["set-cookie"]
        assert not is_in(copy)
        assert copy.get("/download/report/x").status_code == 401
        after = copy.get("/sign-out")
        assert "You are signed out." in after.text
        assert "Max-Age=0" in after.headers["set-cookie"]


def socket(site: Site, cookie: str) -> int:
    """The status that a websocket is answered with."""
    try:
        with connect(
            site.server.url.replace("http", "ws") + "/_stcore/stream", origin=site.server.url, additional_headers={"Cookie": cookie}
        ):
            return 101
    except InvalidStatus as refused:
        return refused.response.status_code


def test_an_open_tab_of_a_session_that_ended_gets_no_websocket_any_more(site):
    with site.inside() as browser:
        cookie = f"plumbline={browser.cookies['plumbline']}"
        assert socket(site, cookie) == 101
        browser.post("/sign-out")
        assert socket(site, cookie) == 401


def test_behind_a_proxy_the_pages_own_websocket_is_let_in_under_the_public_name(proxied):
    with proxied.browser(Host="plumbline.example.org", Origin=PUBLIC) as browser:
        given = browser.post("/sign-in", data={"email": VIEWER, "password": PASSWORD}).headers["set-cookie"]
    here = create_connection(("127.0.0.1", proxied.server.port))
    cookie = {"Cookie": given.partition(";")[0]}
    with connect("ws://plumbline.example.org/_stcore/stream", sock=here, origin=PUBLIC, additional_headers=cookie) as page:
        assert page.response.status_code == 101


def test_a_disabled_account_is_out_at_the_next_request(site):
    with site.inside() as browser:
        site.disable(disabled=True)
        try:
            assert not is_in(browser)
            assert told(browser.post("/sign-in", data={"email": VIEWER, "password": PASSWORD})) == WRONG
        finally:
            site.disable(disabled=False)


def test_another_password_ends_every_session_but_the_one_that_set_it(site):
    with site.inside() as browser, site.browser() as setting:
        setting.post(site.link(), data={"password": OTHER, "again": OTHER})
        assert not is_in(browser)
        assert is_in(setting)
        setting.post(site.link(), data={"password": PASSWORD, "again": PASSWORD})


# A8: forms sent by other sites.


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://localhost:8501", "", None])
@pytest.mark.parametrize("path", POSTS)
def test_a_form_of_another_site_does_nothing(site, path, origin):
    with site.inside() as browser:
        del browser.headers["origin"]
        sent = {} if origin is None else {"Origin": origin}
        answer = browser.post(path, data={"email": VIEWER, "password": PASSWORD, "again": PASSWORD}, headers=sent)
        assert answer.status_code == 403
        assert "set-cookie" not in answer.headers
        assert is_in(browser)


# A12: one-time links.


def test_a_link_is_looked_at_often_and_used_once(site):
    link = site.link()
    with site.browser() as browser:
        assert [VIEWER in browser.get(link).text for _ in range(3)] == [True] * 3
        assert told(browser.post(link, data={"password": PASSWORD, "again": OTHER})).startswith("The two are not the same")
        assert told(browser.post(link, data={"password": VIEWER, "again": VIEWER})).startswith("This password is made of names")
        assert browser.post(link, data={"password": PASSWORD, "again": PASSWORD}).headers["location"] == "/"
        assert is_in(browser)
        for again in (browser.get(link), browser.post(link, data={"password": OTHER, "again": OTHER})):
            assert (again.status_code, "set-cookie" in again.headers) == (404, False)


def test_of_twenty_who_post_a_link_at_once_one_is_in(site):
    link = site.link()

    def use(_: int) -> int:
        with site.browser() as browser:
            return browser.post(link, data={"password": PASSWORD, "again": PASSWORD}).status_code

    with ThreadPoolExecutor(20) as pool:
        statuses = list(pool.map(use, range(20)))
    assert sorted(statuses) == [303] + [404] * 19


def test_whoever_guesses_links_is_told_to_wait(site):
    with site.browser() as browser:
        statuses = [browser.get(f"/link/{number}{'x' * 42}").status_code for number in range(7)]
        assert statuses == [404] * 5 + [429] * 2
        assert browser.get("/link/" + "y" * 43).headers["retry-after"] == "900"
        assert browser.get(site.link()).status_code == 429


# A13: guessing passwords, finding out who has an account, hashing as a denial of service.
