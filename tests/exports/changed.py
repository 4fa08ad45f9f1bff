"""Standings with an earlier assessment that the same people, or others, answered: real content, real scores, real tests."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from improvement.standing_model import Previous, Standing
from questionnaires.answer import Responses
from scoring.change import Occasion, rescore
from scoring.maturity import score
from scoring.result import AssessmentScore
from scoring.robustness import robustness
from scoring.since import Since, since
from tests.exports.several import several
from tests.exports.standings import at_level, pillars
from tests.scoring.said import told

UP, DOWN, STEADY = "leadership-purpose", "enabling-role", "autonomy"
"""Practices that go up by more than chance, down, and neither."""
LEVELS = (0, 1, 1, 2, 2, 3, 3, 4)
"""Eight people who see their work very differently."""
ORDINARY = (1, 2, 3, 2, 1, 3, 2, 2)
People = Mapping[str, tuple[str, Mapping[str, Any]]]


def eight(**levels: tuple[int, ...]) -> People:
    """Eight people, who answer every question of a practice at one level each: `leadership_purpose=(1, 2, ...)`, others as usual."""
    of = {name.replace("_", "-"): each for name, each in levels.items()}
    return {f"staff{n}": ("staff", _answers({name: of.get(name, ORDINARY)[n] for name in pillars().practices})) for n in range(8)}


def then() -> People:
    return eight(**{UP.replace("-", "_"): LEVELS, DOWN.replace("-", "_"): tuple(level + 1 for level in LEVELS)})


def now() -> People:
    moved = {UP: tuple(level + 1 for level in LEVELS), DOWN: LEVELS, STEADY: (2, 2, 3, 3, 0, 4, 1, 3)}
    return eight(**{name.replace("-", "_"): levels for name, levels in moved.items()})


def changed(before: People, after: People, *, same: bool = True) -> Standing:
    """As `gather` would make it; everybody of the same name is the same person, unless said otherwise."""
    here, found = several(after), compared(before, after, same=same)
    was = here.assessment.model_copy(update={"name": "Autumn 2025", "ends": date(2025, 11, 14)})
    previous = Previous(assessment=was, score=_scored(before)[1], change=found.change, moved=found.practices, split=found.split)
    return here.model_copy(update={"previous": previous, "redrawn": robustness(here.questionnaire, here.score)})


def compared(before: People, after: People, *, same: bool = True) -> Since:
    occasions = [Occasion(pillars(), given, scored.overall.index) for given, scored in (_scored(before), _scored(after))]
    people = {who: who for who in before.keys() & after.keys()} if same else {}
    return since(*occasions, rescore(*occasions), people)


def _scored(people: People) -> tuple[Responses, AssessmentScore]:
    given = told(people)
    return given, score(pillars(), given)


def _answers(levels: Mapping[str, int]) -> Mapping[str, Any]:
    return {q.id: at_level(q, level) for name, level in levels.items() for q in pillars().practices[name].questions}
