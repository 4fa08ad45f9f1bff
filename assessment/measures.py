"""Outcome readings and targets of a function: one reading for each measure and period, earlier figures kept as history."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Literal
from uuid import UUID

from sqlmodel import col

from assessment.meanwhile import Overtaken, latest
from assessment.model import Measured, OutcomeReading
from assessment.periods import period_ends
from assessment.recording import completed, effect, require_plausible, require_within
from assessment.tables import MeasureTargetRow, ReadingRow
from ground.value import as_text
from people.service import function, today
from people.work import Work
from questionnaires.model import Measure

Shown = Fraction | None | Literal["any"]
"""The target that the person looked at: a value, none, or whatever there is."""


def readings(work: Work, function_id: UUID) -> tuple[OutcomeReading, ...]:
    """All readings of a function: by measure, then latest period last, then latest entry last."""
    order = (col(ReadingRow.measure), col(ReadingRow.period_ends), col(ReadingRow.entered_at))
    query = work.select(ReadingRow).where(col(ReadingRow.function_id) == function_id).order_by(*order)
    return tuple(_as_reading(row) for row in work.session.scalars(query))


def record_reading(work: Work, function_id: UUID, measure: Measure, measured: Measured) -> OutcomeReading:
    """Keep it. RefusedReading when it is out of bounds, not begun yet, or differs from the one there without a source."""
    function(work, function_id)
    require_plausible(measure, measured, today(work))
    return _record(work, function_id, (measure, measured), _reading_row(work, function_id, measure.id, measured.period))


def record_readings(work: Work, function_id: UUID, entries: Iterable[tuple[Measure, Measured]]) -> None:
    """Keep them all, in one look at what is there; RefusedReading for the first that cannot be kept."""
    function(work, function_id)
    day = today(work)
    query = work.select(ReadingRow, "update").where(col(ReadingRow.function_id) == function_id)
    there = {(row.measure, row.period): row for row in work.session.scalars(query)}
    for measure, measured in entries:
        require_plausible(measure, measured, day)
        _record(work, function_id, (measure, measured), there.get((measure.id, measured.period)))


def targets(work: Work, function_id: UUID) -> Mapping[str, Fraction]:
    """The organisation's own targets of a function, by measure id."""
    query = work.select(MeasureTargetRow).where(col(MeasureTargetRow.function_id) == function_id)
    return {row.measure: row.value for row in work.session.scalars(query)}


def set_target(work: Work, function_id: UUID, measure: Measure, value: Fraction, shown: Shown = "any") -> None:
    """Set or replace the target; RefusedReading when it is out of bounds, Overtaken where another one than `shown` stands there."""
    function(work, function_id)
    require_within(measure, value)
    row = _target_row(work, function_id, measure.id)
    there = None if row is None else row.value
    if value == there and shown not in {"any", there}:
        return  # the second click of a double click
    _require_shown(work, row, shown)
    if row is None:
        row = work.add(MeasureTargetRow(function_id=function_id, measure=measure.id, value=value))
    else:
        row.value = value
        work.save(row, row.row_version)
    before = None if there is None else {"value": as_text(there)}
    work.record("update" if before else "create", row, before, {"value": as_text(value)})


def _require_shown(work: Work, row: MeasureTargetRow | None, shown: Shown) -> None:
    there = None if row is None else row.value
    if row is not None and shown not in {"any", there}:
        raise Overtaken(latest(work, row.resource, row.id), there)


def _target_row(work: Work, function_id: UUID, measure: str) -> MeasureTargetRow | None:
    query = work.select(MeasureTargetRow, "update").where(
        col(MeasureTargetRow.function_id) == function_id, col(MeasureTargetRow.measure) == measure
    )
    return work.session.scalars(query).one_or_none()


def _record(work: Work, function_id: UUID, entry: tuple[Measure, Measured], row: ReadingRow | None) -> OutcomeReading:
    measure, measured = entry
    if row is None:
        return _add(work, function_id, measure.id, measured)
    there, before = _as_reading(row), _facts(row)
    does = effect(measure, there, measured)
    if does == "same":
        return there
    if does == "completed":
        measured = completed(there, measured)
    row.value, row.sample, row.source, row.entered_at = measured.value, measured.sample, measured.source, work.now
    work.save(row, row.row_version)
    work.record("update", row, before, _facts(row))
    return _as_reading(row)


def _add(work: Work, function_id: UUID, measure: str, measured: Measured) -> OutcomeReading:
    row = ReadingRow(
        function_id=function_id,
        measure=measure,
        period=measured.period,
        period_ends=period_ends(measured.period),
        value=measured.value,
        sample=measured.sample,
        source=measured.source,
        entered_at=work.now,
    )
    work.add(row)
    work.record("create", row, None, _facts(row))
    return _as_reading(row)


def _reading_row(work: Work, function_id: UUID, measure: str, period: str) -> ReadingRow | None:
    query = work.select(ReadingRow, "update").where(
        col(ReadingRow.function_id) == function_id, col(ReadingRow.measure) == measure, col(ReadingRow.period) == period
    )
    return work.session.scalars(query).one_or_none()


def _as_reading(row: ReadingRow) -> OutcomeReading:
    return OutcomeReading.model_validate(row, from_attributes=True)


def _facts(row: ReadingRow) -> Mapping[str, object]:
    return {"measure": row.measure, "period": row.period, "value": as_text(row.value), "sample": row.sample, "source": row.source}
