"""The cast of the register: Asha leads, Ben and Chitra own actions."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from assessment.model import Assessment
from improvement import service
from improvement.decisions import Moment
from improvement.model import Action, Status
from people.work import Work
from tests.cast import Cast
from tests.improvement.assessed import answer, begun
from tests.improvement.wanted import acceptance

ASHA, BEN, CHITRA = (UUID(int=n) for n in (1, 2, 3))
NAMES = {ASHA: "Asha", BEN: "Ben", CHITRA: "Chitra"}
NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
TODAY = date(2026, 11, 2)


@pytest.fixture
def moment() -> Moment:
    return Moment(by=CHITRA, at=NOW, today=TODAY)


@pytest.fixture
def action() -> Callable[..., Action]:
    """An accepted action of Chitra's, due on 4 December; name what differs."""

    def make(**different: object) -> Action:
        plain: dict[str, object] = {
            "id": UUID(int=7),
            "number": 7,
            "title": "Tell employees what is in it for them",
            "practice": "leadership-purpose",
            "function_id": UUID(int=100),
            "status": Status.ACCEPTED,
            "owner_id": CHITRA,
            "due": date(2026, 12, 4),
            "first_due": date(2026, 12, 4),
            "proposed_at": datetime(2026, 10, 1, tzinfo=UTC),
            "accepted_at": datetime(2026, 10, 1, tzinfo=UTC),
            "updated_at": datetime(2026, 10, 20, tzinfo=UTC),
        }
        return Action.model_validate(plain | different)

    return make


@pytest.fixture
def assessed(work: Work, cast: Cast) -> Assessment:
    """Only the first practice is answered, at the bottom."""
    answers = {"leadership_purpose_why": 0, "leadership_purpose_managers": 0}
    return answer(work, begun(work, cast.it), **answers, leadership_purpose_order=False, leadership_purpose_heard=False)


@pytest.fixture
def accepted(work: Work, cast: Cast, assessed: Assessment) -> Action:
    return service.accept(work, acceptance(assessed, cast.chitra))
