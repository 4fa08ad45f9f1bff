"""States and conditions of one person's answers (section 2)."""

from fractions import Fraction

import pytest

from scoring.maturity import score
from tests.builders import dimension, practice, question, questionnaire
from tests.scoring.said import responses, told

F = Fraction


def whole(*questions, **more):
    return questionnaire(dimension("all", practice("one", *questions)), **more)


def terms(asked, given):
    return {term.question: term for p in score(asked, given).practices.values() for term in p.trace}


def child(**more):
    return question("child", "yes_no", shown_if={"question": "parent", "at_least": more.pop("at_least", 2)}, **more)


def test_missing_answers_are_never_silently_zero():
    found = score(whole(question("a"), question("b"), question("c")), responses({"a": 5, "b": ...})).practices["one"]
    assert (found.index, found.low, found.high) == (100, F(100, 3), 100)
    assert (found.level, found.level_low, found.level_high) == (5, 0, 5)
    assert [term.state for term in found.trace] == ["answered", "dont_know", "unanswered"]
    assert [(term.attainment, term.low, term.high) for term in found.trace[1:]] == [(None, 0, 1), (None, 0, 1)]
    assert found.trace[1].by_level == dict.fromkeys(range(1, 6))


def test_a_note_without_a_value_is_no_answer():
    found = terms(whole(question("a")), responses({"a": {"note": "Ask Ben."}}))
    assert found["a"].state == "unanswered"


def test_a_practice_with_nothing_answered_has_no_point_and_every_possibility():
    found = score(whole(question("a")), responses({})).practices["one"]
    assert (found.index, found.level, found.gated_level, found.evidenced_index) == (None, None, None, None)
    assert (found.low, found.high, found.level_low, found.level_high, found.completeness) == (0, 100, 0, 5, 0)
    assert found.attainment == dict.fromkeys(range(1, 6))


def test_with_nothing_answered_any_level_is_possible_even_where_the_questions_speak_of_a_low_one():
    found = score(whole(question("a", "rated", level=2)), responses({})).practices["one"]
    assert (found.level, found.level_low, found.level_high) == (None, 0, 5)


def test_a_question_is_shown_where_the_parent_reaches_its_condition():
    found = terms(whole(question("parent"), child()), responses({"parent": 2, "child": True}))
    assert (found["child"].state, found["child"].attainment, found["child"].note) == ("answered", 1, "")


def test_a_hidden_question_means_no_and_its_answer_is_kept_and_noted():
    result = score(whole(question("parent"), child()), responses({"parent": 1, "child": {"value": True, "evidence": "E3"}})).practices[
        "one"
    ]
    hidden = result.trace[1]
    assert (hidden.state, hidden.attainment, hidden.evidenced, result.completeness) == ("implied_no", 0, False, 1)
    assert hidden.note == "Kept but not counted, because the question was not shown: 1 answer."
    assert (result.index, result.low, result.high) == (10, 10, 10)


def test_a_hidden_scoping_question_is_not_applicable():
    found = terms(whole(question("parent"), child(hidden_means="not_applicable")), responses({"parent": 1}))
    assert (found["child"].state, found["child"].low, found["child"].high, found["child"].note) == ("not_applicable", None, None, "")


@pytest.mark.parametrize(("parent", "state"), [(..., "unanswered"), (None, "not_applicable")])
def test_a_child_follows_a_parent_that_says_nothing(parent, state):
    found = terms(whole(question("parent"), child()), responses({"parent": parent, "child": True}))
    assert found["child"].state == state
    assert found["child"].note == "Kept but not counted, because the question was not shown: 1 answer."


def test_a_child_of_an_unanswered_parent_is_unanswered():
    assert terms(whole(question("parent"), child()), responses({"child": True}))["child"].state == "unanswered"


def test_a_chain_of_conditions_is_followed_to_its_end_even_where_children_come_first():
    grandchild = question("grandchild", shown_if={"question": "child", "at_least": 1})
    asked = whole(grandchild, child(), question("parent"))
    assert [t.state for t in terms(asked, responses({"parent": 1, "child": True, "grandchild": 5})).values()] == [
        "implied_no",
        "implied_no",
        "answered",
    ]
    assert terms(asked, responses({"parent": 2, "child": True, "grandchild": 5}))["grandchild"].state == "answered"
    assert terms(asked, responses({"parent": 2, "child": False, "grandchild": 5}))["grandchild"].state == "implied_no"


def test_what_hangs_on_a_hidden_question_is_hidden_whatever_it_asks_for():
    deepest = question("deepest", shown_if={"question": "child", "at_least": 0})
    assert terms(whole(question("parent"), child(), deepest), responses({"parent": 1, "deepest": 5}))["deepest"].state == "implied_no"


