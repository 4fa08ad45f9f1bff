"""What the browser tests say to a page: wait until it is calm, inspect it, take its picture."""

import os
import re
import time
from collections.abc import Callable
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

SCREENS = Path(__file__).parents[2] / "out" / "screens"
DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}

# Two minor rules of Streamlit's own: the uploader's hidden input, and the grid's corner cell. Nothing else is allowed.
ALLOWED = frozenset({"presentation-role-conflict", "empty-table-header"})

_CALM = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  const calm = app && app.dataset.testScriptState === 'notRunning' && app.dataset.testConnectionState === 'CONNECTED'
    && !document.querySelector('[data-testid="stSkeleton"]')
    && [...document.querySelectorAll('[data-testid="stVegaLiteChart"]')].every(c => c.querySelector('canvas, svg'));
  if (!calm) { window.calmSince = undefined; return false; }
  window.calmSince ??= performance.now();
  return performance.now() - window.calmSince > 150 && document.fonts.status === 'loaded';
}"""


def settled(page: Page) -> Page:
    """The page after its script has ended, its charts are drawn and its fonts are there."""
    page.evaluate("window.calmSince = undefined")
    page.wait_for_function(_CALM, polling=50, timeout=20_000)
    return page


def eventually(holds: Callable[[], bool], patience: float = 10) -> bool:
    """Whether something comes to hold that the page does not show."""
    until = time.monotonic() + patience
    while not holds() and time.monotonic() < until:
        time.sleep(0.05)
    return holds()


def opened(page: Page, url: str) -> Page:
    page.goto(url)
    settled(page)
    assert page.get_by_text("Page not found").count() == 0, f"no page answers at {url}"
    return page


def axe(page: Page) -> None:
    """No accessibility violation but the two allowed rules."""
    found = [v for v in Axe().run(page).response["violations"] if v["id"] not in ALLOWED]
    assert not found, "\n".join(f"{v['id']} ({v['impact']}): {n['html'][:200]} {_why(n)}" for v in found for n in v["nodes"])


def seen(page: Page, name: str) -> None:
    """Inspect the page in light and dark, and take its picture where pictures are asked for."""
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type] - a literal of two
        settled(page)
        axe(page)
    look(page, name)


def look(page: Page, name: str) -> None:
    """Write light, dark and 390-pixel pictures to out/screens, when PLUMBLINE_SHOTS is set."""
    if not os.environ.get("PLUMBLINE_SHOTS"):
        return
    SCREENS.mkdir(parents=True, exist_ok=True)
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type] - a literal of two
        _shoot(page, f"{name}-{scheme}", DESKTOP)
    _shoot(page, f"{name}-390", PHONE)
    page.set_viewport_size(DESKTOP)
    settled(page)


def without_change(page: Page, do: Callable[[], None]) -> None:
    """Do something that must leave what the page shows as it was."""
    before = page.locator('[data-testid="stMain"]').inner_text()
    do()
    settled(page)
    assert page.locator('[data-testid="stMain"]').inner_text() == before


def key(page: Page, name: str) -> str:
    """The selector of a keyed element."""
    return ".st-key-" + re.sub(r"[^a-zA-Z0-9_-]", "-", name)


def _shoot(page: Page, name: str, size: dict[str, int]) -> None:
    # Streamlit scrolls inside the page, so that a full-page picture is the window grown to what it holds.
    page.set_viewport_size(size)  # type: ignore[arg-type] - a TypedDict of the same two
    settled(page)
    needed = int(page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollHeight"))
    page.set_viewport_size({"width": size["width"], "height": max(size["height"], needed)})
    settled(page)
    page.screenshot(path=SCREENS / f"{name}.png")


def _why(node: dict[str, list[dict[str, str]]]) -> str:
    return "; ".join(reason["message"] for kind in ("any", "all", "none") for reason in node.get(kind, []))
