"""What scoring costs: one assessment, several respondents, and the what-ifs that advice asks for. Fails where scoring is too slow."""

import gc
import sys
import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from questionnaires.answer import Answer, Respondent, Responses
from questionnaires.model import Questionnaire, Scalar
from scoring.maturity import Assessed, score

BUDGET_MS = 5
BUDGET_RATIO = 2
"""Times the yardstick. A busy machine slows both alike, so only a cost above both budgets is scoring's own fault."""
QUESTIONS = 120
KINDS = ("anchored", "anchored", "anchored", "yes_no", "rated", "coverage", "metric", "choices")
VALUES: dict[str, tuple[Scalar, ...]] = {
    "anchored": tuple(Fraction(level) for level in range(6)),
    "yes_no": (True, False),
    "rated": ("P", "L", Fraction(40)),
    "coverage": ("none", "half", "all"),
    "metric": (Fraction(33), Fraction("71.5")),
    "choices": (("a",), ("a", "b")),
}
OWN: dict[str, dict[str, Any]] = {
    "anchored": {"levels": {level: f"Anchor {level}." for level in range(6)}},
    "yes_no": {"level": 2},
    "rated": {"level": 3},
    "coverage": {"level": 3, "table": [{"label": "none", "value": 0}, {"label": "half", "value": "1/2"}, {"label": "all", "value": 1}]},
    "metric": {"level": 4, "measure": "adoption", "points": [[20, 0], [60, "1/2"], [85, 1]]},
    "choices": {"level": 3, "options": [{"id": "a", "label": "A", "weight": 3}, {"id": "b", "label": "B"}]},
}


def question(number: int) -> dict[str, Any]:
    kind = KINDS[number % len(KINDS)]
    words = {"text": "How?", "why": "Because.", "how": "Look.", "evidence": "A record.", "source": "own"}
    tags = {"weight": 1 + number % 3, "stance": "proactive" if number % 2 else "reactive"}
    return {"id": f"q{number}", "kind": kind, "audience": ["leader"], "modes": ["full"], **words, **tags, **OWN[kind]}


def practice(number: int) -> dict[str, Any]:
    words = {"title": f"Practice {number}", "summary": "It matters.", "guidance": "Do it."}
    needs = [f"p{number - number % 5}"] if number % 5 else []
    return {"id": f"p{number}", "needs": needs, "questions": [question(6 * number + n) for n in range(6)], **words}


def questionnaire() -> Questionnaire:
    dimensions = [
        {
            "id": f"d{d}",
            "title": f"Dimension {d}",
            "role": "pillar",
            "mandatory": True,
            "practices": [practice(5 * d + p) for p in range(5)],
        }
        for d in range(QUESTIONS // 30)
    ]
    rules = [
        {"id": f"trap{n}", "title": "Trap", "when": f"level(p{n}) >= 2 and index(d1) < 50", "effect": "Bad.", "advice": "Stop."}
        for n in range(8)
    ]
    return Questionnaire.model_validate(
        {
            "format": 1,
            "id": "bench",
            "version": "1.0.0",
            "title": "Bench",
            "language": "en",
            "licence": "CC-BY-4.0",
            "purpose": "Measuring.",
            "minutes": {"quick": 5, "full": 60},
            "scale": [{"level": level, "name": f"Level {level}"} for level in range(6)],
            "measures": [{"id": "adoption", "title": "Adoption", "unit": "%", "better": "higher", "definition": "Share."}],
            "dimensions": dimensions,
            "pitfalls": rules,
            "sources": {"own": {"title": "Own", "author": "Us", "year": 2026}},
        }
    )


def responses(asked: Questionnaire, people: int) -> Responses:
    respondents = tuple(Respondent(id=f"r{who}", group="staff" if who % 3 else "leader") for who in range(people))
    said = tuple(
        Answer(respondent=f"r{who}", question=name, value=VALUES[one.kind][(who + number) % len(VALUES[one.kind])])
        for who in range(people)
        for number, (name, one) in enumerate(asked.questions.items())
        if (who + number) % 17
    )
    return Responses(questionnaire=asked.id, version=asked.version, respondents=respondents, answers=said)


def milliseconds(work: Callable[[], object], rounds: int = 60) -> float:
    """CPU time of the quickest of some rounds: what the work costs where nobody else is in its way."""
    work()
    gc.collect()
    best = float("inf")
    for _ in range(rounds):
        begun = time.process_time_ns()
        work()
        best = min(best, time.process_time_ns() - begun)
    return best / 1e6


def naive() -> Fraction:
    """The yardstick: the same sums, once each, as a chain of fractions."""
    total = Fraction(0)
    for number in range(QUESTIONS):
        for level in range(1, 6):
            total += Fraction(1 + number % 3) * Fraction(int(number % 6 >= level), 5) / QUESTIONS
    return total


def main() -> int:
    asked = questionnaire()
    one, twenty = responses(asked, 1), responses(asked, 20)
    assessed = Assessed(asked, one)
    first = next(name for name, q in asked.questions.items() if q.kind == "anchored" and name != "q0")
    costs = {
        f"one assessment, {QUESTIONS} questions": milliseconds(lambda: score(asked, one.model_copy())),
        "the same with 20 respondents": milliseconds(lambda: score(asked, twenty.model_copy()), 20),
        "one what-if": milliseconds(lambda: assessed.raised({first: Fraction(5)})),
        "one outlook, for advice": milliseconds(lambda: assessed.outlook({first: Fraction(5)})),
        "yardstick: 600 terms as a chain of fractions": milliseconds(naive),
    }
    *measured, yardstick = costs.values()
    for name, cost in costs.items():
        print(f"{cost:8.2f} ms  {cost / yardstick:6.2f} x the yardstick  {name}")
    print(f"budget for one assessment: {BUDGET_MS} ms, or {BUDGET_RATIO} x the yardstick on a busy machine")
    return int(measured[0] > max(BUDGET_MS, BUDGET_RATIO * yardstick))


if __name__ == "__main__":
    sys.exit(main())
