"""What a valid answer to each kind of question is."""

import re
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from ground.errors import PlumblineError
from ground.text import Text
from ground.value import Exact, Value
from questionnaires.figures import Whole
from questionnaires.fitting import LETTERS, fit
from questionnaires.model import Group, Metric, Mode, Question, Questionnaire, Scalar

State = Literal["answered", "dont_know", "not_applicable"]
Evidence = Literal["E0", "E1", "E2", "E3"]
__all__ = ["LETTERS", "Answer", "Consensus", "Evidence", "InvalidAnswer", "Reading", "Respondent", "Responses", "State", "valid_value"]
_PERIOD = re.compile(r"[1-9][0-9]{3}(-(0[1-9]|1[0-2])|-Q[1-4])?")


def _period(written: str) -> str:
    if not _PERIOD.fullmatch(written):
        raise ValueError("A period is a month such as 2026-10, a quarter such as 2026-Q3, or a year such as 2026.")
    return written


Period = Annotated[str, AfterValidator(_period)]


class InvalidAnswer(PlumblineError):
    """The answer does not fit its question."""


class Answer(Value):
    """What one respondent said to one question. Unanswered is the absence of an Answer."""

    respondent: str
    question: str
    state: State = "answered"
    value: Scalar | None = None
    reason: Text = ""
    note: Text = ""
    evidence: Evidence = "E0"


class Consensus(Value):
    """The answer that respondents agreed on, used instead of theirs."""

    question: str
    value: Scalar
    rationale: Text = ""
    evidence: Evidence | None = None


class Respondent(Value):
    """Who answers, in which role group."""

    id: str
    group: Group


class Reading(Value):
    """One measured value. `period` is a year, a quarter or a month: 2026, 2026-Q3, 2026-09."""

    measure: str
    value: Exact
    period: Period


class Responses(Value):
    """Everything that scoring needs to know of one assessment, next to its questionnaire.

    `foundations` maps `questionnaire-id/practice-id` to a level, or None where it is assessed without one; a missing key is not assessed.
    `policies` maps an adoption gate to the organisation's own value; a missing key takes the questionnaire's.
    `withheld` maps a question to respondents who have no part in it, not even by what follows from their other answers.
    """

    questionnaire: str
    version: str
    mode: Mode = "full"
    respondents: tuple[Respondent, ...]
    answers: tuple[Answer, ...] = ()
    consensus: tuple[Consensus, ...] = ()
    populations: Mapping[Group, Annotated[Whole, Field(gt=0)]] = {}
    readings: tuple[Reading, ...] = ()
    foundations: Mapping[str, int | None] = {}
    policies: Mapping[str, Exact] = {}
    withheld: Mapping[str, tuple[str, ...]] = {}


def valid_value(questionnaire: Questionnaire, question: Question, value: object) -> Scalar:
    """The value in the question's own kind; InvalidAnswer with a sentence where it does not fit."""
    measure = questionnaire.measure_by_id.get(question.measure) if isinstance(question, Metric) else None
    try:
        return fit(question, value, (questionnaire.lowest, questionnaire.highest), measure)
    except ValueError as error:
        raise InvalidAnswer(str(error)) from error
