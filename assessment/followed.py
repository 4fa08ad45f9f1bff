"""One outcome measure as a function follows it: what was read, what is aimed at, and how the two compare. Pure."""

from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple
from uuid import UUID

from assessment.catalogue import Catalogued
from assessment.model import OutcomeReading
from assessment.periods import period_ends
from ground.value import Exact, Value
from questionnaires.model import Measure


class State(StrEnum):
    """How a measure stands, the most urgent first."""

    SHORT = "short"
    MET = "met"
    UNTARGETED = "untargeted"
    UNREAD = "unread"


class Move(NamedTuple):
    """The way from one reading to a later one."""

    since: str
    """The earlier reading's period."""
    by: Fraction
    better: bool | None
    """None: it stayed where it was."""


class Followed(Value):
    """A measure of one function; readings oldest period first."""

    function_id: UUID
    uses: Catalogued
    readings: tuple[OutcomeReading, ...] = ()
    target: Exact | None = None

    @property
    def measure(self) -> Measure:
        """What is measured."""
        return self.uses.measure

    @property
    def newest(self) -> OutcomeReading | None:
        """Of the period that ends last; of several such the one entered last."""
        return self.readings[-1] if self.readings else None

    @property
    def state(self) -> State:
        """Whether the newest reading reaches the target."""
        if self.newest is None:
            return State.UNREAD
        if self.target is None:
            return State.UNTARGETED
        return State.MET if self.measure.reaches(self.newest.value, self.target) else State.SHORT

    @property
    def move(self) -> Move | None:
        """Since the reading of the period that ended before; None without one."""
        newest = self.newest
        if newest is None:
            return None
        ends = period_ends(newest.period)
        before = next((r for r in reversed(self.readings) if period_ends(r.period) < ends), None)
        if before is None:
            return None
        by = newest.value - before.value
        return Move(before.period, by, self.measure.reaches(newest.value, before.value) if by else None)
