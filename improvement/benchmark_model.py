"""What one result is held against besides its targets: the newest results of the organisation's other functions."""

from assessment.model import Assessment
from ground.value import Value
from scoring.result import AssessmentScore


class Sister(Value):
    """Another function's newest final result of the same questionnaire."""

    assessment: Assessment
    function: str
    score: AssessmentScore
    """On the questions common to all that are compared, so that every figure may stand beside every other."""


class Unready(Value):
    """A function that cannot be compared, and the newest assessment of this questionnaire that it has begun."""

    function: str
    begun: Assessment | None


class Sisters(Value):
    """The functions of one organisation side by side."""

    own: AssessmentScore | None = None
    """On the same common questions; None where nothing is compared."""
    compared: tuple[Sister, ...] = ()
    unready: tuple[Unready, ...] = ()
    questions: int = 0
    """How many are common to all that are compared."""
