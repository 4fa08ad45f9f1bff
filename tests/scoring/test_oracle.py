"""Fast scoring against the specification read slowly, on random assessments of every kind."""

import pytest
from hypothesis import given, settings

from questionnaires.answer import Responses
from questionnaires.model import Questionnaire
from scoring.maturity import score
from tests.scoring.oracle import FIGURES, Oracle
from tests.scoring.random_assessments import assessments


@settings(max_examples=250, deadline=None)
@given(assessments())
def test_scoring_agrees_with_the_specification_read_slowly(drawn: tuple[Questionnaire, Responses]):
    questionnaire, responses = drawn
    expected, result = Oracle(questionnaire, responses).whole(), score(questionnaire, responses)
    assert set(result.practices) == set(expected["practices"])
    for name, practice in result.practices.items():
        wanted = expected["practices"][name]
        for figure in (*FIGURES, "gated_level", "scope_limited"):
            assert getattr(practice, figure) == wanted[figure], (name, figure)
        assert [(term.question, term.state) for term in practice.trace] == [(i["question"].id, i["state"]) for i in wanted["items"]]
    for name, group in {**result.dimensions, "overall": result.overall}.items():
        wanted = expected["overall"] if name == "overall" else expected["dimensions"][name]
        for figure in (*FIGURES, "gated_level", "minimum", "range"):
            assert getattr(group, figure) == wanted[figure], (name, figure)
        assert group.geometric == (None if wanted["geometric"] is None else pytest.approx(wanted["geometric"]))
