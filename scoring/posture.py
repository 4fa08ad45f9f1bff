"""Where a service organisation stands between two attitudes: a position with bounds, never a level (scoring specification, section 4)."""

from collections.abc import Iterable
from fractions import Fraction

from questionnaires.model import Question
from scoring.mean import weighted_mean
from scoring.result import Axis, Posture, Term


def posture(terms: Iterable[tuple[Question, Term]]) -> Posture:
    """Both axes; every tagged question counts alike, whatever its practice."""
    stance: dict[str | None, list[Term]] = {"proactive": [], "reactive": [], None: []}
    attitude: dict[str | None, list[Term]] = {"strategic": [], "defensive": [], None: []}
    for question, term in terms:
        stance[question.stance].append(term)
        attitude[question.posture].append(term)
    return Posture(stance=_axis(stance["proactive"], stance["reactive"]), posture=_axis(attitude["strategic"], attitude["defensive"]))


def _axis(forward: list[Term], backward: list[Term]) -> Axis:
    return Axis(
        position=_less(_mean(term.attainment for term in forward), _mean(term.attainment for term in backward)),
        low=_less(_mean(term.low for term in forward), _mean(term.high for term in backward)),
        high=_less(_mean(term.high for term in forward), _mean(term.low for term in backward)),
    )


def _mean(values: Iterable[Fraction | None]) -> Fraction | None:
    known = [(1, value) for value in values if value is not None]
    return weighted_mean(known) if known else None


def _less(forward: Fraction | None, backward: Fraction | None) -> Fraction | None:
    return None if forward is None or backward is None else forward - backward
