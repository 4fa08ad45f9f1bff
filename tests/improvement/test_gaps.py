from fractions import Fraction

from improvement.gaps import gaps
from questionnaires.answer import Answer, Respondent, Responses
from scoring.maturity import score
from tests.builders import dimension, practice, question, questionnaire


def result(content, answers, mode="full"):
    given = tuple(Answer(respondent="asha", question=q, **said) for q, said in answers.items())
    asha = (Respondent(id="asha", group="leader"),)
    return score(content, Responses(questionnaire="small", version="1.0.0", mode=mode, respondents=asha, answers=given))


CONTENT = questionnaire(
    dimension(
        "d",
        practice("near", question("a")),
        practice("far", question("b")),
        practice("away", question("c")),
        practice("free", question("e")),
    )
)
ANSWERS = {
    "a": {"value": 2},
    "b": {"value": 1},
    "c": {"state": "not_applicable", "reason": "There is none."},
    "e": {"value": 0},
}


def test_the_largest_gap_stands_first_and_what_has_no_target_or_does_not_apply_is_left_out():
    found = gaps(CONTENT, result(CONTENT, ANSWERS), {"near": 3, "far": 3, "away": 3})
    assert [(gap.practice, gap.levels, gap.points) for gap in found] == [("far", 2, 40), ("near", 1, 20)]


def test_a_practice_beyond_its_target_has_no_gap():
    (gap,) = gaps(CONTENT, result(CONTENT, ANSWERS), {"near": 1})
    assert (gap.levels, gap.points) == (0, 0)


def test_without_levels_the_points_decide():
    content = questionnaire(
        dimension("d", practice("near", question("a", modes=["quick"])), practice("far", question("b", modes=["quick"])))
    )
    found = gaps(content, result(content, {"a": {"value": 2}, "b": {"value": 1}}, mode="quick"), {"near": 3, "far": 3})
    assert [(gap.practice, gap.levels, gap.points) for gap in found] == [("far", None, 40), ("near", None, 20)]


def test_the_target_as_an_index_counts_tagged_items_only_up_to_it():
    """Target 3: the ladder (weight 3) is at 3/5, the item of level 2 is there, that of level 4 is not: (9/5 + 1 + 0)/5."""
    asked = (question("a", weight=3), question("b", "yes_no", level=2), question("c", "metric", level=4))
    content = questionnaire(dimension("d", practice("p", *asked)))
    (gap,) = gaps(content, result(content, {"a": {"value": 0}}), {"p": 3})
    assert gap.target_index == Fraction(56)
    assert gap.points == 56


def test_a_level_that_missing_answers_leave_open_is_not_read_as_its_upper_end():
    """Three of four questions at 3: level 3 by these, 1 if the fourth is at nothing."""
    content = questionnaire(dimension("d", practice("p", *(question(name) for name in "abcd"))))
    three = result(content, {name: {"value": 3} for name in "abc"})
    scored = three.practices["p"]
    assert (scored.level, scored.level_low, scored.level_high) == (3, 1, 3)
    (gap,) = gaps(content, three, {"p": 3})
    assert (gap.level, gap.levels) == (None, None)
    (below,) = gaps(content, three, {"p": 1})
    assert below.levels == 0, "reached whatever the missing answer is"
