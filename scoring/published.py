"""A result as the questionnaire format publishes it: plain JSON objects, numbers as unrounded floats; and levels read back from it."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Annotated

from pydantic import BaseModel, Strict, ValidationError

from ground.errors import PlumblineError
from scoring.result import AssessmentScore, Axis, GroupScore, PitfallResult, PracticeScore, Score

Published = dict[str, object]


class NoResult(PlumblineError):
    """The text is not a published result."""


class _Level(BaseModel):
    level: Annotated[int, Strict()] | None


class _Result(BaseModel):
    questionnaire: str
    practices: Mapping[str, _Level]


def published(score: AssessmentScore) -> Published:
    """The whole result; every object has every field of its kind, null where nobody can tell."""
    return {
        "questionnaire": score.questionnaire,
        "version": score.version,
        "hash": score.hash,
        "method": score.method,
        "overall": _group(score.overall),
        "dimensions": {name: _group(dimension) for name, dimension in score.dimensions.items()},
        "practices": {name: _practice(practice) for name, practice in score.practices.items()},
        "gates": [{"id": gate.id, "state": gate.state, "reading": _float(gate.reading)} for gate in score.gates],
        "pitfalls": [_pitfall(pitfall) for pitfall in score.pitfalls],
        "posture": {"stance": _axis(score.posture.stance), "posture": _axis(score.posture.posture)},
    }


def foundations(text: str, name: str) -> Mapping[str, int | None]:
    """The levels in a published result, by questionnaire-id/practice-id; NoResult with a sentence where the text is none."""
    try:
        result = _Result.model_validate_json(text)
    except ValidationError as error:
        raise NoResult(f"{name} is not a result. Give a file that `plumbline score --json` has printed.") from error
    return {f"{result.questionnaire}/{practice}": score.level for practice, score in result.practices.items()}


def _figures(score: Score) -> Published:
    return {
        "index": _float(score.index),
        "low": _float(score.low),
        "high": _float(score.high),
        "interval": score.interval,
        "level": score.level,
        "level_low": score.level_low,
        "level_high": score.level_high,
        "gated_level": score.gated_level,
        "binding": [binding.model_dump() for binding in score.binding],
        "completeness": _float(score.completeness),
        "evidenced_index": _float(score.evidenced_index),
        "agreement": score.agreement,
    }


def _group(score: GroupScore) -> Published:
    return _figures(score) | {"geometric": score.geometric, "minimum": _float(score.minimum)}


def _practice(score: PracticeScore) -> Published:
    return _figures(score) | {"scope_limited": score.scope_limited}


def _pitfall(pitfall: PitfallResult) -> Published:
    because = [{"name": because.name, "value": _float(because.value)} for because in pitfall.because]
    return {"id": pitfall.id, "state": pitfall.state, "because": because}


def _axis(axis: Axis) -> Published:
    return {"position": _float(axis.position), "low": _float(axis.low), "high": _float(axis.high)}


def _float(number: Fraction | None) -> float | None:
    return None if number is None else float(number)
