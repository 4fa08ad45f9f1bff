"""What may become a reading or a target of a measure, and what it does to the reading that is there. Pure."""

from datetime import date
from fractions import Fraction
from typing import Literal

from assessment.model import Measured, OutcomeReading
from assessment.periods import period_starts
from ground.errors import PlumblineError
from questionnaires.model import Measure

Effect = Literal["new", "replaced", "completed", "same"]
"""Completed: the same figure with a sample or a source that was not there."""


class RefusedReading(PlumblineError):
    """A reading that cannot be kept as it is."""


def require_plausible(measure: Measure, measured: Measured, day: date) -> None:
    """RefusedReading where it lies outside the measure's bounds, or where its period has not begun by that day."""
    require_within(measure, measured.value)
    if period_starts(measured.period) > day:
        raise RefusedReading(f"The period {measured.period} has not begun yet. Choose one that has.")


def require_within(measure: Measure, value: Fraction) -> None:
    """RefusedReading where a value lies outside the measure's bounds."""
    if not is_within(measure, value):
        raise RefusedReading(f"{measure.title} lies {bounds(measure)}.")


def is_within(measure: Measure, value: Fraction) -> bool:
    """Whether a value lies inside the measure's bounds, ends included."""
    low, high = measure.minimum, measure.maximum
    return (low is None or value >= low) and (high is None or value <= high)


def effect(measure: Measure, there: OutcomeReading | None, measured: Measured) -> Effect:
    """What keeping it does to the reading of that period; RefusedReading where it differs from that and names no source."""
    if there is None:
        return "new"
    if there.value == measured.value:
        return "completed" if _says_more(there, measured) else "same"
    if not measured.source:
        raise RefusedReading(_differs(measure, there, measured))
    return "replaced"


def completed(there: OutcomeReading, measured: Measured) -> Measured:
    """The same figure with all that is known of it: what is not said again stays."""
    return measured.model_copy(update={"sample": measured.sample or there.sample, "source": measured.source or there.source})


def bounds(measure: Measure) -> str:
    """`between 0 and 100 %`; `at 0 hours or above` where one end is open."""
    if measure.maximum is None:
        return f"at {_number(measure.minimum)} {measure.unit} or above"
    if measure.minimum is None:
        return f"at {_number(measure.maximum)} {measure.unit} or below"
    return f"between {_number(measure.minimum)} and {_number(measure.maximum)} {measure.unit}"


def _number(bound: Fraction | None) -> str:
    return f"{float(bound or 0):.6f}".rstrip("0").rstrip(".")


def _says_more(there: OutcomeReading, measured: Measured) -> bool:
    return bool(measured.source and measured.source != there.source) or bool(measured.sample and measured.sample != there.sample)


def _differs(measure: Measure, there: OutcomeReading, measured: Measured) -> str:
    origin = f", from {there.source}" if there.source else ""
    return (
        f"{measure.title} for {measured.period} is already recorded as {_number(there.value)} {measure.unit}{origin}. "
        f"Say where {_number(measured.value)} {measure.unit} comes from; "
        "then it replaces the earlier figure, which stays in the history."
    )
