from fractions import Fraction

from scoring.maturity import score
from tests.builders import dimension, practice, question, questionnaire
from tests.scoring.said import responses

F = Fraction
ASKED = questionnaire(
    dimension(
        "all",
        practice("one", question("a", stance="proactive", weight=5), question("b", "rated", stance="reactive", posture="defensive")),
        practice("two", question("c", stance="proactive", posture="strategic"), question("d", stance="reactive"), question("e")),
    )
)


def posture(answers):
    return score(ASKED, responses(answers)).posture


def test_the_stance_is_the_difference_of_two_plain_means():
    found = posture({"a": 5, "b": 20, "c": 2, "d": 3, "e": 0}).stance
    assert found.position == (1 + F(2, 5)) / 2 - (F(1, 5) + F(3, 5)) / 2 == F(3, 10)
    assert found.low == found.high == found.position


def test_missing_answers_and_letters_leave_bounds():
    found = posture({"a": 5, "b": "L", "d": 5}).stance
    assert found.position == 1 - (F(675, 1000) + 1) / 2
    assert found.low == F(1, 2) - (F(85, 100) + 1) / 2
    assert found.high == 1 - (F(1, 2) + 1) / 2


def test_a_side_without_answers_leaves_the_position_open_but_not_the_bounds():
    found = posture({"c": 5}).posture
    assert (found.position, found.low, found.high) == (None, 0, 1)


def test_a_side_with_nothing_applicable_leaves_nothing_to_tell():
    found = posture({"c": 5, "b": None}).posture
    assert (found.position, found.low, found.high) == (None, None, None)
