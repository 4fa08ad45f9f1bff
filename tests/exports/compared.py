"""Standings with something to compare them with: sister functions, target profiles, people who answered."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from uuid import UUID

from assessment.model import TargetProfile
from improvement.benchmark_model import Sister, Sisters, Unready
from improvement.standing_model import Standing
from questionnaires.library import load
from questionnaires.model import Question
from scoring.change import on_common_questions
from tests.exports.standings import ASHA, Levels, answers, assessment, mixed, responses, standing

AHEAD = ("simple-first", "feedback-action")


def ahead(question: Question) -> int:
    """As the mixed profile, but two practices far better."""
    return 4 if question.id.startswith(AHEAD) else mixed(question) or 0


def behind(question: Question) -> int:
    """As the mixed profile, but leadership lower."""
    return 0 if question.id.startswith("leadership") else mixed(question) or 0


def barely(question: Question) -> int | None:
    """Two practices alone are answered."""
    return 3 if question.id.startswith(AHEAD) else None


def beside(functions: Mapping[str, Levels], *unready: Unready, own: Levels = mixed, mode: str = "full") -> Standing:
    """The mixed profile beside functions of the same questionnaire, as `gather` would make it."""
    whole = load("three-pillars")
    asked = [(whole, responses(whole, answers(whole, levels, {}), mode)) for levels in (own, *functions.values())]
    side = on_common_questions(asked)
    assert side
    mine, *theirs = side.scores
    compared = tuple(
        Sister(assessment=named(name, at), function=name, score=score)
        for at, (name, score) in enumerate(zip(functions, theirs, strict=True))
    )
    found = Sisters(own=mine, compared=compared, unready=unready, questions=len(side.questions))
    return standing(own, mode=mode, sisters=found)


def named(function: str, at: int = 0):
    made = assessment({}, name=f"{function}, summer 2026")
    return made.model_copy(update={"id": UUID(int=70 + at), "function_id": UUID(int=80 + at), "ends": date(2026, 7, 28)})


def profile(name: str = "By 2028", **other: int) -> TargetProfile:
    """Level 4 in every practice but these."""
    levels = dict.fromkeys(load("three-pillars").practices, 4) | {practice.replace("_", "-"): level for practice, level in other.items()}
    return TargetProfile(
        id=UUID(int=60),
        questionnaire="three-pillars",
        name=name,
        reason="The board wants it.",
        levels=levels,
        set_by=ASHA,
        set_at=datetime(2026, 9, 3, tzinfo=UTC),
    )
