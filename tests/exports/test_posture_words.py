"""The posture in words: which side is ahead, what pulls it there, and what to do about it."""

from fractions import Fraction

import pytest

from exports.words import posture
from improvement.leaning import Pull, Side
from improvement.model import Status
from scoring.result import Axis
from tests.exports.small import GOOD, answered
from tests.exports.standings import action, case, standing


@pytest.mark.parametrize(
    ("axis", "said"),
    [
        (Axis(position=None, low=None, high=None), "cannot be told: no answer on one side"),
        (Axis(position=None, low=Fraction(-1), high=Fraction(1)), "between −1.0 and +1.0"),
        (Axis(position=Fraction(1, 5), low=Fraction(1, 5), high=Fraction(1, 5)), "+0.2, to the proactive side"),
        (Axis(position=Fraction(-1, 5), low=Fraction(-1, 2), high=Fraction(0)), "−0.2, to the reactive side, between −0.5 and 0.0"),
        (Axis(position=None, low=Fraction(-1), high=Fraction(0)), "between −1.0 and 0.0"),
        (Axis(position=Fraction(0), low=Fraction(-1, 100), high=Fraction(1, 100)), "in the middle"),
        (Axis(position=Fraction(1, 100), low=Fraction(1, 100), high=Fraction(1, 100)), "in the middle"),
    ],
)
def test_posture_is_a_place_between_two_ends(axis, said):
    assert posture.axis_words(axis, ("Reactive", "Proactive")) == said


def leaning(here, position, low=None, high=None):
    """The same answers, with the axis said to stand elsewhere."""
    axis = Axis(position=position, low=position if low is None else low, high=position if high is None else high)
    moved = here.score.posture.model_copy(update={"stance": axis})
    return here.model_copy(update={"score": here.score.model_copy(update={"posture": moved})})


@pytest.mark.parametrize(
    ("bounds", "said"),
    [
        ((Fraction(-1, 4),), "Reacting is ahead of preventing"),
        ((Fraction(1, 4),), "Preventing is ahead of reacting"),
        ((Fraction(1, 50),), "Reacting and preventing are level"),
        ((Fraction(1, 4), Fraction(-1, 10), Fraction(1, 2)), "It cannot be told yet whether reacting or preventing is ahead"),
        ((Fraction(1, 4), Fraction(1, 10), Fraction(1, 2)), "Preventing is ahead of reacting"),
        ((None, Fraction(-1), Fraction(1)), "It cannot be told yet whether reacting or preventing is ahead"),
    ],
)
def test_the_title_says_which_side_is_ahead_unless_missing_answers_could_turn_it(bounds, said):
    assert posture.posture_finding(leaning(case("mixed"), *bounds)) == said


def test_a_questionnaire_that_does_not_ask_about_it_has_no_posture():
    assert posture.posture_finding(answered(GOOD)) == ""


def test_a_lean_to_the_left_names_the_first_action_that_moves_the_right_side():
    here = leaning(case("mixed").model_copy(update={"actions": ()}), Fraction(-1, 4))
    decision = posture.posture_decision(here)
    assert decision.startswith("To bring preventing level with reacting, put “")
    assert " person-days and " in decision
    named = next(a.action for a in here.advice if f"put “{a.action.title}”" in decision)
    proactive = {q.id for q in here.questionnaire.questions.values() if q.stance == "proactive"}
    moved = [here.questionnaire.questions[m.question].text for m in named.moves if m.question in proactive]
    assert any(f"moves “{text}”" in decision for text in moved)


def test_an_action_that_is_under_way_comes_before_a_new_one():
    here = leaning(case("mixed"), Fraction(-1, 4))
    proactive = {q.id for q in here.questionnaire.questions.values() if q.stance == "proactive"}
    moving = next(a for a in here.advice if proactive & {m.question for m in a.applies})
    running = here.model_copy(update={"actions": (action(moving, 7, Status.IN_PROGRESS),)})
    assert posture.posture_decision(running).startswith("To bring preventing level with reacting, see A-07 “")


def test_where_no_action_moves_the_right_side_somebody_has_to_agree_on_one():
    here = leaning(case("mixed").model_copy(update={"advice": ()}), Fraction(-1, 4))
    assert posture.posture_decision(here).startswith("No recommended action moves the proactive side")


def test_open_answers_come_first_and_weak_sides_are_no_comfort():
    assert posture.posture_decision(case("incomplete")).startswith("Answer the 14 open questions below first")
    assert posture.posture_decision(case("weak")).startswith("Both sides are weak")
    assert posture.posture_decision(case("strong")).startswith("Nothing here asks for a decision. Hold what pulls to the right")


def test_a_side_a_sum_and_a_pull_are_told_in_numbers():
    assert posture.side_words(Side("proactive", Fraction(42, 100), ())) == "Proactive: 42 % of what is asked"
    assert posture.side_words(Side("reactive", None, ())) == "Reactive: nothing answered"
    assert posture.sum_words(case("empty"), "stance") == ""
    # Reactive: 3/5, 2/5, 0, 0 of four. Proactive: 1, 3 of 5 twice ... as the trace has them.
    assert posture.sum_words(case("mixed"), "stance") == "29 % less 25 % is +0.04."
    term = case("mixed").score.practices["confidence"].trace[0]
    assert [posture.pull_words(Pull(term, moves)) for moves in (Fraction(1, 25), Fraction(-1, 8), Fraction(0), None)] == [
        "moves it by +0.04",
        "moves it by −0.13",
        "moves nothing",
        "leaves the position open",
    ]


def test_a_quick_estimate_has_a_posture_too():
    assert posture.posture_finding(standing(mode="quick")) == "Preventing is ahead of reacting"
