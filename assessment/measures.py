"""Outcome readings and targets of a function: one reading for each measure and period, earlier figures kept as history."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from uuid import UUID

from sqlmodel import col

from assessment.model import Measured, OutcomeReading
from assessment.periods import period_ends, period_starts
from assessment.tables import MeasureTargetRow, ReadingRow
from ground.errors import PlumblineError
from ground.value import as_text
from people.service import function, today
from people.work import Work
from questionnaires.model import Measure


class RefusedReading(PlumblineError):
    """A reading that cannot be kept as it is."""


def readings(work: Work, function_id: UUID) -> tuple[OutcomeReading, ...]:
    """All readings of a function: by measure, then latest period last, then latest entry last."""
    order = (col(ReadingRow.measure), col(ReadingRow.period_ends), col(ReadingRow.entered_at))
    query = work.select(ReadingRow).where(col(ReadingRow.function_id) == function_id).order_by(*order)
    return tuple(_as_reading(row) for row in work.session.scalars(query))


def record_reading(work: Work, function_id: UUID, measure: Measure, measured: Measured) -> OutcomeReading:
    """Keep it. RefusedReading when it is out of bounds, not begun yet, or differs from the one there without a source."""
    function(work, function_id)
    _require_plausible(measure, measured, today(work))
    row = _reading_row(work, function_id, measure.id, measured.period)
    if row is None:
        row = ReadingRow(
            function_id=function_id,
            measure=measure.id,
            period=measured.period,
            period_ends=period_ends(measured.period),
            value=measured.value,
            entered_at=work.now,
        )
        return _keep(work, row, measured, before=None)
    if row.value == measured.value and not _says_more(row, measured):
        return _as_reading(row)
    if row.value != measured.value and not measured.source:
        raise RefusedReading(_differs(measure, row, measured))
    return _keep(work, row, measured, before=_facts(row))


def targets(work: Work, function_id: UUID) -> Mapping[str, Fraction]:
    """The organisation's own targets of a function, by measure id."""
    query = work.select(MeasureTargetRow).where(col(MeasureTargetRow.function_id) == function_id)
    return {row.measure: row.value for row in work.session.scalars(query)}


def set_target(work: Work, function_id: UUID, measure: Measure, value: Fraction) -> None:
    """Set or replace the target; RefusedReading when it is out of the measure's bounds."""
    function(work, function_id)
    _require_within(measure, value)
    query = work.select(MeasureTargetRow, "update").where(
        col(MeasureTargetRow.function_id) == function_id, col(MeasureTargetRow.measure) == measure.id
    )
    row = work.session.scalars(query).one_or_none()
    before = None if row is None else {"value": as_text(row.value)}
    if row is None:
        row = work.add(MeasureTargetRow(function_id=function_id, measure=measure.id, value=value))
    else:
        row.value = value
        work.save(row, row.row_version)
    work.record("update" if before else "create", row, before, {"value": as_text(value)})


def _keep(work: Work, row: ReadingRow, measured: Measured, before: Mapping[str, object] | None) -> OutcomeReading:
    row.value, row.sample, row.source, row.entered_at = measured.value, measured.sample, measured.source, work.now
    if before is None:
        work.add(row)
    else:
        work.save(row, row.row_version)
    work.record("update" if before else "create", row, before, _facts(row))
    return _as_reading(row)


def _reading_row(work: Work, function_id: UUID, measure: str, period: str) -> ReadingRow | None:
    query = work.select(ReadingRow, "update").where(
        col(ReadingRow.function_id) == function_id, col(ReadingRow.measure) == measure, col(ReadingRow.period) == period
    )
    return work.session.scalars(query).one_or_none()


def _says_more(row: ReadingRow, measured: Measured) -> bool:
    return bool(measured.source and measured.source != row.source) or bool(measured.sample and measured.sample != row.sample)


def _as_reading(row: ReadingRow) -> OutcomeReading:
    return OutcomeReading.model_validate(row, from_attributes=True)


def _facts(row: ReadingRow) -> Mapping[str, object]:
    return {"measure": row.measure, "period": row.period, "value": as_text(row.value), "sample": row.sample, "source": row.source}


def _differs(measure: Measure, row: ReadingRow, measured: Measured) -> str:
    there = f"{float(row.value):g} {measure.unit}"
    origin = f", from {row.source}" if row.source else ""
    return (
        f"{measure.title} for {measured.period} is already recorded as {there}{origin}. "
        f"Say where {float(measured.value):g} {measure.unit} comes from; then it replaces the earlier figure, which stays in the history."
    )


def _require_plausible(measure: Measure, measured: Measured, day: date) -> None:
    _require_within(measure, measured.value)
    if period_starts(measured.period) > day:
        raise RefusedReading(f"The period {measured.period} has not begun yet. Choose one that has.")


def _require_within(measure: Measure, value: Fraction) -> None:
    below = measure.minimum is not None and value < measure.minimum
    above = measure.maximum is not None and value > measure.maximum
    if below or above:
        raise RefusedReading(f"{measure.title} lies between {_bound(measure.minimum)} and {_bound(measure.maximum)} {measure.unit}.")


def _bound(bound: Fraction | None) -> str:
    return "any value" if bound is None else f"{float(bound):g}"
