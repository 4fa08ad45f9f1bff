"""Assessments of the three pillars for the register's tests."""

from datetime import date
from typing import Any

from assessment import answering_service as answering
from assessment import service as assessments
from assessment.model import Assessment, Given, Start
from people.model import Function
from people.work import Work
from questionnaires import library
from questionnaires.model import Question

PERIOD = {"starts": date(2025, 9, 1), "ends": date(2026, 2, 28)}


def begun(work: Work, function: Function, name: str = "Spring 2026", **more: Any) -> Assessment:
    """An open assessment with nothing answered."""
    wanted = {"questionnaire": "three-pillars", "function_id": function.id, "name": name} | PERIOD | more
    return assessments.start(work, Start.model_validate(wanted))


def answer(work: Work, assessment: Assessment, **answers: object) -> Assessment:
    """Answer some questions: their ids with underscores."""
    for question, value in answers.items():
        answering.record_answer(work, assessment.id, question.replace("_", "-"), Given(value=value))
    return assessment


def weak(work: Work, function: Function, **more: Any) -> Assessment:
    """Everything answered as low as it goes, and still open."""
    assessment = begun(work, function, **more)
    for question in library.load("three-pillars").questions.values():
        answering.record_answer(work, assessment.id, question.id, Given(value=_lowest(question)))
    return assessment


def _lowest(question: Question) -> object:
    lowest = {"anchored": 0, "yes_no": False, "metric": 0, "choices": []}
    return question.table[0].label if question.kind == "coverage" else lowest[question.kind]
