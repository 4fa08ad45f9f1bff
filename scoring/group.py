"""From practices to dimensions and the whole: the same means upward, and beside them what a mean hides (section 3.4 and 3.7)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import exp, fsum, log

from scoring.mean import weighted_mean, whole
from scoring.result import GroupScore, PracticeScore, Score

FLOOR = 0.01
"""The geometric mean takes no practice for less than this share, or one at nothing would hide all the others."""


@dataclass(frozen=True, slots=True)
class Group:
    """The parts of a dimension or of the whole that have something applicable."""

    parts: Mapping[str, Score]
    weights: Sequence[Fraction]
    practices: Sequence[PracticeScore]
    """The practices below the parts."""
    shares: Sequence[Fraction]
    """Their weights in the group."""
    levels: Iterable[Score]
    """The parts whose levels count: of the whole, the mandatory dimensions."""


def applicable(score: Score) -> bool:
    """Whether a part has anything applicable: only then it has bounds."""
    return score.low is not None


def score_group(group: Group) -> GroupScore:
    """The figures of a dimension or the whole; all None where nothing is applicable."""
    parts, weights = group.parts.values(), whole(group.weights)
    levels = list(group.levels)
    indices = _known([practice.index for practice in group.practices])
    lowest = min(indices, default=None)
    return GroupScore(
        index=_mean(weights, [part.index for part in parts]),
        low=_mean(weights, [part.low for part in parts]),
        high=_mean(weights, [part.high for part in parts]),
        level=minimum(part.level for part in levels),
        level_low=minimum(part.level_low for part in levels),
        level_high=minimum(part.level_high for part in levels),
        gated_level=minimum(part.gated_level for part in levels),
        binding=tuple(binding for practice in group.practices for binding in practice.binding),
        completeness=_mean(weights, [part.completeness for part in parts]),
        evidenced_index=_mean(weights, [part.evidenced_index for part in parts]),
        geometric=_geometric(whole(group.shares), indices),
        minimum=lowest,
        range=None if lowest is None else max(indices) - lowest,
        parts=dict(zip(group.parts, group.weights, strict=True)),
    )


def minimum(levels: Iterable[int | None]) -> int | None:
    """The lowest level; None where one is not known, or there is none."""
    known: list[int] = []
    for level in levels:
        if level is None:
            return None
        known.append(level)
    return min(known, default=None)


def _known(values: Sequence[Fraction | None]) -> Sequence[Fraction]:
    """The values, or none at all where one is not known: its weight is not given to the others."""
    known = [value for value in values if value is not None]
    return known if len(known) == len(values) else []


def _mean(weights: Sequence[int], values: Sequence[Fraction | None]) -> Fraction | None:
    known = _known(values)
    return weighted_mean(zip(weights, known, strict=True)) if known else None


def _geometric(weights: Sequence[int], indices: Sequence[Fraction]) -> float | None:
    if not indices:
        return None
    total = sum(weights)
    logarithms = (log(max(float(index) / 100, FLOOR)) for index in indices)
    return 100 * exp(fsum(weight / total * logarithm for weight, logarithm in zip(weights, logarithms, strict=True)))
