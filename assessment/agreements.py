"""Where agreed answers are kept: one row for each question that those who answered settled."""

from collections.abc import Mapping
from uuid import UUID

from sqlmodel import col

from assessment.model import Agreed
from assessment.tables import ConsensusRow
from people.work import Work
from questionnaires.answer import valid_value
from questionnaires.model import Questionnaire

_SAME = ("question", "rationale", "evidence", "agreed_at", "row_version")


def by_question(work: Work, assessment_id: UUID, questionnaire: Questionnaire) -> Mapping[str, Agreed]:
    """Those of one assessment, as they stand now."""
    query = work.select(ConsensusRow).where(col(ConsensusRow.assessment_id) == assessment_id).order_by(col(ConsensusRow.question))
    return {row.question: as_agreed(questionnaire, row) for row in work.session.scalars(query)}


def row_of(work: Work, assessment_id: UUID, question: str) -> ConsensusRow | None:
    """The row; None where nothing is agreed."""
    query = work.select(ConsensusRow).where(col(ConsensusRow.assessment_id) == assessment_id, col(ConsensusRow.question) == question)
    return work.session.scalars(query).one_or_none()


def as_agreed(questionnaire: Questionnaire, row: ConsensusRow) -> Agreed:
    """The value of a row; the questionnaire tells what the stored value means."""
    value = valid_value(questionnaire, questionnaire.questions[row.question], row.value)
    return Agreed(value=value, **{field: getattr(row, field) for field in _SAME})
