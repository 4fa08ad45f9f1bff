"""Somebody who keeps every release and asks a linear solver what it gives away of each organisation.

The prior: who was in which cohort is known, and that every figure lies from 0 to 100; nothing else, but for a member its own figures.
An organisation is pinned where the releases shut it out from one end of the scale: then it is known closer than that.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from math import floor

import numpy as np
from scipy.optimize import linprog

from scoring.disclosure import Key, Release, blocks
from scoring.packs import Histogram

Fact = tuple[float, float, int]
"""So many at least have values from the one to the other."""
Told = tuple[Release, Histogram | None]


def facts(told: Told) -> Iterator[Fact]:
    """What one release says, read as a solver can: rounded marks as half a point either way."""
    release, histogram = told
    size = release.organisations
    for q, mark in release.marks.items():
        place = min(max((size + Fraction(1, 3)) * q + Fraction(1, 3), 1), size)
        lower = floor(place)
        yield 0, mark + 0.5, lower
        yield mark - 0.5, 100, size - lower + (place == lower)
    if histogram:
        yield from zip(histogram.edges, histogram.edges[1:], histogram.counts, strict=False)


def pinned(told: Sequence[Told], knowing: Key | None = None) -> bool:
    """Whether the solver shuts anybody out from 0 or from 100. Those of one block are all alike to it, but for the member who looks."""
    parts = list(blocks([release for release, _ in told]).items())
    points = sorted({0.0, 100.0, *(point for one in told for low, high, _ in facts(one) for point in (low, high) if 0 < point < 100)})
    cells = len(points) - 1
    rows, least = [], []
    for number, one in enumerate(told):
        inside = np.array([number in numbers for numbers, _ in parts], float)
        for low, high, count in facts(one):
            covered = [low <= a and b <= high for a, b in pairwise(points)]
            rows.append(np.outer(inside, covered).ravel())
            least.append(count - (low <= one[0].values.get(knowing, -1) <= high))
    whole = np.kron(np.eye(len(parts)), np.ones(cells))
    sizes = [len(block) - (knowing in block) for _, block in parts]
    return any(_most(at * cells + end, (rows, least), (whole, sizes)) < 1 - 1e-6 for at in range(len(parts)) for end in (0, cells - 1))


def insiders(told: Sequence[Told]) -> set[Key]:
    """The lowest and the highest of each block: those whose own figure tells them most of the others."""
    value_of = {key: value for release, _ in told for key, value in release.values.items()}
    parts = blocks([release for release, _ in told]).values()
    return {end(part, key=value_of.__getitem__) for part in parts for end in (min, max)}


def _most(which: int, at_least: tuple, whole: tuple) -> float:
    """How many of a block can be in one cell at most."""
    wanted = np.zeros(whole[0].shape[1])
    wanted[which] = -1
    rows, least = at_least
    bounds = {"A_ub": -np.array(rows), "b_ub": -np.array(least)} if rows else {}
    found = linprog(wanted, A_eq=whole[0], b_eq=whole[1], method="highs", **bounds)
    assert found.status == 0, found.message
    return -found.fun
