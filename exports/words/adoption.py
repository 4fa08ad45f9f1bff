"""Adoption gates in words: a measure that has to be reached before some actions pay off."""

from collections.abc import Sequence
from fractions import Fraction

from assessment.model import OutcomeReading
from assessment.periods import period_ends, within
from exports.words.answer import unit_of, with_unit
from exports.words.numbers import apart, day, listed, quoted
from improvement.standing_model import Standing
from questionnaires.model import Gate
from scoring.result import GateResult

POLICY = "a policy default from one published example"


def adoption_words(standing: Standing) -> tuple[str, ...]:
    """One sentence for each gate: its threshold, what was measured, and what it holds back."""
    return tuple(gate_words(standing, result) for result in standing.score.gates)


def gate_words(standing: Standing, result: GateResult) -> str:
    """What it asks for and on whose word, what was measured, and what waits."""
    gate = _gate(standing, result)
    measure, asked = standing.questionnaire.measure_by_id[gate.measure].title, _asked(gate, result)
    value, policy = with_unit(standing, gate.measure, asked), _policy(standing, gate, asked)
    told = f"Adoption gate, {quoted(gate.title)}: {measure} has to reach {value} ({policy})."
    return " ".join([told, _state(standing, gate, result), *_since(standing, gate, asked)])


def counting_words(standing: Standing, result: GateResult) -> tuple[str, ...]:
    """Each reading of a gate's measure, newest first, and whether it counts for the assessment's period."""
    measure = _gate(standing, result).measure
    read = [reading for reading in standing.readings if reading.measure == measure]
    inside = [r for r in read if within(r.period, standing.assessment.starts, standing.assessment.ends)]
    return tuple(
        f"{with_unit(standing, measure, reading.value)} for {reading.period}: {_counts(standing, result, reading, inside)}"
        for reading in reversed(read)
    )


def _counts(standing: Standing, result: GateResult, reading: OutcomeReading, inside: Sequence[OutcomeReading]) -> str:
    of, ends = standing.assessment, period_ends(reading.period)
    if ends < of.starts:
        return f"it ends before the assessment’s period, which begins on {day(of.starts)}"
    if ends > of.ends:
        return f"it ends after the assessment’s period, which ends on {day(of.ends)}"
    if reading != inside[-1]:
        return "a later one counts"
    return "it counts" if reading.value == result.reading else "recorded after the result was issued, which keeps its own"


def _gate(standing: Standing, result: GateResult) -> Gate:
    return next(gate for gate in standing.questionnaire.gates if gate.id == result.id)


def _asked(gate: Gate, result: GateResult) -> Fraction:
    return gate.at_least if result.at_least is None else result.at_least


def _policy(standing: Standing, gate: Gate, asked: Fraction) -> str:
    own = standing.policies.get(gate.id)
    if own is not None and own.at_least == asked:
        return f"your own policy: {own.reason.rstrip('.')}"
    return POLICY if asked == gate.at_least else "your own policy of then"


def _state(standing: Standing, gate: Gate, result: GateResult) -> str:
    if result.reading is None:
        return f"Nothing was measured in this period, so it is not passed{_held(standing, gate)}."
    reads = f"{apart(result.reading, _asked(gate, result))} {unit_of(standing, gate.measure)}"
    return f"It reads {reads}: passed." if result.state == "ready" else f"It reads {reads}: not passed{_held(standing, gate)}."


def _since(standing: Standing, gate: Gate, asked: Fraction) -> tuple[str, ...]:
    """That the policy was changed after the result was issued."""
    own = standing.policies.get(gate.id)
    today = own.at_least if own is not None and gate.editable else gate.at_least
    if not standing.is_final or today == asked:
        return ()
    return (f"Today’s policy asks for {with_unit(standing, gate.measure, today)}; this issued result keeps the value it was made with.",)


def _held(standing: Standing, gate: Gate) -> str:
    titles = [_title(standing, held) for held in gate.holds_back]
    return f", and {listed(titles)} waits" if len(titles) == 1 else f", and {listed(titles)} wait" if titles else ""


def _title(standing: Standing, held: str) -> str:
    known = standing.questionnaire.actions.get(held) or standing.questionnaire.practices.get(held)
    return quoted(known.title) if known else held
