"""The ten, the register and a practice's decision in sentences."""

from datetime import timedelta

import pytest

from exports.words.practice_decision import practice_decision
from exports.words.register import (
    ordered,
    place_words,
    practice_words,
    register_decision,
    register_finding,
    status_words,
    ten_decision,
    ten_finding,
)
from exports.words.summary import first_step, lifts, register_label, startable, summary_decision
from improvement.model import Status
from improvement.standing_model import Advice, Beside
from scoring.result import Binding
from tests.exports.standings import ASHA, CHITRA, NOW, TODAY, action, case, foundations, standing


def holding(*actions):
    return case("mixed").model_copy(update={"actions": tuple(actions)})


def one(status=Status.IN_PROGRESS, number=1, **changed):
    soon = {"due": TODAY + timedelta(days=9), "updated_at": NOW}
    return action(case("mixed").advice[0], number, status).model_copy(update=soon | changed)


def test_the_first_step_is_one_that_can_start_and_is_not_in_the_register():
    here = holding()
    first = startable(here, here.advice)
    assert not first.waits_for
    again = holding(one(recommended=first.action.id))
    assert startable(again, (first,)) is None
    assert register_label(again, first) == "A-01"


def test_a_cancelled_action_is_recommended_again():
    here = holding(one(Status.CANCELLED))
    assert register_label(here, case("mixed").advice[0]) == ""


def test_where_all_wait_the_first_of_them_is_named():
    here = holding()
    waiting = tuple(advice.model_copy(update={"waits_for": ("say-the-why",)}) for advice in here.advice[:2])
    assert startable(here, waiting) is waiting[0]


def test_the_decision_names_what_it_takes_and_what_it_brings():
    here = holding()
    said = first_step(here, here.ten[0])
    assert said.startswith(f"Put “{here.ten[0].action.title}” first. It takes ")
    assert said.endswith("Decide who owns it and by when.")
    assert "lifts the index by" in said


def freeing(advice: Advice, levels: int = 1, rests_on: tuple[Binding, ...] = ()) -> Advice:
    """It moves what holds a level back, and its practice from level 0 up by so many."""
    raised = advice.lift.overall.model_copy(update={"level_before": 0, "level_after": levels})
    lift = advice.lift.model_copy(update={"practices": {advice.practice: raised}})
    return advice.model_copy(update={"frees_level": True, "lift": lift, "rests_on": rests_on})


def test_the_ten_are_told_by_their_effort_and_what_they_free():
    assert ten_finding(case("mixed")).startswith("The first ten actions take ")
    assert ten_finding(case("mixed").model_copy(update={"ten": ()})) == "No action is recommended at these answers"
    lone = freeing(case("mixed").ten[0])
    assert ten_finding(case("mixed").model_copy(update={"ten": (lone,)})).endswith("; one of them frees a level that is held back")


def test_where_every_one_of_the_ten_frees_a_level_none_is_counted():
    every = tuple(freeing(advice) for advice in case("mixed").ten)
    assert ten_finding(case("mixed").model_copy(update={"ten": every})).endswith("; all free a level that is held back")


HELD = Binding(holds="confidence", id="itsm-foundations/knowledge", level=1, needs=3)


def test_what_raises_no_level_or_stays_held_frees_none():
    first = case("mixed").ten[0]
    assert freeing(first).opens_level
    assert not freeing(first, levels=0).opens_level
    assert not freeing(first, rests_on=(HELD,)).opens_level
    assert freeing(first, rests_on=(HELD.model_copy(update={"level": None}),)).opens_level, "nobody knows that it stays held"
    ten = (freeing(first, levels=0), freeing(first, rests_on=(HELD,)))
    assert "frees" not in ten_finding(case("mixed").model_copy(update={"ten": ten}))


def test_the_promise_of_a_level_that_stays_held_says_until_when():
    here, first = case("mixed"), case("mixed").ten[0]
    raised = f"“{here.questionnaire.practices[first.practice].title}” from level 0 to 1"
    assert lifts(here, freeing(first)).endswith(raised)
    held = freeing(first, rests_on=(HELD,))
    assert lifts(here, held).endswith(f"{raised} by points: the level stays held until Knowledge reaches level 3")
    assert "stays held" not in lifts(here, freeing(first, levels=0, rests_on=(HELD,)))


def test_an_action_of_another_questionnaire_bears_the_name_of_its_own_practice():
    other = one(questionnaire="itsm-foundations", practice="outcome-measurement")
    assert practice_words(holding(), other) == "Outcome measurement"
    ground = standing(of=foundations())
    beside = Beside(assessment=ground.assessment, function="IT", questionnaire=ground.questionnaire, score=ground.score)
    assert practice_words(
        holding().model_copy(update={"stands_on": (beside,)}), one(questionnaire="itsm-foundations", practice="incident")
    ) == ("Incident management")
    assert practice_words(holding(), one(practice="confidence")) == "Confidence before convenience"
    assert practice_words(holding(), one(practice=None)) == "The whole"


