"""What a click on an answer costs the server, with its save, against a rerun of an empty script: at most three times as much CPU.

python -m bench.click
"""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.request import urlopen

import psutil

from assessment import service as assessing
from assessment.model import Start
from bench.driver import Driver
from people import links, service
from people.model import FunctionKind
from people.work import reading, writing
from questionnaires import library
from storage.database import Database, use
from storage.migrate import migrate
from tests.browser.server import free_port, serving

ROOT = Path(__file__).parents[1]
WARM, MEASURED, LIMIT = 30, 200, 3.0
NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)


def main() -> int:
    """Measure both in one run, because only their ratio means the same on every machine."""
    with tempfile.TemporaryDirectory(prefix="plumbline-bench-") as folder:
        empty = _empty(Path(folder) / "empty")
        print(f"an empty script's rerun   {empty:6.2f} ms CPU")
        ratios = [_answers(Path(folder) / "home", most) / empty for most in (False, True)]
    print(f"ratio {max(ratios):.2f}, at most {LIMIT:.0f}")
    return int(max(ratios) > LIMIT)


def _answers(home: Path, most: bool) -> float:  # noqa: FBT001 - one of two, named by the caller
    address, questions = _prepared(home / str(most), most)
    with serving(home / str(most)) as server:
        driver = Driver(f"{server.url}{address}").open()
        label = next(iter(driver.radios))
        cost = _cpu(server.pid, lambda at: driver.choose(label, at % 6))
        driver.close()
    if driver.errors:
        raise RuntimeError(f"the page complained: {driver.errors}")
    print(f"a click among {questions:3} answers {cost:6.2f} ms CPU, saved")
    return cost


def _prepared(home: Path, most: bool) -> tuple[str, int]:  # noqa: FBT001
    """A data folder with one assessment begun; the address of a practice with few or most questions."""
    home.mkdir(parents=True)
    database = Database(f"sqlite:///{home}/plumbline.db")
    migrate(database)
    with use(database):
        person = service.begin(NOW)
        organisation = writing(person, NOW, lambda work: service.create_organisation(work, "Bench", "UTC", "EUR"))
        leader = service.acting_for(person, organisation.id)
        function = writing(leader, NOW, lambda work: service.create_function(work, "IT", FunctionKind.IT))
        wanted = Start(
            questionnaire=library.published()[0].id, function_id=function.id, name="Bench", starts=date(2026, 3, 1), ends=date(2026, 3, 31)
        )
        begun = writing(leader, NOW, lambda work: assessing.start(work, wanted))
        with reading(leader, NOW) as work:
            practices = assessing.questionnaire(work, begun).practices.values()
    database.close()
    chosen = sorted(practices, key=lambda practice: len(practice.questions))[-1 if most else 0]
    return links.answer(begun.id, chosen.id), len(chosen.questions)


def _empty(folder: Path) -> float:
    with _streamlit(folder) as (url, pid):
        driver = Driver(url).open()
        cost = _cpu(pid, lambda _: driver.rerun())
        driver.close()
    return cost


@contextmanager
def _streamlit(folder: Path) -> Iterator[tuple[str, int]]:
    """An empty script under our own settings."""
    shutil.copytree(ROOT / ".streamlit", folder / ".streamlit")
    (folder / "empty.py").write_text("")
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(folder / "empty.py"), "--server.port", str(port)]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _await(f"http://127.0.0.1:{port}/_stcore/health")
        yield f"http://127.0.0.1:{port}/", process.pid
    finally:
        process.terminate()
        process.wait(15)


def _await(url: str) -> None:
    for _ in range(300):
        try:
            with urlopen(url, timeout=2):  # noqa: S310 - our own loopback address
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(url)


def _cpu(pid: int, act: Callable[[int], None]) -> float:
    """Milliseconds of the server's CPU for each act, after some to warm up."""
    process = psutil.Process(pid)
    for at in range(WARM):
        act(at)
    before = _spent(process)
    for at in range(MEASURED):
        act(at)
    return (_spent(process) - before) / MEASURED * 1000


def _spent(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


if __name__ == "__main__":
    sys.exit(main())
