"""One question of many assessments: who has a voice in it, and the mean of what they say (scoring specification, sections 2 and 5)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby, pairwise
from math import lcm

import numpy as np

from questionnaires.model import Condition
from scoring.coded import FIRST, IMPLIED_NO, MISSING, NO_PART, NOT_APPLICABLE, Coded, Codes
from scoring.packing import Wholes, kind
from scoring.plan import Asked, Plan
from scoring.rationals import Flags

_SHOWN = 255
"""No state: the question's own code counts."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one question stands in each assessment."""

    voices: Codes
    """Seats x assessments, with what the parents' answers make of them."""
    agreed: Codes | None
    """None where no assessment has a consensus on it."""
    weights: Sequence[Wholes]
    """What one voice of each role group weighs: all together `Seats.whole`, or nothing beside a consensus."""
    answered: Flags
    missing: Flags


class Seats:
    """The role groups of the seats of so many assessments."""

    def __init__(self, groups: Sequence[str], assessments: int) -> None:
        sizes = [len(list(members)) for _, members in groupby(groups)]
        ends = np.cumsum([0, *sizes])
        self._groups = [slice(int(begin), int(end)) for begin, end in pairwise(ends)]
        most, self._states = max(sizes, default=0), 1 + len(sizes)
        self.whole = lcm(*range(1, most + 1)) * lcm(*range(1, self._states))
        """What can be shared out without a rest among any number of groups, and in each among any number of voices."""
        shares = [self.whole // max(1, voices * with_voice) for voices in range(most + 1) for with_voice in range(self._states)]
        self._shares: Wholes = np.array(shares, kind(self.whole))
        self._count = np.min_scalar_type(len(shares))
        # Filled again for every question: asking the system for fresh memory would cost more than the look-ups.
        self._found = np.empty((len(groups), assessments), np.int64)

    def standing(self, voices: Codes, agreed: Codes) -> Standing:
        """Of one question."""
        speaking = (voices >= IMPLIED_NO).view(np.uint8)
        counts = [np.add.reduce(speaking[group], axis=0, dtype=self._count) for group in self._groups]
        with_voice = sum((count > 0 for count in counts), start=np.zeros(len(agreed), self._count))
        weights = [self._shares.take(count * self._states + with_voice) for count in counts]
        answered = with_voice > 0
        if agreed.any():
            weights = [weight * (agreed == MISSING) for weight in weights]
            answered |= agreed > MISSING
        missing = ~(answered | (voices == NOT_APPLICABLE).any(0))
        return Standing(voices, agreed if agreed.any() else None, weights, answered, missing)

    def add_mean(self, table: Wholes, standing: Standing, to: Wholes) -> None:
        """Add `whole` times the mean of what each voice finds in the table: within its group, then over the groups; or the consensus's."""
        found = table.take(standing.voices) if table.dtype == object else table.take(standing.voices, out=self._found, mode="clip")
        for group, weight in zip(self._groups, standing.weights, strict=True):
            of_group = np.add.reduce(found[group], axis=0)
            of_group *= weight
            to += of_group
        if standing.agreed is not None:
            to += table.take(standing.agreed) * self.whole


def seen(prepared: Plan, coded: Coded) -> Mapping[str, Codes]:
    """Every question's codes once each respondent's own answers to its parents have decided whether they see it at all."""
    own = dict(zip(coded.values, coded.answers, strict=True))
    found: dict[str, Codes] = {}
    for name, asked in prepared.asked.items():
        if asked.condition is None:
            found[name] = own[name]
        else:
            parent = asked.condition.question
            what = _under(asked, asked.condition, _raw(prepared.asked[parent], coded)).take(found[parent])
            found[name] = np.where((own[name] == NO_PART) | (what == _SHOWN), own[name], what)
    return found


def _raw(parent: Asked, coded: Coded) -> Sequence[Fraction]:
    return [parent.outcome(value).raw for value in coded.values[parent.id]]


def _under(asked: Asked, condition: Condition, raws: Sequence[Fraction]) -> Codes:
    """What each code of the parent makes of the question."""
    hidden = NOT_APPLICABLE if asked.question.hidden_means == "not_applicable" else IMPLIED_NO
    below = dict.fromkeys(range(FIRST), MISSING) | {NOT_APPLICABLE: NOT_APPLICABLE, IMPLIED_NO: hidden}
    return np.array([*below.values(), *(_SHOWN if raw >= condition.at_least else hidden for raw in raws)], np.uint8)
