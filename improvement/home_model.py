"""What a leader sees first, as values: positions, matters that wait, and what is late."""

from datetime import datetime

from assessment.model import Assessment
from ground.value import Value
from scoring.result import GroupScore


class Holding(Value):
    """A practice that holds the level back."""

    title: str
    level: int | None
    """None: not assessed."""
    needs: int
    link: str


class Position(Value):
    """The newest final assessment of one questionnaire in one function."""

    function: str
    questionnaire: str
    """Its title."""
    assessment: Assessment
    overall: GroupScore
    held_back_by: tuple[Holding, ...]
    """Prerequisites that bind, the practices at the lowest level, then prerequisites that nobody has assessed."""
    link: str


class Matter(Value):
    """Something that waits for somebody."""

    what: str
    consequence: str
    who: str
    since: datetime
    link: str


class Situation(Value):
    """Everything on the home page."""

    positions: tuple[Position, ...]
    under_way: tuple[Matter, ...]
    """Open assessments that still have questions to answer."""
    decisions: tuple[Matter, ...]
    """Oldest first."""
    overdue: tuple[Matter, ...]
    """Longest overdue first."""
    stale: tuple[Matter, ...]
    """Longest without an update first."""
