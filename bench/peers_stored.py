"""What the peers of 10,000 organisations cost in the store: freezing them, and the part of the benchmark page that reads them.

python -m bench.peers_stored
"""

import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib import import_module
from random import Random

from assessment import peer_releases
from assessment import service as assessments
from assessment.cohorts import PROGRAM, Candidate
from assessment.peer_model import kind_of
from assessment.peer_refresh import judge
from bench.peers import BANDS, ORGANISATIONS
from bench.score_assessment import milliseconds, naive
from cli.maintenance import TABLES
from exports.figures import peer_strip
from improvement.demo import tell
from improvement.standing import gather
from improvement.standing_model import Standing
from people import service as people
from people.model import Person
from people.work import reading, writing
from storage.database import Database, use
from storage.migrate import migrate
from ui.charts import draw

LIMIT_MS, LIMIT_RATIO = 50, 24
NOW = datetime.now(UTC)


@contextmanager
def demo() -> Iterator[Person]:
    """Who leads the demo in a database of its own."""
    for tables in TABLES:
        import_module(tables)
    with tempfile.TemporaryDirectory(prefix="plumbline-bench-") as folder:
        database = Database(f"sqlite:///{folder}/plumbline.db")
        migrate(database)
        with use(database):
            person = people.begin(NOW)
            yield people.acting_for(person, tell(person, NOW))
        database.close()


def population(random: Random, standing: Standing) -> list[Candidate]:
    """Figures of the demo's questionnaire for so many organisations, around the middle of the scale."""
    score = standing.score
    names = ["", *(f"d:{name}" for name in score.dimensions), *(f"p:{name}" for name in score.practices)]
    return [
        Candidate(
            f"{number:064x}",
            {name: random.choice(bands) for name, bands in BANDS.items()},
            {name: min(100, max(0, random.gauss(55, 18))) for name in names},
        )
        for number in range(ORGANISATIONS)
    ]


def seen(leader: Person) -> Standing:
    """The newest final assessment of the demo."""
    with reading(leader, NOW) as work:
        final = next(one for one in assessments.assessments(work) if one.finalised_at)
        return gather(work, final.id)


def main() -> int:
    """Freeze, then read and draw."""
    with demo() as leader:
        standing = seen(leader)
        kind = kind_of(standing.score.questionnaire, standing.score.version, standing.score.method)
        began = time.perf_counter()
        snapshots = judge(population(Random(1), standing), [], NOW)  # noqa: S311 - the same at every run
        judged = time.perf_counter()
        known: set[str] = set()
        writing(PROGRAM, NOW, lambda work: [peer_releases.keep(work, kind, one, known) for one in snapshots])
        kept = time.perf_counter()

        def part() -> None:
            with reading(leader, NOW) as work:
                cohorts = peer_releases.standing(work, kind)
            draw(peer_strip(standing, cohorts[0])).to_dict(validate=False)

        cost, yardstick = milliseconds(part, 10), milliseconds(naive)
    print(f"{1000 * (judged - began):8.0f} ms  judging {len(snapshots)} cohorts of {ORGANISATIONS} organisations")
    print(f"{1000 * (kept - judged):8.0f} ms  the one write that freezes them")
    print(f"{cost:8.2f} ms  {cost / yardstick:6.2f} x the yardstick  the page part: read and drawn")
    print(f"budget for the page part: {LIMIT_MS} ms, or {LIMIT_RATIO} x the yardstick on a busy machine")
    return int(cost > max(LIMIT_MS, LIMIT_RATIO * yardstick))


if __name__ == "__main__":
    sys.exit(main())
