"""`plumbline report`."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from typer.testing import CliRunner

from assessment import service as assessments
from assessment.answering_service import record_answer
from assessment.model import Given, Start
from cli.main import app
from cli.report import standing_of
from improvement.standing import gather
from people import service as people
from people.work import reading, writing
from questionnaires.library import load
from storage.database import Database

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)


@pytest.fixture(params=[1])
def started(bare: Database, request: pytest.FixtureRequest) -> list[str]:
    """Ids of as many assessments, all of one name, in the second of two organisations."""
    person = people.begin(NOW)
    writing(person, NOW, lambda work: people.create_organisation(work, "Another", "UTC", "EUR"))
    organisation = writing(person, NOW, lambda work: people.create_organisation(work, "Northwind", "UTC", "EUR"))
    actor = people.acting_for(person, organisation.id)
    function = writing(actor, NOW, lambda work: people.create_function(work, "IT", "it"))
    wanted = Start(questionnaire="three-pillars", function_id=function.id, name="Autumn", starts=date(2026, 9, 1), ends=date(2026, 11, 15))
    for _ in range(request.param):
        writing(actor, NOW, lambda work: assessments.start(work, wanted))
    with reading(actor, NOW) as work:
        return [str(one.id) for one in assessments.assessments(work)]


def run(*arguments: str):
    return CliRunner().invoke(app, ["report", *arguments])


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_report_is_written_by_id_or_by_name(started, tmp_path):
    for wanted in (started[0], "Autumn"):
        file = tmp_path / f"{wanted}.pdf"
        ended = run(wanted, "--out", str(file))
        assert ended.exit_code == 0, ended.output
        assert file.read_bytes().startswith(b"%PDF-")
        assert file.read_bytes().rstrip().endswith(b"%%EOF")


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_dash_writes_to_standard_output_and_nothing_else_does(started):
    ended = run(started[0], "--out", "-", "--classification", "For the board only")
    assert ended.exit_code == 0
    assert ended.stdout_bytes.startswith(b"%PDF-")
    assert ended.stdout_bytes.rstrip().endswith(b"%%EOF")


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
@pytest.mark.parametrize("wanted", ["nothing of the kind", "00000000-0000-4000-8000-000000000000", "'; drop table assessment; --"])
def test_what_is_not_there_ends_with_a_sentence(started, tmp_path, wanted):
    ended = run(wanted, "--out", str(tmp_path / "report.pdf"))
    assert ended.exit_code == 2
    assert ended.stderr == f"There is no assessment called “{wanted}”. There is “Autumn”.\n"
    assert not (tmp_path / "report.pdf").exists()


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_place_that_cannot_be_written_to_is_named(started, tmp_path):
    ended = run(started[0], "--out", str(tmp_path / "missing" / "report.pdf"))
    assert ended.exit_code == 2
    assert "could not be written: No such file or directory. Choose another place with --out." in ended.stderr


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
@pytest.mark.parametrize("started", [2], indirect=True)
def test_a_name_that_two_assessments_bear_asks_for_an_id(started, tmp_path):
    ended = run("Autumn", "--out", str(tmp_path / "report.pdf"))
    assert ended.exit_code == 2
    assert "2 assessments are called Autumn. Give one of their ids instead" in ended.stderr
    assert all(one in ended.stderr for one in started)


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_without_any_assessment_the_way_to_one_is_told(bare, tmp_path):
    ended = run("Autumn", "--out", str(tmp_path / "report.pdf"))
    assert ended.stderr == (
        "There is no assessment called “Autumn”. There is no assessment at all yet. Make one in the browser: plumbline serve.\n"
    )


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_the_command_tells_what_the_person_who_answered_is_told(started):
    wanted = UUID(started[0])
    person = people.begin(NOW)
    with reading(person, NOW) as work:
        organisation = next(one for one in people.organisations(work) if one.name == "Northwind")
    leader = people.acting_for(person, organisation.id)
    first = next(q.id for q in load("three-pillars").questions.values() if q.kind == "anchored")
    writing(leader, NOW, lambda work: record_answer(work, wanted, first, Given(value=2)))
    with reading(leader, NOW) as work:
        theirs = gather(work, wanted)
    assert theirs.answers[first].value == 2
    assert standing_of(started[0], NOW) == theirs
