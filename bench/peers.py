"""What a benchmark of many organisations costs: one figure of 10,000 frozen results, its quantiles and the cells of its histogram.

python -m bench.peers
"""

import sys
from random import Random

from bench.score_assessment import milliseconds, naive
from scoring.disclosure import Member, Withheld, publish, publish_all
from scoring.packs import histogram

ORGANISATIONS, LIMIT_MS, LIMIT_RATIO = 10_000, 50, 24
BANDS = {"size": ("small", "middle", "large"), "sector": ("public", "private", "mutual"), "region": ("north", "south")}


def population(random: Random) -> list[Member]:
    """One result each, around the middle of the scale."""
    return [
        Member(f"o{number}", "first", min(100, max(0, random.gauss(55, 18))), {name: random.choice(bands) for name, bands in BANDS.items()})
        for number in range(ORGANISATIONS)
    ]


def main() -> int:
    members = population(Random(1))  # noqa: S311 - the same at every run
    if isinstance(publish(members), Withheld):
        sys.exit("So many organisations have quantiles to tell.")
    yardstick = milliseconds(naive)
    costs = {
        "quantiles that may be told": milliseconds(lambda: publish(members), 10),
        "cells of a histogram that may be told": milliseconds(lambda: histogram(members), 10),
        f"all cohorts of {len(BANDS)} filters": milliseconds(lambda: publish_all(members, BANDS), 3),
    }
    for name, cost in costs.items():
        print(f"{cost:8.2f} ms  {cost / yardstick:6.2f} x the yardstick  {name}")
    quantiles, cells, _ = costs.values()
    print(f"budget for quantiles and cells: {LIMIT_MS} ms, or {LIMIT_RATIO} x the yardstick on a busy machine")
    return int(quantiles + cells > max(LIMIT_MS, LIMIT_RATIO * yardstick))


if __name__ == "__main__":
    sys.exit(main())
