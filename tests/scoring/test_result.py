"""Results are kept as JSON and come back the same; what is published is plain (questionnaire-format.md)."""

import json
from fractions import Fraction

import pytest
from hypothesis import given, settings

from questionnaires.answer import Responses
from questionnaires.model import Questionnaire
from scoring.maturity import score
from scoring.published import NoResult, foundations, published
from scoring.result import AssessmentScore
from tests.builders import dimension, practice, question, questionnaire
from tests.scoring.random_assessments import assessments
from tests.scoring.said import responses, told

F = Fraction


@settings(max_examples=60, deadline=None)
@given(assessments())
def test_a_frozen_result_comes_back_the_same(drawn: tuple[Questionnaire, Responses]):
    found = score(*drawn)
    assert AssessmentScore.model_validate_json(found.model_dump_json()) == found
    assert AssessmentScore.model_validate(json.loads(json.dumps(found.model_dump(mode="json")))) == found


def test_a_computed_number_may_have_any_count_of_digits():
    asked = questionnaire(dimension("all", practice("one", *(question(f"m{n}", "metric", weight=n + 1) for n in range(12)))))
    people = {f"p{n}": ("staff", {f"m{m}": F(1, 10**n + m + 7) for m in range(12)}) for n in range(8)}
    found = score(asked, told(people))
    assert len(str(found.overall.index.denominator)) > 40
    assert AssessmentScore.model_validate_json(found.model_dump_json()) == found


@pytest.mark.parametrize("number", ["many", [1]])
def test_what_is_no_number_is_refused_in_a_result(number):
    text = json.dumps(score(questionnaire(dimension("all", practice("one", question("a")))), responses({"a": 3})).model_dump(mode="json"))
    with pytest.raises(ValueError, match="overall"):
        AssessmentScore.model_validate(json.loads(text) | {"overall": json.loads(text)["overall"] | {"index": number}})


ASKED = questionnaire(
    dimension("top", practice("one", question("a", stance="proactive"), question("b"), needs=["itsm/k"]), practice("two", question("c"))),
    gates=[{"id": "basics", "title": "Basics", "measure": "adoption", "at_least": 85}],
    pitfalls=[{"id": "trap", "title": "Trap", "when": "level(one) >= 1", "effect": "Bad.", "advice": "Stop."}],
)
GROUP = ["index", "low", "high", "interval", "level", "level_low", "level_high", "gated_level", "binding", "completeness"]


def test_what_is_published_has_every_field_of_its_kind():
    found = published(score(ASKED, responses({"a": 3, "c": 1})))
    assert list(found) == [
        "questionnaire",
        "version",
        "hash",
        "method",
        "overall",
        "dimensions",
        "practices",
        "gates",
        "pitfalls",
        "posture",
    ]
    assert list(found["overall"]) == list(found["dimensions"]["top"]) == [*GROUP, "evidenced_index", "agreement", "geometric", "minimum"]
    assert list(found["practices"]["one"]) == [*GROUP, "evidenced_index", "agreement", "scope_limited"]
    assert found["overall"]["binding"] == [{"holds": "one", "id": "itsm/k", "level": None, "needs": 3}]
    assert found["gates"] == [{"id": "basics", "state": "not_determinable", "reading": None}]
    assert found["pitfalls"] == [{"id": "trap", "state": "found", "because": [{"name": "level(one)", "value": 3.0}]}]
    assert found["posture"] == {
        "stance": {"position": None, "low": None, "high": None},
        "posture": {"position": None, "low": None, "high": None},
    }
    assert json.loads(json.dumps(found, allow_nan=False)) == found


def test_published_numbers_are_unrounded():
    asked = questionnaire(dimension("top", practice("one", question("a"), question("b"), question("c"))))
    found = published(score(asked, responses({"a": 1, "b": 1, "c": 0})))
    assert found["overall"]["index"] == 40 / 3


def test_a_published_result_is_the_foundation_of_another():
    text = json.dumps(published(score(ASKED, responses({"a": 3, "b": 3}))))
    assert foundations(text, "result.json") == {"small/one": 3, "small/two": None}


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[1]", '{"questionnaire": "x", "practices": {"a": {"level": 1.5}}}', '{"questionnaire": "x", "practices": {"a": {}}}'],
)
def test_anything_else_is_no_foundation(text):
    with pytest.raises(NoResult, match=r"result\.json is not a result"):
        foundations(text, "result.json")
