"""How far each practice is from the level it aims at. Pure."""

from collections.abc import Mapping
from fractions import Fraction

from improvement.standing_model import HEADLINE_FROM, Gap, Standing
from questionnaires.model import Questionnaire
from scoring.result import AssessmentScore, PracticeScore


def gaps(questionnaire: Questionnaire, score: AssessmentScore, targets: Mapping[str, int]) -> tuple[Gap, ...]:
    """Largest first, by levels and then by points; practices without a target, or with nothing applicable, are left out."""
    # The questionnaire's own order: a frozen result has its practices in the order of their ids.
    scored = [(name, score.practices[name]) for name in questionnaire.practices if name in targets]
    found = [_gap(name, practice, targets[name]) for name, practice in scored if practice.low is not None]
    return tuple(sorted(found, key=lambda gap: (gap.levels or 0, gap.points or Fraction(0)), reverse=True))


def held_against(standing: Standing, targets: Mapping[str, int]) -> Standing:
    """The same result against other targets."""
    return standing.model_copy(update={"gaps": gaps(standing.questionnaire, standing.score, targets)})


def _gap(name: str, practice: PracticeScore, target: int) -> Gap:
    return Gap(
        practice=name,
        target=target,
        target_index=_index_at(practice, target),
        level=practice.level if _is_settled(practice) else None,
        index=practice.index,
        low=practice.level_low,
    )


def _is_settled(practice: PracticeScore) -> bool:
    return practice.level_low == practice.level_high or (practice.completeness or 0) >= HEADLINE_FROM


def _index_at(practice: PracticeScore, target: int) -> Fraction:
    """What the index would be with each applicable item attained at every level up to the target, and at none above."""
    asked = [term for term in practice.trace if term.state != "not_applicable"]
    reached = sum((term.weight * _share(tuple(term.by_level), target) for term in asked), Fraction(0))
    return 100 * reached / sum((term.weight for term in asked), Fraction(0))


def _share(levels: tuple[int, ...], target: int) -> Fraction:
    return Fraction(sum(level <= target for level in levels), len(levels))
