"""`plumbline score`, as a person at a terminal meets it."""

import json
from fractions import Fraction
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli.main import app
from questionnaires.model import Questionnaire
from questionnaires.reader import canonical_json
from tests.builders import dimension, practice, question, questionnaire

ASKED = questionnaire(
    dimension(
        "top",
        practice("one", question("a", modes=["quick", "full"]), question("b", "rated"), needs=["base/knowledge"]),
        practice("two", question("c")),
    ),
    dimension("side", practice("three", question("d"))),
)
BASE = questionnaire(dimension("all", practice("knowledge", question("k"))), id="base")


@pytest.fixture
def run(tmp_path: Path):
    def run(*answers, asked: Questionnaire = ASKED, options=("--json",), **more):
        written = {
            "questionnaire": asked.id,
            "version": asked.version,
            "respondents": [{"id": "asha", "group": "leader"}],
            "answers": answers,
        }
        (tmp_path / f"{asked.id}.json").write_text(canonical_json(asked))
        (tmp_path / f"{asked.id}-answers.json").write_text(json.dumps(written | more))
        return CliRunner().invoke(app, ["score", str(tmp_path / f"{asked.id}.json"), str(tmp_path / f"{asked.id}-answers.json"), *options])

    return run


def answer(question_: str, value: object = None, **more: object) -> dict[str, object]:
    return {"respondent": "asha", "question": question_} | ({} if value is None else {"value": value}) | more


def test_it_prints_the_result_as_json(run):
    done = run(answer("a", 4), answer("b", "1/3", evidence="E2"), answer("c", state="dont_know"))
    found = json.loads(done.stdout)
    assert (done.exit_code, done.stderr) == (0, "")
    assert found["practices"]["one"]["index"] == float(Fraction(100) * (Fraction(4, 5) + Fraction(1, 300)) / 2)
    assert found["practices"]["one"]["evidenced_index"] == float(Fraction(1, 6))
    assert found["practices"]["two"]["index"] is None
    assert found["overall"]["binding"] == [{"holds": "one", "id": "base/knowledge", "level": None, "needs": 3}]


def test_foundations_are_read_from_a_printed_result(run, tmp_path):
    (tmp_path / "base-result.json").write_text(run(answer("k", 1), asked=BASE).stdout)
    done = run(answer("a", 4), answer("b", 100), options=("--json", "--foundations", str(tmp_path / "base-result.json")))
    assert json.loads(done.stdout)["practices"]["one"]["gated_level"] == 1


def test_without_json_it_prints_a_short_table(run):
    done = run(answer("a", 4), answer("b", 100), answer("c", 2), answer("d", state="not_applicable", reason="None here."), options=())
    assert done.exit_code == 0
    assert done.stdout.splitlines()[3].split() == ["Overall", "65.0", "65.0", "2", "(2)", "–", "100", "%"]
    assert "one is held back by base/knowledge: not assessed, needs 3" in done.stdout
    assert "not applicable" in done.stdout


def test_the_table_of_a_quick_assessment_says_that_it_is_an_estimate(run):
    done = run(answer("a", 4), mode="quick", options=())
    assert "An estimate from the quick questions: no levels." in done.stdout
    assert "Three" not in done.stdout


def test_answers_that_do_not_fit_end_with_two_and_every_reason_on_standard_error(run):
    done = run(answer("a", 9), answer("nothing", 1), answer("c", "high"))
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Answer with a level, a whole number from 0 to 5." in done.stderr
    assert "nothing" in done.stderr


def test_answers_to_another_version_end_with_two(run):
    done = run(answer("a", 4), version="2.0.0")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "2.0.0" in done.stderr


@pytest.mark.parametrize("text", [None, "not json", "{}"])
def test_a_foundations_file_that_is_no_result_ends_with_two(run, tmp_path, text):
    path = tmp_path / "foundations.json"
    if text is not None:
        path.write_text(text)
    done = run(answer("a", 4), options=("--json", "--foundations", str(path)))
    assert (done.exit_code, done.stdout) == (2, "")
    assert "foundations.json" in done.stderr


def test_a_missing_file_ends_with_two(tmp_path):
    done = CliRunner().invoke(app, ["score", str(tmp_path / "no.yaml"), str(tmp_path / "no.json")])
    assert (done.exit_code, done.stdout) == (2, "")
    assert "no.yaml" in done.stderr
