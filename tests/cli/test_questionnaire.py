"""`plumbline questionnaire` at the terminal."""

import json

import pytest
from typer.testing import CliRunner

from cli.main import app
from tests.questionnaires.planting import SMALL


@pytest.fixture
def run():
    def invoke(*arguments):
        return CliRunner().invoke(app, ["questionnaire", *map(str, arguments)])

    return invoke


@pytest.fixture
def small(tmp_path):
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, "utf-8")
    return path


def test_check_of_a_sound_file_ends_with_nothing_to_say(run, small):
    done = run("check", small)
    assert (done.exit_code, done.stdout) == (0, "no errors, no warnings\n")


def test_check_without_a_file_checks_the_published_questionnaires(run):
    done = run("check")
    assert (done.exit_code, done.stdout) == (0, "no errors, no warnings\n")


def test_check_of_a_faulty_file_prints_findings_and_ends_with_two(run, small):
    small.write_text(SMALL.replace("format: 1", "format: 2").replace("year: 2026", "yeer: 2026"), "utf-8")
    done = run("check", small)
    assert done.exit_code == 2
    assert f"{small}:1: format: Write 1; `2` is not known here.\n" in done.stdout
    assert done.stdout.endswith("2 errors, no warnings\n")


def test_warnings_alone_end_with_zero(run, small):
    small.write_text(SMALL.replace("guidance: Ask and answer.", "guidance: Ask and/or answer."), "utf-8")
    done = run("check", small)
    assert done.exit_code == 0
    assert f"{small}:25: dimensions[0].practices[0].guidance: warning: Write `and` or `or`" in done.stdout
    assert done.stdout.endswith("no errors, 1 warning\n")


def test_check_speaks_json_too(run, small):
    small.write_text(SMALL.replace("format: 1", "format: 2"), "utf-8")
    done = run("check", small, "--json")
    assert done.exit_code == 2
    assert json.loads(done.stdout)["errors"][0]["line"] == 1


def test_schema_prints_a_json_schema(run):
    assert json.loads(run("schema").stdout)["$schema"].startswith("https://json-schema.org/")


def test_diff_says_what_carries_over(run, small, tmp_path):
    newer = tmp_path / "newer.yaml"
    newer.write_text(SMALL.replace("version: 1.0.0", "version: 2.0.0").replace("1: One person asked", "1: One leader asked"), "utf-8")
    done = run("diff", small, newer)
    assert done.exit_code == 0
    assert done.stdout.startswith("small 1.0.0 -> small 2.0.0\nRe-anchored: an answer means something else now (1):\n  listening-how\n")
    assert "Answers carry over (5):" in done.stdout


def test_diff_of_equal_content_says_so(run, small):
    assert run("diff", small, small).stdout.endswith("The content is the same; all 6 answers carry over.\n")


def test_a_file_that_cannot_be_used_is_told_on_standard_error(run, small, tmp_path):
    done = run("diff", small, tmp_path / "missing.yaml")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "missing.yaml:1: This file cannot be opened" in done.stderr
