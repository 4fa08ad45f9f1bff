"""Standings of several respondents: real content, real scores, real panels."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from improvement.gaps import gaps
from improvement.standing_model import Standing
from questionnaires.model import Questionnaire
from scoring.maturity import score
from scoring.panel import panel
from tests.exports.standings import pillars, standing
from tests.scoring.said import told

People = Mapping[str, tuple[str, Mapping[str, Any]]]
"""Name -> (role group, answers by question)."""
SPLIT, CALM = "simple-first", "social-proof"
SPLIT_ON, CALM_ON = (next(q.id for q in pillars().practices[name].questions if q.kind == "anchored") for name in (SPLIT, CALM))


def several(people: People, of: Questionnaire | None = None) -> Standing:
    """As `gather` would make it of these answers."""
    whole = of or pillars()
    given = told(people)
    scored = score(whole, given)
    found = panel(whole, given, scored) if len(people) > 1 else None
    targets = dict.fromkeys(whole.practices, 3)
    changed: dict[str, Any] = {"score": scored, "answers": {}, "gaps": gaps(whole, scored, targets), "panel": found, "pitfalls": ()}
    return standing(of=whole, advice=(), ten=(), **changed)


def group(name: str, answers: Mapping[str, Sequence[int | None]]) -> People:
    """So many people of a group as each question has answers; None: does not apply."""
    number = max(map(len, answers.values()))
    return {f"{name}{n}": (name, {q: _at(levels[n]) for q, levels in answers.items()}) for n in range(number)}


def _at(level: int | None) -> Fraction | None:
    return None if level is None else Fraction(level)


def two_groups() -> Standing:
    """Seven people: two leaders see one practice high, five staff low; on another they agree."""
    return several(
        group("leader", {SPLIT_ON: [5, 5], CALM_ON: [3, 3]}) | group("staff", {SPLIT_ON: [0, 1, 0, 1, 1], CALM_ON: [3, 3, 3, 2, 3]})
    )


def two_fives() -> Standing:
    """Ten people, five of each group, who see one practice very differently."""
    return several(
        group("leader", {SPLIT_ON: [5, 4, 5, 4, 5], CALM_ON: [3] * 5}) | group("staff", {SPLIT_ON: [0, 1, 0, 1, 1], CALM_ON: [3] * 5})
    )


def two_people() -> Standing:
    return several(group("leader", {SPLIT_ON: [4], CALM_ON: [2]}) | group("staff", {SPLIT_ON: [1], CALM_ON: [3]}))


def unanimous() -> Standing:
    return several(group("staff", {SPLIT_ON: [3] * 6, CALM_ON: [3] * 6}))


def nothing_applies() -> Standing:
    return several(group("staff", {q: [None] * 3 for q in pillars().questions}))
