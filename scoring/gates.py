"""The foundation gate of levels and the adoption gate of actions (scoring specification, 3.5 and 3.6)."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from questionnaires.model import Gate, Practice
from scoring.rating import GATE_CAP, gated_level
from scoring.result import Binding, GateResult, GateState

LevelOf = Callable[[str], int | None]
"""The level of a practice by the name that `needs` gives it; None where it is not assessed."""


def foundation_gate(practice: Practice, level: int | None, level_of: LevelOf, lowest: int) -> tuple[int | None, tuple[Binding, ...]]:
    """The gated level and what holds the practice back. A prerequisite that is not assessed is never taken as passed."""
    if level is None:
        return None, ()
    wanted = min(level, GATE_CAP)
    reached = {need: level_of(need) for need in practice.needs}
    binding = tuple(
        Binding(holds=practice.id, id=need, level=there, needs=wanted) for need, there in reached.items() if there is None or there < wanted
    )
    known = [there for there in reached.values() if there is not None]
    return (max(lowest, gated_level(level, known)) if len(known) == len(reached) else None), binding


def adoption_gate(gate: Gate, readings: Mapping[str, Fraction], policies: Mapping[str, Fraction]) -> GateResult:
    """Ready only where the reading reaches the gate's value, or the organisation's own where the gate may be edited. It alters no level."""
    reading, at_least = readings.get(gate.measure), policies.get(gate.id, gate.at_least) if gate.editable else gate.at_least
    state: GateState = "ready" if reading is not None and reading >= at_least else "not_ready"
    return GateResult(id=gate.id, state="not_determinable" if reading is None else state, reading=reading, at_least=at_least)
