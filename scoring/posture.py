"""Where a service organisation stands between two attitudes: a position with bounds, never a level (scoring specification, section 4)."""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction

from questionnaires.model import Question
from scoring.mean import weighted_mean
from scoring.result import Axis, Posture, Term

Tagged = Sequence[tuple[Question, Term]]


def posture(terms: Tagged) -> Posture:
    """Both axes; every tagged question counts alike, whatever its practice."""
    return Posture(
        stance=_axis(
            _tagged(terms, lambda question: question.stance == "proactive"), _tagged(terms, lambda question: question.stance == "reactive")
        ),
        posture=_axis(
            _tagged(terms, lambda question: question.posture == "strategic"),
            _tagged(terms, lambda question: question.posture == "defensive"),
        ),
    )


def _tagged(terms: Tagged, has_tag: Callable[[Question], bool]) -> Sequence[Term]:
    return [term for question, term in terms if term.low is not None and has_tag(question)]


def _axis(forward: Sequence[Term], backward: Sequence[Term]) -> Axis:
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
