"""How far those who answered agree, in words: one person, two, seven in two groups, nobody who can be compared."""

from dataclasses import replace

import pytest

from exports.words.agreement import (
    agenda_decision,
    agreement_finding,
    discuss_lead,
    gap_words,
    question_words,
    split_words,
    spread_finding,
    sure_words,
)
from exports.words.options import Chosen, chosen, chosen_words, middle
from exports.words.panel import concord_facts, panel_rows
from improvement.standing_model import Standing
from scoring.concord import Concord
from scoring.panel_items import Untold
from tests.exports.changed import changed, now, then
from tests.exports.several import (
    CALM,
    CALM_ON,
    SPLIT,
    SPLIT_ON,
    group,
    nothing_applies,
    several,
    two_fives,
    two_groups,
    two_people,
    unanimous,
)
from tests.exports.small import GOOD, kinds
from tests.exports.standings import standing


def finding(here: Standing) -> str:
    assert here.panel is not None
    return agreement_finding(here.panel)


def test_one_person_agrees_with_nobody():
    alone = several(group("leader", {SPLIT_ON: [3]}))
    assert alone.panel is None
    assert (spread_finding(alone, SPLIT), gap_words(alone, SPLIT), panel_rows(alone)) == ("", (), ())


@pytest.mark.parametrize(
    ("here", "said"),
    [
        (two_people, "Two people answered. On one of two practices they largely agree; talk about this question first"),
        (two_groups, "Seven people answered. On one of two practices they largely agree; talk about this question first"),
        (unanimous, "Six people answered. On both practices they largely agree"),
        (nothing_applies, "Three people answered, but no question by two of them with an answer to compare"),
    ],
)
def test_one_sentence_says_how_far_they_agree(here, said: str):
    assert finding(here()) == said


def test_where_they_agree_on_nothing_it_says_so():
    here = several(group("staff", {SPLIT_ON: [0, 5], CALM_ON: [5, 0]}))
    assert finding(here) == "Two people answered. On no practice do they largely agree; talk about these two questions first"


def test_below_five_people_only_the_ends_are_told():
    assert sure_words(two_people(), SPLIT_ON) == "From 1 to 4; too few for more"
    assert sure_words(several(group("staff", {SPLIT_ON: [3, 3]})), SPLIT_ON) == "All say level 3; too few for more"
    lonely = several(group("staff", {SPLIT_ON: [3], CALM_ON: [3, 3]} | {CALM_ON: [3]}) | {"tom": ("leader", {CALM_ON: 2})})
    assert sure_words(lonely, SPLIT_ON) == "One answer, level 3; too few for more"


def test_from_five_on_the_mean_is_told_between_two_levels():
    assert sure_words(two_groups(), SPLIT_ON) == "On average between 2.5 and 3.1, with 95 % confidence"
    assert sure_words(unanimous(), SPLIT_ON) == "All say level 3"


def test_what_nobody_can_answer_or_has_answered_has_its_sentence():
    assert sure_words(nothing_applies(), SPLIT_ON) == "Does not apply here"
    unanswered = next(q.id for q in standing().questionnaire.practices[SPLIT].questions if q.id != SPLIT_ON)
    assert sure_words(unanimous(), unanswered) == "Nobody has answered"


def test_a_question_on_the_list_says_so_on_its_practices_page():
    here = two_groups()
    assert question_words(here, SPLIT_ON).startswith("Talk about this one. On average ")
    assert question_words(here, CALM_ON).startswith("On average ")


def test_without_five_of_each_group_nobody_is_told_which_group_sees_it_higher():
    assert split_words(two_groups(), SPLIT_ON) == "From level 0 to level 5, with level 1 in the middle."
    assert gap_words(two_groups(), SPLIT) == ("Leaders and staff are compared once five people of each have answered.",)


def test_with_five_of_each_it_is_told():
    assert split_words(two_fives(), SPLIT_ON) == "Leaders see it higher than staff: 4.6 against 0.6 on average."
    assert gap_words(two_fives(), SPLIT) == (
        "Leaders see this practice 80 points higher than staff, between 64 and 96 with 95 % confidence.",
    )
    assert gap_words(two_fives(), CALM) == ("Staff and leaders see this practice alike.",)


def test_groups_that_differ_within_themselves_alone_are_told_so():
    here = several(group("leader", {SPLIT_ON: [0, 5, 0, 5, 2]}) | group("staff", {SPLIT_ON: [5, 0, 5, 0, 2]}))
    assert split_words(here, SPLIT_ON) == "Leaders and staff see it alike on average; each differ among themselves."


def test_a_difference_that_may_be_chance_says_so():
    here = several(group("leader", {SPLIT_ON: [3, 4, 2, 3, 4]}) | group("staff", {SPLIT_ON: [3, 2, 3, 3, 2]}))
    assert gap_words(here, SPLIT) == ("Leaders and staff see this practice alike: a difference of 12 points may be chance.",)


