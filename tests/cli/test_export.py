"""`plumbline export`."""

from datetime import UTC, datetime
from zipfile import ZipFile

import pytest
from typer.testing import CliRunner

from cli.main import app
from people import service
from people.work import writing

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)


@pytest.fixture
def northwind(bare):
    """The id of one of two organisations."""
    person = service.begin(NOW)
    names = ("Northwind", "Another")
    first, _ = [writing(person, NOW, lambda w, name=name: service.create_organisation(w, name, "UTC", "EUR")) for name in names]
    return str(first.id)


def run(*arguments: str):
    return CliRunner().invoke(app, ["export", *arguments])


def test_an_organisation_is_written_by_id_or_by_name_in_any_case(northwind, tmp_path):
    for wanted in (northwind, "northwind"):
        file = tmp_path / "all.zip"
        ended = run(wanted, "--out", str(file))
        assert ended.exit_code == 0, ended.output
        with ZipFile(file) as archive:
            assert northwind in archive.read("manifest.json").decode()
        file.unlink()


def test_what_is_not_there_ends_with_a_sentence_and_writes_nothing(northwind, tmp_path):
    ended = run("Harbour", "--out", str(tmp_path / "all.zip"))
    assert (ended.exit_code, ended.stderr) == (2, "There is no organisation called “Harbour”. There is “Another” and “Northwind”.\n")
    assert not (tmp_path / "all.zip").exists()


def test_a_place_that_cannot_be_written_to_is_named(northwind, tmp_path):
    ended = run(northwind, "--out", str(tmp_path / "missing" / "all.zip"))
    assert ended.exit_code == 2
    assert "could not be written: No such file or directory. Choose another place with --out." in ended.stderr
