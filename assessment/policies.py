"""The organisation's own values for adoption gates."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal, NamedTuple

from sqlmodel import col

from assessment.meanwhile import require_shown
from assessment.model import GatePolicy
from assessment.recording import bounds, is_within
from assessment.tables import GatePolicyRow
from ground.errors import PlumblineError
from ground.value import as_text
from people.work import Work
from questionnaires.model import Gate, Measure


class Own(NamedTuple):
    """A value of one's own, and why."""

    at_least: Fraction
    reason: str


Shown = GatePolicy | None | Literal["any"]
"""What the person looked at: a policy, none, or whatever there is."""
_GONE = "Somebody else returned to the questionnaire’s value a moment ago"


class RefusedPolicy(PlumblineError):
    """A value that the gate cannot have."""


def policies(work: Work) -> Mapping[str, GatePolicy]:
    """By gate; a gate that keeps its questionnaire's value is left out."""
    return {row.gate: _as_policy(row) for row in work.session.scalars(work.select(GatePolicyRow))}


def values(work: Work) -> Mapping[str, Fraction]:
    """The values alone."""
    return {name: policy.at_least for name, policy in policies(work).items()}


def set_policy(work: Work, gate: Gate, measure: Measure, own: Own, shown: Shown = "any") -> GatePolicy:
    """Set or replace it; RefusedPolicy with a sentence where it cannot be, Overtaken where another one than `shown` stands there.

    Issued results keep the value they were made with.
    """
    wanted = GatePolicy(gate=gate.id, at_least=own.at_least, reason=own.reason)
    _require_possible(gate, measure, wanted)
    row = _row(work, gate)
    there = None if row is None else _as_policy(row)
    if there is not None and shown not in ("any", there) and _facts(there) == _facts(wanted):
        return there  # the second click of a double click
    require_shown(work, row, there, shown, _GONE)
    before = None if row is None else _facts(row)
    if row is None:
        row = work.add(GatePolicyRow(gate=gate.id, at_least=wanted.at_least, reason=wanted.reason))
    else:
        row.at_least, row.reason = wanted.at_least, wanted.reason
        work.save(row, row.row_version)
    work.record("update" if before else "create", row, before, _facts(row))
    return _as_policy(row)


def drop_policy(work: Work, gate: Gate, shown: Shown = "any") -> None:
    """Return to the questionnaire's value; Overtaken where another one than `shown` stands there."""
    row = _row(work, gate)
    if row is not None:
        require_shown(work, row, _as_policy(row), shown, _GONE)
        work.record("delete", row, _facts(row), None)
        work.delete(row)


def _as_policy(row: GatePolicyRow) -> GatePolicy:
    return GatePolicy.model_validate(row, from_attributes=True)


def _row(work: Work, gate: Gate) -> GatePolicyRow | None:
    return work.session.scalars(work.select(GatePolicyRow).where(col(GatePolicyRow.gate) == gate.id)).one_or_none()


def _facts(row: GatePolicyRow | GatePolicy) -> Mapping[str, object]:
    return {"gate": row.gate, "at_least": as_text(row.at_least), "reason": row.reason}


def _require_possible(gate: Gate, measure: Measure, wanted: GatePolicy) -> None:
    if not gate.editable:
        raise RefusedPolicy(f"The value of “{gate.title}” belongs to its questionnaire and cannot be changed.")
    if not wanted.reason:
        raise RefusedPolicy("Say why this value suits you better. The reason stands beside it wherever the gate is shown.")
    if not is_within(measure, wanted.at_least):
        raise RefusedPolicy(f"The value lies {bounds(measure)}.")
