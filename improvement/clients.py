"""A consultant's clients, each at a glance: taken inside the client's own organisation, one at a time."""

from datetime import datetime

from assessment import service as assessments
from assessment.model import Assessment, AssessmentState
from ground.value import Value
from improvement import store
from improvement.acting import moment
from improvement.home import newest_final
from people import trail
from people.trail import Wanted
from people.work import Work
from scoring.result import GroupScore


class Glance(Value):
    """How one client stands."""

    newest: Assessment | None
    """The final assessment with the latest period."""
    overall: GroupScore | None
    """Its result."""
    is_open: int
    """Assessments that are still answered."""
    overdue: int
    """Running actions past their date."""
    latest: datetime | None
    """When something happened last; None where that is not told."""


def glance(work: Work) -> Glance:
    """The organisation of the work, as its frozen results and its register say it."""
    known, today = assessments.assessments(work), moment(work).today
    newest = next(iter(newest_final(known)), None)
    last = next(iter(trail.page(work, Wanted(), size=1)), None)
    return Glance(
        newest=newest,
        overall=assessments.result(work, newest.id).overall if newest else None,
        is_open=sum(one.state is AssessmentState.OPEN for one in known),
        overdue=sum(action.is_overdue(today) for action in store.actions(work)),
        latest=last.event.at if last else None,
    )
