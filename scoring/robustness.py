"""How much a result hangs on the weights: redraw them and look again (scoring specification, 3.9)."""

from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from questionnaires.model import Questionnaire
from scoring.redrawn import Robustness
from scoring.result import AssessmentScore, PracticeScore

CONCENTRATION = 4
"""Dirichlet parameter for a part of mean weight: it then scatters by about half of itself around the model's (our own default)."""

HAIR = 1e-12
"""What rounding of floats may add to a share that lies exactly on a threshold."""

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Levels = NDArray[np.int64]


def robustness(asked: Questionnaire, score: AssessmentScore, draws: int = 1000, seed: int = 1) -> Robustness:
    """Redraw the weights of each practice's questions `draws` times. Knockouts hold whatever the weights.

    The same seed gives the same draws, so that a printed share can be had again.
    """
    random = np.random.default_rng(seed)
    answered = {name: practice for name, practice in score.practices.items() if practice.index is not None}
    redraws = {name: _Redraw(practice, random, draws) for name, practice in answered.items()}
    complete = len(answered) == sum(practice.low is not None for practice in score.practices.values())
    levels = {name: redraws[name].levels(asked.lowest) for name, practice in answered.items() if practice.level is not None}
    kept = {name: float(np.mean(drawn == answered[name].level)) for name, drawn in levels.items()}
    overall = _overall(score, [levels[name] for name in _counting(asked, score) if name in levels])
    return Robustness(draws, overall, kept, _weakest(redraws) if complete and redraws else {})


def _counting(asked: Questionnaire, score: AssessmentScore) -> Sequence[str]:
    """The practices whose levels the whole's is the lowest of: of mandatory dimensions, or of all where none of those counts."""
    applicable = [dimension for dimension in asked.dimensions if score.dimensions[dimension.id].low is not None]
    counted = [dimension for dimension in applicable if dimension.mandatory] or applicable
    return [practice.id for dimension in counted for practice in dimension.practices]


def _overall(score: AssessmentScore, levels: Sequence[Levels]) -> float | None:
    return None if score.overall.level is None else float(np.mean(np.min(levels, axis=0) == score.overall.level))


def _weakest(redraws: Mapping[str, "_Redraw"]) -> Mapping[str, float]:
    names = list(redraws)
    lowest = np.argmin([redraw.indices for redraw in redraws.values()], axis=0)
    shares = np.bincount(lowest, minlength=len(names)) / len(lowest)
    return {names[at]: float(shares[at]) for at in np.argsort(-shares, kind="stable") if shares[at]}


class _Redraw:
    """One practice's answered questions as floats, a column each, a draw in each row: a simulation needs no exactness."""

    def __init__(self, practice: PracticeScore, random: np.random.Generator, draws: int) -> None:
        self._terms = [term for term in practice.trace if term.attainment is not None]
        self._levels = practice.attainment
        total = sum(term.weight for term in self._terms)
        alphas = [float(CONCENTRATION * len(self._terms) * term.weight / total) for term in self._terms]
        self._weights: Floats = random.dirichlet(alphas, draws)

    @cached_property
    def indices(self) -> Floats:
        """0-1, of each draw."""
        indices: Floats = self._weights @ np.array([float(term.attainment or 0) for term in self._terms])
        return indices

    def levels(self, lowest: int) -> Levels:
        """Of each draw, by the same climb as the model's."""
        reached = np.full(len(self._weights), lowest)
        climbing: Flags = np.ones(len(self._weights), bool)
        for level in self._levels:
            attained, possible = self._shares(level)
            climbing = climbing & (2 * attained > possible)
            reached[climbing] = level
            climbing = climbing & (20 * attained > 17 * possible)
        caps = [max(lowest, min(term.by_level) - 1) for term in self._terms if term.knocked_out]
        capped: Levels = np.minimum(reached, min(caps, default=max(self._levels)))
        return capped

    def _shares(self, level: int) -> tuple[Floats, Floats]:
        """Attained and possible weight at a level; nothing is possible where no question is answered there, which stops the climb."""
        by_level = [term.by_level.get(level) for term in self._terms]
        attained = self._weights @ np.array([float(reached or 0) for reached in by_level]) - HAIR
        return attained, self._weights @ np.array([float(reached is not None) for reached in by_level])
