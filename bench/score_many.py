"""What scoring thousands of assessments together costs, against one by one and against touching their answers once.

python -m bench.score_many
"""

import sys
from functools import partial

import numpy as np

from bench.score_assessment import VALUES, milliseconds, questionnaire
from questionnaires.answer import Answer, Respondent, Responses
from questionnaires.model import Group
from scoring.coded import FIRST, MISSING, NOT_APPLICABLE, Coded
from scoring.cohort import score_many
from scoring.maturity import score

ASSESSMENTS, SAMPLE = 10_000, 20
GROUPS: tuple[Group, ...] = ("leader", "leader", "staff", "staff", "staff")
GAPS = 17
"""One answer in so many is missing; one in as many squared does not apply."""
LEAST_GAIN = 100
MOST_TOUCHES = 60
"""Ten was hoped for. Looking every answer up and adding it to its group's costs that alone; the rest is ranges and levels."""


def coded() -> Coded:
    """Random answers of every kind, with gaps."""
    asked, random = questionnaire(), np.random.default_rng(1)
    values = {name: VALUES[question.kind] for name, question in asked.questions.items()}
    shape = (len(GROUPS), ASSESSMENTS)
    answers = np.array([random.integers(FIRST, FIRST + len(known), shape, dtype=np.uint8) for known in values.values()])
    answers[random.integers(GAPS, size=answers.shape, dtype=np.uint8) == 0] = MISSING
    answers[random.integers(GAPS**2, size=answers.shape, dtype=np.uint16) == 0] = NOT_APPLICABLE
    return Coded(asked, "full", GROUPS, values, answers, np.zeros((len(values), ASSESSMENTS), np.uint8))


def responses(many: Coded, at: int) -> Responses:
    """One of the assessments as people gave it."""
    said = [
        Answer(respondent=f"r{seat}", question=name, **_said(many, name, int(many.answers[row, seat, at])))
        for row, name in enumerate(many.values)
        for seat in range(len(GROUPS))
        if many.answers[row, seat, at] != MISSING
    ]
    people = tuple(Respondent(id=f"r{seat}", group=group) for seat, group in enumerate(GROUPS))
    return Responses(questionnaire=many.questionnaire.id, version=many.questionnaire.version, respondents=people, answers=tuple(said))


def _said(many: Coded, name: str, code: int) -> dict[str, object]:
    return {"state": "not_applicable"} if code == NOT_APPLICABLE else {"value": many.values[name][code - FIRST]}


def main() -> int:
    many = coded()
    sample = [responses(many, at) for at in range(SAMPLE)]
    together, found = milliseconds(partial(score_many, many), 15), score_many(many)
    single = milliseconds(lambda: [score(many.questionnaire, one) for one in sample], 3) / SAMPLE
    touch = milliseconds(many.answers.sum, 20)
    for at, one in enumerate(sample):
        if found.overall.index.fraction(at) != score(many.questionnaire, one).overall.index:
            raise RuntimeError("Together and one by one do not agree.")
    gain, touches = single * ASSESSMENTS / together, together / touch
    print(f"{together:8.1f} ms  {ASSESSMENTS} assessments together, {many.answers.size / 1e6:.0f} million answers")
    print(f"{single:8.2f} ms  one of them alone: together is {gain:.0f} x faster, at least {LEAST_GAIN}")
    print(f"{touch:8.2f} ms  adding up all codes once: together costs {touches:.1f} x as much, at most {MOST_TOUCHES}")
    return int(gain < LEAST_GAIN or touches > MOST_TOUCHES)


if __name__ == "__main__":
    sys.exit(main())
