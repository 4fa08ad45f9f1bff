"""What the demo's benchmark report costs: warm at most 0.6 s, in a fresh process with imports and fonts at most 1.3 s.

python -m bench.report

Seconds depend on the machine and on what else it does, so the limits are held against CPU seconds, and the ratios to two
yardsticks of the same run, an empty Python and the import of ReportLab, say the same everywhere.
"""

import os
import pickle
import resource
import subprocess
import sys
import tempfile
import time
from io import BytesIO
from pathlib import Path
from statistics import median

from improvement.standing_model import Standing

WARM, COLD, TIMES = 0.6, 1.3, 5
ROOT = Path(__file__).parents[1]
NAME = "IT, August 2026"
IMPORTS = "import reportlab.pdfgen.canvas, reportlab.pdfbase.ttfonts"
FRESH = "import pickle, sys; from exports.pdf.report import build; build(pickle.load(open(sys.argv[1], 'rb')), open(sys.argv[2], 'wb'))"


def main() -> int:
    """Warm in this process; cold in fresh ones: from a standing, and the whole command from the database."""
    with tempfile.TemporaryDirectory(prefix="plumbline-bench-") as folder:
        home, standing_file, out = Path(folder) / "home", Path(folder) / "standing", Path(folder) / "report.pdf"
        os.environ["PLUMBLINE_HOME"] = str(home)
        home.mkdir()
        subprocess.run([sys.executable, "-c", "from cli.main import app; app()", "demo"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        standing = _standing()
        standing_file.write_bytes(pickle.dumps(standing))
        empty = _cold("-c", "pass")
        costs = {
            "import of ReportLab": _cold("-c", IMPORTS),
            "report, warm": _warm(standing),
            "report, cold": _cold("-c", FRESH, str(standing_file), str(out)),
            "plumbline report, cold": _cold("-c", "from cli.main import app; app()", "report", NAME, "--out", str(out)),
        }
        print(f"{out.stat().st_size / 1024:.0f} KB")
    print(f"{'an empty Python':24}{empty:7.3f} s CPU")
    for name, cost in costs.items():
        print(f"{name:24}{cost:7.3f} s CPU {cost / empty:7.1f} x empty {cost / costs['import of ReportLab']:6.2f} x import")
    print(f"limits: warm {WARM} s, cold {COLD} s")
    return int(costs["report, warm"] > WARM or costs["report, cold"] > COLD)


def _standing() -> Standing:
    from datetime import UTC, datetime  # noqa: PLC0415 - the settings are read at the first import that needs a database

    from cli.report import standing_of  # noqa: PLC0415 - as above

    return standing_of(NAME, datetime.now(UTC))


def _warm(standing: Standing) -> float:
    from exports.pdf.report import build  # noqa: PLC0415 - beside the cold ones, which import it for themselves

    build(standing, BytesIO())
    took = []
    for _ in range(TIMES):
        before = time.process_time()
        build(standing, BytesIO())
        took.append(time.process_time() - before)
    return median(took)


def _cold(*arguments: str) -> float:
    """Median CPU seconds of fresh processes; the first, which may still compile modules, does not count."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    took = []
    for _ in range(TIMES + 1):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *arguments], cwd=ROOT, env=environment, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        took.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return median(took[1:])


if __name__ == "__main__":
    sys.exit(main())