def test_a_missing_group_is_compared_with_nobody():
    assert gap_words(unanimous(), SPLIT) == ()


def test_a_practice_counts_who_answered_it_and_what_they_see_differently():
    assert spread_finding(two_groups(), SPLIT) == "Seven people answered here and see one question differently"
    assert spread_finding(two_groups(), CALM) == "Seven people answered here and largely agree"
    lonely = several({"asha": ("leader", {SPLIT_ON: 3}), "ben": ("staff", {CALM_ON: 2})})
    assert spread_finding(lonely, SPLIT) == "One person answered here, too few to say how far they agree"


def test_more_questions_than_one_meeting_holds_are_counted():
    questions = [q.id for q in standing().questionnaire.questions.values() if q.kind == "anchored" and not q.shown_if][:7]
    here = several(group("staff", {name: [0, 5] for name in questions}))
    assert here.panel is not None
    assert discuss_lead(here.panel).endswith("Two more questions are marked on the pages of the practices.")
    assert "talk about these five questions first" in finding(here)


def test_the_decision_is_a_meeting_or_none():
    here, calm = two_groups(), unanimous()
    assert here.panel is not None
    assert calm.panel is not None
    assert agenda_decision(here, here.panel).startswith("Bring those who answered together before anybody acts on")
    assert agenda_decision(calm, calm.panel).startswith("Nothing here asks for a meeting.")


def test_every_kind_of_question_names_its_options_and_its_middle():
    people = {
        "asha": ("leader", GOOD),
        "ben": ("leader", {"ladder": 1, "agreed": False, "share": "Half of them", "judged": "P", "wait": 24, "parts": ("one",)}),
    }
    here = several(people, kinds())
    assert here.panel is not None
    told = {name: chosen(here, name, item) for name, item in here.panel.items.items()}
    assert {name: chosen_words(options) for name, options in told.items()} == {
        "ladder": "one at level 1 and one at level 3",
        "agreed": "one no and one yes",
        "share": "one at 50 % and one at 100 %",
        "judged": "one partly and one fully",
        "wait": "one with 4 hours and one with 24 hours",
        "parts": "one with 1 of 3 and one with 3 of 3",
    }
    assert told["agreed"] == (Chosen("No", "no", 1, 0), Chosen("Yes", "yes", 1, 1))
    assert {name: middle(here, name, here.panel.items[name]) for name in ("ladder", "agreed", "share", "wait", "parts")} == {
        "ladder": "2",
        "agreed": "Even",
        "share": "75 %",
        "wait": "14 hours",
        "parts": "2 of 3",
    }
    assert split_words(here, "agreed") == "One says no and one says yes."


def test_the_expert_finds_agreement_and_interval_or_why_there_is_none():
    assert panel_rows(two_groups())[0] == ("Simple first, complex when ready", "7", "0.00", "49–63")
    assert {row.interval for row in panel_rows(two_people())} == {"fewer than five people"}
    assert panel_rows(nothing_applies()) == ()


def test_what_is_withheld_says_why():
    here = two_groups()
    assert here.panel is not None
    hidden = replace(here.panel.practices[SPLIT], interval=None, untold=Untold.WITHHELD, gaps=())
    quiet = here.model_copy(update={"panel": replace(here.panel, practices={**here.panel.practices, SPLIT: hidden})})
    assert panel_rows(quiet)[0].interval == "not told: too few anonymous people answered the same questions"
    assert gap_words(quiet, SPLIT) == ()


def test_no_sentence_and_no_figure_is_ever_not_a_number():
    for here in (two_people(), two_groups(), two_fives(), unanimous(), nothing_applies()):
        assert "NaN" not in here.model_dump_json()
        assert not any("nan" in cell.lower().split() for row in panel_rows(here) for cell in row)


def test_whether_people_tell_questions_apart_alike_bears_its_names():
    (alpha, value, _), (icc, both, meaning) = concord_facts(changed(then(), now()))
    assert (alpha, icc) == ("Krippendorff’s alpha", "ICC(2,1) and ICC(2,k)")
    assert both.endswith(", over 46 questions that all 8 answered")
    assert 0 < float(value) < float(both.partition(" and ")[2].partition(",")[0]) < 1
    assert "Shrout & Fleiss 1979" in meaning


def test_what_cannot_be_told_of_it_is_left_out():
    assert concord_facts(standing()) == ()
    assert concord_facts(nothing_applies()) == ()
    assert concord_facts(two_people()) == (("Krippendorff’s alpha", "−0.50", concord_facts(two_fives())[0][2]),)


def test_less_than_chance_is_no_figure_to_build_on():
    here = changed(then(), now())
    low = replace(here.panel, concord=Concord(-0.2, -0.1, 1.7, 46, 8))
    assert concord_facts(here.model_copy(update={"panel": low}))[1][1] == "below 0, over 46 questions that all 8 answered"
