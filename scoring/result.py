"""What a result is: never one number, and every number with the terms that made it (scoring specification, section 1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import BeforeValidator, PlainSerializer

from ground.value import Value, as_text
from questionnaires.model import Mode


def _number(written: object) -> object:
    """A number from its text: unlike what people write, a computed one may have any count of digits."""
    return Fraction(written) if isinstance(written, int | str) else written


Number = Annotated[Fraction, BeforeValidator(_number), PlainSerializer(as_text, return_type=str | int)]
ItemState = Literal["answered", "unanswered", "dont_know", "not_applicable", "implied_no"]
GateState = Literal["ready", "not_ready", "not_determinable"]
PitfallState = Literal["found", "not_found", "not_determinable"]


# A dataclass, because an assessment has hundreds of terms and making one this way costs a tenth of a validated value.
@dataclass(frozen=True, slots=True)
class Term:
    """One item of a practice: what it brought to the numbers."""

    question: str
    weight: Number
    state: ItemState
    attainment: Number | None
    """The item's own attainment 0-1; None where missing or not applicable."""
    by_level: Mapping[int, Number | None]
    """Attainment at each level the item speaks to; None where missing."""
    low: Number | None
    high: Number | None
    """What the item could be at worst and at best, 0-1 (a letter's band edges; 0 and 1 where missing); None where not applicable."""
    evidenced: bool
    """Evidence grade E2 or better."""
    knocked_out: bool = False
    note: str = ""
    """For a person: a consensus was used, an answer to a hidden question was ignored ..."""


class Binding(Value):
    """What holds a practice back: it is at `level` (None: not assessed) and would have to be at `needs`."""

    holds: str
    id: str
    level: int | None
    needs: int


class Score(Value):
    """The figures of a practice, a dimension or the whole. Indices are 0-100 exact; None where nobody can tell."""

    index: Number | None
    low: Number | None
    high: Number | None
    interval: tuple[float, float] | None = None
    level: int | None
    level_low: int | None
    level_high: int | None
    gated_level: int | None
    binding: tuple[Binding, ...]
    completeness: Number | None
    """Answered / applicable weight, 0-1; None where nothing is applicable."""
    evidenced_index: Number | None
    agreement: float | None = None


class PracticeScore(Score):
    """A practice's figures with the terms they come from."""

    scope_limited: bool
    attainment: Mapping[int, Number | None]
    """A(p, l) at each level with applicable items; None where none of those is answered."""
    trace: tuple[Term, ...]
    knockouts: tuple[str, ...] = ()
    """Questions whose attainment fell below their knockout."""
    not_applicable_effect: Number | None = None
    """Index minus the index with the not-applicable items at 0; None without such items."""


class GroupScore(Score):
    """A dimension's or the whole's figures; the geometric mean, minimum and range are over its practices."""

    geometric: float | None
    minimum: Number | None
    range: Number | None
    parts: Mapping[str, Number]
    """The weight of each part with something applicable."""


class GateResult(Value):
    """An adoption gate: ready only where the reading reaches the threshold; no reading is never passed."""

    id: str
    state: GateState
    reading: Number | None
    at_least: Number | None = None
    """The value that was asked for: the organisation's own, or the questionnaire's; None in results of earlier versions."""


class Because(Value):
    """One name a rule used, and its value."""

    name: str
    value: Number | None


class PitfallResult(Value):
    """Whether a pitfall's rule holds, and what made it so."""

    id: str
    state: PitfallState
    because: tuple[Because, ...]


class Axis(Value):
    """Difference of two means over tagged questions, -1 to 1, with its bounds; None where one side has no answers."""

    position: Number | None
    low: Number | None
    high: Number | None


class Posture(Value):
    """Reactive (-1) to proactive (+1), and defensive (-1) to strategic (+1)."""

    stance: Axis
    posture: Axis


class AssessmentScore(Value):
    """The whole result of one assessment."""

    questionnaire: str
    version: str
    hash: str
    method: str
    mode: Mode
    overall: GroupScore
    dimensions: Mapping[str, GroupScore]
    practices: Mapping[str, PracticeScore]
    gates: tuple[GateResult, ...]
    pitfalls: tuple[PitfallResult, ...]
    posture: Posture


class Figure(Value):
    """An index with what the missing answers could make of it."""

    index: Number | None
    low: Number | None
    high: Number | None


class Difference(Value):
    """The same items, then and now. No verdict: whether it is more than noise is another question."""

    before: Figure
    after: Figure

    @property
    def points(self) -> Fraction | None:
        """Index points gained; None where one of the two is not known."""
        if self.before.index is None or self.after.index is None:
            return None
        return self.after.index - self.before.index


class Change(Value):
    """The difference between two assessments on their common items."""

    questions: tuple[str, ...]
    """Ids of the common items: same id, same anchors or options."""
    overall: Difference
    practices: Mapping[str, Difference]
