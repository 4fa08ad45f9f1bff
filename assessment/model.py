"""An assessment and what may happen to it."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field

from ground.errors import PlumblineError
from ground.text import Line, Text
from ground.value import Exact, Value
from questionnaires.answer import Evidence, State
from questionnaires.model import Mode, Scalar


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
    evidence_link: str = ""
    discuss: bool = False
    saved_at: datetime
    row_version: int = 1


class OutcomeReading(Value):
    """One measured value of one function in one period; the only one for that measure, function and period."""

    id: UUID
    function_id: UUID
    measure: str
    value: Exact
    period: str
    sample: Annotated[int, Field(ge=1)] | None = None
    source: Text = ""
    entered_at: datetime
    row_version: int = 1


class MeasureTarget(Value):
    """The organisation's own target for a measure."""

    measure: str
    value: Exact
