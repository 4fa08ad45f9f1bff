"""How sure geometric means and levels are that many respondents make: the respondents drawn again (scoring specification, section 5).

Of the same people as many are drawn, with replacement, within each role group, because that is how they were asked; and everything is
scored anew from their answers. Percentile intervals: Efron & Tibshirani, An Introduction to the Bootstrap (1993). How large the groups
are is left out of account, which errs on the side of caution.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from questionnaires.answer import Responses
from questionnaires.model import Dimension, Questionnaire
from scoring.coded import Coded, encode
from scoring.cohort import CohortScore, score_many
from scoring.cohort_practice import Scores
from scoring.group import FLOOR
from scoring.plan import plan
from scoring.uncertainty import Interval

FEWEST_RESPONDENTS = 20
"""Fewer people drawn again show little but themselves."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Resampled:
    """What the draws come to."""

    draws: int
    geometric: Interval | None
    """95 %, of the whole's geometric mean, 0-100; None where some draw has a practice that nobody answered, or nothing applicable."""
    geometric_by_dimension: Mapping[str, Interval | None]
    at_least: Mapping[str, Mapping[int, float]]
    """By practice and by each level that can be earned: the share of draws in which the practice holds it. Empty in quick mode."""


def resampled(questionnaire: Questionnaire, responses: Responses, draws: int = 1000, seed: int = 1) -> Resampled | None:
    """None below `FEWEST_RESPONDENTS`. The same seed gives the same draws, so that a printed share can be had again."""
    if len(responses.respondents) < FEWEST_RESPONDENTS:
        return None
    found = score_many(_drawn(encode(questionnaire, [responses]), draws, np.random.default_rng(seed)))
    prepared = plan(questionnaire, responses.mode)
    dimensions = prepared.questionnaire.dimensions
    levels = {} if responses.mode == "quick" else {name: _at_least(score, prepared.scale[1:]) for name, score in found.practices.items()}
    return Resampled(
        draws,
        _interval(found, dimensions),
        {dimension.id: _interval(found, [dimension]) for dimension in dimensions},
        levels,
    )


def _drawn(once: Coded, draws: int, random: np.random.Generator) -> Coded:
    """The one assessment so many times, each seat with somebody of its own group."""
    groups = np.array(once.groups)
    seats = np.array([random.choice(np.flatnonzero(groups == group), draws) for group in once.groups])
    return replace(once, answers=once.answers[:, seats, 0], agreed=once.agreed.repeat(draws, axis=1))


def _at_least(score: Scores, levels: Sequence[int]) -> Mapping[int, float]:
    return {level: float(np.mean(score.level >= level)) for level in levels}


def _interval(found: CohortScore, dimensions: Sequence[Dimension]) -> Interval | None:
    """Of the geometric mean over the practices of these dimensions."""
    parts = [part for dimension in dimensions for part in _parts(found, dimension)]
    if not parts:
        return None
    logarithms, weights = zip(*parts, strict=True)
    with np.errstate(invalid="ignore"):
        means = 100 * np.exp(np.sum(logarithms, axis=0) / np.sum(weights, axis=0))
    if np.isnan(means).any():
        return None
    low, high = np.quantile(means, (0.025, 0.975), method="median_unbiased")
    return float(low), float(high)


def _parts(found: CohortScore, dimension: Dimension) -> Sequence[tuple[Floats, Floats]]:
    """Each practice's weighted logarithm and its weight, in each draw: its share of what is applicable of its dimension."""
    scores = [found.practices[practice.id] for practice in dimension.practices]
    weights = [score.applicable * float(practice.weight) for score, practice in zip(scores, dimension.practices, strict=True)]
    whole = np.maximum(np.sum(weights, axis=0), np.finfo(float).tiny) / float(dimension.weight)
    return [(_logarithm(score) * weight / whole, weight / whole) for score, weight in zip(scores, weights, strict=True)]


def _logarithm(score: Scores) -> Floats:
    """NaN where the index is not known, 0 where there is none to know."""
    return np.where(score.applicable, np.log(np.maximum(score.index.floats / 100, FLOOR)), 0.0)
