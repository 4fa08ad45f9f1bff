"""What the browser tests of results and actions share: the demo organisation, served, and ways through its pages."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.driver import opened, settled
from tests.browser.server import MEASURING, PLUMBLINE, Server, serving

NOW = datetime.now(UTC)
PILLARS, FOUNDATIONS = f"IT, {NOW - timedelta(days=88):%B %Y}", f"IT foundations, {NOW - timedelta(days=13):%B %Y}"


@contextmanager
def demo(home: Path) -> Iterator[Server]:
    """A server whose data folder holds the demo organisation."""
    home.mkdir(parents=True, exist_ok=True)
    environment = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", *MEASURING}} | {
        "PLUMBLINE_HOME": str(home)
    }
    subprocess.run([PLUMBLINE, "demo"], cwd=home, env=environment, check=True, capture_output=True, timeout=120)
    with serving(home, measured=False) as server:
        yield server


def main(page: Page):
    return page.get_by_test_id("stMain")


def go(page: Page, name: str) -> Page:
    """Choose a page in the sidebar."""
    page.get_by_test_id("stSidebarNav").get_by_role("link", name=name).click()
    return settled(page)


def press(page: Page, name: str, nth: int = 0) -> Page:
    """Press a button of the page, and wait until it is calm again."""
    main(page).get_by_role("button", name=name, exact=True).nth(nth).click()
    return settled(page)


def follow(page: Page, name: str, nth: int = 0) -> Page:
    """Follow a link inside the page."""
    main(page).get_by_role("link", name=name).nth(nth).click()
    return settled(page)


def final_result(page: Page, server: Server, called: str = PILLARS) -> Page:
    """The result of the demo's newest final assessment of the pillars, or of another."""
    opened(page, f"{server.url}/results")
    page.get_by_role("combobox", name="Assessment").click()
    page.get_by_role("option", name=called, exact=True).click()
    expect(main(page).get_by_text("final since").first).to_be_visible()
    return settled(page)


def title(page: Page):
    return main(page).get_by_role("heading", level=1)
