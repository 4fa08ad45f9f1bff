"""An answer of each kind in words: short, whole, and what more a level needs."""

from fractions import Fraction

import pytest

from exports.words.answer import anchor, answer_short, answer_value, answer_words, still_needed
from exports.words.practice import next_step, practice_finding, question_finding, strengths, weak_points
from tests.exports.small import GOOD, MIDDLING, answered


def terms(here):
    return {term.question: term for term in here.score.practices["every"].trace}


@pytest.mark.parametrize(
    ("question", "short", "whole"),
    [
        ("ladder", "1 of 3", "Somebody does it."),
        ("agreed", "No", "No"),
        ("share", "50 %", "Half of them"),
        ("judged", "60 %", "60 %"),
        ("wait", "24 hours", "24 hours"),
        ("parts", "1 of 3", "The first part"),
    ],
)
def test_each_kind_reads_as_a_person_would_say_it(question, short, whole):
    here = answered(MIDDLING)
    term = terms(here)[question]
    assert answer_short(here, term) == short
    assert answer_words(here, here.questionnaire.questions[question], answer_value(here, term)) == whole


def test_options_are_listed_and_names_keep_their_capitals():
    here = answered(GOOD)
    assert answer_words(here, here.questionnaire.questions["parts"], GOOD["parts"]) == "The first part, the second part and ITSM"
    assert answer_words(here, here.questionnaire.questions["parts"], ()) == "None of these"


def test_a_letter_is_written_out():
    assert answer_short(answered(GOOD), terms(answered(GOOD))["judged"]) == "Fully"


def test_an_anchor_that_adds_to_the_one_below_is_told_with_it():
    question = answered(GOOD).questionnaire.questions["ladder"]
    assert anchor(question, 3) == "Most do it. In addition, it is counted."
    assert anchor(question, 2) == "Most do it."


def test_states_are_told_and_are_no_answers():
    here = answered({"ladder": Fraction(1)}, agreed="dont_know", parts="not_applicable")
    said = {name: answer_short(here, term) for name, term in terms(here).items()}
    assert said["agreed"] == "Don’t know"
    assert said["parts"] == "Does not apply"
    assert said["wait"] == "Not answered"


def test_what_a_level_still_needs_is_told_in_the_questions_own_kind():
    here = answered(MIDDLING)
    needs = {name: still_needed(here, term, 3) for name, term in terms(here).items()}
    assert needs == {
        "ladder": "It is counted.",
        "agreed": "Is it agreed? Yes.",
        "share": "How many follow it? All of them.",
        "judged": "How well is it done? Fully: more than 85 %.",
        "wait": "How long do people wait? 8 hours or less.",
        "parts": "Which parts are there? Still missing: The second part and ITSM.",
    }


def test_nothing_is_needed_where_the_level_is_full_or_does_not_apply():
    here = answered({"ladder": Fraction(2), "agreed": True}, parts="not_applicable")
    assert still_needed(here, terms(here)["ladder"], 2) == ""
    assert still_needed(here, terms(here)["parts"], 3) == ""
    assert still_needed(here, terms(here)["share"], 1) == ""


def test_an_unanswered_choice_misses_every_option():
    here = answered({"ladder": Fraction(1)})
    assert still_needed(here, terms(here)["parts"], 1) == "Which parts are there? Still missing: The first part, the second part and ITSM."


def test_a_knockout_is_told_in_the_title():
    here = answered({**GOOD, "agreed": False}, target=3)
    assert here.score.practices["every"].level == 1
    assert practice_finding(here, "every") == "One answer caps this practice at level 1, whatever the others reach"


def test_a_no_above_the_target_is_no_strength():
    here = answered({**MIDDLING, "agreed": False}, target=1)
    assert "agreed" not in {seen.question for seen in strengths(here, "every")}
    assert "agreed" in {seen.question for seen in weak_points(here, "every")}


def test_titles_of_a_practice_by_what_is_known():
    assert (
        practice_finding(answered(GOOD, target=2), "every") == "Level 3 is above the target of 2; all six answers reach the target in full"
    )
    assert practice_finding(answered(GOOD), "every") == "Level 3 meets the target; all six answers reach the target in full"
    assert practice_finding(answered({}), "every") == "Nothing is answered here yet, so any level is possible"
    assert practice_finding(answered({"ladder": Fraction(1)}), "every") == "Between level 0 and 2; five of six questions are still open"
    assert practice_finding(answered({}, **dict.fromkeys(GOOD, "not_applicable")), "every") == "Nothing in this practice applies here"


def test_the_bars_say_how_many_fall_short_of_the_target():
    assert question_finding(answered(GOOD), "every") == "Every answer reaches level 3"
    assert question_finding(answered(MIDDLING), "every") == "All six answers fall short of level 3"
    assert question_finding(answered({}), "every") == "No question is answered yet"
    here = answered({"ladder": Fraction(1)})
    assert question_finding(here, "every") == "The only answer falls short of level 3"
    untargeted = here.model_copy(update={"assessment": here.assessment.model_copy(update={"targets": {}})})
    assert question_finding(untargeted, "every") == "Every answer can rise"
    highest = answered({"ladder": Fraction(3), "agreed": False}).model_copy(update={"assessment": untargeted.assessment})
    assert question_finding(highest, "every") == "One of two answers is as high as can be"


def test_the_next_step_is_one_level_at_a_time():
    level, needs = next_step(answered(MIDDLING), "every")
    assert level == 2
    assert needs == (
        "Most do it.",
        "Is it agreed? Yes.",
        "How many follow it? All of them.",
        "Which parts are there? Still missing: The second part and ITSM.",
    )
    assert next_step(answered(GOOD), "every") == (3, ())
