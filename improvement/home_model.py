"""What a leader sees first, as values: positions, matters that wait, and what is late."""

from datetime import datetime

from assessment.model import Assessment
from ground.value import Value
from improvement.standing_model import Beside
from scoring.result import GroupScore


class Holding(Value):
    """A practice that holds the level back."""

    title: str
    level: int | None
    """None: not assessed."""
    needs: int
    link: str
    is_foundation: bool = False
    """It belongs to the foundations that another questionnaire assesses."""


class Position(Value):
    """The newest final assessment of one questionnaire in one function, judged on today's foundations."""

    function: str
    questionnaire: str
    """Its title."""
    assessment: Assessment
    overall: GroupScore
    held_back_by: tuple[Holding, ...]
    """Prerequisites that bind, the practices at the lowest level, then prerequisites that nobody has assessed."""
    link: str
    assess: str = ""
    """Where to assess the foundations that nobody has assessed; empty where none is missing."""

    @property
    def is_held(self) -> bool:
        """The foundations carry less than the level by points."""
        level, gated = self.overall.level, self.overall.gated_level
        return level is not None and gated is not None and gated < level


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
    pillars: Beside | None = None
    """The newest final full assessment that stands on foundations."""
    ground: tuple[Beside, ...] = ()
    """The foundations under it as they are today; without pillars, the newest that pillars could stand on."""
    overdue: tuple[Matter, ...]
    """Longest overdue first."""
    stale: tuple[Matter, ...]
    """Longest without an update first."""
    nothing_chosen: bool = False
    """The leading result has advice, and no action of its function is accepted, in progress or blocked."""

    @property
    def leading(self) -> Position | None:
        """What the page speaks of first: the pillars that stand on foundations, else the newest; None where nothing is final."""
        above = (one for one in self.positions if self.pillars and one.assessment.id == self.pillars.assessment.id)
        return next(above, self.positions[0] if self.positions else None)
