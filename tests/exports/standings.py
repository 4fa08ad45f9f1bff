"""Standings to draw: real content and real scores, with answers of a known profile."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from functools import cache
from typing import Any
from uuid import UUID

from assessment.model import Assessment, AssessmentState, OutcomeReading, RecordedAnswer
from improvement.advice import recommend, ten
from improvement.gaps import gaps
from improvement.model import Action, Status
from improvement.proof import found_pitfalls
from improvement.standing import claims
from improvement.standing_model import Advice, Previous, Standing
from questionnaires.answer import Answer, Respondent, Responses
from questionnaires.library import load
from questionnaires.model import Anchored, Choices, Coverage, Metric, Question, Questionnaire, Scalar, YesNo
from questionnaires.quick import restrict
from scoring.maturity import score
from scoring.result import Change, Difference, Figure

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
ASHA, CHITRA = UUID(int=1), UUID(int=2)
Levels = Callable[[Question], int | None]
"""The level at which a profile answers a question; None leaves it open."""


@cache
def pillars() -> Questionnaire:
    return load("three-pillars")


@cache
def foundations() -> Questionnaire:
    return load("itsm-foundations")


def at_level(question: Question, level: int) -> Scalar:
    """What an organisation consistently at `level` would answer."""
    done = isinstance(question, Anchored) or question.level is None or level >= question.level
    match question:
        case Anchored():
            return Fraction(level)
        case YesNo():
            return done
        case Coverage():
            return question.table[-1 if done else level % 2].label
        case Metric():
            return question.points[-1][0] if done else question.points[-1][0] / 3
        case Choices():
            return tuple(o.id for o in question.options) if done else (question.options[0].id,)
    return "F" if done else "P"


def weak(question: Question) -> int:
    return 1 if question.id.endswith(("-why", "-order", "-usage", "-stories")) else 0


def mixed(question: Question) -> int:
    """Leadership ahead, operations behind, and every practice a little uneven."""
    if question.id.startswith(("leadership", "change", "success", "enabling")):
        return 3 if len(question.id) % 3 else 2
    return 1 + len(question.id) % 3 if question.id.startswith(("confidence", "simple", "social", "autonomy")) else len(question.id) % 3


def strong(question: Question) -> int:
    return 5 if len(question.id) % 2 else 4


def empty(question: Question) -> None:
    del question


def incomplete(question: Question) -> int | None:
    return mixed(question) if question.id.startswith(("leadership", "confidence", "journey")) else None


def answers(questionnaire: Questionnaire, levels: Levels, notes: Mapping[str, str]) -> dict[str, RecordedAnswer]:
    given = {question.id: levels(question) for question in questionnaire.questions.values()}
    return {
        name: RecordedAnswer(
            question=name,
            state=None if level is None else "answered",
            value=None if level is None else at_level(questionnaire.questions[name], level),
            note=notes.get(name, ""),
            evidence="E2" if level and len(name) % 4 == 0 else "E0",
            evidence_text="Sampled on 12 November" if level and len(name) % 4 == 0 else "",
            saved_at=NOW,
        )
        for name, level in given.items()
        if level is not None or name in notes
    }


def responses(questionnaire: Questionnaire, recorded: Mapping[str, RecordedAnswer], mode: Any) -> Responses:
    said = tuple(
        Answer(respondent="asha", question=a.question, state=a.state, value=a.value, reason=a.reason, evidence=a.evidence)
        for a in recorded.values()
        if a.state
    )
    who = (Respondent(id="asha", group="leader"),)
    return Responses(questionnaire=questionnaire.id, version=questionnaire.version, mode=mode, respondents=who, answers=said)


def standing(
    levels: Levels = mixed,
    *,
    of: Questionnaire | None = None,
    final: bool = True,
    mode: Any = "full",
    notes: Mapping[str, str] | None = None,
    **changed: Any,
) -> Standing:
    """A whole standing, of the pillars if nothing else is said; `changed` replaces fields at the end."""
    whole = of or pillars()
    asked = restrict(whole, mode)
    recorded = answers(asked, levels, notes or {})
    said = responses(whole, recorded, mode)
    scored = score(whole, said)
    targets = dict.fromkeys(asked.practices, 3)
    advice = recommend(whole, said, scored, targets, scored.gates)
    here = Standing(
        organisation="Northwind Utilities plc",
        function="IT",
        assessment=assessment(targets, mode, final=final),
        questionnaire=asked,
        score=scored,
        answers=recorded,
        gaps=gaps(asked, scored, targets),
        advice=advice,
        ten=ten(advice),
        actions=(),
        readings=(),
        pitfalls=found_pitfalls(asked, scored),
        people={ASHA: "Asha Rao", CHITRA: "Chitra Banerjee"},
        today=TODAY,
        now=NOW,
    )
    return here.model_copy(update=changed)


def assessment(targets: Mapping[str, int], mode: Any = "full", *, final: bool = True, name: str = "Autumn 2026") -> Assessment:
    return Assessment(
        id=UUID(int=7),
        function_id=UUID(int=8),
        edition_id=UUID(int=9),
        questionnaire="three-pillars",
        version="1.0.0",
        name=name,
        starts=date(2026, 9, 1),
        ends=date(2026, 11, 15),
        mode=mode,
        state=AssessmentState.FINAL if final else AssessmentState.OPEN,
        targets=targets,
        started_at=NOW - timedelta(days=40),
        finalised_at=NOW if final else None,
    )


def register(here: Standing, number: int = 12) -> tuple[Action, ...]:
    """Accepted recommendations in every status."""
    statuses = tuple(Status)
    advice = here.advice or standing().advice
    return tuple(action(advice[i % len(advice)], i + 1, statuses[i % len(statuses)]) for i in range(number))


def action(advice: Advice, number: int, status: Status) -> Action:
    moved = advice.lift.practices.get(advice.practice or "")
    return Action(
        id=UUID(int=100 + number),
        number=number,
        title=advice.action.title,
        practice=advice.practice,
        questionnaire="three-pillars",
        function_id=UUID(int=8),
        recommended=advice.action.id,
        status=status,
        per_cent=100 if status in (Status.DONE, Status.VERIFIED) else 40,
        owner_id=(ASHA, CHITRA)[number % 2],
        due=TODAY + timedelta(days=30 * (number - 4)),
        first_due=TODAY,
        level_from=moved.level_before if moved else None,
        level_to=3,
        index_lift=advice.lift.overall.points,
        effort_days=advice.action.effort_days,
        cost=advice.action.cost,
        done_when=advice.action.done_when,
        proposed_at=NOW - timedelta(days=90),
        updated_at=NOW - timedelta(days=45 if number % 3 == 0 else 3),
    )


def reading(measure: str, value: int, period: str) -> OutcomeReading:
    return OutcomeReading(
        id=UUID(int=500),
        function_id=UUID(int=8),
        measure=measure,
        value=Fraction(value),
        period=period,
        sample=1200,
        source="Portal log",
        entered_at=NOW,
    )


def readings() -> tuple[OutcomeReading, ...]:
    return (
        reading("self-service-adoption", 31, "2025-Q4"),
        reading("self-service-adoption", 38, "2026-Q1"),
        reading("self-service-adoption", 44, "2026-Q3"),
        reading("end-user-satisfaction", 71, "2026-Q3"),
        reading("time-to-resolution", 26, "2025-Q4"),
        reading("time-to-resolution", 19, "2026-Q3"),
    )


def previous(here: Standing) -> Previous:
    """The same questions a year ago, everything but leadership a level lower."""
    before = standing(lambda q: max(0, (mixed(q) or 0) - (0 if q.id.startswith("leadership") else 1)))
    practices = {p: difference(before.score.practices[p], here.score.practices[p]) for p in here.score.practices}
    change = Change(
        questions=tuple(here.questionnaire.questions), overall=difference(before.score.overall, here.score.overall), practices=practices
    )
    was = before.assessment.model_copy(update={"name": "Autumn 2025", "ends": date(2025, 11, 14)})
    return Previous(assessment=was, score=before.score, change=change)


def difference(before: Any, after: Any) -> Difference:
    return Difference(
        before=Figure(index=before.index, low=before.low, high=before.high), after=Figure(index=after.index, low=after.low, high=after.high)
    )


def full(levels: Levels = mixed, **changed: Any) -> Standing:
    """With register, readings, targets, a claim and a previous assessment."""
    here = standing(levels, **changed)
    aims = {"self-service-adoption": Fraction(60), "time-to-resolution": Fraction(20)}
    counting = tuple(reading for reading in readings() if reading.period == "2026-Q3")
    added: dict[str, Any] = {
        "actions": register(here),
        "readings": readings(),
        "measure_targets": aims,
        "claims": claims(here.questionnaire, here.score, counting, aims),
        "previous": previous(here),
    }
    return here.model_copy(update=added)


CASES: Mapping[str, Callable[[], Standing]] = {
    "weak": lambda: full(weak),
    "mixed": lambda: full(mixed),
    "strong": lambda: full(strong),
    "empty": lambda: full(empty, final=False),
    "incomplete": lambda: full(incomplete, final=False),
    "quick": lambda: full(mixed, mode="quick"),
}


@cache
def case(name: str) -> Standing:
    return CASES[name]()
