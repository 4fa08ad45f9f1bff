"""What each claimed level is held against: the newest reading of its linked measure, or nothing yet. Pure."""

from collections.abc import Iterable
from typing import Literal

from assessment.model import OutcomeReading
from assessment.periods import within
from ground.value import Exact, Value
from improvement.standing_model import Standing
from scoring.outcomes import CLAIMED

Verdict = Literal["contradicted", "borne_out", "without_target", "out_of_period", "unread"]


class Held(Value):
    """A practice that claims level 3 or more, beside one measure that should show it."""

    practice: str
    level: int
    measure: str
    reading: OutcomeReading | None
    """The newest of the assessment's period; where there is none, the newest of all."""
    target: Exact | None
    """The organisation's own, or where it has none the value of an adoption gate."""
    verdict: Verdict


def held(standing: Standing) -> tuple[Held, ...]:
    """Every claim with each of its linked measures, in the questionnaire's order; no levels, no claims."""
    levels = {p: score.level for p, score in standing.score.practices.items()}
    claimed = ((p, level) for p in standing.questionnaire.practices if (level := levels.get(p)) is not None and level >= CLAIMED)
    return tuple(_held(standing, p, level, m) for p, level in claimed for m in standing.questionnaire.practices[p].linked_measures)


def contradicted(standing: Standing) -> tuple[Held, ...]:
    """The claims that a reading speaks against."""
    return _with(held(standing), "contradicted")


def unmeasured(standing: Standing) -> tuple[Held, ...]:
    """The claims of practices of whose measures none has a reading in the assessment's period."""
    every = held(standing)
    measured = practices(_with(every, "contradicted", "borne_out", "without_target"))
    return tuple(one for one in every if one.practice not in measured)


def borne_out(standing: Standing) -> tuple[Held, ...]:
    """The claims that a reading bears out and none speaks against."""
    every = held(standing)
    against = practices(_with(every, "contradicted"))
    return tuple(one for one in _with(every, "borne_out") if one.practice not in against)


def without_target(standing: Standing) -> tuple[Held, ...]:
    """The claims that were measured, but against no target."""
    every = held(standing)
    aimed = practices(_with(every, "contradicted", "borne_out"))
    return tuple(one for one in _with(every, "without_target") if one.practice not in aimed)


def practices(claims: Iterable[Held]) -> tuple[str, ...]:
    """Each practice once: it makes one claim, whatever the number of its measures."""
    return tuple(dict.fromkeys(one.practice for one in claims))


def _with(every: Iterable[Held], *verdicts: Verdict) -> tuple[Held, ...]:
    return tuple(one for one in every if one.verdict in verdicts)


def _held(standing: Standing, practice: str, level: int, measure: str) -> Held:
    every = tuple(reading for reading in standing.readings if reading.measure == measure)
    counting = tuple(r for r in every if within(r.period, standing.assessment.starts, standing.assessment.ends))
    target = standing.measure_targets.get(measure, _of_gate(standing, measure))
    verdict: Verdict = "unread"
    if counting:
        misses = any((claim.practice, claim.measure) == (practice, measure) for claim in standing.claims)
        verdict = "without_target" if target is None else "contradicted" if misses else "borne_out"
    elif every:
        verdict = "out_of_period"
    return Held(practice=practice, level=level, measure=measure, reading=_newest(counting or every), target=target, verdict=verdict)


def _of_gate(standing: Standing, measure: str) -> Exact | None:
    return next((gate.at_least for gate in standing.questionnaire.gates if gate.measure == measure), None)


def _newest(readings: Iterable[OutcomeReading]) -> OutcomeReading | None:
    """The last: a standing has them by period."""
    return next(iter(reversed(tuple(readings))), None)
