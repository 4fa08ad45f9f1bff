"""Each kind of answer, worked by hand (section 2)."""

from fractions import Fraction

import pytest

from questionnaires.answer import InvalidAnswer
from scoring.maturity import score
from tests.builders import dimension, practice, question, questionnaire
from tests.scoring.said import responses

F = Fraction


def term(kind, value, lowest=0, **more):
    if kind == "anchored":
        more |= {"levels": {level: f"Anchor {level}." for level in range(lowest, 6)}}
    scale = [{"level": level, "name": f"Level {level}"} for level in range(lowest, 6)]
    asked = questionnaire(dimension("all", practice("one", question("q", kind, **more))), scale=scale)
    return score(asked, responses({"q": value})).practices["one"].trace[0]


def test_an_anchored_answer_reaches_every_level_up_to_its_own():
    found = term("anchored", 3)
    assert found.by_level == {1: 1, 2: 1, 3: 1, 4: 0, 5: 0}
    assert found.attainment == F(3, 5)


def test_a_scale_of_one_to_five_starts_at_nothing():
    assert [term("anchored", level, lowest=1).attainment for level in range(1, 6)] == [0, F(1, 4), F(1, 2), F(3, 4), 1]
    assert term("anchored", 2, lowest=1).by_level == {2: 1, 3: 0, 4: 0, 5: 0}


def test_yes_speaks_to_its_tagged_level_alone():
    assert term("yes_no", True).by_level == {2: 1}
    assert term("yes_no", False).by_level == {2: 0}


def test_an_untagged_answer_speaks_to_every_level():
    assert term("yes_no", True, level=None).by_level == {1: 1, 2: 1, 3: 1, 4: 1, 5: 1}


@pytest.mark.parametrize(
    ("letter", "low", "point", "high"),
    [
        ("N", 0, F(75, 1000), F(15, 100)),
        ("P", F(15, 100), F(325, 1000), F(1, 2)),
        ("L", F(1, 2), F(675, 1000), F(85, 100)),
        ("F", F(85, 100), F(925, 1000), 1),
    ],
)
def test_a_bare_letter_takes_its_midpoint_and_its_band_as_bounds(letter, low, point, high):
    found = term("rated", letter)
    assert (found.low, found.attainment, found.high) == (low, point, high)


def test_a_percentage_is_exact():
    found = term("rated", F("72.5"))
    assert (found.low, found.attainment, found.high) == (F(29, 40), F(29, 40), F(29, 40))


def test_a_coverage_label_takes_its_tables_value():
    assert [term("coverage", label).attainment for label in ("none", "half", "all")] == [0, F(1, 2), 1]


POINTS = [[20, 0], [60, "1/2"], [85, 1]]


@pytest.mark.parametrize(("measured", "expected"), [(0, 0), (20, 0), (40, F(1, 4)), (60, F(1, 2)), (70, F(7, 10)), (85, 1), (100, 1)])
def test_a_metric_is_straight_between_its_points_and_constant_outside(measured, expected):
    assert term("metric", measured, points=POINTS).attainment == expected


def test_a_metric_may_fall():
    assert [term("metric", measured, points=[[2, 1], [10, 0]]).attainment for measured in (1, 4, 12)] == [1, F(3, 4), 0]


@pytest.mark.parametrize(("chosen", "expected"), [((), 0), (("a",), F(3, 4)), (("b",), F(1, 4)), (("b", "a"), 1)])
def test_choices_take_the_selected_share_of_all_weight(chosen, expected):
    assert term("choices", chosen).attainment == expected


@pytest.mark.parametrize(
    ("kind", "value", "expected"), [("rated", "1/3", F(1, 300)), ("metric", "1/3", F(1, 300)), ("anchored", "6/2", F(3, 5))]
)
def test_a_quoted_fraction_is_the_number(kind, value, expected):
    assert term(kind, value).attainment == expected


@pytest.mark.parametrize(
    ("kind", "value"), [("anchored", 6), ("anchored", F(5, 2)), ("rated", "X"), ("rated", 101), ("coverage", "most"), ("choices", ("c",))]
)
def test_an_answer_that_does_not_fit_is_never_scored(kind, value):
    with pytest.raises(InvalidAnswer):
        term(kind, value)


def test_a_yes_is_no_number_and_a_number_no_yes():
    asked = questionnaire(dimension("all", practice("one", question("m", "metric"), question("y", "yes_no"))))
    score(asked, responses({"m": 1, "y": True}))
    for wrong in ({"m": True}, {"y": 1}):
        with pytest.raises(InvalidAnswer):
            score(asked, responses(wrong))
