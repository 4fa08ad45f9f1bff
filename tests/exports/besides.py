"""Pillars and foundations of known levels, scored for real, to be shown beside each other."""

from collections.abc import Mapping
from functools import cache
from typing import Any
from uuid import UUID

from exports.figures import Signature, signature
from improvement.gaps import gaps
from improvement.standing_model import Beside, Standing
from questionnaires.library import load
from questionnaires.model import Question, Questionnaire
from questionnaires.quick import restrict
from scoring.maturity import score
from tests.exports.standings import answers, assessment, full, pillars, responses

Levels = Mapping[str, int | None]
"""By practice or dimension; None leaves its questions open."""
PAIR = {"knowledge": 1, "service-request": 3, "incident": 4, "problem": 0, "continual-improvement": 1, "asset-configuration": 5}
FOUR_WEAK = {"knowledge": 1, "service-request": 2, "outcome-measurement": 2, "continual-improvement": 0}


@cache
def foundations() -> Questionnaire:
    return load("itsm-foundations")


def laid(levels: Levels, default: int | None = 2, **more: Any) -> Beside:
    """The ITSM foundations."""
    return beside(foundations(), levels, default, **more)


def standing_at(levels: Levels, default: int | None = 2, on: tuple[Beside, ...] = (), **more: Any) -> Beside:
    """The three pillars, judged on some foundations."""
    known = {f"{one.questionnaire.id}/{name}": own.level for one in on for name, own in one.score.practices.items()}
    return beside(pillars(), levels, default, known=known, **more)


def beside(  # noqa: PLR0913 - all that makes two of them differ
    whole: Questionnaire, levels: Levels, default: int | None, *, mode: Any = "full", function: str = "IT", known: Any = None
) -> Beside:
    asked = restrict(whole, mode)
    where = {q.id: (p.id, d.id) for d in whole.dimensions for p in d.practices for q in p.questions}

    def level(question: Question) -> int | None:
        practice, dimension = where[question.id]
        return levels.get(practice, levels.get(dimension, default))

    said = responses(whole, answers(asked, level, {}), mode).model_copy(update={"foundations": known or {}})
    named = {"questionnaire": whole.id, "function_id": UUID(int=8 if function == "IT" else 80)}
    return Beside(
        assessment=assessment({}, mode).model_copy(update=named), function=function, questionnaire=asked, score=score(whole, said)
    )


def without(whole: Questionnaire, practice: str, level: int = 2) -> Beside:
    """One practice does not apply at all."""
    reason = {"state": "not_applicable", "value": None, "reason": "We have none."}
    recorded = {
        name: one.model_copy(update=reason) if whole.practice_of[name].id == practice else one
        for name, one in answers(whole, lambda _: level, {}).items()
    }
    result = score(whole, responses(whole, recorded, "full"))
    return Beside(assessment=assessment({}), function="IT", questionnaire=whole, score=result)


def of(one: Beside, **changed: Any) -> Standing:
    """A standing of that assessment; what it stands on and carries is given."""
    targets = dict.fromkeys(one.questionnaire.practices, 3)
    own: dict[str, Any] = {
        "assessment": one.assessment.model_copy(update={"targets": targets}),
        "function": one.function,
        "questionnaire": one.questionnaire,
        "score": one.score,
        "gaps": gaps(one.questionnaire, one.score, targets),
        **dict.fromkeys(("advice", "ten", "actions", "claims", "pitfalls"), ()),
        "answers": {},
        "previous": None,
    }
    return full().model_copy(update={**own, **changed})


@cache
def case(name: str) -> Signature:
    return signature(*SIDES[name]())


def _judged(levels: Levels, ground: Beside) -> tuple[Beside, tuple[Beside, ...]]:
    return standing_at(levels, on=(ground,)), (ground,)


SIDES: Mapping[str, Any] = {
    "two lean": lambda: _judged({}, laid(PAIR)),
    "four weak stones": lambda: _judged({"leadership": 3, "experience": 4, "operations": 5}, laid(FOUR_WEAK, 3)),
    "as bad as it gets": lambda: _judged({d.id: 5 for d in pillars().dimensions}, laid({}, 0)),
    "all true": lambda: _judged({"leadership": 3, "operations": 1}, laid({}, 3)),
    "one practice waits": lambda: _judged({"leadership": 3, "confidence": 4}, laid({"knowledge": 2}, 3)),
    "nothing built": lambda: _judged({d.id: 0 for d in pillars().dimensions}, laid({}, 1)),
    "a stone is open": lambda: _judged({"leadership": 3}, laid({"knowledge": None}, 3)),
    "a stone does not apply": lambda: _judged({}, without(foundations(), "knowledge", 3)),
    "a pillar is open": lambda: _judged({"confidence": None}, laid({}, 3)),
    "nothing answered": lambda: _judged({d.id: None for d in pillars().dimensions}, laid({}, None)),
    "foundations not assessed": lambda: (standing_at({"leadership": 3, "operations": 1}), ()),
    "pillars not assessed": lambda: (None, (laid({"knowledge": 1}, 3),)),
    "neither answered": lambda: (None, (laid({}, None),)),
    "quick pillars": lambda: (standing_at({}, mode="quick"), (laid({}),)),
    "quick foundations": lambda: (standing_at({}), (laid({}, mode="quick"),)),
    "a sister function": lambda: (standing_at({}, function="HR"), (laid({"service-request": 1}),)),
}
