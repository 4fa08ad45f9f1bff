"""Judged again: what the levels of a result come to on other foundations than those it was scored on."""

from collections.abc import Mapping

from ground.value import Value
from questionnaires.model import Dimension, Questionnaire
from scoring.gates import LevelOf, foundation_gate
from scoring.group import applicable, minimum
from scoring.result import AssessmentScore, Binding


class Bearing(Value):
    """A dimension on its foundations."""

    level: int | None
    carried: int | None
    """The level after the foundation gate; None where nobody can tell."""
    binding: tuple[Binding, ...]

    @property
    def lean(self) -> int:
        """Levels by points that nothing carries; 0 where that is not known."""
        return 0 if self.level is None or self.carried is None else self.level - self.carried

    @property
    def tilting(self) -> tuple[Binding, ...]:
        """Of what binds, that which takes levels from the dimension itself and not only from a practice above its level."""
        level = 0 if self.level is None else self.level
        return tuple(b for b in self.binding if b.level is not None and b.level < min(level, b.needs))

    @property
    def holding(self) -> tuple[Binding, ...]:
        """Of those, what stands no higher than the level that is carried: it has to be raised first."""
        return tuple(b for b in self.tilting if self.carried is not None and b.level is not None and b.level <= self.carried)

    @property
    def unassessed(self) -> tuple[Binding, ...]:
        """Prerequisites without a level."""
        return tuple(b for b in self.binding if b.level is None)


def bearings(questionnaire: Questionnaire, score: AssessmentScore, foundations: Mapping[str, int | None]) -> Mapping[str, Bearing]:
    """Every dimension with something applicable, in order; `foundations` are levels by questionnaire-id/practice-id."""
    own = {f"{questionnaire.id}/{name}": practice.level for name, practice in score.practices.items()}
    known = {**foundations, **own}

    def level_of(need: str) -> int | None:
        return known.get(need if "/" in need else f"{questionnaire.id}/{need}")

    told = [d for d in questionnaire.dimensions if d.id in score.dimensions and applicable(score.dimensions[d.id])]
    return {dimension.id: _bearing(dimension, score, level_of, questionnaire.lowest) for dimension in told}


def _bearing(dimension: Dimension, score: AssessmentScore, level_of: LevelOf, lowest: int) -> Bearing:
    parts = [practice for practice in dimension.practices if practice.id in score.dimensions[dimension.id].parts]
    gated = [foundation_gate(practice, score.practices[practice.id].level, level_of, lowest) for practice in parts]
    return Bearing(
        level=score.dimensions[dimension.id].level,
        carried=minimum(level for level, _ in gated),
        binding=tuple(binding for _, found in gated for binding in found),
    )
