"""Benchmark packs: histograms of k-anonymous cells that another installation can add to its own (scoring specification, section 6).

A cell runs from its lower edge up to, not including, the next, the last one to 100 with it; all cells together are the scale, so
being in the pack says nothing of where one is. Edges lie on tenths of the scale, known beforehand; a cell that fewer than k
organisations of any block (`scoring.disclosure`) would lie in is joined with its neighbour. So every cell, and every difference
of cells of packs that overlap, holds none or at least k organisations; and no pack narrows down any of them.
"""

import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from hashlib import sha256
from itertools import accumulate, pairwise
from math import floor
from typing import NamedTuple, Self

from pydantic import Field

from ground.value import Value
from scoring.benchmark import MEDIAN, QUARTILES, K, publishable
from scoring.disclosure import SCALE, Blocks, Cohort, Release, Withheld, apart, blocks, spread, values_of

GRID = tuple(range(0, 101, 10))
"""The edges that a cell may have, in hundredths of the scale."""


class Histogram(Value):
    """`counts[i]` organisations lie from `edges[i]` up to `edges[i + 1]`."""

    edges: tuple[int, ...]
    counts: tuple[int, ...]

    def on(self, edges: Sequence[int]) -> Self:
        """The same with fewer edges."""
        counts = [
            sum(count for edge, count in zip(self.edges, self.counts, strict=False) if low <= edge < high) for low, high in pairwise(edges)
        ]
        return self.model_copy(update={"edges": tuple(edges), "counts": tuple(counts)})

    @property
    def organisations(self) -> int:
        """How many it stands on."""
        return sum(self.counts)


class Provenance(Value):
    """Where a pack comes from: its population in words, the period of its results, the questionnaire and the scoring method."""

    source: str
    population: str
    period: str
    questionnaire: str
    major: int
    method: str


class Pack(Value):
    """What one installation, or several added up, may pass on; `practices` by practice id."""

    provenance: tuple[Provenance, ...] = Field(min_length=1)
    practices: Mapping[str, Histogram]

    @property
    def sources(self) -> frozenset[str]:
        """The installations that it comes from; capitals tell none apart."""
        return frozenset(one.source.casefold() for one in self.provenance)

    @property
    def hash(self) -> str:
        """SHA-256 of the canonical JSON: a pack that was altered on its way has another."""
        return sha256(json.dumps(self.model_dump(mode="json"), sort_keys=True, separators=(",", ":")).encode()).hexdigest()


class Issued(NamedTuple):
    """A histogram to pass on, and the release to judge later ones by."""

    histogram: Histogram
    release: Release


def histogram(cohort: Cohort, earlier: Sequence[Release] = (), k: int = K) -> Issued | Withheld:
    """The finest that may be told next to everything told before; or why none may be."""
    values = values_of(cohort)
    if len(values) < 2 * k:
        return Withheld.TOO_FEW
    releases = [*earlier, Release({}, values, *SCALE)]
    together = blocks(releases)
    if not apart(together, k):
        return Withheld.TOO_CLOSE
    edges = _edges(_in_histograms(together, releases), k)
    issued = Release({}, values, edges[1], edges[-2])
    if len(edges) < 3 or not spread(together, [*earlier, issued]):
        return Withheld.TOO_ALIKE
    return Issued(Histogram(edges=edges, counts=_counts(list(values.values()), edges)), issued)


def marks(told: Histogram, k: int = K) -> Mapping[Fraction, int]:
    """Median and quartiles on a straight line through their cell, as far as so many organisations may have them. An estimate."""
    sets = (qs for qs in (QUARTILES, MEDIAN) if all(publishable(q, told.organisations, k) for q in qs))
    return {q: _mark(told, q * told.organisations) for q in next(sets, ())}


def _mark(told: Histogram, place: Fraction) -> int:
    cells = zip(pairwise(told.edges), told.counts, accumulate(told.counts), strict=True)
    (low, high), count, upto = next(cell for cell in cells if cell[2] >= place)
    return floor(low + (high - low) * (place - (upto - count)) / count + Fraction(1, 2))


def merge(first: Pack, second: Pack) -> Pack:
    """Added cell by cell on the edges that both have; only practices that both have. ValueError for another questionnaire or method.

    Each source once, whatever its period: most of its organisations would be in both.

    Whoever has one of the two can subtract it again, and is left with the other, which was fit to be passed on in itself.
    """
    kinds = {(one.questionnaire, one.major, one.method) for one in (*first.provenance, *second.provenance)}
    if len(kinds) > 1:
        raise ValueError("Packs are added only for the same questionnaire, major version and scoring method.")
    if first.sources & second.sources:
        raise ValueError("Both packs hold the same organisations. Add each source once.")
    both = [name for name in first.practices if name in second.practices]
    return Pack(
        provenance=(*first.provenance, *second.provenance),
        practices={name: _added(first.practices[name], second.practices[name]) for name in both},
    )


def _added(first: Histogram, second: Histogram) -> Histogram:
    edges = [edge for edge in first.edges if edge in second.edges]
    pairs = zip(first.on(edges).counts, second.on(edges).counts, strict=True)
    return Histogram(edges=tuple(edges), counts=tuple(a + b for a, b in pairs))


def _in_histograms(together: Blocks, releases: Sequence[Release]) -> Sequence[Sequence[float]]:
    """The values of each block that any histogram holds, the new one included."""
    value_of = {key: value for release in releases for key, value in release.values.items()}
    histograms = {number for number, release in enumerate(releases) if not release.marks}
    return [[value_of[key] for key in block] for numbers, block in together.items() if numbers & histograms]


def _edges(parts: Sequence[Sequence[float]], k: int) -> tuple[int, ...]:
    """From the left, each edge of the grid that leaves at least k of every block in the cell below it, and in all that is above."""
    cells = [_counts(part, GRID) for part in parts]
    edges, begun = [GRID[0]], 0
    for at, edge in enumerate(GRID[1:-1], start=1):
        if all(min(sum(counts[begun:at]), sum(counts[at:])) >= k for counts in cells):
            edges.append(edge)
            begun = at
    return (*edges, GRID[-1])


def _counts(values: Sequence[float], edges: Sequence[int]) -> tuple[int, ...]:
    """How many lie in each cell; the last one has its upper edge."""
    counted = Counter(min(bisect_right(edges, value), len(edges) - 1) for value in values)
    return tuple(counted[cell] for cell in range(1, len(edges)))
