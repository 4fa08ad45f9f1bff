"""The register's tables: the action as it stands, and one row for each thing that happened to it."""

from datetime import date, datetime
from fractions import Fraction
from typing import ClassVar
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field

from improvement.history import Happening
from improvement.model import OPEN, Status
from storage.row import EditableRow, ExactType, Id, Json, TenantRow, UtcDateTime, checked, foreign, indexed, one_of, unique

_OPEN = ", ".join(f"'{status}'" for status in sorted(OPEN))
_LEVELS = "BETWEEN 0 AND 100"


class ActionRow(EditableRow, table=True):
    """One action of the register."""

    __tablename__ = "action"
    __table_args__ = (
        unique("number"),
        foreign("function", "function_id"),
        foreign("assessment", "assessment_id"),
        foreign("membership", "owner_id", to="person_id"),
        foreign("membership", "done_by", to="person_id"),
        foreign("membership", "verified_by", to="person_id"),
        one_of("status", Status),
        checked("number", "number >= 1"),
        checked("title", "length(title) BETWEEN 1 AND 200"),
        checked("description", "length(description) <= 10000"),
        checked("done_when", "length(done_when) <= 10000"),
        checked("per_cent", "per_cent BETWEEN 0 AND 100"),
        checked("level_from", f"level_from {_LEVELS}"),
        checked("level_to", f"level_to {_LEVELS} AND (level_from IS NULL OR level_to > level_from)"),
        checked("owned", "status IN ('proposed', 'cancelled') OR (owner_id IS NOT NULL AND due IS NOT NULL AND first_due IS NOT NULL)"),
        checked("done", "status NOT IN ('done', 'verified') OR (done_at IS NOT NULL AND done_by IS NOT NULL AND per_cent = 100)"),
        checked("verified", "(status = 'verified') = (verified_by IS NOT NULL)"),
        checked("recommended", "recommended IS NULL OR (questionnaire IS NOT NULL AND assessment_id IS NOT NULL)"),
        checked("row_version", "row_version >= 1"),
        indexed("status"),
        indexed("owner_id"),
        # A double click accepts once: the engine refuses a second open action for one recommendation and function.
        Index(
            "uq_action_open_recommendation",
            "organisation_id",
            "function_id",
            "questionnaire",
            "recommended",
            unique=True,
            sqlite_where=text(f"recommended IS NOT NULL AND status IN ({_OPEN})"),
            postgresql_where=text(f"recommended IS NOT NULL AND status IN ({_OPEN})"),
        ),
    )
    resource: ClassVar[str] = "action"
    owner_column: ClassVar[str | None] = "owner_id"

    number: int
    title: str
    description: str
    practice: str | None
    questionnaire: str | None
    assessment_id: UUID | None = Field(sa_type=Id)
    function_id: UUID = Field(sa_type=Id)
    recommended: str | None
    status: str
    per_cent: int
    owner_id: UUID | None = Field(sa_type=Id)
    due: date | None
    first_due: date | None
    level_from: int | None
    level_to: int | None
    index_lift: Fraction | None = Field(sa_type=ExactType)
    effort_low: Fraction | None = Field(sa_type=ExactType)
    effort_high: Fraction | None = Field(sa_type=ExactType)
    cost_low: Fraction | None = Field(sa_type=ExactType)
    cost_high: Fraction | None = Field(sa_type=ExactType)
    done_when: str
    steps: list[str] = Field(sa_type=Json)
    measure: str | None
    proposed_at: datetime = Field(sa_type=UtcDateTime)
    accepted_at: datetime | None = Field(sa_type=UtcDateTime)
    updated_at: datetime = Field(sa_type=UtcDateTime)
    done_at: datetime | None = Field(sa_type=UtcDateTime)
    done_by: UUID | None = Field(sa_type=Id)
    verified_by: UUID | None = Field(sa_type=Id)


class ActionUpdateRow(TenantRow, table=True):
    """One thing that happened to an action: who, when, and what stood before and after. Never changed."""

    __tablename__ = "action_update"
    __table_args__ = (
        unique("action_id", "version"),
        foreign("action", "action_id"),
        foreign("membership", "by_id", to="person_id"),
        one_of("what", Happening),
        one_of("status_before", Status),
        one_of("status_after", Status),
        checked("version", "version >= 1"),
        checked("per_cent_before", "per_cent_before BETWEEN 0 AND 100"),
        checked("per_cent_after", "per_cent_after BETWEEN 0 AND 100"),
        checked("note", "length(note) <= 10000"),
        checked("evidence", "length(evidence) <= 10000"),
        checked("reason", "length(reason) <= 10000"),
    )
    resource: ClassVar[str] = "action_update"

    action_id: UUID = Field(sa_type=Id)
    version: int
    what: str
    at: datetime = Field(sa_type=UtcDateTime)
    by_id: UUID | None = Field(sa_type=Id)
    status_before: str | None
    status_after: str
    per_cent_before: int
    per_cent_after: int
    due_before: date | None
    due_after: date | None
    owner_before: UUID | None = Field(sa_type=Id)
    owner_after: UUID | None = Field(sa_type=Id)
    note: str
    evidence: str
    reason: str
