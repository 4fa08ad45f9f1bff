"""Adoption gates in words: a measure that has to be reached before some actions pay off."""

from exports.words.answer import with_unit
from exports.words.numbers import listed, quoted
from improvement.standing_model import Standing
from questionnaires.model import Gate
from scoring.result import GateResult

POLICY = "a policy default from one published example"


def adoption_words(standing: Standing) -> tuple[str, ...]:
    """One sentence for each gate: its threshold, what was measured, and what it holds back."""
    known = {gate.id: gate for gate in standing.questionnaire.gates}
    return tuple(_sentence(standing, known[result.id], result) for result in standing.score.gates)


def _sentence(standing: Standing, gate: Gate, result: GateResult) -> str:
    measure = standing.questionnaire.measure_by_id[gate.measure].title
    at_least = gate.at_least if result.at_least is None else result.at_least
    policy = POLICY if at_least == gate.at_least else "your own policy"
    from_here = f"Adoption gate, {quoted(gate.title)}: {measure} has to reach {with_unit(standing, gate.measure, at_least)} ({policy})."
    if result.reading is None:
        return f"{from_here} Nothing was measured in this period, so it is not passed{_held(standing, gate)}."
    reads = with_unit(standing, gate.measure, result.reading)
    if result.state == "ready":
        return f"{from_here} It reads {reads}: passed."
    return f"{from_here} It reads {reads}: not passed{_held(standing, gate)}."


def _held(standing: Standing, gate: Gate) -> str:
    titles = [_title(standing, held) for held in gate.holds_back]
    return f", and {listed(titles)} waits" if len(titles) == 1 else f", and {listed(titles)} wait" if titles else ""


def _title(standing: Standing, held: str) -> str:
    known = standing.questionnaire.actions.get(held) or standing.questionnaire.practices.get(held)
    return quoted(known.title) if known else held
