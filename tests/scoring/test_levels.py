"""Climbing, knockouts, dimensions and the whole (section 3)."""

from fractions import Fraction

import pytest

from scoring.maturity import score
from tests.builders import dimension, practice, question, questionnaire
from tests.scoring.said import responses

F = Fraction


def one(questions, answers, **more):
    return score(questionnaire(dimension("all", practice("one", *questions)), **more), responses(answers)).practices["one"]


def rated(level, name=None, **more):
    return question(name or f"r{level}", "rated", level=level, **more)


def test_a_level_to_which_nothing_speaks_is_passed_over():
    found = one([rated(1), rated(3)], {"r1": 100, "r3": 60})
    assert found.level == 3
    assert found.attainment == {1: 1, 3: F(3, 5)}


def test_a_level_with_nothing_applicable_is_passed_over():
    assert one([rated(1), rated(2), rated(3)], {"r1": 100, "r2": None, "r3": 60}).level == 3


def test_a_level_with_nothing_answered_stops_the_climb():
    found = one([rated(1), rated(2), rated(3)], {"r1": 100, "r3": 100})
    assert (found.level, found.level_low, found.level_high) == (1, 1, 3)


def test_a_lower_level_must_be_fully_attained():
    assert one([rated(1), rated(2)], {"r1": 85, "r2": 100}).level == 1
    assert one([rated(1), rated(2)], {"r1": 86, "r2": 100}).level == 2


def test_a_letter_leaves_the_level_open_between_its_edges():
    found = one([rated(1), rated(2)], {"r1": 100, "r2": "L"})
    assert (found.level, found.level_low, found.level_high) == (2, 1, 2)


def test_a_question_tagged_with_the_lowest_level_counts_in_the_index_alone():
    assert one([rated(0), rated(1)], {"r0": 0, "r1": 100}).level == 1
    assert one([rated(0), rated(1)], {"r0": 0, "r1": 100}).index == 50


def knocked(answer):
    return one([question("a"), rated(3, "k", knockout="1/2")], {"a": 5} | ({} if answer is ... else {"k": answer}))


def test_a_missed_knockout_keeps_the_practice_below_its_level():
    found = knocked(49)
    assert (found.level, found.level_low, found.level_high, found.knockouts) == (2, 2, 2, ("k",))
    assert found.trace[1].knocked_out
    assert found.index == 100 * (1 + F(49, 100)) / 2


def test_a_knockout_is_met_at_its_own_value():
    found = knocked(50)
    assert (found.level, found.knockouts, found.trace[1].knocked_out) == (3, (), False)


def test_a_missing_answer_to_a_knockout_caps_the_lowest_level_alone():
    found = knocked(...)
    assert (found.level, found.level_low, found.level_high, found.knockouts) == (5, 2, 5, ())


def test_a_letter_may_miss_a_knockout_at_worst():
    found = one([question("a"), rated(3, "k", knockout="0.6")], {"a": 5, "k": "L"})
    assert (found.level, found.level_low, found.level_high) == (3, 2, 5)


def test_a_knockout_never_goes_below_the_scale():
    scale = [{"level": level, "name": str(level)} for level in range(1, 6)]
    assert one([question("k", "yes_no", level=1, knockout=1), rated(2)], {"k": False, "r2": 100}, scale=scale).level == 1


def test_a_knockout_not_applicable_knocks_nothing_out():
    assert one([question("a"), rated(3, "k", knockout=1)], {"a": 5, "k": None}).level == 5


def test_a_knockout_in_quick_mode_is_a_finding_only():
    asked = questionnaire(dimension("all", practice("one", rated(3, "k", knockout=1, modes=["quick", "full"]))))
    found = score(asked, responses({"k": 0}, mode="quick")).practices["one"]
    assert (found.knockouts, found.level) == (("k",), None)


def two_dimensions(answers, *, first=True, second=False):
    asked = questionnaire(
        dimension("first", practice("a", question("a1")), practice("b", question("b1"), weight=3), mandatory=first, weight=2),
        dimension("second", practice("c", question("c1")), mandatory=second),
    )
    return score(asked, responses(answers))


def test_a_dimension_is_as_high_as_its_lowest_practice_and_the_whole_as_its_lowest_mandatory_dimension():
    found = two_dimensions({"a1": 4, "b1": 3, "c1": 1})
    assert (found.dimensions["first"].level, found.dimensions["second"].level, found.overall.level) == (3, 1, 3)
    assert two_dimensions({"a1": 4, "b1": 3, "c1": 1}, first=False).overall.level == 1


def test_where_no_mandatory_dimension_has_anything_applicable_all_count():
    assert two_dimensions({"a1": None, "b1": None, "c1": 2}).overall.level == 2


def test_indices_go_upward_by_weight():
    found = two_dimensions({"a1": 5, "b1": 1, "c1": 2})
    assert found.dimensions["first"].index == F(100 + 3 * 20, 4)
    assert found.overall.index == F(2 * 40 + 40, 3)
    assert found.overall.parts == {"first": 2, "second": 1}


def test_a_part_without_a_point_leaves_the_point_above_open_but_not_the_range():
    found = two_dimensions({"b1": 5, "c1": 5})
    first = found.dimensions["first"]
    assert (first.index, first.level, first.geometric, first.minimum, first.range, first.evidenced_index) == (None,) * 6
    assert (first.low, first.high, first.level_low, first.level_high, first.completeness) == (75, 100, 0, 5, F(3, 4))
    assert (found.overall.index, found.overall.level, found.overall.level_low) == (None, None, 0)
    assert (found.overall.low, found.overall.completeness) == (F(2 * 75 + 100, 3), F(2 * F(3, 4) + 1, 3))


def test_the_mean_over_practices_of_the_whole_weighs_dimension_times_practice():
    found = two_dimensions({"a1": 5, "b1": 5, "c1": 0})
    assert found.overall.geometric == pytest.approx(100 * 0.01 ** (1 / 3))
    assert (found.overall.minimum, found.overall.range) == (0, 100)
