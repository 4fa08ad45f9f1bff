from fractions import Fraction

from scoring.change import common_difference, on_common_questions
from tests.builders import dimension, practice, question, questionnaire
from tests.scoring.said import responses

F = Fraction
OLD = questionnaire(dimension("all", practice("one", question("a"), question("b")), practice("gone", question("g"))))
NEW = questionnaire(
    dimension("all", practice("one", question("a", weight=3), question("b"), question("new"))),
    dimension("more", practice("two", question("other"))),
    version="1.1.0",
)


def test_the_same_questionnaire_is_compared_as_a_whole():
    found = common_difference(OLD, responses({"a": 1, "b": 2, "g": 3}), OLD, responses({"a": 3, "b": 2, "g": 3}))
    assert found.questions == ("a", "b", "g")
    assert (found.overall.before.index, found.overall.after.index, found.overall.points) == (45, 55, 10)
    assert {name: difference.points for name, difference in found.practices.items()} == {"one": 20, "gone": 0}


def test_two_versions_are_compared_on_their_common_questions_by_the_newer_weights():
    found = common_difference(OLD, responses({"a": 1, "b": 1, "g": 5}), NEW, responses({"a": 3, "b": 1, "new": 0, "other": 0}))
    assert (found.questions, list(found.practices)) == (("a", "b"), ["one"])
    assert (found.overall.before.index, found.overall.after.index) == (20, F(3 * 60 + 20, 4))


def test_a_reanchored_question_is_not_common():
    changed = questionnaire(dimension("all", practice("one", question("a"), question("b", levels={n: f"Now {n}." for n in range(6)}))))
    assert common_difference(OLD, responses({"a": 1}), changed, responses({"a": 2})).questions == ("a",)


def test_with_nothing_in_common_there_is_no_difference():
    other = questionnaire(dimension("all", practice("one", question("z"))))
    assert common_difference(OLD, responses({}), other, responses({})) is None


def test_missing_answers_keep_their_ranges_and_leave_the_points_open():
    found = common_difference(OLD, responses({"a": 1}), OLD, responses({"a": 1, "b": 1, "g": 1}))
    assert (found.practices["one"].before.low, found.practices["one"].before.high) == (10, 60)
    assert (found.overall.before.index, found.overall.points) == (None, None)
    assert found.practices["one"].points == 0


def test_a_question_that_only_one_mode_asks_is_not_common():
    asked = questionnaire(dimension("all", practice("one", question("a", modes=["quick", "full"]), question("b"))))
    found = common_difference(asked, responses({"a": 1}, mode="quick"), asked, responses({"a": 2, "b": 5}))
    assert (found.questions, found.overall.points) == (("a",), 20)


def test_a_child_is_common_only_with_its_parent():
    def version(anchor):
        levels = {n: f"{anchor} {n}." for n in range(6)}
        child = question("child", shown_if={"question": "parent", "at_least": 3})
        return questionnaire(dimension("all", practice("one", question("parent", levels=levels), child, question("c"))))

    old, new = version("Old"), version("New")
    assert common_difference(old, responses({"c": 1}), new, responses({"c": 1})).questions == ("c",)
    assert common_difference(old, responses({"c": 1}), old, responses({"c": 1})).questions == ("parent", "child", "c")


def test_a_question_that_only_one_mode_hides_is_not_common():
    child = question("child", shown_if={"question": "parent", "at_least": 3}, modes=["quick", "full"])
    asked = questionnaire(dimension("all", practice("one", question("parent"), child, question("c", modes=["quick", "full"]))))
    quick, full = responses({"child": 4, "c": 1}, mode="quick"), responses({"parent": 1, "c": 1})
    assert common_difference(asked, quick, asked, full).questions == ("c",)
    assert common_difference(asked, full, asked, quick).questions == ("c",)
    assert common_difference(asked, quick, asked, quick).questions == ("child", "c")


def test_a_figure_measured_beyond_a_newer_versions_bounds_still_compares():
    def version(maximum):
        measure = {"id": "adoption", "title": "Adoption", "unit": "%", "better": "higher", "definition": "Share.", "maximum": maximum}
        return questionnaire(dimension("all", practice("one", question("m", "metric"))), measures=[measure])

    assert common_difference(version(200), responses({"m": 150}), version(100), responses({"m": 50})).overall.points == -50


def test_several_stand_side_by_side_on_what_all_of_them_were_asked():
    said = [
        (NEW, responses({"a": 3, "b": 1, "new": 0, "other": 0})),
        (OLD, responses({"a": 5, "b": 5, "g": 0})),
        (NEW, responses({"a": 1})),
    ]
    found = on_common_questions(said)
    assert (found.questions, [list(one.practices) for one in found.scores]) == (("a", "b"), [["one"]] * 3)
    assert [one.practices["one"].index for one in found.scores] == [F(3 * 60 + 20, 4), 100, 20]
    assert [one.practices["one"].level for one in found.scores] == [2, 5, 1]


def test_alone_an_assessment_is_what_it_is_but_for_what_holds_it_back():
    asked = questionnaire(
        dimension("all", practice("base", question("a")), practice("top", question("b"), needs=["base"])),
    )
    (alone,) = on_common_questions([(asked, responses({"a": 1, "b": 4}))]).scores
    assert (alone.practices["top"].level, alone.practices["top"].gated_level) == (4, 4)


def test_nothing_common_to_all_is_no_comparison():
    other = questionnaire(dimension("all", practice("one", question("z"))))
    assert on_common_questions([(OLD, responses({})), (NEW, responses({})), (other, responses({}))]) is None
