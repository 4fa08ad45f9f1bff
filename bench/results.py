"""What one look at a page of results or actions costs the server, in the demo organisation: the results page at most 150 ms of CPU.

python -m bench.results
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import psutil

from bench.driver import Driver
from tests.browser.server import PLUMBLINE, serving

WARM, MEASURED, LIMIT = 5, 30, 150.0
PAGES = ("/results", "/home", "/advice", "/register", "/register?view=board", "/register?view=table", "/action?id=A-09", "/reports")


def main() -> int:
    """Each page by itself; the results page of the newest assessment has the limit."""
    with tempfile.TemporaryDirectory(prefix="plumbline-bench-") as folder:
        home = _told(Path(folder) / "home")
        with serving(home) as server:
            costs = {page: _cost(server.url, page, server.pid) for page in PAGES}
    for page, cost in costs.items():
        print(f"{page:24}{cost:7.1f} ms CPU a look")
    print(f"results {costs['/results']:.0f} ms, at most {LIMIT:.0f}")
    return int(costs["/results"] > LIMIT)


def _told(home: Path) -> Path:
    home.mkdir()
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | {"PLUMBLINE_HOME": str(home)}
    subprocess.run([PLUMBLINE, "demo"], env=environment, check=True, stdout=subprocess.DEVNULL)
    return home


def _cost(url: str, page: str, pid: int) -> float:
    """Milliseconds of the server's CPU for one look, after some to warm up."""
    driver = Driver(f"{url}{'' if page == '/home' else page}").open()
    process = psutil.Process(pid)
    for _ in range(WARM):
        driver.rerun()
    before = _spent(process)
    for _ in range(MEASURED):
        driver.rerun()
    driver.close()
    if driver.errors:
        raise RuntimeError(f"{page} complained: {driver.errors}")
    return (_spent(process) - before) / MEASURED * 1000


def _spent(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


if __name__ == "__main__":
    sys.exit(main())
