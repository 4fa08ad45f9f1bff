"""How assessments are kept. Only the store of this room opens these tables."""

from datetime import date, datetime
from fractions import Fraction
from typing import Any, ClassVar, get_args
from uuid import UUID

from sqlalchemy import Column, ColumnElement, ForeignKeyConstraint, Index, Text, UniqueConstraint, exists, text
from sqlalchemy.orm import aliased
from sqlmodel import Field

from assessment.model import AssessmentState
from questionnaires.answer import Evidence, State
from questionnaires.model import Group, Mode
from storage.row import EditableRow, ExactType, Id, Json, SharedRow, TenantRow, UtcDateTime, checked, foreign, indexed, one_of, unique

_CURRENT = text("superseded_at IS NULL")


class EditionRow(SharedRow, table=True):
    """The exact questionnaire that assessments run on, unique by its content's hash."""

    __tablename__ = "edition"
    __table_args__ = (UniqueConstraint("hash"),)
    resource: ClassVar[str] = "edition"

    hash: str
    questionnaire: str
    version: str
    canonical: str = Field(sa_column=Column(Text, nullable=False))


class AssessmentRow(EditableRow, table=True):
    """One questionnaire, asked of one function, over one period."""

    __tablename__ = "assessment"
    __table_args__ = (
        foreign("function", "function_id"),
        one_of("mode", get_args(Mode)),
        one_of("state", AssessmentState),
        checked("period", "ends >= starts"),
        checked("finalised", "(state = 'final') = (finalised_at IS NOT NULL)"),
        indexed("function_id", "questionnaire"),
    )
    resource: ClassVar[str] = "assessment"

    function_id: UUID = Field(sa_type=Id)
    edition_id: UUID = Field(sa_type=Id, foreign_key="edition.id")
    questionnaire: str
    version: str
    name: str
    starts: date
    ends: date
    mode: str
    state: str
    targets: dict[str, int] = Field(sa_type=Json)
    started_at: datetime = Field(sa_type=UtcDateTime)
    finalised_at: datetime | None = Field(default=None, sa_type=UtcDateTime)

    @classmethod
    def owned_by(cls, person_id: UUID) -> ColumnElement[bool]:
        """Those that the person is asked to answer."""
        asked = _another_look()
        return exists().where(asked.assessment_id == cls.id, asked.person_id == person_id)

    @classmethod
    def answered_by(cls, respondent_id: UUID) -> ColumnElement[bool]:
        """The one that the respondent is asked to answer."""
        asked = _another_look()
        return exists().where(asked.assessment_id == cls.id, asked.id == respondent_id)


class RespondentRow(TenantRow, table=True):
    """One of several who answer; without a person for the anonymous."""

    __tablename__ = "respondent"
    __table_args__ = (
        foreign("assessment", "assessment_id"),
        foreign("membership", "person_id", to="person_id"),
        one_of("role_group", get_args(Group)),
        unique("assessment_id", "person_id"),
        unique("assessment_id", "id"),
    )
    resource: ClassVar[str] = "respondent"
    owner_column: ClassVar[str | None] = "person_id"
    respondent_column: ClassVar[str | None] = "id"

    assessment_id: UUID = Field(sa_type=Id)
    person_id: UUID | None = Field(default=None, sa_type=Id)
    role_group: str
    name: str = Field(default="", sa_column_kwargs={"server_default": ""})
    """As they gave it, or a pseudonym; empty for a person, who has a name."""
    practices: list[str] | None = Field(default=None, sa_type=Json, nullable=True)
    """What they are asked about; None: everything that concerns their role group."""


class AnswerRow(EditableRow, table=True):
    """What one respondent said to one question. No state: not answered, though a note or a mark may be there."""

    __tablename__ = "answer"
    __table_args__ = (
        foreign("assessment", "assessment_id"),
        ForeignKeyConstraint(
            ["organisation_id", "assessment_id", "respondent_id"],
            ["respondent.organisation_id", "respondent.assessment_id", "respondent.id"],
        ),
        unique("assessment_id", "respondent_id", "question"),
        one_of("state", get_args(State)),
        one_of("evidence", get_args(Evidence)),
        checked("reason", "state <> 'not_applicable' OR reason <> ''"),
        checked("texts", "length(note) <= 10000 AND length(reason) <= 10000 AND length(evidence_text) <= 10000"),
    )
    resource: ClassVar[str] = "answer"
    respondent_column: ClassVar[str | None] = "respondent_id"

    assessment_id: UUID = Field(sa_type=Id)
    respondent_id: UUID = Field(sa_type=Id)
    question: str
    state: str | None = None
    value: Any = Field(default=None, sa_type=Json, nullable=True)
    period: str | None = None
    reason: str = ""
    note: str = ""
    evidence: str = "E0"
    evidence_text: str = ""
    evidence_link: str = ""
    discuss: bool = False
    saved_at: datetime = Field(sa_type=UtcDateTime)

    @classmethod
    def owned_by(cls, person_id: UUID) -> ColumnElement[bool]:
        """What the person said."""
        said_by = _another_look()
        return exists().where(said_by.id == cls.respondent_id, said_by.person_id == person_id)


