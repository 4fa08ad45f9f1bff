"""Random profiles of an organisation: answers as a file holds them, and as a person gave them in the browser."""

import json
from collections.abc import Mapping
from random import Random
from typing import Any, NamedTuple

from assessment.model import Given
from questionnaires.model import Anchored, Choices, Coverage, Metric, Mode, Question, Questionnaire, Rated, YesNo
from questionnaires.quick import restrict

Answers = Mapping[str, Mapping[str, Any]]
"""By question: what an answers file says of it, without the respondent."""
PERIOD = "2026-06"


class Profile(NamedTuple):
    """One assessment that could have been."""

    questionnaire: Questionnaire
    mode: Mode
    answers: Answers

    def file(self) -> str:
        """As `plumbline score` reads it."""
        said = [{"respondent": "asha", "question": question, **given} for question, given in self.answers.items()]
        head = {"questionnaire": self.questionnaire.id, "version": self.questionnaire.version, "mode": self.mode}
        return json.dumps(head | {"respondents": [{"id": "asha", "group": "leader"}], "answers": said})

    def given(self) -> Mapping[str, Given]:
        """As the browser hands it on."""
        return {question: _given(self.questionnaire.questions[question], answer) for question, answer in self.answers.items()}


def random_profile(random: Random, questionnaire: Questionnaire, mode: Mode = "full") -> Profile:
    """Around some level, more or less even, more or less complete."""
    at, spread = random.randint(0, 5), random.choice([0, 1, 2])
    missing, apart, unknown = random.choice([0, 0, 0.05, 0.4]), random.choice([0, 0.05, 0.3]), random.choice([0, 0.05, 0.2])
    answers: dict[str, Mapping[str, Any]] = {}
    for question in restrict(questionnaire, mode).questions.values():
        if random.random() >= missing:
            level = max(0, min(5, at + random.randint(-spread, spread)))
            answers[question.id] = _answer(random, question, level, apart, unknown)
    return Profile(questionnaire, mode, answers)


def _answer(random: Random, question: Question, level: int, apart: float, unknown: float) -> Mapping[str, Any]:
    if random.random() < apart:
        return {"state": "not_applicable", "reason": "There is no such thing here."}
    if random.random() < unknown:
        return {"state": "dont_know"}
    return {"value": _value(random, question, level), **({"evidence": "E2"} if random.random() < 0.1 else {})}


def _value(random: Random, question: Question, level: int) -> object:  # noqa: C901 - one line for each kind
    match question:
        case Anchored():
            return level
        case YesNo():
            return random.random() < level / 4
        case Coverage():
            return question.table[min(len(question.table) - 1, round(level * len(question.table) / 5))].label
        case Rated():
            return random.choice(["N", "P", "L", "F", 33, 71.5])
        case Metric():
            # One value for a measure, whichever question asks for it: question and reading are one fact.
            return float(Random(question.measure).choice(question.points)[0])  # noqa: S311 - the same each time
        case Choices():
            return [option.id for option in question.options if random.random() < level / 5]


def _given(question: Question, answer: Mapping[str, Any]) -> Given:
    more = {"period": PERIOD, "source": "The log"} if isinstance(question, Metric) and "value" in answer else {}
    return Given.model_validate({name: value for name, value in answer.items() if name != "evidence"} | more)
