"""What stands in the way of the next level, and which practices hold the levels of dimensions and of the whole. Pure."""

from collections.abc import Collection, Iterable, Mapping
from enum import IntEnum
from fractions import Fraction

from questionnaires.model import Questionnaire
from scoring.maturity import Outlook
from scoring.result import AssessmentScore, Binding, PracticeScore, Score, Term

LARGELY, FULLY = Fraction(1, 2), Fraction(17, 20)
"""A level is earned above the first, and carries the next one above the second (scoring specification, section 3)."""

Lever = tuple[str, int]
"""A question, and a level at which it still falls short."""


class Holds(IntEnum):
    """What a practice holds back, most important first."""

    WHOLE = 0
    DIMENSION = 1
    NOTHING = 2


def levers(score: PracticeScore) -> frozenset[Lever]:
    """The items still missing to the practice's next cut, each with the level it lacks; none where its level is not known."""
    following = next((n for n in sorted(score.attainment) if score.level is not None and n > score.level), None)
    if following is None:
        return frozenset()
    lacking = {level for level, reached in score.attainment.items() if _lacks(level, reached, following)}
    return frozenset((term.question, level) for term in score.trace for level in _missing(term, lacking, following))


def holding(questionnaire: Questionnaire, score: AssessmentScore | Outlook) -> Mapping[str, Holds]:
    """What each practice holds back. A prerequisite of another practice counts as holding a dimension's level.

    Where a practice has no level yet, the lowest of those that are known counts; in quick mode nothing holds anything.
    """
    needed = {binding.id for binding in score.overall.binding}
    held: dict[str, Holds] = {}
    whole = _lowest(score, _mandatory(questionnaire, score))
    for dimension in score.dimensions:
        for practice in _lowest(score, [dimension]):
            held[practice] = Holds.DIMENSION
    held |= dict.fromkeys(needed & score.practices.keys(), Holds.DIMENSION) | dict.fromkeys(whole, Holds.WHOLE)
    return {practice: held.get(practice, Holds.NOTHING) for practice in questionnaire.practices}


def holding_most(score: Score) -> tuple[Binding, ...]:
    """Of the prerequisites that are known: each once, lowest first, then those that hold most practices."""
    known = [b for b in score.binding if b.level is not None]
    held = {b.id: sum(other.id == b.id for other in known) for b in known}
    furthest = {b.id: max((o for o in known if o.id == b.id), key=lambda o: o.needs) for b in known}
    return tuple(sorted(furthest.values(), key=lambda b: (b.level or 0, -held[b.id])))


def _mandatory(questionnaire: Questionnaire, score: AssessmentScore | Outlook) -> Collection[str]:
    counted = {d.id for d in questionnaire.dimensions if d.mandatory} & score.overall.parts.keys()
    return counted or score.overall.parts.keys()


def _lowest(score: AssessmentScore | Outlook, dimensions: Iterable[str]) -> Collection[str]:
    inside = (practice for dimension in dimensions for practice in score.dimensions[dimension].parts)
    levels = {practice: level for practice in inside if (level := score.practices[practice].level) is not None}
    return {practice for practice, level in levels.items() if level == min(levels.values())}


def _lacks(level: int, reached: Fraction | None, following: int) -> bool:
    if reached is None or level > following:
        return False
    return reached <= (LARGELY if level == following else FULLY)


def _missing(term: Term, lacking: Collection[int], following: int) -> Collection[int]:
    short = {level for level, reached in term.by_level.items() if reached is not None and reached < 1}
    knocked_out = {level for level in short if level <= following} if term.knocked_out else set()
    return (short & set(lacking)) | knocked_out
