"""What those who answered agreed on: one answer to a question, recorded by whoever leads the talk. Theirs stay as they are."""

from collections.abc import Mapping
from typing import Any, Literal
from uuid import UUID

from assessment import agreements, editions, service, store
from assessment import answers as kept
from assessment.answering import NotAsked, asked_question
from assessment.meanwhile import require_shown
from assessment.model import Agreed
from assessment.tables import ConsensusRow
from ground.text import Text
from ground.value import Value
from people.work import Work
from questionnaires.answer import Evidence, valid_value
from questionnaires.model import Metric, Question, Questionnaire

Shown = Agreed | None | Literal["any"]
"""What the person looked at: an agreed answer, none, or whatever there is."""
_GONE = "Somebody else took the agreed answer back a moment ago"


class Agreeing(Value):
    """What is to be recorded. The value is checked against its question later; no evidence leaves that of the answers."""

    question: str
    value: Any = None
    rationale: Text = ""
    evidence: Evidence | None = None


def agreed(work: Work, assessment_id: UUID) -> Mapping[str, Agreed]:
    """By question, as it stands now: a final result keeps what it was made with."""
    assessment = service.get(work, assessment_id)
    return agreements.by_question(work, assessment_id, editions.questionnaire_of(work, assessment.edition_id))


def record_consensus(work: Work, assessment_id: UUID, wanted: Agreeing, shown: Shown = "any") -> Agreed:
    """Set or replace it; InvalidAnswer or NotAsked with a sentence where it cannot be, AssessmentClosed, Denied.

    Overtaken where another one than `shown` stands there.
    """
    asked = _open(work, assessment_id)
    question = _settled_by_talk(asked, wanted)
    facts: dict[str, Any] = {
        "value": kept.stored(valid_value(asked, question, wanted.value)),
        "rationale": wanted.rationale,
        "evidence": wanted.evidence,
    }
    row = agreements.row_of(work, assessment_id, question.id)
    if row is not None and _facts(row) == {"question": question.id, **facts}:
        return agreements.as_agreed(asked, row)  # the second click of a double click
    require_shown(work, row, row and agreements.as_agreed(asked, row), shown, _GONE)
    new = ConsensusRow(assessment_id=assessment_id, question=question.id, agreed_at=work.now, **facts)
    return agreements.as_agreed(asked, _changed(work, row, facts) if row else _added(work, new))


def take_back(work: Work, assessment_id: UUID, question: str, shown: Shown = "any") -> None:
    """Return to the answers of each; AssessmentClosed, Denied, and Overtaken where another one than `shown` stands there."""
    asked = _open(work, assessment_id)
    row = agreements.row_of(work, assessment_id, question)
    if row is not None:
        require_shown(work, row, agreements.as_agreed(asked, row), shown, _GONE)
        work.record("delete", row, _facts(row), None)
        work.delete(row)


def _open(work: Work, assessment_id: UUID) -> Questionnaire:
    assessment = store.as_assessment(store.assessment_row(work, assessment_id)).require_open()
    return service.questionnaire(work, assessment)


def _settled_by_talk(asked: Questionnaire, wanted: Agreeing) -> Question:
    question = asked_question(asked, wanted.question)
    if isinstance(question, Metric):
        raise NotAsked("A figure is measured and not agreed on. Record the reading instead.")
    if not wanted.rationale:
        raise NotAsked("Say what settled it. The reason stands beside the agreed answer wherever that is shown.")
    return question


def _added(work: Work, row: ConsensusRow) -> ConsensusRow:
    work.add(row)
    work.record("create", row, None, _facts(row))
    return row


def _changed(work: Work, row: ConsensusRow, facts: Mapping[str, Any]) -> ConsensusRow:
    before = _facts(row)
    for field, value in facts.items():
        setattr(row, field, value)
    row.agreed_at = work.now
    work.save(row, row.row_version)
    work.record("update", row, before, _facts(row))
    return row


def _facts(row: ConsensusRow) -> Mapping[str, object]:
    return {"question": row.question, "value": row.value, "rationale": row.rationale, "evidence": row.evidence}
