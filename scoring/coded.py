"""Many assessments of one questionnaire as one array of small numbers, which `scoring.cohort` scores together.

Respondents sit on *seats*: seat s has the same role group in every assessment, and stays empty (`MISSING`) where an assessment has
fewer respondents of that group than another. Who is unanswered, who does not know and who is not there make the same figures.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import numpy as np
from numpy.typing import NDArray

from questionnaires.answer import Answer, Responses
from questionnaires.model import Group, Mode, Questionnaire, Scalar
from scoring.plan import plan

MISSING, NOT_APPLICABLE, NO_PART, IMPLIED_NO = range(4)
"""What a code below `FIRST` says. `NO_PART`: withheld, whatever the parent's answer. `IMPLIED_NO` follows from other answers
as a rule."""
FIRST = 4
"""The code of the first of a question's `values`; the next has the next."""

Codes = NDArray[Any]
"""Unsigned whole numbers, of one byte where that is enough."""


@dataclass(frozen=True, slots=True, eq=False)
class Coded:
    """Assessments of the same questionnaire in the same mode. ValueError where the parts do not fit each other."""

    questionnaire: Questionnaire
    mode: Mode
    groups: tuple[Group, ...]
    """The role group of each seat; those of one group side by side."""
    values: Mapping[str, tuple[Scalar, ...]]
    """The answers that occur, of each question that the mode asks, in the order of the array's rows."""
    answers: Codes
    """Questions x seats x assessments."""
    agreed: Codes
    """Questions x assessments: the consensus, `MISSING` where there is none."""

    def __post_init__(self) -> None:
        questions, seats, assessments = self.answers.shape
        if (questions, seats) != (len(self.values), len(self.groups)) or self.agreed.shape != (questions, assessments):
            raise ValueError("An array of answers has a row for each question and a column for each seat.")
        if set(self.values) != set(plan(self.questionnaire, self.mode).asked):
            raise ValueError("The coded questions are not those that the questionnaire asks in this mode.")
        highest = np.maximum(self.answers.max((1, 2), initial=0), self.agreed.max(1, initial=0))
        if any(code >= FIRST + len(values) for code, values in zip(highest, self.values.values(), strict=True)):
            raise ValueError("A code stands for no answer.")
        if ((self.agreed > MISSING) & (self.agreed < FIRST)).any():
            raise ValueError("What was agreed is a value.")
        if len(set(self.groups)) < sum(1 for _ in groupby(self.groups)):
            raise ValueError("The seats of one role group are side by side.")


def encode(questionnaire: Questionnaire, many: Sequence[Responses]) -> Coded:
    """At least one assessment, all in one mode (else ValueError). An answer that does not fit its question fails when it is scored."""
    modes = {responses.mode for responses in many}
    if len(modes) != 1:
        raise ValueError("Only assessments in the same mode, and at least one, are scored together.")
    mode = modes.pop()
    places = _places(many)
    coder = _Coder(list(plan(questionnaire, mode).asked), len(places), len(many))
    for number, responses in enumerate(many):
        coder.add(number, responses, _seats(places, responses))
    return coder.coded(questionnaire, mode, places)


def _places(many: Sequence[Responses]) -> tuple[Group, ...]:
    """As many seats of each group as the assessment with the most of them needs."""
    most: Counter[Group] = Counter()
    for responses in many:
        most |= Counter(respondent.group for respondent in responses.respondents)
    return tuple(group for group in sorted(most) for _ in range(most[group]))


def _seats(places: Sequence[Group], responses: Responses) -> Mapping[str, int]:
    taken: Counter[Group] = Counter()
    seats: dict[str, int] = {}
    for respondent in responses.respondents:
        seats[respondent.id] = places.index(respondent.group) + taken[respondent.group]
        taken[respondent.group] += 1
    return seats


class _Coder:
    def __init__(self, questions: Sequence[str], seats: int, assessments: int) -> None:
        self._rows = {name: row for row, name in enumerate(questions)}
        # By kind too, because True is equal to 1.
        self._books: list[dict[tuple[type, Scalar], int]] = [{} for _ in questions]
        self._answers = np.zeros((len(questions), seats, assessments), np.uint32)
        self._agreed = np.zeros((len(questions), assessments), np.uint32)

    def add(self, number: int, responses: Responses, seats: Mapping[str, int]) -> None:
        """One assessment."""
        for answer in responses.answers:
            if answer.question in self._rows:
                row = self._rows[answer.question]
                self._answers[row, seats[answer.respondent], number] = self._code(row, answer)
        for consensus in responses.consensus:
            if consensus.question in self._rows:
                row = self._rows[consensus.question]
                self._agreed[row, number] = self._value(row, consensus.value)
        for name in self._rows.keys() & responses.withheld.keys():
            apart = [seats[who] for who in responses.withheld[name] if who in seats]
            self._answers[self._rows[name], apart, number] = NO_PART

    def coded(self, questionnaire: Questionnaire, mode: Mode, groups: tuple[Group, ...]) -> Coded:
        """All that were added."""
        values = {name: tuple(value for _, value in self._books[row]) for name, row in self._rows.items()}
        least = np.min_scalar_type(FIRST + max(map(len, values.values()), default=0))
        return Coded(questionnaire, mode, groups, values, self._answers.astype(least), self._agreed.astype(least))

    def _code(self, row: int, answer: Answer) -> int:
        if answer.state == "not_applicable":
            return NOT_APPLICABLE
        return MISSING if answer.state == "dont_know" or answer.value is None else self._value(row, answer.value)

    def _value(self, row: int, value: Scalar) -> int:
        book = self._books[row]
        return book.setdefault((type(value), value), FIRST + len(book))
