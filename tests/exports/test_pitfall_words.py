"""Pitfalls in words: how many are open, what helps, what is missing, what was not found."""

from exports.words import pitfalls
from improvement.model import Status
from tests.exports.small import GOOD, answered
from tests.exports.standings import action, case


def without_register(name="mixed"):
    return case(name).model_copy(update={"actions": ()})


def test_pitfalls_are_counted_and_a_single_one_named():
    assert pitfalls.pitfall_finding(case("mixed")) == "Two of eight known pitfalls are open here"
    assert pitfalls.pitfall_finding(case("strong")) == "None of the eight known pitfalls is found here"
    assert pitfalls.pitfall_finding(case("empty")) == "No pitfall is found; eight pitfalls cannot be told from the answers yet"
    assert pitfalls.pitfall_finding(answered(GOOD)) == "This questionnaire names no pitfalls"
    one = case("mixed").model_copy(update={"pitfalls": case("mixed").pitfalls[:1]})
    assert pitfalls.pitfall_finding(one).endswith("is open here: “Paths designed through the eyes of IT”")


def test_the_decision_names_the_first_remedy_that_nobody_has_taken_on():
    decision = pitfalls.pitfall_decision(without_register())
    assert decision == (
        "Close “Paths designed through the eyes of IT” first: accept “Name and group paths in employees' words”, with an owner and a date."
    )
    assert pitfalls.pitfall_decision(case("empty")).startswith("Answer the open questions")
    assert pitfalls.pitfall_decision(case("strong")).startswith("Keep it so")


def taken(status):
    """Every remedy of the first pitfall in the register, and no other pitfall."""
    here = without_register()
    found = here.pitfalls[0]
    ids = [remedy.action.id for remedy in pitfalls.remedies(here, found)]
    advice = [next(a for a in here.advice if a.action.id == name) for name in ids]
    actions = tuple(action(each, number, status) for number, each in enumerate(advice, 1))
    return here.model_copy(update={"actions": actions, "pitfalls": (found,)})


def test_remedies_in_the_register_are_seen_through_and_done_ones_are_questioned():
    assert pitfalls.pitfall_decision(taken(Status.BLOCKED)).startswith("What helps is in the register already: see A-01 “")
    assert "is done, and the answers still tell of the pitfall" in pitfalls.pitfall_decision(taken(Status.VERIFIED))
    assert pitfalls.pitfall_decision(taken(Status.CANCELLED)).startswith("Close “")


def test_a_remedy_says_where_it_stands():
    here = taken(Status.IN_PROGRESS)
    first = pitfalls.remedies(here, here.pitfalls[0])[0]
    assert (first.action.id, first.practice, first.helps) == ("plain-names", "autonomy", True)
    assert pitfalls.remedy_words(first) == "A-01 in the register: in progress"
    assert pitfalls.remedy_words(first._replace(registered=None)) == "not in the register yet"
    assert pitfalls.remedy_words(first._replace(registered=None, helps=False)).startswith("would move nothing")


def test_advice_names_actions_by_title_and_not_by_id_with_the_word_action_or_without():
    content = case("mixed").questionnaire
    assert pitfalls.with_titles(content, "Begin (action plain-names, then watch-five).") == (
        "Begin (“Name and group paths in employees' words”, then “Watch five employees before building a path”)."
    )
    assert pitfalls.with_titles(content, "Take action now, step-by-step.") == "Take action now, step-by-step."


def test_advice_that_names_no_action_is_the_decision_itself():
    here = without_register()
    bare = here.pitfalls[0].pitfall.model_copy(update={"advice": "Talk to each other."})
    alone = here.model_copy(update={"pitfalls": (here.pitfalls[0].model_copy(update={"pitfall": bare}),)})
    assert pitfalls.pitfall_decision(alone) == "Talk to each other."


def test_what_cannot_be_told_says_what_is_missing_and_a_measure_has_no_reading():
    said = dict(line.split("”: ", 1) for line in pitfalls.untold_words(case("incomplete")))
    assert said["“Complex services offered too soon"].endswith(
        "No reading: “What percentage of needs for the basic services were met without a person in the last three months?” is not answered."
    )
    assert pitfalls.untold_words(case("mixed")) == ()


def test_a_quick_assessment_says_that_its_questions_are_too_few():
    assert "“Paths designed through the eyes of IT”: Some of its questions are asked in the full assessment only." in pitfalls.untold_words(
        case("quick")
    )


def test_what_was_not_found_is_one_line():
    assert pitfalls.absent_words(case("mixed")).startswith("Looked for and not found: “Self-service presented as relief for IT”, “")
    assert pitfalls.absent_words(case("empty")) == ""
