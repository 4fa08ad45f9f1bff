"""Many assessments of one questionnaire scored together: the same figures as `scoring.maturity.score`, to the last digit.

For what asks the same thing of thousands of assessments: simulations, re-scoring, cohorts. Not told here are the foundation gate (it
needs each assessment's own foundations), the evidenced index, the geometric mean, and everything of a trace.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

import numpy as np

from questionnaires.model import Dimension, Questionnaire
from scoring.coded import Coded
from scoring.cohort_practice import LEVELS, NO_CAP, UNTOLD, Levels, Scores, Sheet, Summed
from scoring.mean import whole
from scoring.plan import plan
from scoring.rationals import Flags, Rationals, WeightedMean
from scoring.seats import Seats, seen


@dataclass(frozen=True, slots=True, eq=False)
class CohortScore:
    """The figures of many assessments, in their order."""

    overall: Scores
    dimensions: Mapping[str, Scores]
    practices: Mapping[str, Scores]


def score_many(coded: Coded) -> CohortScore:
    """All assessments; InvalidAnswer where one of the coded values does not fit its question."""
    prepared = plan(coded.questionnaire, coded.mode)
    seats, voices = Seats(coded.groups, coded.answers.shape[2]), seen(prepared, coded)
    agreed = dict(zip(coded.values, coded.agreed, strict=True))
    practices: dict[str, Scores] = {}
    for name, practice in prepared.questionnaire.practices.items():
        asked = [prepared.asked[question.id] for question in practice.questions]
        standings = {one.id: seats.standing(voices[one.id], agreed[one.id]) for one in asked}
        practices[name] = Summed(Sheet(asked, coded.values, seats), seats, standings).scores(quick=coded.mode == "quick")
    dimensions = {dimension.id: _dimension(dimension, practices) for dimension in prepared.questionnaire.dimensions}
    # A quick mode may ask nothing at all.
    overall = _overall(prepared.questionnaire, dimensions) if dimensions else _nothing(coded.answers.shape[2])
    return CohortScore(overall, dimensions, practices)


def _dimension(dimension: Dimension, practices: Mapping[str, Scores]) -> Scores:
    parts = [practices[practice.id] for practice in dimension.practices]
    return _group(parts, whole([practice.weight for practice in dimension.practices]), [part.applicable for part in parts])


def _overall(content: Questionnaire, dimensions: Mapping[str, Scores]) -> Scores:
    """Levels over the mandatory dimensions, or over all in the assessments where none of those has anything applicable."""
    parts = [dimensions[dimension.id] for dimension in content.dimensions]
    mandatory = [part.applicable & dimension.mandatory for part, dimension in zip(parts, content.dimensions, strict=True)]
    without = ~reduce(or_, mandatory)
    judged = [must | (without & part.applicable) for must, part in zip(mandatory, parts, strict=True)]
    return _group(parts, whole([dimension.weight for dimension in content.dimensions]), judged)


def _nothing(assessments: int) -> Scores:
    untold = Rationals(np.zeros(assessments, np.int64), 1, np.zeros(assessments, np.bool_))
    return Scores(untold, untold, untold, untold, **{name: np.full(assessments, UNTOLD, np.int16) for name in LEVELS})


def _group(parts: Sequence[Scores], weights: Sequence[int], judged: Sequence[Flags]) -> Scores:
    """`judged`: the parts whose levels count."""
    mean = WeightedMean(weights, [part.applicable for part in parts])
    return Scores(
        index=mean.of([part.index for part in parts]),
        low=mean.of([part.low for part in parts]),
        high=mean.of([part.high for part in parts]),
        completeness=mean.of([part.completeness for part in parts]),
        **{name: _minimum([getattr(part, name) for part in parts], judged) for name in LEVELS},
    )


def _minimum(levels: Sequence[Levels], judged: Sequence[Flags]) -> Levels:
    """The lowest; UNTOLD, which is below all, where one is not told or none counts."""
    lowest = np.minimum.reduce([np.where(counts, level, NO_CAP) for level, counts in zip(levels, judged, strict=True)])
    return np.where(lowest == NO_CAP, UNTOLD, lowest)
