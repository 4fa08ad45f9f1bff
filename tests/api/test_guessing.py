"""A13 and what else is tried at the way in: guessing, telling accounts apart, odd forms, and what the log keeps of it."""

import statistics
import time

import httpx
import pytest

from tests.api.site import ADMINISTRATOR, PASSWORD, VIEWER, told

WRONG = "E-mail or password is wrong. After five tries, wait 15 minutes."
PUBLIC = "https://plumbline.example.org"


def is_in(browser: httpx.Client) -> bool:
    return browser.get("/").status_code == 200


def failing(browser: httpx.Client, email: str = VIEWER, **headers: str) -> httpx.Response:
    return browser.post("/sign-in", data={"email": email, "password": "wrong " + PASSWORD}, headers=headers)


def test_who_has_an_account_cannot_be_told_from_the_words(site):
    site.disable(disabled=True)
    try:
        with site.browser() as browser:
            answers = [failing(browser, email) for email in (ADMINISTRATOR, "nobody@example.org", VIEWER)]
    finally:
        site.disable(disabled=False)
    assert {(answer.status_code, told(answer)) for answer in answers} == {(403, WRONG)}
    assert len({answer.text.replace(str(answer.request.content), "").count("<") for answer in answers}) == 1


def test_who_has_an_account_cannot_be_told_from_the_time(site):
    taken: dict[str, list[float]] = {ADMINISTRATOR: [], "nobody@example.org": []}
    with site.browser() as browser:
        failing(browser)
        for _ in range(9):
            site.forgive()
            for email, times in taken.items():
                began = time.perf_counter()
                failing(browser, email)
                times.append(time.perf_counter() - began)
    known, unknown = (statistics.median(times) for times in taken.values())
    assert unknown > known / 2, f"an account that does not exist is refused in {unknown:.3f} s, one that does in {known:.3f} s"
    assert known > unknown / 2


def test_after_five_tries_the_right_password_waits_too(site):
    with site.inside() as inside, site.browser() as browser:
        assert [failing(browser).status_code for _ in range(6)] == [403] * 5 + [429]
        refused = browser.post("/sign-in", data={"email": VIEWER, "password": PASSWORD})
        assert (refused.status_code, refused.headers["retry-after"], "set-cookie" in refused.headers) == (429, "900", False)
        assert "Wait 15 minutes" in told(refused)
        assert is_in(inside)


def test_a_restart_forgets_no_failure(site):
    with site.browser() as browser:
        for _ in range(5):
            failing(browser)
        site.server.stop()
        site.server.start()
        assert failing(browser).status_code == 429


def test_an_address_of_ones_own_choice_is_not_believed(site):
    with site.browser() as browser:
        statuses = [
            failing(browser, f"{number}@example.org", **{"X-Forwarded-For": f"192.0.2.{number}"}).status_code for number in range(21)
        ]
    assert statuses == [403] * 20 + [429]


def test_behind_our_proxy_one_address_does_not_pay_for_another(proxied):
    with proxied.browser(Host="plumbline.example.org", Origin=PUBLIC) as browser:
        for number in range(20):
            failing(browser, f"{number}@example.org", **{"X-Forwarded-For": f"203.0.113.{number}, 192.0.2.1"})
        assert failing(browser, **{"X-Forwarded-For": "203.0.113.9, 192.0.2.1"}).status_code == 429
        assert failing(browser, **{"X-Forwarded-For": "192.0.2.2"}).status_code == 403


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"password=" + b"x" * 40_000, "application/x-www-form-urlencoded", 413),
        (b"{}", "application/json", 415),
        (b"email=%FF", "application/x-www-form-urlencoded", 415),
    ],
)
def test_what_no_form_sends_is_refused(site, body, kind, status):
    with site.browser() as browser:
        assert browser.post("/sign-in", content=body, headers={"Content-Type": kind}).status_code == status


# A20: secrets. Last, so that the log holds all of the above.


def test_the_log_of_all_this_holds_no_password_no_link_no_cookie_and_no_secret(site):
    link = site.link()
    with site.browser() as browser:
        browser.get(link)
        browser.post(link, data={"password": PASSWORD, "again": PASSWORD})
        cookie = browser.cookies["plumbline"]
        browser.get("/sign-in/code", params={"next": f"/answer?token={link[6:]}"})
    log = site.server.log
    assert log
    for secret in ("canary", link[6:], cookie, site.secret, "$argon2"):
        assert secret not in log
