"""Rows in, values out: assessments, respondents and frozen results. Tables are opened here, in answers.py and in measures_store.py only."""

from collections.abc import Mapping
from uuid import UUID

from sqlmodel import col

from assessment.model import Assessment
from assessment.tables import AssessmentRow, RespondentRow, ResultRow
from people.model import Verb
from people.work import Work


def assessment_row(work: Work, assessment_id: UUID, verb: Verb = "read") -> AssessmentRow:
    """The row; NotFound alike for missing and foreign."""
    return work.get(AssessmentRow, assessment_id, verb)


def as_assessment(row: AssessmentRow) -> Assessment:
    """The value of a row."""
    return Assessment.model_validate(row, from_attributes=True)


def assessments(work: Work) -> tuple[Assessment, ...]:
    """All that the actor may see, latest period first."""
    newest_first = (col(AssessmentRow.ends).desc(), col(AssessmentRow.started_at).desc())
    return tuple(as_assessment(row) for row in work.session.scalars(work.select(AssessmentRow).order_by(*newest_first)))


def put(work: Work, row: AssessmentRow, changes: Mapping[str, object]) -> Assessment:
    """Save changed fields; Conflict when somebody else saved first."""
    expected = row.row_version
    for field, value in changes.items():
        setattr(row, field, value)
    work.save(row, expected)
    return as_assessment(row)


def respondents(work: Work, assessment_id: UUID) -> tuple[RespondentRow, ...]:
    """Everybody who answers, in order of joining."""
    query = work.select(RespondentRow).where(col(RespondentRow.assessment_id) == assessment_id).order_by(col(RespondentRow.id))
    return tuple(work.session.scalars(query))


def current_result(work: Work, assessment_id: UUID) -> ResultRow | None:
    """The result in force; None while the assessment has none."""
    query = work.select(ResultRow).where(col(ResultRow.assessment_id) == assessment_id, col(ResultRow.superseded_at).is_(None))
    return work.session.scalars(query).one_or_none()


def superseded_results(work: Work, assessment_id: UUID) -> tuple[ResultRow, ...]:
    """Results kept from before each reopening, oldest first."""
    query = work.select(ResultRow).where(col(ResultRow.assessment_id) == assessment_id, col(ResultRow.superseded_at).is_not(None))
    return tuple(work.session.scalars(query.order_by(col(ResultRow.frozen_at))))
