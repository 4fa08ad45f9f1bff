"""`plumbline readings`."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assessment import measures
from cli.main import app
from people import service as people
from people.model import FunctionKind
from people.work import reading, writing

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
GOOD = "measure,period,value,sample,source\nself-service-adoption,2026-02,53,1200,Desk\n"
pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)


@pytest.fixture
def function(bare):
    """IT of an organisation, and what was read of it."""
    person = people.begin(NOW)
    organisation = writing(person, NOW, lambda work: people.create_organisation(work, "Northwind", "UTC", "EUR"))
    actor = people.acting_for(person, organisation.id)
    made = writing(actor, NOW, lambda work: people.create_function(work, "IT", FunctionKind.IT))

    def read() -> list[tuple[str, object]]:
        with reading(actor, NOW) as work:
            return [(r.period, r.value) for r in measures.readings(work, made.id)]

    return made, read


def run(tmp_path: Path, text: str, *arguments: str):
    file = tmp_path / "readings.csv"
    file.write_text(text, "utf-8")
    return CliRunner().invoke(app, ["readings", str(file), *arguments])


def test_a_dry_run_tells_and_changes_nothing(function, tmp_path):
    ended = run(tmp_path, GOOD, "--function", "it", "--dry-run")
    assert ended.exit_code == 0
    assert "readings.csv:2: self-service-adoption 2026-02, new: 53 %" in ended.stdout
    assert ended.stdout.endswith("One reading is new.\nNothing is changed.\n")
    assert function[1]() == []


def test_a_file_is_imported_by_the_name_of_the_function_or_by_its_id(function, tmp_path):
    assert run(tmp_path, GOOD, "--function", "IT").stdout.endswith("Imported.\n")
    assert "53 % is there already" in run(tmp_path, GOOD, "--function", str(function[0].id)).stdout
    assert function[1]() == [("2026-02", 53)]


def test_a_file_with_a_fault_says_all_of_them_and_changes_nothing(function, tmp_path):
    ended = run(tmp_path, GOOD + "nothing,2026-13,x,,\n", "--function", "IT")
    assert ended.exit_code == 2
    assert ended.stderr.count("readings.csv:3: ") == 3
    assert ended.stderr.endswith("One line cannot be used, so nothing can be imported yet. Nothing is changed.\n")
    assert function[1]() == []


def test_a_missing_file_and_an_unknown_function_end_with_a_sentence(function, tmp_path):
    missing = CliRunner().invoke(app, ["readings", str(tmp_path / "no.csv"), "--function", "IT"])
    assert (missing.exit_code, "cannot be opened" in missing.stderr) == (2, True)
    unknown = run(tmp_path, GOOD, "--function", "Legal")
    assert (unknown.exit_code, unknown.stderr) == (2, "There is no function called “Legal”. There is “IT”.\n")


def test_a_name_that_two_functions_bear_asks_for_an_id(function, tmp_path):
    person = people.begin(NOW)
    other = writing(person, NOW, lambda work: people.create_organisation(work, "Southwind", "UTC", "EUR"))
    writing(people.acting_for(person, other.id), NOW, lambda work: people.create_function(work, "IT", FunctionKind.IT))
    ended = run(tmp_path, GOOD, "--function", "IT")
    assert ended.exit_code == 2
    assert "2 functions are called IT. Give one of their ids instead" in ended.stderr
    assert str(function[0].id) in ended.stderr
