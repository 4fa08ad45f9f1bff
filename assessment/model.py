"""An assessment and what may happen to it."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import AfterValidator, model_validator

from ground.errors import PlumblineError
from ground.text import Line, Text, plain
from ground.value import Exact, Value
from questionnaires.answer import Consensus, Evidence, Period, State
from questionnaires.model import Mode, Scalar, Slug, Version


def _link(text: str) -> str:
    kept = plain(text, 2000)
    if kept and not kept.startswith(("https://", "http://")):
        raise ValueError("A link starts with https:// or http://. Put anything else into the evidence text.")
    return kept


def _sample(number: int) -> int:
    if not 1 <= number <= LARGEST_SAMPLE:
        raise ValueError(f"A sample size lies between 1 and {LARGEST_SAMPLE:,}. Leave it empty where nobody counted.")
    return number


LARGEST_SAMPLE = 2_000_000_000
"""More would not fit into the column of either engine."""
Link = Annotated[str, AfterValidator(_link)]
Sample = Annotated[int, AfterValidator(_sample)]


class AssessmentState(StrEnum):
    """Open to answers, or frozen with a result."""

    OPEN = "open"
    FINAL = "final"


class AssessmentClosed(PlumblineError):
    """Answers of a final assessment never change."""

    def __init__(self) -> None:
        super().__init__("This assessment is final. Reopen it to change answers.")


class Assessment(Value):
    """One questionnaire, asked of one function, over one period."""

    id: UUID
    function_id: UUID
    edition_id: UUID
    questionnaire: str
    version: str
    name: Line
    starts: date
    ends: date
    mode: Mode
    state: AssessmentState = AssessmentState.OPEN
    targets: Mapping[str, int]
    """The level aimed at, by practice id."""
    started_at: datetime
    finalised_at: datetime | None = None
    row_version: int = 1

    def require_open(self) -> Self:
        """Itself; AssessmentClosed when final."""
        if self.state is AssessmentState.FINAL:
            raise AssessmentClosed
        return self


class Footing(Value):
    """The result of another questionnaire that levels were read from."""

    assessment_id: UUID
    result_id: UUID
    """Which of the assessment's results: reopening and finalising again makes another."""


class GatePolicy(Value):
    """The organisation's own value for an adoption gate, and why."""

    gate: Slug
    at_least: Exact
    reason: Text = ""
    row_version: int = 1


class Aims(Value):
    """What a person says of a target profile: its name, why these levels, and the level of each practice by its id."""

    name: Line
    reason: Text = ""
    levels: Mapping[str, int]


class TargetProfile(Aims):
    """A named set of targets that the organisation keeps for one questionnaire."""

    id: UUID
    questionnaire: Slug
    set_by: UUID | None
    """None: the program itself."""
    set_at: datetime
    row_version: int = 1


class RecordedAnswer(Value):
    """One respondent's answer as it stands: what scoring reads, and what only people read."""

    question: str
    state: State | None
    """None: not answered, though a note, evidence or a mark for discussion may be there."""
    value: Scalar | None = None
    reason: Text = ""
    note: Text = ""
    evidence: Evidence = "E0"
    evidence_text: Text = ""
    evidence_link: Link = ""
    discuss: bool = False
    period: Period | None = None
    """Metric questions: the period whose reading this answer confirms; the reading's value is the answer's."""
    saved_at: datetime
    row_version: int = 1


class Agreed(Consensus):
    """The answer to a question that those who answered agreed on, with what settled it."""

    agreed_at: datetime
    row_version: int = 1


class Spread(Value):
    """What several people said to one question."""

    people: int
    values: tuple[tuple[Exact, int], ...]
    """Each value on the question's own scale with how many said it, ascending; a no that follows from another answer is 0."""


class OutcomeReading(Value):
    """One measured value of one function in one period; the only one for that measure, function and period."""

    id: UUID
    function_id: UUID
    measure: str
    value: Exact
    period: Period
    sample: Sample | None = None
    source: Text = ""
    entered_at: datetime
    row_version: int = 1


class MeasureTarget(Value):
    """The organisation's own target for a measure."""

    measure: str
    value: Exact


class Start(Value):
    """What a person decides when an assessment starts; None takes the sensible default."""

    questionnaire: Slug
    version: Version | None = None
    function_id: UUID
    name: Line
    starts: date
    ends: date
    mode: Mode = "full"
    targets: Mapping[str, int] | None = None

    @model_validator(mode="after")
    def _period_runs_forward(self) -> Self:
        if self.ends < self.starts:
            raise ValueError("The period ends before it starts. Choose a later end.")
        return self


class Given(Value):
    """What a person gave to a question: a value, or a state with its reason. The value is checked against its question later."""

    state: State = "answered"
    value: Any = None
    reason: Text = ""
    period: Period | None = None
    """Metric questions: which period was measured; None takes the month in which the assessment's period ends."""
    sample: Sample | None = None
    source: Text = ""


class Measured(Value):
    """A measured value with where it comes from. `period` is a year, a quarter or a month."""

    value: Exact
    period: Period
    sample: Sample | None = None
    source: Text = ""


class Annotation(Value):
    """What stands beside an answer; None leaves it as it is."""

    note: Text | None = None
    evidence: Evidence | None = None
    evidence_text: Text | None = None
    evidence_link: Link | None = None
    discuss: bool | None = None
