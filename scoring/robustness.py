"""How much a result hangs on the weights: redraw them and look again (scoring specification, 3.9)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from scoring.rating import climb
from scoring.result import AssessmentScore, PracticeScore

CONCENTRATION = 4
"""Dirichlet parameter for a part of mean weight: it then scatters by about half of itself around the model's (our own default)."""

HAIR = 1e-12
"""What rounding of floats may add to a share that lies exactly on a threshold."""


@dataclass(frozen=True, slots=True)
class Robustness:
    """Shares of draws, 0-1."""

    draws: int
    level_kept: Mapping[str, float]
    """By practice with a level."""
    weakest: Mapping[str, float]
    """By practice that was weakest in any draw, most often first; empty where not every applicable practice has an index."""


def robustness(score: AssessmentScore, lowest: int, draws: int = 400, seed: int = 1) -> Robustness:
    """Redraw the weights of each practice's questions `draws` times; `lowest` is the scale's. Knockouts hold whatever the weights.

    The same seed gives the same draws, so that a printed share can be had again.
    """
    random = Random(seed)  # noqa: S311 - a simulation that must be repeatable
    answered = {name: practice for name, practice in score.practices.items() if practice.index is not None}
    redraws = {name: _Redraw(practice, lowest) for name, practice in answered.items()}
    complete = len(answered) == sum(practice.low is not None for practice in score.practices.values())
    kept: Counter[str] = Counter()
    weakest: Counter[str] = Counter()
    for _ in range(draws):
        drawn = {name: redraw.weights(random) for name, redraw in redraws.items()}
        kept.update(name for name, redraw in redraws.items() if redraw.level(drawn[name]) == answered[name].level)
        indices = {name: redraw.index(drawn[name]) for name, redraw in redraws.items()}
        weakest.update([min(indices, key=indices.__getitem__)] if complete and indices else [])
    with_level = [name for name, practice in answered.items() if practice.level is not None]
    return Robustness(draws, {name: kept[name] / draws for name in with_level}, {name: n / draws for name, n in weakest.most_common()})


class _Redraw:
    """One practice's answered questions as floats: a simulation needs no exactness."""

    def __init__(self, practice: PracticeScore, lowest: int) -> None:
        terms = [term for term in practice.trace if term.attainment is not None]
        total = sum(term.weight for term in terms)
        self._alphas = [float(CONCENTRATION * len(terms) * term.weight / total) for term in terms]
        self._attainments = [float(term.attainment or 0) for term in terms]
        self._by_level = {
            level: [(number, float(term.by_level[level] or 0)) for number, term in enumerate(terms) if level in term.by_level]
            for level in practice.attainment
        }
        self._caps = [max(lowest, min(term.by_level) - 1) for term in terms if term.knocked_out]
        self._lowest = lowest

    def weights(self, random: Random) -> Sequence[float]:
        """Dirichlet around the model's: gamma variates, which a mean need not see normalised."""
        return [random.gammavariate(alpha, 1) for alpha in self._alphas]

    def index(self, weights: Sequence[float]) -> float:
        """0-1."""
        return sum(map(float.__mul__, weights, self._attainments)) / sum(weights)

    def level(self, weights: Sequence[float]) -> int:
        """By the same climb as the model's."""
        shares = {level: self._share(speaking, weights) for level, speaking in self._by_level.items()}
        return min([climb(shares, self._lowest), *self._caps])

    def _share(self, speaking: Sequence[tuple[int, float]], weights: Sequence[float]) -> tuple[float, float] | None:
        if not speaking:
            return None
        return sum(weights[number] * attained for number, attained in speaking) - HAIR, sum(weights[number] for number, _ in speaking)
