"""What a valid answer to each kind of question is, and what merely looks like one."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from questionnaires.answer import InvalidAnswer, valid_value
from questionnaires.reader import read
from tests.questionnaires.planting import SMALL

QUESTIONNAIRE = read(SMALL)


def value(question, given):
    return valid_value(QUESTIONNAIRE, QUESTIONNAIRE.questions[question], given)


@pytest.mark.parametrize(
    ("question", "given", "taken"),
    [
        ("listening-how", 0, 0),
        ("listening-how", 3, 3),
        ("listening-how", "2", 2),
        ("listening-how", 2.0, 2),
        ("listening-how", Decimal("2.0"), 2),
        ("listening-how", Fraction(2), 2),
        ("listening-how", np.int64(2), 2),
        ("listening-how", np.float64(2), 2),
        ("listening-place", True, True),
        ("listening-place", False, False),
        ("listening-place", np.True_, True),
        ("listening-share", "Half", "Half"),
        ("using-rated", "L", "L"),
        ("using-rated", 62.5, Fraction(125, 2)),
        ("using-rated", "62.5", Fraction(125, 2)),
        ("using-rated", 0, 0),
        ("using-rated", 100, 100),
        ("using-metric", 0.1, Fraction(1, 10)),
        ("using-metric", "1/3", Fraction(1, 3)),
        ("using-metric", 100, 100),
        ("using-options", [], ()),
        ("using-options", ["order", "unlock"], ("unlock", "order")),
        ("using-options", ("order",), ("order",)),
    ],
)
def test_a_fitting_value_is_taken_in_its_own_kind(question, given, taken):
    fitted = value(question, given)
    assert fitted == taken
    assert type(fitted) is type(taken) or isinstance(fitted, Fraction)


@pytest.mark.parametrize(
    ("question", "given", "sentence"),
    [
        *[
            ("listening-how", bad, "a whole number from 0 to 3")
            for bad in (-1, 4, 2.5, "two", True, False, None, [2], {}, np.True_, float("nan"), 10**50)
        ],
        *[("listening-place", bad, "true or false") for bad in (1, 0, "true", "yes", None, [], np.int64(1))],
        *[("using-rated", bad, "N, P, L or F") for bad in ("n", "X", "", -0.1, 100.1, True, None, ["L"], float("inf"), "62 %")],
        *[("listening-share", bad, '"None", "Half", "All"') for bad in ("half", " Half", 0.5, None, True, ["Half"])],
        *[("using-metric", bad, "from 0 up to 100 (%)") for bad in (-1, 101, "many", True, None, [1], np.array([1, 2]))],
        *[
            ("using-options", bad, '"unlock", "order"')
            for bad in ("order", ["wash"], ["order", "order"], [1], None, {"order"}, True, [["order"]])
        ],
    ],
)
def test_anything_else_is_refused_with_what_to_answer_instead(question, given, sentence):
    with pytest.raises(InvalidAnswer) as refused:
        value(question, given)
    assert sentence in str(refused.value)


def test_a_metric_whose_measure_has_no_bounds_takes_any_number():
    free = read(SMALL.replace(", minimum: 0, maximum: 100", "").replace("at_least: 85,", "at_least: 85,"))
    assert valid_value(free, free.questions["using-metric"], -5) == -5
    with pytest.raises(InvalidAnswer, match=r"Answer with a number \(%\)\."):
        valid_value(free, free.questions["using-metric"], "many")


def test_a_metric_without_its_measure_is_still_a_number():
    bare = QUESTIONNAIRE.model_copy(update={"measures": ()})
    bare = type(bare).model_construct(**{name: getattr(bare, name) for name in type(bare).model_fields})
    with pytest.raises(InvalidAnswer, match=r"Answer with a number\."):
        valid_value(bare, bare.questions["using-metric"], "many")
