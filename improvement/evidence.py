"""What rests on word alone: answers that claim something and whose evidence nobody has seen. Pure."""

from fractions import Fraction
from typing import NamedTuple

from scoring.result import PracticeScore, Term


class Unseen(NamedTuple):
    """An answer below evidence grade E2, and the points of its practice's index that rest on it."""

    term: Term
    points: Fraction


def unseen(score: PracticeScore) -> tuple[Unseen, ...]:
    """Those that claim anything, most points first; together they are the index less the evidenced index."""
    told = [(term, term.weight * term.attainment) for term in score.trace if term.attainment is not None]
    whole = sum(term.weight for term, _ in told)
    found = [Unseen(term, 100 * brought / whole) for term, brought in told if brought and not term.evidenced]
    return tuple(sorted(found, key=lambda one: -one.points))
