from datetime import UTC, datetime

import pytest

from assessment import service as assessments
from assessment.model import AssessmentState
from improvement import service as register
from improvement.demo.telling import tell
from improvement.model import Status
from improvement.register import Filter, Pill
from people import service as people
from people.work import reading
from storage.database import Database

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
@pytest.mark.parametrize("now", [NOW, datetime(2028, 2, 29, 12, tzinfo=UTC), datetime(2027, 1, 1, 0, 30, tzinfo=UTC)])
def test_the_demo_can_be_told_on_any_day_and_its_register_lives(bare: Database, now: datetime):
    me = people.begin(now)
    organisation = tell(me, now)
    with reading(people.acting_for(me, organisation), now) as work:
        states = [a.state for a in assessments.assessments(work)]
        actions = register.register(work, Filter(show=frozenset(Pill)))
        today = people.today(work)
    assert sorted(states) == [AssessmentState.FINAL, AssessmentState.FINAL, AssessmentState.OPEN]
    assert {a.status for a in actions} >= {Status.ACCEPTED, Status.IN_PROGRESS, Status.BLOCKED, Status.DONE, Status.PROPOSED}
    assert any(a.is_overdue(today) for a in actions)
    assert any(a.is_stale(now) for a in actions)
