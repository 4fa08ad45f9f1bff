"""The exact questionnaire that an assessment runs on: stored once by its hash, so library files may go."""

from uuid import UUID

from sqlmodel import col

from assessment.tables import EditionRow
from people.work import Work
from questionnaires.model import Questionnaire
from questionnaires.reader import canonical_json, content_hash, from_canonical

# An edition never changes and belongs to no organisation, so a process may keep it.
_read: dict[UUID, Questionnaire] = {}


def keep(work: Work, questionnaire: Questionnaire) -> EditionRow:
    """The edition of this very content, stored on first use."""
    digest = content_hash(questionnaire)
    found = work.session.scalars(work.select(EditionRow).where(col(EditionRow.hash) == digest)).one_or_none()
    if found is not None:
        return found
    return work.add(
        EditionRow(hash=digest, questionnaire=questionnaire.id, version=questionnaire.version, canonical=canonical_json(questionnaire))
    )


def questionnaire_of(work: Work, edition_id: UUID) -> Questionnaire:
    """The whole questionnaire, not restricted to a mode."""
    if edition_id not in _read:
        _read[edition_id] = from_canonical(work.get(EditionRow, edition_id).canonical)
    return _read[edition_id]