class ConsensusRow(EditableRow, table=True):
    """The answer that those who answered agreed on. It stands for all of theirs, which stay as they are."""

    __tablename__ = "consensus"
    __table_args__ = (
        foreign("assessment", "assessment_id"),
        unique("assessment_id", "question"),
        one_of("evidence", get_args(Evidence)),
        checked("rationale", "rationale <> '' AND length(rationale) <= 10000"),
    )
    resource: ClassVar[str] = "consensus"

    assessment_id: UUID = Field(sa_type=Id)
    question: str
    value: Any = Field(sa_type=Json)
    rationale: str
    evidence: str | None = None
    agreed_at: datetime = Field(sa_type=UtcDateTime)


class ResultRow(TenantRow, table=True):
    """A frozen result with the facts it was made from. Reopening keeps it as superseded."""

    __tablename__ = "result"
    __table_args__ = (
        foreign("assessment", "assessment_id"),
        # One current result an assessment; superseded ones are kept beside it.
        Index("uq_result_current", "organisation_id", "assessment_id", unique=True, sqlite_where=_CURRENT, postgresql_where=_CURRENT),
        checked("superseded", "(superseded_at IS NULL) = (superseded_reason IS NULL)"),
    )
    resource: ClassVar[str] = "result"

    assessment_id: UUID = Field(sa_type=Id)
    edition_hash: str
    method: str
    score: str = Field(sa_type=Text)
    """JSON in the questionnaire's order."""
    responses: Any = Field(sa_type=Json)
    stands_on: Any = Field(default=None, sa_type=Json, nullable=True)
    """By questionnaire: the assessment and the result that the levels of its practices were read from."""
    frozen_at: datetime = Field(sa_type=UtcDateTime)
    superseded_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    superseded_reason: str | None = None


class ReadingRow(EditableRow, table=True):
    """The one reading of a measure, for a function and a period; earlier figures are in its events."""

    __tablename__ = "reading"
    __table_args__ = (
        foreign("function", "function_id"),
        unique("function_id", "measure", "period"),
        checked("sample", "sample IS NULL OR sample >= 1"),
    )
    resource: ClassVar[str] = "reading"

    function_id: UUID = Field(sa_type=Id)
    measure: str
    period: str
    period_ends: date
    value: Fraction = Field(sa_type=ExactType)
    sample: int | None = None
    source: str = ""
    entered_at: datetime = Field(sa_type=UtcDateTime)


class MeasureTargetRow(EditableRow, table=True):
    """The organisation's own target for a measure in one function."""

    __tablename__ = "measure_target"
    __table_args__ = (foreign("function", "function_id"), unique("function_id", "measure"))
    resource: ClassVar[str] = "measure_target"

    function_id: UUID = Field(sa_type=Id)
    measure: str
    value: Fraction = Field(sa_type=ExactType)


class GatePolicyRow(EditableRow, table=True):
    """The organisation's own value for an adoption gate, instead of the questionnaire's."""

    __tablename__ = "gate_policy"
    __table_args__ = (unique("gate"),)
    resource: ClassVar[str] = "gate_policy"

    gate: str
    at_least: Fraction = Field(sa_type=ExactType)
    reason: str


class TargetProfileRow(EditableRow, table=True):
    """A named set of targets for the practices of one questionnaire."""

    __tablename__ = "target_profile"
    __table_args__ = (foreign("membership", "set_by", to="person_id"), unique("questionnaire", "name"))
    resource: ClassVar[str] = "target_profile"

    questionnaire: str
    name: str
    reason: str
    levels: dict[str, int] = Field(sa_type=Json)
    set_by: UUID | None = Field(default=None, sa_type=Id)
    set_at: datetime = Field(sa_type=UtcDateTime)


def _another_look() -> Any:  # noqa: ANN401 - the class again, with columns in the place of its fields
    # Under a name of its own: beside the respondents of the statement around it, SQLAlchemy would take it for those.
    return aliased(RespondentRow)
