import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from time import time_ns

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from tests.browser.acting import demo
from tests.browser.driver import DESKTOP, opened
from tests.browser.inviting import Office, office, window
from tests.browser.server import Server, serving

_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# Streamlit looks for its own endpoints beside a page's address before it tries the root.
_EXPECTED = ("_stcore/health", "_stcore/host-config")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    # Without a window of its own to draw, it opens a page in a third of the time.
    chromium = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    if chromium is None:
        missing = pytest.fail if os.environ.get("PLUMBLINE_REQUIRE_ALL") == "1" else pytest.skip
        missing("NOT TESTED: no chromium here. Install Debian's package `chromium-headless-shell` or `chromium` to run the browser tests.")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=_FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with an empty data folder, shared by the tests of one file."""
    with serving(tmp_path_factory.mktemp("home"), measured=False) as started:
        yield started


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with the demo organisation, shared by the tests of one file."""
    with demo(tmp_path_factory.mktemp("demo")) as server:
        yield server


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Server]:
    """A server of this test's own."""
    with serving(tmp_path / "home") as started:
        yield started


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A new window. The test fails if the page logged an error, broke its policy, or asked anybody else for anything."""
    context = browser.new_context(viewport=DESKTOP, locale="en-GB", timezone_id="Europe/London")  # type: ignore[arg-type] - a TypedDict of the same two
    opened = context.new_page()
    complaints: list[str] = []

    def said(message: ConsoleMessage) -> None:
        expected = any(path in f"{message.text} {message.location.get('url', '')}" for path in _EXPECTED)
        if message.type == "error" and not expected:
            complaints.append(message.text)

    def asked(request: Request) -> None:
        if not request.url.startswith(("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")):
            complaints.append(f"asked {request.url}")

    opened.on("console", said)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("request", asked)
    yield opened
    context.close()
    assert not complaints, "\n".join(complaints)


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """A server with accounts where the cast works, shared by the tests of one file."""
    with office(tmp_path_factory.mktemp("office")) as opened_office:
        yield opened_office


@pytest.fixture
def asha(page: Page, here: Office) -> Page:
    """Her window, on the page of respondents of an assessment of this test's own."""
    here.assessment_id = here.start(name=f"Asked of several, {time_ns()}")
    here.sign_in(page, here.cast.asha)
    return opened(page, here.address("invitations"))


@pytest.fixture
def other(browser: Browser) -> Iterator[Page]:
    """A second window, with a session of its own."""
    with window(browser) as theirs:
        yield theirs
