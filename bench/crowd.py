"""A crowd of invited respondents on one assessment, for a load driver that speaks Streamlit's protocol (docs/operating.md has the figures).

`python -c "from bench.crowd import prepare; prepare('/tmp/crowd', 400)"` makes the data folder; person i has the cookie `crowd-i`.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from assessment import respondents, service
from assessment.model import Start
from assessment.respondents import Concern
from people import service as people
from people.door_tables import SessionRow
from people.model import FunctionKind, System
from people.tokens import kept
from people.work import Work, writing
from questionnaires import library
from storage.database import FILE, Database, use
from storage.migrate import migrate


def prepare(home: str, size: int, questionnaire: str = "three-pillars") -> str:
    """A data folder with an organisation, an open assessment and as many respondents with sessions; the address that they answer at."""
    Path(home).mkdir(parents=True, exist_ok=True)
    with use(Database(f"sqlite:///{home}/{FILE}")) as database:
        migrate(database)
        now = datetime.now(UTC)
        first = people.begin(now)
        made = writing(first, now, lambda work: people.create_organisation(work, "Crowd", "UTC", "EUR"))
        leader = people.acting_for(first, made.id)
        function = writing(leader, now, lambda work: people.create_function(work, "IT", FunctionKind.IT))
        asked = library.load(questionnaire)
        begins = now.date() - timedelta(days=365)
        start = Start(questionnaire=asked.id, function_id=function.id, name="Crowd", starts=begins, ends=now.date())
        assessment = writing(leader, now, lambda work: service.start(work, start))
        inside = System(purpose="crowd", organisation_id=made.id)
        writing(inside, now, lambda work: _people(work, assessment.id, size))
        database.close()
    return f"/answer?a={assessment.id}"


def _people(work: Work, assessment_id: UUID, size: int) -> None:
    for number in range(size):
        _person(work, assessment_id, number)


def _person(work: Work, assessment_id: UUID, number: int) -> None:
    row = respondents.begin(work, assessment_id, Concern("leader"), f"Person {number}")
    work.add(
        SessionRow(
            token=kept(f"crowd-{number}"),
            respondent_id=row.id,
            respondent_name=row.name,
            organisation_id=row.organisation_id,
            stage="open",
            proof="invitation",
            opened_at=work.now,
            seen_at=work.now,
            closes_at=work.now + timedelta(days=1),
        )
    )
