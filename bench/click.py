"""What a click on an answer costs the server, with its save, against a rerun of an empty script: at most three times as much CPU.

python -m bench.click
"""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median
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
WARM, MEASURED, ACTS, LIMIT = 2, 12, 50, 3.0
NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)


def main() -> int:
    """Measure all in one run and in turns, because only their ratio means the same on every machine, and a machine changes its pace."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="plumbline-bench-")))
        acts = [stack.enter_context(_empty(folder / "empty")), *(stack.enter_context(_answers(folder, most)) for most in (False, True))]
        rounds = [[act() for act in acts] for _ in range(WARM + MEASURED)][WARM:]
    empty, few, many = (median(each) for each in zip(*rounds, strict=True))
    ratio = max(median(each[at] / each[0] for each in rounds) for at in (1, 2))
    print(f"an empty script's rerun        {empty:6.2f} ms CPU")
    print(f"a click among few, saved       {few:6.2f} ms CPU")
    print(f"a click among many, saved      {many:6.2f} ms CPU")
    print(f"ratio {ratio:.2f}, at most {LIMIT:.0f}")
    return int(ratio > LIMIT)


@contextmanager
def _answers(folder: Path, most: bool) -> Iterator[Callable[[], float]]:  # noqa: FBT001 - one of two, named by the caller
    home = folder / str(most)
    address, _ = _prepared(home, most)
    with serving(home) as server:
        driver = Driver(f"{server.url}{address}").open()
        label = next(iter(driver.radios))
        yield lambda: _cpu(server.pid, lambda at: driver.choose(label, at % 6))
        driver.close()
    if driver.errors:
        raise RuntimeError(f"the page complained: {driver.errors}")


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


@contextmanager
def _empty(folder: Path) -> Iterator[Callable[[], float]]:
    with _streamlit(folder) as (url, pid):
        driver = Driver(url).open()
        yield lambda: _cpu(pid, lambda _: driver.rerun())
        driver.close()


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
    """Milliseconds of the server's CPU for each act."""
    process = psutil.Process(pid)
    before = _spent(process)
    for at in range(ACTS):
        act(at)
    return (_spent(process) - before) / ACTS * 1000


def _spent(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


if __name__ == "__main__":
    sys.exit(main())
