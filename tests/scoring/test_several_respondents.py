"""Role groups, consensus and states of several people on one item (sections 2 and 5)."""

from fractions import Fraction

from scoring.maturity import score
from tests.builders import dimension, practice, question, questionnaire
from tests.scoring.said import told

F = Fraction


def whole(*questions, **more):
    return questionnaire(dimension("all", practice("one", *questions)), **more)


def term(asked, people, name="a", **more):
    return next(t for t in score(asked, told(people, **more)).practices["one"].trace if t.question == name)


def test_each_role_group_weighs_the_same_however_many_answered():
    people = {"asha": ("leader", {"a": 5}), "ben": ("staff", {"a": 0}), "chitra": ("staff", {"a": 0}), "dev": ("staff", {"a": 3})}
    found = term(whole(question("a")), people)
    assert found.by_level == {1: F(2, 3), 2: F(2, 3), 3: F(2, 3), 4: F(1, 2), 5: F(1, 2)}
    assert found.attainment == (1 + F(1, 5)) / 2


def test_the_worked_means_of_leaders_and_staff():
    people = {f"l{n}": ("leader", {"a": level}) for n, level in enumerate((4, 4, 5))}
    people |= {f"s{n}": ("staff", {"a": level}) for n, level in enumerate((2, 3, 2, 3, 3, 2))}
    found = score(whole(question("a")), told(people))
    assert found.overall.index == 20 * (F(13, 3) + F(5, 2)) / 2
    assert round(float(found.overall.index) / 20, 4) == 3.4167


def test_a_group_that_did_not_answer_an_item_has_no_weight_in_it():
    people = {"asha": ("leader", {"a": 4}), "ben": ("staff", {"a": ...})}
    assert term(whole(question("a")), people).attainment == F(4, 5)


def test_letters_of_several_people_keep_the_mean_of_their_edges():
    people = {"asha": ("leader", {"a": "L"}), "ben": ("leader", {"a": F(40)})}
    found = term(whole(question("a", "rated")), people)
    assert (found.low, found.attainment, found.high) == (F(45, 100), F(5375, 10000), F(625, 1000))


def test_a_consensus_is_the_items_answer_and_says_so():
    people = {"asha": ("leader", {"a": {"value": 5, "evidence": "E2"}}), "ben": ("staff", {"a": 0})}
    found = term(whole(question("a")), people, consensus=[{"question": "a", "value": F(2), "rationale": "Talked."}])
    assert (found.attainment, found.note, found.evidenced) == (F(2, 5), "The answer agreed in consensus is used.", True)


def test_a_consensus_may_carry_its_own_evidence():
    agreed = [{"question": "a", "value": F(2), "evidence": "E3"}]
    assert term(whole(question("a")), {"asha": ("leader", {})}, consensus=agreed).evidenced


def test_one_answer_is_enough_for_an_item_and_not_applicable_beats_missing():
    asked = whole(question("a"))
    assert term(asked, {"asha": ("leader", {"a": None}), "ben": ("staff", {"a": 3})}).state == "answered"
    assert term(asked, {"asha": ("leader", {"a": None}), "ben": ("staff", {"a": ...})}).state == "not_applicable"
    assert term(asked, {"asha": ("leader", {"a": ...}), "ben": ("staff", {})}).state == "dont_know"


def test_the_highest_evidence_of_several_counts():
    people = {"asha": ("leader", {"a": {"value": 1, "evidence": "E0"}}), "ben": ("staff", {"a": {"value": 1, "evidence": "E2"}})}
    assert term(whole(question("a")), people).evidenced


CONDITIONAL = whole(question("parent"), question("a", shown_if={"question": "parent", "at_least": 3}))


def test_each_person_sees_a_question_by_their_own_parent_answer():
    people = {"asha": ("leader", {"parent": 5, "a": 4}), "ben": ("leader", {"parent": 0, "a": 5}), "chitra": ("leader", {"a": 5})}
    found = term(CONDITIONAL, people)
    assert found.by_level == {1: F(1, 2), 2: F(1, 2), 3: F(1, 2), 4: F(1, 2), 5: 0}
    assert (found.state, found.note) == ("answered", "Kept but not counted, because the question was not shown: 2 answers.")


def test_a_consensus_on_the_parent_decides_for_nobody():
    people = {"asha": ("leader", {"parent": 0, "a": 5}), "ben": ("leader", {"a": 5})}
    agreed = [{"question": "parent", "value": F(5)}]
    assert term(CONDITIONAL, people, consensus=agreed).state == "implied_no"
    assert term(CONDITIONAL, {"ben": ("leader", {"a": 5})}, consensus=agreed).state == "unanswered"


def test_a_consensus_on_a_hidden_question_is_its_answer_and_the_hidden_one_is_noted():
    found = term(CONDITIONAL, {"asha": ("leader", {"parent": 0, "a": 5})}, consensus=[{"question": "a", "value": F(1)}])
    assert (found.state, found.attainment) == ("answered", F(1, 5))
    assert found.note == "The answer agreed in consensus is used. Kept but not counted, because the question was not shown: 1 answer."


RULE = {"id": "trap", "title": "Trap", "effect": "Bad.", "advice": "Stop."}


def answer_of(question_, people, **more):
    asked = whole(question_, question("parent"), pitfalls=[RULE | {"when": "answer(a) > 0"}])
    return score(asked, told(people, **more)).pitfalls[0].because[0].value


def test_a_rule_sees_the_mean_of_the_raw_values():
    people = {"asha": ("leader", {"a": 50}), "ben": ("staff", {"a": 20}), "chitra": ("staff", {"a": 30})}
    assert answer_of(question("a", "metric"), people) == F(75, 2)
    assert answer_of(question("a", "metric"), people, consensus=[{"question": "a", "value": F(12)}]) == 12
    assert answer_of(question("a", "rated"), {"asha": ("leader", {"a": "L"})}) == F("67.5")
    assert answer_of(question("a"), {"asha": ("leader", {"a": None})}) is None


def test_a_rule_sees_a_hidden_question_as_zero():
    hidden = question("a", "metric", shown_if={"question": "parent", "at_least": 3})
    people = {"asha": ("leader", {"parent": 5, "a": 60}), "ben": ("leader", {"parent": 0})}
    assert answer_of(hidden, people) == 30


def test_whoever_is_withheld_has_no_part_in_a_question_not_even_by_what_follows_for_them():
    asked = whole(question("open", "yes_no"), question("hours", shown_if={"question": "open", "at_least": 1}))
    people = {"ben": ("staff", {"open": True, "hours": 5}), "chitra": ("staff", {"open": False})}
    assert term(asked, people, "hours").attainment == F(1, 2), "one at the highest level, one no that follows"
    people["ben"] = ("staff", {"open": True})
    hushed = term(asked, people, "hours", withheld={"hours": ["ben", "chitra"]})
    assert (hushed.state, hushed.attainment) == ("unanswered", None)
