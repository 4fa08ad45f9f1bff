"""Ways in for the browser tests: the first administrator's link, a person's second factor."""

import os
import subprocess
import time
from pathlib import Path

import pyotp
from playwright.sync_api import Page, expect

from tests.browser.driver import settled
from tests.browser.server import PLUMBLINE, Server

EMAIL, PASSWORD = "asha@example.org", "copper bells over wet slate"


def plumbline(home: Path, *command: str, port: int = 0) -> str:
    """What a command beside the database prints."""
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {"PLUMBLINE_HOME": str(home), "PLUMBLINE_MODE": "accounts"} | ({"PORT": str(port)} if port else {})
    done = subprocess.run([PLUMBLINE, *command], cwd=home, env=environment, check=True, capture_output=True, text=True, timeout=120)
    return done.stdout.strip()


def administrators_link(server: Server, *more: str) -> str:
    return plumbline(server.home, "user", "create-admin", "Asha Rao", EMAIL, *more, port=server.port)


class Phone:
    """An authenticator: never the same code twice, because a code counts once."""

    def __init__(self, key: str) -> None:
        self._totp = pyotp.TOTP(key.replace(" ", ""))
        self._last = 0

    def code(self) -> str:
        step = max(int(time.time()) // 30, self._last + 1)
        # One step ahead is within the window; what lies further has to be waited for.
        time.sleep(max(0.0, (step - 1) * 30 - time.time()))
        self._last = step
        return self._totp.generate_otp(step)


def come_in(page: Page, link: str) -> tuple[Phone, list[str]]:
    """From the first administrator's link to the first page; their authenticator and recovery codes."""
    page.goto(link)
    page.get_by_label("New password").fill(PASSWORD)
    page.get_by_label("Once more").fill(PASSWORD)
    page.get_by_role("button", name="Set the password").click()
    page.get_by_text("It cannot scan?").click()
    phone = Phone(page.locator(".key").inner_text())
    page.get_by_label("Code").fill(phone.code())
    page.get_by_role("button", name="Go on").click()
    codes = page.locator(".codes li").all_inner_texts()
    page.get_by_role("link", name="I have kept them").click()
    settled(page)
    return phone, codes


def sign_in(page: Page, address: str, code: str) -> None:
    """By password and code, at whatever address asks for it."""
    page.goto(address)
    page.get_by_label("Work e-mail").fill(EMAIL)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_label("Code").fill(code)
    page.get_by_role("button", name="Go on").click()
    settled(page)


def signs_out(page: Page, server: Server) -> None:
    """By the menu of the sidebar."""
    page.get_by_test_id("stSidebar").get_by_role("button", name="Asha Rao").click()
    page.get_by_text("Sign out", exact=True).click()
    page.wait_for_url(f"{server.url}/sign-out")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
