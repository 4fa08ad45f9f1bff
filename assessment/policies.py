"""The organisation's own values for adoption gates."""

from collections.abc import Mapping
from fractions import Fraction

from sqlmodel import col

from assessment.model import GatePolicy
from assessment.tables import GatePolicyRow
from ground.errors import PlumblineError
from ground.value import as_text
from people.work import Work
from questionnaires.model import Gate, Measure


class RefusedPolicy(PlumblineError):
    """A value that the gate cannot have."""


def policies(work: Work) -> Mapping[str, GatePolicy]:
    """By gate; a gate that keeps its questionnaire's value is left out."""
    return {row.gate: GatePolicy.model_validate(row, from_attributes=True) for row in work.session.scalars(work.select(GatePolicyRow))}


def values(work: Work) -> Mapping[str, Fraction]:
    """The values alone."""
    return {name: policy.at_least for name, policy in policies(work).items()}


def set_policy(work: Work, gate: Gate, measure: Measure, at_least: Fraction, reason: str) -> GatePolicy:
    """Set or replace it; RefusedPolicy with a sentence where it cannot be. Issued results keep the value they were made with."""
    _require_possible(gate, measure, at_least, reason)
    row = _row(work, gate)
    before = None if row is None else {"at_least": as_text(row.at_least), "reason": row.reason}
    if row is None:
        row = work.add(GatePolicyRow(gate=gate.id, at_least=at_least, reason=reason.strip()))
    else:
        row.at_least, row.reason = at_least, reason.strip()
        work.save(row, row.row_version)
    work.record("update" if before else "create", row, before, {"at_least": as_text(at_least), "reason": row.reason})
    return GatePolicy.model_validate(row, from_attributes=True)


def drop_policy(work: Work, gate: Gate) -> None:
    """Return to the questionnaire's value."""
    row = _row(work, gate)
    if row is not None:
        work.record("delete", row, {"at_least": as_text(row.at_least), "reason": row.reason}, None)
        work.delete(row)


def _row(work: Work, gate: Gate) -> GatePolicyRow | None:
    return work.session.scalars(work.select(GatePolicyRow).where(col(GatePolicyRow.gate) == gate.id)).one_or_none()


def _require_possible(gate: Gate, measure: Measure, at_least: Fraction, reason: str) -> None:
    if not gate.editable:
        raise RefusedPolicy(f"The value of “{gate.title}” belongs to its questionnaire and cannot be changed.")
    if not reason.strip():
        raise RefusedPolicy("Say why this value suits you better. The reason stands beside it wherever the gate is shown.")
    low, high = measure.minimum, measure.maximum
    if (low is not None and at_least < low) or (high is not None and at_least > high):
        raise RefusedPolicy(f"The value lies between {float(low or 0):g} and {float(high or 0):g} {measure.unit}.")
