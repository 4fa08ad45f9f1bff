"""Where answers are kept: one row for each respondent and question."""

from collections.abc import Collection, Mapping
from fractions import Fraction
from uuid import UUID

from sqlmodel import col

from assessment.model import RecordedAnswer
from assessment.tables import AnswerRow, RespondentRow
from ground.value import as_text
from people.work import Work
from questionnaires.answer import valid_value
from questionnaires.model import Questionnaire, Scalar

Stored = bool | int | str | list[str] | None
_SAME = ("question", "state", "period", "reason", "note", "evidence", "evidence_text", "evidence_link", "discuss", "saved_at")


def rows(work: Work, assessment_id: UUID, questions: Collection[str] | None = None) -> tuple[AnswerRow, ...]:
    """The rows of all respondents; of these questions only, where given."""
    query = work.select(AnswerRow).where(col(AnswerRow.assessment_id) == assessment_id)
    if questions is not None:
        query = query.where(col(AnswerRow.question).in_(questions))
    return tuple(work.session.scalars(query.order_by(col(AnswerRow.id))))


def as_answer(questionnaire: Questionnaire, row: AnswerRow) -> RecordedAnswer:
    """The value of a row; the questionnaire tells what the stored value means."""
    value = None if row.value is None else valid_value(questionnaire, questionnaire.questions[row.question], row.value)
    return RecordedAnswer(value=value, row_version=row.row_version, **{field: getattr(row, field) for field in _SAME})


def put(work: Work, respondent: RespondentRow, found: AnswerRow | None, answer: RecordedAnswer) -> None:
    """Store the answer, over the row found for it where there is one, and record what it was before and is now."""
    before = None if found is None else _facts(found)
    row = found or AnswerRow(
        assessment_id=respondent.assessment_id, respondent_id=respondent.id, question=answer.question, saved_at=answer.saved_at
    )
    for field in _SAME:
        if getattr(row, field) != getattr(answer, field):
            setattr(row, field, getattr(answer, field))
    row.value = stored(answer.value)
    work.save(row, row.row_version) if found else work.add(row)
    work.record("answer", row, before, _facts(row))


def stored(value: Scalar | None) -> Stored:
    """A value as JSON keeps it exactly."""
    if isinstance(value, Fraction):
        return as_text(value)
    return list(value) if isinstance(value, tuple) else value


def _facts(row: AnswerRow) -> Mapping[str, object]:
    return {field: getattr(row, field) for field in _SAME if field != "saved_at"} | {"value": row.value}
