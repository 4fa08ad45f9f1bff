"""The only reader across organisations: comparable results of all that take part, for the program itself and never for a page.

What it finds goes to two places. `peer_refresh` and `peer_packs` judge by `scoring.disclosure` what of it may be told; `others` counts,
up to ten, and gives nothing but that number.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from itertools import islice
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from assessment.comparable import Figures, figures
from assessment.model import AssessmentState
from assessment.peer_model import FILTERS, MONTHS, OTHERS, WHOLE, Kind, kind_of
from assessment.peer_tables import ParticipationRow
from assessment.tables import AssessmentRow, ResultRow
from people.model import Denied, System
from people.work import Work
from storage.session import limited

PURPOSE = "peer benchmark"
PROGRAM = System(purpose=PURPOSE)
"""Between organisations: the one actor that this module serves."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One organisation's newest comparable result. Named by nothing: the key tells results apart, and leads back to none."""

    key: str
    filters: Mapping[str, str]
    figures: Figures


_COLUMNS: tuple[Any, ...] = (
    col(ResultRow.id),
    col(ResultRow.method),
    col(AssessmentRow.organisation_id),
    col(AssessmentRow.questionnaire),
    col(AssessmentRow.version),
    *(col(getattr(ParticipationRow, name)) for name in FILTERS),
)
Known = Mapping[str, Figures]
"""Figures that were read before, by key: a result never changes."""


def kinds(work: Work) -> tuple[Kind, ...]:
    """What there are results of, among those who take part."""
    rows = _across(work).session.execute(_taking_part(work))
    return tuple(sorted({kind_of(row.questionnaire, row.version, row.method) for row in rows}))


def population(work: Work, kind: Kind, known: Known) -> tuple[Candidate, ...]:
    """One for each organisation that takes part and has a comparable result, in no order that says anything."""
    return tuple(sorted(_candidates(_across(work), kind, known), key=lambda one: one.key))


def others(work: Work, kind: Kind) -> int:
    """How many organisations beside the work's own have a comparable result; counted no further than it takes."""
    program = replace(work, actor=PROGRAM)
    found = (one for one in _candidates(program, kind, {}, without=work.organisation_id) if WHOLE in one.figures)
    return len(tuple(islice(found, OTHERS)))


def since(today: date) -> date:
    """Results whose period ended before this day are too old."""
    years, month = divmod(today.year * 12 + today.month - 1 - MONTHS, 12)
    return date(years, month + 1, min(today.day, 28))


def _across(work: Work) -> Work:
    """Denied to everybody but the program, between organisations and for this purpose."""
    if work.actor != PROGRAM:
        raise Denied
    return work


def _candidates(work: Work, kind: Kind, known: Known, without: UUID | None = None) -> Iterator[Candidate]:
    taken: set[UUID | None] = {without}
    for row in _across(work).session.execute(_taking_part(work, kind)):
        if row.organisation_id in taken or kind_of(row.questionnaire, row.version, row.method) != kind:
            continue
        key = sha256(row.id.bytes).hexdigest()
        if found := known.get(key) or figures(_score(work, row.id)):
            taken.add(row.organisation_id)
            yield Candidate(key, _filters(row), found)


def _taking_part(work: Work, kind: Kind | None = None) -> Select[Any]:
    """Final full results in force, not too old, of organisations whose newest decision is to take part; each one's newest first."""
    of_it = and_(col(AssessmentRow.id) == col(ResultRow.assessment_id), col(AssessmentRow.state) == AssessmentState.FINAL)
    in_force = (col(AssessmentRow.mode) == "full", col(ResultRow.superseded_at).is_(None))
    decided = col(ParticipationRow.organisation_id) == col(AssessmentRow.organisation_id)
    wanted = (col(ParticipationRow.takes_part), ~_decided_anew(), col(AssessmentRow.ends) >= since(work.now.date()))
    found = select(*_COLUMNS).join(AssessmentRow, of_it).join(ParticipationRow, decided).where(*in_force, *wanted)
    if kind:
        found = found.where(col(AssessmentRow.questionnaire) == kind.questionnaire, col(ResultRow.method) == kind.method)
    newest_first = (col(AssessmentRow.ends).desc(), col(AssessmentRow.finalised_at).desc(), col(AssessmentRow.id).desc())
    return limited(found.order_by(col(AssessmentRow.organisation_id), *newest_first))


def _decided_anew() -> ColumnElement[bool]:
    newer: Any = aliased(ParticipationRow)
    at, decided_at = newer.decided_at, col(ParticipationRow.decided_at)
    later = or_(at > decided_at, and_(at == decided_at, newer.id > col(ParticipationRow.id)))
    return exists().where(newer.organisation_id == col(ParticipationRow.organisation_id), later)


def _score(work: Work, result_id: UUID) -> str:
    return work.session.execute(limited(select(col(ResultRow.score)).where(col(ResultRow.id) == result_id))).scalar_one()


def _filters(row: Any) -> Mapping[str, str]:  # noqa: ANN401 - a row of `_COLUMNS`
    said = {name: getattr(row, name) for name in FILTERS}
    return {name: value for name, value in said.items() if value is not None}
