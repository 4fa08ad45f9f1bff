"""What may be told of other organisations so that nobody can work out one of them (scoring specification, section 6).

What is feared: somebody who keeps everything ever published, and knows from elsewhere which organisations were in which cohort.
The organisations that were in exactly the same published cohorts are a *block*. Every union, difference and overlap of cohorts is
made of whole blocks, so two rules on blocks settle all of them, also those that no one thought of:

1. no block is smaller than k;
2. every block has two below the lowest and two above the highest mark of every cohort that it is in.

Then nobody can be told from the others of the block, and the block's lowest could as well be at the scale's lowest end, its highest
at the highest end, with every published figure the same: whoever it is, nothing says more of it than that it lies on the scale. Two and
not one, because who looks may be one of them: to a member that knows its own value, the rest of its block still reaches beyond the marks.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from heapq import nlargest, nsmallest
from math import floor
from typing import Protocol, TypeVar

from scoring import benchmark
from scoring.benchmark import SETS, K

SCALE = (0, 100)
Key = tuple[str, str]
"""An organisation and which of its results: an organisation assessed anew counts as one that left and one that came."""


@dataclass(frozen=True, slots=True)
class Member:
    """One organisation's newest result of one figure. One each: a second for the same organisation is refused."""

    organisation: str
    result: str
    value: float
    """0-100, unrounded. Nothing published holds it."""
    filters: Mapping[str, str] = field(default_factory=dict)
    """By predeclared filter: size band, sector, region."""

    @property
    def key(self) -> Key:
        """What it is known by in a cohort."""
        return self.organisation, self.result


Cohort = Collection[Member]
Blocks = Mapping[frozenset[int], Sequence[Key]]
"""Organisations by the numbers of the releases that they are in."""


class Filtered(Protocol):
    """Whatever has values of predeclared filters."""

    @property
    def filters(self) -> Mapping[str, str]:
        """By filter."""


F = TypeVar("F", bound=Filtered)


class Withheld(StrEnum):
    """Why nothing is told."""

    TOO_FEW = "too_few"
    TOO_CLOSE = "too_close"
    """It differs by too few organisations from something that is published."""
    TOO_ALIKE = "too_alike"
    """Too little lies beyond its marks: they would give away a whole group of organisations."""


@dataclass(frozen=True, slots=True)
class Release:
    """A frozen snapshot. `marks` and `organisations` may be shown, `values` never: they are kept to judge later releases by."""

    marks: Mapping[Fraction, int]
    """Whole figures by quantile; empty for a histogram."""
    values: Mapping[Key, float] = field(repr=False)
    lowest: float
    """Two of every block have to lie below this (or at the end of the scale), two above `highest`."""
    highest: float

    @property
    def organisations(self) -> int:
        """How many it stands on."""
        return len(self.values)


def publish(cohort: Cohort, earlier: Sequence[Release] = (), k: int = K, wanted: Sequence[Sequence[Fraction]] = SETS) -> Release | Withheld:
    """The finest of the wanted sets of quantiles that may be told next to everything told before; or why nothing may be."""
    values = values_of(cohort)
    sets = [qs for qs in wanted if all(benchmark.publishable(q, len(values), k) for q in qs)]
    if not sets:
        return Withheld.TOO_FEW
    together = blocks([*earlier, Release({}, values, *SCALE)])
    if not apart(together, k):
        return Withheld.TOO_CLOSE
    candidates = (_snapshot(values, qs) for qs in sets)
    return next((one for one in candidates if spread(together, [*earlier, one])), Withheld.TOO_ALIKE)


def publish_all(
    population: Cohort, filters: Iterable[str], earlier: Sequence[Release] = (), k: int = K
) -> Mapping[str, Release | Withheld]:
    """The whole under "", then each value of each predeclared filter as "filter=value", larger cohorts first.

    Of two that stand too close to each other the larger is told and the smaller suppressed.
    """
    told: dict[str, Release | Withheld] = {}
    released = list(earlier)
    for name, cohort in cohorts(population, filters).items():
        found = told[name] = publish(cohort, released, k)
        released += [found] if isinstance(found, Release) else []
    return told


def cohorts(population: Collection[F], filters: Iterable[str]) -> Mapping[str, Collection[F]]:
    """The whole under "", then the members of each value of each filter as "filter=value", larger ones first."""
    found: dict[str, list[F]] = defaultdict(list)
    for name in filters:
        for member in population:
            if name in member.filters:
                found[f"{name}={member.filters[name]}"].append(member)
    # By name where they are equally large: who answers first must not decide which is told.
    return {"": population, **dict(sorted(found.items(), key=lambda one: (-len(one[1]), one[0])))}


def values_of(cohort: Cohort) -> Mapping[Key, float]:
    """Each organisation's value; ValueError where one is there twice, or off the scale."""
    twice = [name for name, count in Counter(member.organisation for member in cohort).items() if count > 1]
    if twice:
        raise ValueError("Each organisation has one result in a cohort.")
    if any(not SCALE[0] <= member.value <= SCALE[1] for member in cohort):
        raise ValueError("A value of a cohort lies from 0 to 100.")
    return {member.key: member.value for member in cohort}


def blocks(releases: Sequence[Release]) -> Blocks:
    """Everybody in any release, together with those who are in exactly the same ones (numbered in order)."""
    # A bit for each release: of ten thousand organisations in a dozen releases, sets would take ten times as long.
    inside: dict[Key, int] = defaultdict(int)
    for number, release in enumerate(releases):
        for key in release.values:
            inside[key] |= 1 << number
    found: dict[int, list[Key]] = defaultdict(list)
    for key, bits in inside.items():
        found[bits].append(key)
    return {frozenset(number for number in range(len(releases)) if bits >> number & 1): keys for bits, keys in found.items()}


def apart(together: Blocks, k: int = K) -> bool:
    """Whether no block is smaller than k: then any two published cohorts differ by none or at least k, either way."""
    return all(len(block) >= k for block in together.values())


def spread(together: Blocks, releases: Sequence[Release]) -> bool:
    """Whether every block of these releases reaches beyond the outermost marks of every cohort that it is in, whoever of it looks."""
    return all(_reaches(block, releases[number]) for numbers, block in together.items() for number in numbers)


def _reaches(block: Sequence[Key], release: Release) -> bool:
    values = [release.values[key] for key in block]
    # The last of two: the outermost one may be who looks.
    lowest, highest = nsmallest(2, values)[-1], nlargest(2, values)[-1]
    return (lowest < release.lowest or lowest == SCALE[0]) and (highest > release.highest or highest == SCALE[1])


def _snapshot(values: Mapping[Key, float], qs: Sequence[Fraction]) -> Release:
    ordered = sorted(values.values())
    marks = {q: floor(benchmark.quantile(ordered, q) + 0.5) for q in qs}
    first, last = benchmark.rank(qs[0], len(ordered)), benchmark.rank(qs[-1], len(ordered))
    return Release(marks, dict(values), ordered[first.lower - 1], ordered[last.lower - (last.onward == 0)])
