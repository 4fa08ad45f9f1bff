"""An assessment of the cast's, and invitations to answer it."""

from collections.abc import Callable
from datetime import date

import pytest

from assessment import inviting, service
from assessment.model import Assessment, Start
from people.invitation_model import ToRespond
from people.work import writing
from storage.database import Database
from tests.cast import NOW, Cast

HALF_YEAR = {"starts": date(2025, 9, 1), "ends": date(2026, 2, 28)}


@pytest.fixture
def begun(database: Database, cast: Cast) -> Assessment:
    wanted = Start(questionnaire="three-pillars", function_id=cast.it.id, name="Spring", **HALF_YEAR)
    return writing(cast.asha, NOW, lambda work: service.start(work, wanted))


@pytest.fixture
def invite(cast: Cast, begun: Assessment) -> Callable[..., str]:
    """The token of a new invitation to answer."""

    def made(name: str = "", group: str = "staff", **more: object) -> str:
        wanted = ToRespond(assessment_id=begun.id, role_group=group, anonymous=not name, name=name or None, **more)
        return writing(cast.asha, NOW, lambda work: inviting.ask(work, wanted))[0].token

    return made