def test_the_ten_end_in_one_decision():
    assert ten_decision(holding()).startswith("Put “")
    assert ten_decision(holding().model_copy(update={"ten": ()})).startswith("Keep what is there")
    here = holding()
    taken = [one(number=i, recommended=advice.action.id) for i, advice in enumerate(here.ten, 1)]
    assert ten_decision(holding(*taken)).startswith("All of them are in the register")
    assert summary_decision(holding(*taken)) == "See the ten open actions of the register through before starting anything new."


def test_with_nothing_to_do_the_summary_says_so():
    idle = holding().model_copy(update={"ten": (), "advice": ()})
    assert summary_decision(idle).startswith("Nothing more is recommended")


def test_a_place_among_the_ten_is_told_with_what_it_waits_for():
    here = holding(one())
    advice = here.advice[0].model_copy(update={"waits_for": ("say-the-why",), "held_by_gate": "adoption-85"})
    said = place_words(here, advice)
    assert "After “Tell employees what is in it for them”." in said
    assert "Not yet: the adoption gate “Basic services adopted before complex ones” is not passed." in said
    assert said.endswith("In the register as A-01.")
    assert place_words(holding(), here.advice[0].model_copy(update={"waits_for": ("gone",), "held_by_gate": None})) == ""


@pytest.mark.parametrize(
    ("actions", "finding", "decision"),
    [
        ((), "No action is in the register yet", "Accept the first of the ten, with an owner and a date."),
        ((one(Status.PROPOSED),), "One proposed action waits for a decision, none is running", "Accept or drop the one proposed action"),
        ((one(Status.VERIFIED),), "No action is running", "Nothing waits for a decision"),
        ((one(Status.DONE),), "No action is running", "Verify the one done action"),
        ((one(), one(number=2)), "Two actions of 2 are running, none overdue", "Nothing waits for a decision"),
        (
            (one(), *(one(Status.ACCEPTED, n) for n in (2, 3))),
            "One action of 3 is running, two are not started, none overdue",
            "Nothing waits for a decision",
        ),
        ((one(Status.ACCEPTED),), "No action is running, one is not started, none overdue", "Nothing waits for a decision"),
        ((one(Status.BLOCKED),), "One action of 1 is running; one is blocked", "Decide what unblocks A-01 “"),
        ((one(due=TODAY - timedelta(days=1)), one(number=2)), "Two actions of 2 are running; one is overdue", "Decide on A-01 “"),
    ],
)
def test_the_register_is_told_by_what_needs_a_decision(actions, finding, decision):
    here = holding(*actions)
    assert register_finding(here) == finding
    assert register_decision(here).startswith(decision)


def test_overdue_actions_come_first_and_cancelled_ones_last():
    late = one(number=3, due=TODAY - timedelta(days=1))
    here = holding(one(Status.CANCELLED, 1), one(Status.VERIFIED, 2), late, one(Status.PROPOSED, 4), one(Status.BLOCKED, 5))
    assert [a.number for a in ordered(here)] == [3, 5, 4, 2, 1]


def test_ones_own_verification_is_labelled_so():
    own = one(Status.VERIFIED, owner_id=ASHA, verified_by=ASHA)
    other = one(Status.VERIFIED, owner_id=ASHA, verified_by=CHITRA)
    assert [status_words(holding(), a) for a in (own, other)] == ["Verified by owner", "Verified"]


def test_an_action_without_news_for_a_month_is_stale():
    assert status_words(holding(), one(updated_at=NOW - timedelta(days=30))) == "In progress, stale"
    assert status_words(holding(), one(updated_at=NOW - timedelta(days=29))) == "In progress"


@pytest.mark.parametrize(
    ("actions", "decision"),
    [
        ((one(due=TODAY - timedelta(days=1)),), "Decide on A-01 “"),
        ((one(),), "See the one running action of this practice through before starting another."),
        ((one(Status.PROPOSED),), "Accept or drop A-01 “"),
        ((), "Put “"),
    ],
)
def test_a_practice_ends_in_one_decision(actions, decision):
    assert practice_decision(holding(*actions), case("mixed").advice[0].practice).startswith(decision)


def test_a_practice_at_its_target_is_kept_and_an_empty_one_answered():
    assert practice_decision(holding(), "success-measures").startswith("The target is reached.")
    assert practice_decision(case("empty").model_copy(update={"actions": ()}), "confidence").startswith(
        "Answer the four questions of this practice"
    )


def test_a_practice_short_of_target_without_advice_says_so():
    here = holding().model_copy(update={"advice": ()})
    assert practice_decision(here, "product-management").startswith("Nothing more is recommended here")
