"""Where company sign-on is the only way in: in, out, and denied, in a real browser."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.driver import settled
from tests.browser.server import Server, serving
from tests.browser.test_sign_on import accounts, begin, issuer, window

__all__ = ["issuer", "window"]
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory, issuer: str) -> Iterator[Server]:
    asks = {"PLUMBLINE_OIDC_ISSUER": issuer, "PLUMBLINE_OIDC_CLIENT_ID": "plumbline", "PLUMBLINE_OIDC_CLIENT_SECRET": "secret-canary-4711"}
    with serving(tmp_path_factory.mktemp("alone"), PLUMBLINE_MODE="sign-on", **asks) as started:
        begin(started, issuer)
        yield started


def at_the_company(window: Page, server: Server, name: str) -> None:
    window.goto(f"{server.url}/register")
    expect(window.get_by_label("Password")).to_have_count(0)
    window.get_by_role("link", name="Sign in with your company").click()
    window.get_by_role("button", name=name).first.click()
    window.wait_for_url(re.compile(re.escape(server.url)))


def test_somebody_comes_in_sees_their_place_and_goes_out(window: Page, alone: Server):
    at_the_company(window, alone, "asha")
    settled(window)
    expect(window).to_have_url(re.compile("/register$"))
    window.goto(alone.url)
    settled(window)
    sidebar = window.get_by_test_id("stSidebar")
    expect(sidebar.get_by_text("Northwind").first).to_be_visible()
    sidebar.get_by_role("button", name="Asha Rao").click()
    window.get_by_text("Sign out", exact=True).click()
    window.wait_for_url(f"{alone.url}/sign-out")
    expect(window.get_by_text("You are signed out. What was saved is kept.")).to_be_visible()
    window.goto(f"{alone.url}/register")
    expect(window).to_have_url(re.compile(r"/sign-in\?next="))


def test_whose_groups_have_no_place_here_is_told_so_and_stays_out(window: Page, alone: Server):
    at_the_company(window, alone, "vera")
    expect(window.get_by_text("none of your groups has a place here")).to_be_visible()
    window.goto(f"{alone.url}/register")
    expect(window).to_have_url(re.compile(r"/sign-in\?next="))
    assert "vera@northwind.example" not in accounts(alone)


def test_no_password_is_looked_at(window: Page, alone: Server):
    sent = window.request.post(
        f"{alone.url}/sign-in", form={"email": "tom@consultants.example", "password": "x" * 12}, headers={"Origin": alone.url}
    )
    assert sent.status == 404
