"""Random questionnaires of all kinds with random answers, for properties that hold of every assessment.

Hypothesis draws one seed and Python the rest: drawn part by part, an assessment would cost fifty times what scoring it costs.
"""

from fractions import Fraction
from random import Random
from typing import Any

from hypothesis import strategies as st

from questionnaires.answer import Responses
from questionnaires.model import Question, Questionnaire
from questionnaires.scale import own_scale
from tests.builders import dimension, practice, question, questionnaire

WEIGHTS = ["1", "2", "1/3", "0.5", "7/4"]
KINDS = ["anchored", "anchored", "yes_no", "coverage", "metric", "choices", "rated"]
RISING = [[20, 0], [60, "1/2"], [85, 1]]
FALLING = [["1/2", 1], [10, "1/3"], [50, 0]]
GROUPS = ["leader", "staff", "user"]

randoms = st.integers(0, 2**32).map(Random)


def random_question(random: Random, number: int, lowest: int, *, conditional: bool, certain: bool) -> dict[str, Any]:
    """One question; where conditional, perhaps shown only by an answer to an earlier one."""
    kind = random.choice(KINDS[:-1] if certain else KINDS)
    more: dict[str, Any] = {"weight": random.choice(WEIGHTS), "modes": random.choice([["quick", "full"], ["full"]])}
    more |= random.choice([{"stance": "proactive"}, {"stance": "reactive", "posture": "strategic"}, {"posture": "defensive"}])
    if kind == "anchored":
        more["levels"] = {level: f"Anchor {level}." for level in range(lowest, 6)}
    else:
        more["level"] = random.choice([None, *range(lowest + 1, 6)])
        more["knockout"] = random.choice([None, "1/4", "0.5"]) if more["level"] else None
    if kind == "metric":
        more["points"] = random.choice([RISING, FALLING])
    if conditional and number and random.random() < 0.5:
        more["shown_if"] = {"question": f"q{random.randrange(number)}", "at_least": random.choice(["1", "1/2", "3"])}
        more["hidden_means"] = random.choice(["no", "not_applicable"])
    return question(f"q{number}", kind, **more)


def random_questionnaire(random: Random, *, conditional: bool, certain: bool) -> Questionnaire:
    """Up to three dimensions of up to three practices of up to four questions."""
    lowest = random.choice([0, 1])
    numbers = iter(range(100))
    needed = ["other/one", "other/two"]
    dimensions = []
    for d in range(random.randint(1, 3)):
        inside = []
        for p in range(random.randint(1, 3)):
            asked = [
                random_question(random, next(numbers), lowest, conditional=conditional, certain=certain)
                for _ in range(random.randint(1, 4))
            ]
            inside.append(practice(f"p{d}-{p}", *asked, weight=random.choice(WEIGHTS), needs=random.sample(needed, random.randint(0, 2))))
            needed.append(f"p{d}-{p}")
        dimensions.append(dimension(f"d{d}", *inside, weight=random.choice(WEIGHTS), mandatory=random.random() < 0.5))
    return questionnaire(*dimensions, scale=[{"level": level, "name": f"Level {level}"} for level in range(lowest, 6)])


def random_value(random: Random, asked: Question, lowest: int) -> Any:
    """A valid answer to a question."""
    match asked.kind:
        case "anchored":
            return Fraction(random.randint(lowest, 5))
        case "yes_no":
            return random.random() < 0.5
        case "rated":
            return random.choice(["N", "P", "L", "F", *map(Fraction, (0, 15, 33, 50, 86, 100))])
        case "coverage":
            return random.choice(["none", "half", "all"])
        case "metric":
            return Fraction(random.randint(0, 800), 8)
        case _:
            return random.choice([(), ("a",), ("b",), ("a", "b")])


def random_answer(random: Random, asked: Question, lowest: int, states: list[str]) -> dict[str, Any]:
    """One answer as the file would hold it."""
    state = random.choice(states)
    value = random_value(random, asked, lowest) if state == "answered" else None
    return {"question": asked.id, "state": state, "value": value, "evidence": random.choice(["E0", "E1", "E2", "E3"])}


def random_responses(random: Random, asked: Questionnaire, people: int) -> Responses:
    """Some answer nearly everything, some hardly anything, some have no use for it."""
    groups = random.choices(GROUPS, k=random.randint(1, people))
    states = random.choice([["answered"], ["answered"] * 5 + ["dont_know", "not_applicable"], ["answered", "not_applicable", "dont_know"]])
    rate = random.choice([1, 0.9, 0.5])
    said = [
        {"respondent": f"r{number}"} | random_answer(random, one, asked.lowest, states)
        for number in range(len(groups))
        for one in asked.questions.values()
        if random.random() < rate
    ]
    agreed = random.sample(list(asked.questions.values()), random.choice([0, 0, 1]))
    return Responses.model_validate(
        {
            "questionnaire": asked.id,
            "version": asked.version,
            "mode": random.choice(["full", "full", "quick"]),
            "respondents": [{"id": f"r{number}", "group": group} for number, group in enumerate(groups)],
            "answers": said,
            "consensus": [
                {"question": one.id, "value": random_value(random, one, asked.lowest), "evidence": random.choice([None, "E0", "E2"])}
                for one in agreed
            ],
            "foundations": random.choice([{}, {"other/one": 2, "other/two": 4}, {"other/one": 3, "other/two": 0}, {"other/one": None}]),
        }
    )


def assessments(*, people: int = 4, conditional: bool = True, certain: bool = False) -> st.SearchStrategy[tuple[Questionnaire, Responses]]:
    """A questionnaire with its responses. `certain`: no letters, so that only missing answers leave a range."""

    def made(random: Random) -> tuple[Questionnaire, Responses]:
        asked = random_questionnaire(random, conditional=conditional, certain=certain)
        return asked, random_responses(random, asked, people)

    return randoms.map(made)


def changed(asked: Questionnaire, **more: Any) -> Questionnaire:
    """The same questionnaire with other parts."""
    return Questionnaire.model_validate({name: getattr(asked, name) for name in Questionnaire.model_fields} | more)


def better(asked: Question, value: Any, other: Any) -> Any:
    """Whichever of two answers attains more; for a falling metric that is the lower number."""
    if asked.kind == "choices":
        return tuple(sorted({*value, *other}))
    sign = -1 if asked.kind == "metric" and asked.points[0][1] > asked.points[-1][1] else 1
    return max(value, other, key=lambda one: sign * own_scale(asked, one))
