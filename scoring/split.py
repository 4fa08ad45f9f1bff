"""Why the overall index differs from an earlier one's: what was answered, what was asked or applied, and how answers count. Exact."""

from dataclasses import dataclass
from fractions import Fraction

from scoring.change import Occasion, Rescored, common_questions, rescore, rescored
from scoring.result import AssessmentScore, Number


@dataclass(frozen=True, slots=True)
class Split:
    """Points of the index, adding up exactly to the newer one less the earlier one."""

    answers: Number
    """Other answers to the questions that were asked and applied both times, by the newer weights."""
    scope: Number
    """Questions and practices that were asked, or applied, at one of the times only."""
    weights: Number
    """The same earlier answers, counted by the newer questionnaire's weights and levels instead of the earlier one's."""

    @property
    def total(self) -> Fraction:
        """The whole difference."""
        return self.answers + self.scope + self.weights


def split(then: Occasion, now: Occasion, found: Rescored) -> Split | None:
    """`found` are the two on all common questions. None where an index is not known, or nothing applied both times."""
    apart = _inapplicable(found.before) | _inapplicable(found.after)
    shared = rescore(then, now, apart) if apart else found
    if shared is None:
        return None
    before, after, by_older = shared.before.overall.index, shared.after.overall.index, _by_older(then, now, apart, shared)
    if then.overall is None or now.overall is None or before is None or after is None or by_older is None:
        return None
    return Split(answers=after - before, scope=(now.overall - after) - (then.overall - by_older), weights=before - by_older)


def _by_older(then: Occasion, now: Occasion, apart: frozenset[str], shared: Rescored) -> Fraction | None:
    """The earlier answers to the same questions, counted as the earlier questionnaire counts them."""
    common = common_questions(now, then, apart)
    return shared.before.overall.index if common is shared.common else rescored(common, then).overall.index


def _inapplicable(score: AssessmentScore) -> frozenset[str]:
    return frozenset(term.question for practice in score.practices.values() for term in practice.trace if term.state == "not_applicable")