@pytest.mark.parametrize(
    ("kind", "at_least", "hides", "shows"),
    [
        ("yes_no", 1, False, True),
        ("rated", 50, "P", "L"),
        ("rated", "92.5", F(92), "F"),
        ("coverage", "1/2", "none", "half"),
        ("metric", 40, 39, 40),
        ("choices", 2, ("a",), ("a", "b")),
    ],
)
def test_a_condition_is_met_on_the_parents_own_scale(kind, at_least, hides, shows):
    asked = whole(question("parent", kind), child(at_least=at_least))
    assert terms(asked, responses({"parent": hides, "child": True}))["child"].state == "implied_no"
    assert terms(asked, responses({"parent": shows, "child": True}))["child"].state == "answered"


def test_not_applicable_answers_change_nothing_but_the_scope():
    asked = whole(question("a", weight=4), question("b"), question("c"))
    found = score(asked, responses({"a": 3, "b": None, "c": 5})).practices["one"]
    assert found.index == (4 * 60 + 100) / 5
    assert found.not_applicable_effect == found.index - F(4 * 60 + 100, 6)
    assert not found.scope_limited


def test_a_practice_is_limited_in_scope_above_a_fifth_of_its_weight():
    asked = whole(question("a", weight=4), question("b"))
    assert not score(asked, responses({"a": 3, "b": None})).practices["one"].scope_limited
    asked = whole(question("a", weight="3.99"), question("b"))
    assert score(asked, responses({"a": 3, "b": None})).practices["one"].scope_limited


def test_a_practice_with_nothing_applicable_has_no_figures_and_is_left_out_above():
    asked = questionnaire(dimension("all", practice("gone", question("a")), practice("here", question("b"))))
    found = score(asked, responses({"a": None, "b": 3}))
    gone = found.practices["gone"]
    assert (gone.index, gone.low, gone.high, gone.level, gone.level_low, gone.level_high, gone.completeness) == (None,) * 7
    assert (gone.scope_limited, gone.attainment, gone.not_applicable_effect) == (True, {}, None)
    assert (found.overall.index, found.overall.level, found.overall.completeness) == (60, 3, 1)
    assert found.dimensions["all"].parts == {"here": 1}


def test_a_whole_with_nothing_applicable_has_no_figures():
    found = score(whole(question("a")), responses({"a": None})).overall
    assert {name: value for name, value in dict(found).items() if value is not None} == {"binding": (), "parts": {}}


def test_evidence_below_what_a_third_person_saw_counts_as_the_lowest_answer():
    asked = whole(question("a", weight=3), question("b"))
    found = score(asked, responses({"a": {"value": 5, "evidence": "E1"}, "b": {"value": 5, "evidence": "E2"}}))
    assert (found.overall.index, found.overall.evidenced_index) == (100, 25)
    assert [term.evidenced for term in found.practices["one"].trace] == [False, True]


def test_quick_mode_asks_its_own_questions_and_gives_no_level():
    asked = questionnaire(
        dimension(
            "all", practice("one", question("a", modes=["quick", "full"]), question("b"), needs=["other/x"]), practice("two", question("c"))
        ),
        pitfalls=[{"id": "trap", "title": "Trap", "when": "level(one) <= 5 or index(two) > 0", "effect": "Bad.", "advice": "Stop."}],
    )
    assert asked.questions  # Known before the restriction, which must not hand it on.
    found = score(asked, responses({"a": 4, "b": 0, "c": 5}, mode="quick"))
    one = found.practices["one"]
    assert (one.index, one.level, one.level_low, one.level_high, one.gated_level, one.binding) == (80, None, None, None, None, ())
    assert (found.overall.index, found.overall.level, found.overall.level_low, found.overall.level_high) == (80, None, None, None)
    assert list(found.practices) == ["one"]
    assert found.pitfalls[0].state == "not_determinable"
    assert found.hash == score(asked, responses({"a": 4})).hash


def test_a_quick_question_whose_parent_is_not_quick_is_simply_asked():
    asked = whole(question("parent"), child(modes=["quick", "full"]))
    assert terms(asked, responses({"child": True}, mode="quick"))["child"].state == "answered"


def test_a_questionnaire_without_quick_questions_is_empty_in_quick_mode():
    found = score(whole(question("a")), responses({"a": 3}, mode="quick"))
    assert (found.overall.index, found.practices) == (None, {})


def test_answers_of_nobody_leave_everything_open():
    found = score(whole(question("a")), told({}))
    assert (found.overall.low, found.overall.high) == (0, 100)
