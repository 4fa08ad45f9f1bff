"""Outcome measures beside the claims: the reading that counts, and claims that the outcomes do not bear out."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from ground.value import Value
from questionnaires.answer import Reading
from questionnaires.model import Metric, Questionnaire
from scoring.items import Item
from scoring.result import AssessmentScore, Number

CLAIMED = 3
"""From this level on a practice claims something that its outcome should show."""


class Claim(Value):
    """A practice that claims a level which its measure does not show."""

    practice: str
    level: int
    measure: str
    reading: Number
    expected: Number
    """The organisation's own target, or the reference."""


def readings_that_count(given: Iterable[Reading], items: Mapping[str, Item]) -> Mapping[str, Fraction]:
    """For each measure the newest reading; where none was given, the mean of the answers to its metric question."""
    newest = {reading.measure: reading.value for reading in sorted(given, key=lambda reading: period_end(reading.period))}
    answered: dict[str, Fraction] = {}
    for item in items.values():
        question = item.asked.question
        if isinstance(question, Metric) and (measured := item.measured) is not None:
            answered.setdefault(question.measure, measured)
    return answered | newest


def period_end(period: str) -> tuple[int, int]:
    """Year and month in which a period ends: a year, a quarter (2026-Q3) or a month (2026-09)."""
    year, _, part = period.partition("-")
    if not part:
        return int(year), 12
    return int(year), 3 * int(part[1]) if part[0] == "Q" else int(part)


def claims_against_outcomes(
    questionnaire: Questionnaire, score: AssessmentScore, readings: Mapping[str, Fraction], expected: Mapping[str, Fraction]
) -> tuple[Claim, ...]:
    """Practices at level 3 or above with a linked measure on the wrong side of what is expected of it.

    `readings` and `expected` (the own target, else the reference) by measure id; a measure without either says nothing.
    """
    found = []
    for practice in questionnaire.practices.values():
        level = score.practices[practice.id].level if practice.id in score.practices else None
        if level is None or level < CLAIMED:
            continue
        for measure in map(questionnaire.measure_by_id.__getitem__, practice.linked_measures):
            reading, wanted = readings.get(measure.id), expected.get(measure.id)
            if reading is not None and wanted is not None and not measure.reaches(reading, wanted):
                found.append(Claim(practice=practice.id, level=level, measure=measure.id, reading=reading, expected=wanted))
    return tuple(found)
