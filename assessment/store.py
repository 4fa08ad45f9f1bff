"""Rows in, values out: assessments, respondents and frozen results. Tables are opened here, in answers.py and in measures_store.py only."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, bindparam, exists, false, or_, select
from sqlmodel import col

from assessment.model import Assessment
from assessment.tables import AnswerRow, AssessmentRow, RespondentRow, ResultRow
from people.door_tables import InvitationRow
from people.model import Actor, Person, Respondent, Verb
from people.reach import allowed
from people.work import Work
from scoring.result import AssessmentScore
from storage.session import limited


class Place(NamedTuple):
    """One of those who answer."""

    group: str
    is_member: bool
    """Of the organisation; others came by invitation."""
    is_anonymous: bool
    """Nothing that is kept says who it is: no person, and no invitation by name."""


Identity = UUID | str
"""A member's own id, or the address that somebody was invited by."""
_OF_IT = col(RespondentRow.assessment_id) == col(AssessmentRow.id)
_IN_IT = col(AnswerRow.assessment_id) == col(AssessmentRow.id)


def assessment_row(work: Work, assessment_id: UUID, verb: Verb = "read") -> AssessmentRow:
    """The row; NotFound alike for missing and foreign."""
    return work.get(AssessmentRow, assessment_id, verb)


def place(work: Work, assessment_id: UUID, question: str) -> tuple[AssessmentRow, RespondentRow | None, AnswerRow | None]:
    """The assessment, the actor's place in it and their answer to a question, in one look: every click asks for the three."""
    found = work.session.execute(_place(work.actor), {"assessment": assessment_id, "question": question}).first()
    if found is None:
        return assessment_row(work, assessment_id), None, None
    row, respondent, answer = found
    return row, respondent, answer


@lru_cache(maxsize=1024)
def _place(actor: Actor) -> Select[AssessmentRow, RespondentRow | None, AnswerRow | None]:
    # What is asked depends on the actor alone, and telling it to SQLAlchemy costs twice as much as asking.
    respondent, answer = col(RespondentRow.id), col(AnswerRow.respondent_id)
    own = and_(_OF_IT, _themselves(actor), allowed(actor, RespondentRow))
    given = and_(_IN_IT, answer == respondent, col(AnswerRow.question) == bindparam("question"), allowed(actor, AnswerRow))
    asked = select(AssessmentRow, RespondentRow, AnswerRow).outerjoin(RespondentRow, own).outerjoin(AnswerRow, given)
    return limited(asked.where(col(AssessmentRow.id) == bindparam("assessment"), allowed(actor, AssessmentRow)))


def own_respondent(work: Work, assessment_id: UUID) -> RespondentRow | None:
    """The actor's own place in an assessment."""
    query = work.select(RespondentRow).where(col(RespondentRow.assessment_id) == assessment_id, _themselves(work.actor))
    return work.session.scalars(query).one_or_none()


def _themselves(actor: Actor) -> ColumnElement[bool]:
    if isinstance(actor, Person):
        return RespondentRow.owned_by(actor.id)
    return RespondentRow.answered_by(actor.id) if isinstance(actor, Respondent) else false()


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
    """Everybody who answers, in an order that never changes and says nothing."""
    query = work.select(RespondentRow).where(col(RespondentRow.assessment_id) == assessment_id).order_by(col(RespondentRow.id))
    return tuple(work.session.scalars(query))


def places(work: Work, assessment_id: UUID) -> Mapping[UUID, Place]:
    """The place behind each answer that the actor may read, and of each respondent they may see, by respondent."""
    known = exists().where(col(InvitationRow.respondent_id) == col(RespondentRow.id))
    columns = (col(RespondentRow.id), col(RespondentRow.role_group), col(RespondentRow.person_id), known.label("known"))
    query = select(*columns).where(*_reached(work, assessment_id)).order_by(col(RespondentRow.id))
    return {row.id: _place_of(row.role_group, row.person_id, row.known) for row in work.session.execute(limited(query))}


def identities(work: Work, assessment_id: UUID) -> Mapping[UUID, Identity]:
    """Of the same respondents, those of whom anything is kept that says who they are. For comparing alone: nobody is told."""
    columns = (col(RespondentRow.id), col(RespondentRow.person_id), col(InvitationRow.email))
    query = select(*columns).outerjoin(InvitationRow, col(InvitationRow.respondent_id) == col(RespondentRow.id))
    found = work.session.execute(limited(query.where(*_reached(work, assessment_id)).order_by(col(RespondentRow.id))))
    return {row.id: row.person_id or row.email.casefold() for row in found if row.person_id or row.email}


def _reached(work: Work, assessment_id: UUID) -> tuple[ColumnElement[bool], ...]:
    answered = exists().where(col(AnswerRow.respondent_id) == col(RespondentRow.id), allowed(work.actor, AnswerRow))
    reached = or_(allowed(work.actor, RespondentRow), and_(RespondentRow.within(work.organisation_id), answered))
    return col(RespondentRow.assessment_id) == assessment_id, reached


def _place_of(group: str, person: UUID | None, known: bool) -> Place:  # noqa: FBT001 - a column
    return Place(group, is_member=person is not None, is_anonymous=person is None and not known)


def current_result(work: Work, assessment_id: UUID) -> ResultRow | None:
    """The result in force; None while the assessment has none."""
    query = work.select(ResultRow).where(col(ResultRow.assessment_id) == assessment_id, col(ResultRow.superseded_at).is_(None))
    return work.session.scalars(query).one_or_none()


def result(work: Work, result_id: UUID) -> ResultRow:
    """One result, superseded or not; NotFound alike for missing and foreign."""
    return work.get(ResultRow, result_id)


def score_of(row: ResultRow) -> AssessmentScore:
    """What it came to."""
    return _read(row.score)


# By its text, which says everything: a frozen result never changes, and pages ask for the same few again and again.
@lru_cache(maxsize=64)
def _read(score: str) -> AssessmentScore:
    return AssessmentScore.model_validate_json(score)


def superseded_results(work: Work, assessment_id: UUID) -> tuple[ResultRow, ...]:
    """Results kept from before each reopening, oldest first."""
    query = work.select(ResultRow).where(col(ResultRow.assessment_id) == assessment_id, col(ResultRow.superseded_at).is_not(None))
    return tuple(work.session.scalars(query.order_by(col(ResultRow.frozen_at))))
