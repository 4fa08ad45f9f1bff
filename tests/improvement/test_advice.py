"""Advice over small questionnaires, worked by hand: one practice of anchored questions on a scale of 0 to 5."""

from fractions import Fraction

import pytest

from ground.errors import NotFound
from improvement.advice import lift, recommend, ten, why_none
from questionnaires.answer import Answer, Consensus, Reading, Respondent, Responses
from scoring.maturity import score
from tests.builders import dimension, practice, question, questionnaire


def action(id_, *moves, effort=(2, 2), **more):
    words = {"title": id_.replace("-", " ").capitalize(), "steps": ["Do it."], "takes_weeks": 2, "done_when": "It is done."}
    listed = [{"question": q, "from": start, "to": to} for q, start, to in moves]
    return {"id": id_, "moves": listed, "effort_days": list(effort)} | words | more


def said(content, answers, mode="full", **more):
    """Responses of one leader; a value None is a don't know."""
    given = tuple(
        Answer(respondent="asha", question=q, value=v, state="dont_know" if v is None else "answered") for q, v in answers.items()
    )
    asha = Respondent(id="asha", group="leader")
    return Responses(questionnaire=content.id, version=content.version, mode=mode, respondents=(asha,), answers=given, **more)


def advise(content, responses, targets=None):
    result = score(content, responses)
    return recommend(content, responses, result, targets or {}, result.gates)


def ids(advice):
    return [one.action.id for one in advice]


@pytest.fixture
def ladder():
    """One question climbed by three actions."""
    steps = (action("begin", ("a", 0, 1)), action("spread", ("a", 1, 3), effort=(1, 3)), action("measure", ("a", 3, 4)))
    return questionnaire(dimension("d", practice("p", question("a"), actions=list(steps))))


def test_an_action_applies_where_the_answer_is_below_its_end(ladder):
    assert ids(advise(ladder, said(ladder, {"a": 3}))) == ["measure"]
    assert ids(advise(ladder, said(ladder, {"a": 2}))) == ["spread", "measure"]
    assert ids(advise(ladder, said(ladder, {"a": 4}))) == []


def test_an_action_whose_start_is_not_reached_waits_for_what_reaches_it(ladder):
    advice = advise(ladder, said(ladder, {"a": 0}))
    assert [(one.action.id, one.waits_for) for one in advice] == [("begin", ()), ("spread", ("begin",)), ("measure", ("spread",))]


def test_the_lift_is_the_score_with_minus_the_score_without(ladder):
    first = advise(ladder, said(ladder, {"a": 1}))[0]
    shift = first.lift.overall
    assert (shift.index_before, shift.index_after, shift.points) == (20, 60, 40)
    assert (shift.level_before, shift.level_after, shift.gated_before, shift.gated_after) == (1, 3, 1, 3)
    assert first.lift.practices["p"] == shift
    assert first.points_per_day == 20


def test_the_lift_of_what_waits_is_what_it_adds_to_what_it_waits_for(ladder):
    shifts = [one.lift.overall for one in advise(ladder, said(ladder, {"a": 0}))]
    assert [(s.index_before, s.index_after) for s in shifts] == [(0, 20), (20, 60), (60, 80)]


def test_actions_together_lift_to_the_highest_end_and_overlaps_count_once(ladder):
    responses = said(ladder, {"a": 0})
    assert lift(ladder, responses, ["begin", "spread"]).overall.points == 60
    assert lift(ladder, responses, ["spread"]).overall.points == 60
    assert lift(ladder, responses, []).overall.points == 0


def test_the_lift_of_an_unknown_action_is_refused(ladder):
    with pytest.raises(NotFound):
        lift(ladder, said(ladder, {"a": 0}), ["begin", "conjure"])


def test_several_respondents_are_lifted_level_by_level(ladder):
    """Answers 1 and 4: half reach levels 2 to 4. Brought to 3, all reach 1 to 3 and half still reach 4: index 70."""
    people = (Respondent(id="asha", group="leader"), Respondent(id="ben", group="leader"))
    answers = (Answer(respondent="asha", question="a", value=1), Answer(respondent="ben", question="a", value=4))
    both = Responses(questionnaire="small", version="1.0.0", respondents=people, answers=answers)
    spread = advise(ladder, both)[0]
    assert (spread.action.id, spread.lift.overall.index_before, spread.lift.overall.index_after) == ("spread", 50, 70)
    assert "is at level 2.5 on average; level 3 needs this" in spread.reason


def test_a_consensus_is_what_is_lifted(ladder):
    agreed = Consensus(question="a", value=3, rationale="We looked at the records.")
    assert ids(advise(ladder, said(ladder, {"a": 0}, consensus=(agreed,)))) == ["measure"]


@pytest.fixture
def two_practices():
    """The first practice has two questions, the second one; both dimensions count."""
    first = practice("p", question("a"), question("b"), actions=[action("lift-a", ("a", 0, 3)), action("lift-b", ("b", 0, 5))])
    second = practice("r", question("c"), actions=[action("lift-c", ("c", 0, 5), effort=(1, 1))])
    return questionnaire(dimension("d", first), dimension("e", second))


def test_what_holds_the_level_back_comes_before_what_lifts_more(two_practices):
    """p stands at level 1 and holds the whole; lift-c lifts more for each day, yet r is at level 3."""
    advice = advise(two_practices, said(two_practices, {"a": 1, "b": 1, "c": 3}))
    assert [(one.action.id, one.frees_level) for one in advice] == [("lift-b", True), ("lift-a", True), ("lift-c", True)]
    assert advice[2].points_per_day > advice[1].points_per_day


def test_within_the_same_rank_points_for_each_day_decide(two_practices):
    advice = advise(two_practices, said(two_practices, {"a": 1, "b": 1, "c": 1}))
    assert [(one.action.id, one.points_per_day) for one in advice] == [("lift-c", 40), ("lift-b", 10), ("lift-a", 5)]


def test_an_item_that_is_not_in_the_way_of_the_next_level_frees_nothing():
    """Level 1 is missed for want of `low`; `high` already speaks only to level 4."""
    asked = (question("low", "yes_no", level=1), question("high", "yes_no", level=4))
    actions = [action("do-high", ("high", False, True), effort=(1, 1)), action("do-low", ("low", False, True), effort=(9, 9))]
    content = questionnaire(dimension("d", practice("p", *asked, actions=actions)))
    advice = advise(content, said(content, {"low": False, "high": False}))
    assert [(one.action.id, one.frees_level) for one in advice] == [("do-low", True), ("do-high", False)]


def test_a_level_nearly_but_not_fully_attained_is_in_the_way_of_the_next():
    """Level 1 is attained by 4 of 5, largely but not fully: `e` is in the way of level 2, which `f` alone would reach."""
    asked = [question(q, "yes_no", level=1) for q in "abcde"] + [question("f", "yes_no", level=2)]
    actions = [action("do-e", ("e", False, True)), action("more-f", ("f", False, True))]
    content = questionnaire(dimension("d", practice("p", *asked, actions=actions)))
    advice = advise(content, said(content, dict.fromkeys("abcd", True) | {"e": False, "f": True}))
    assert [(one.action.id, one.frees_level, one.lift.overall.levels) for one in advice] == [("do-e", True, 1)]


def test_a_missed_knockout_is_in_the_way_of_its_level():
    asked = (question("a", "yes_no", level=2, weight=9), question("k", "yes_no", level=2, knockout=1), question("b", "yes_no", level=1))
    content = questionnaire(dimension("d", practice("p", *asked, actions=[action("do-k", ("k", False, True))])))
    (only,) = advise(content, said(content, {"a": True, "k": False, "b": True}))
    assert only.frees_level
    assert (only.lift.overall.level_before, only.lift.overall.level_after) == (1, 2)


def test_ties_go_by_distance_from_the_target_and_then_by_id():
    def one(name):
        return practice(f"p-{name}", question(name), actions=[action(f"do-{name}", (name, 0, 1))])

    content = questionnaire(dimension("d", one("a"), one("b"), one("c")))
    everything = said(content, dict.fromkeys("abc", 0))
    assert ids(advise(content, everything)) == ["do-a", "do-b", "do-c"]
    assert ids(advise(content, everything, {"p-a": 2, "p-b": 2, "p-c": 4})) == ["do-c", "do-a", "do-b"]


def test_a_named_prerequisite_comes_first_while_it_still_moves_something():
    actions = [action("later", ("a", 0, 5), effort=(1, 1), after=["sooner"]), action("sooner", ("b", 0, 1), effort=(9, 9))]
    content = questionnaire(dimension("d", practice("p", question("a"), question("b"), actions=actions)))
    assert [(one.action.id, one.waits_for) for one in advise(content, said(content, {"a": 0, "b": 0}))] == [
        ("sooner", ()),
        ("later", ("sooner",)),
    ]
    assert [(one.action.id, one.waits_for) for one in advise(content, said(content, {"a": 0, "b": 1}))] == [("later", ())]


def test_of_several_ways_to_the_start_the_one_that_begins_lowest_is_waited_for():
    ways = [action("long-way", ("a", 1, 3), effort=(1, 1)), action("short-way", ("a", 0, 3)), action("top", ("a", 3, 5))]
    content = questionnaire(dimension("d", practice("p", question("a"), actions=ways)))
    waiting = {one.action.id: one.waits_for for one in advise(content, said(content, {"a": 1}))}
    assert waiting == {"long-way": (), "short-way": (), "top": ("short-way",)}


def test_a_start_that_nothing_reaches_is_no_reason_to_stay_silent():
    content = questionnaire(dimension("d", practice("p", question("a"), actions=[action("leap", ("a", 2, 4))])))
    (leap,) = advise(content, said(content, {"a": 0}))
    assert (leap.waits_for, leap.lift.overall.points) == ((), 80)


def test_actions_that_wait_for_each_other_are_all_listed():
    circle = [action("x", ("a", 0, 2), ("b", 2, 3)), action("y", ("b", 0, 2), ("a", 2, 3))]
    content = questionnaire(dimension("d", practice("p", question("a"), question("b"), actions=circle)))
    assert sorted(ids(advise(content, said(content, {"a": 0, "b": 0})))) == ["x", "y"]


def test_what_is_done_already_by_what_comes_before_is_not_advised():
    steps = [action("all-at-once", ("a", 0, 3)), action("second-half", ("a", 1, 3))]
    content = questionnaire(dimension("d", practice("p", question("a"), actions=steps)))
    assert ids(advise(content, said(content, {"a": 0}))) == ["all-at-once"]


def test_nothing_is_promised_for_a_question_without_an_answer():
    actions = [action("both", ("a", 0, 2), ("b", 0, 2)), action("only-b", ("b", 0, 2)), action("only-c", ("c", 0, 2))]
    content = questionnaire(dimension("d", practice("p", question("a"), question("b"), question("c"), actions=actions)))
    advice = advise(content, said(content, {"a": 0, "b": None}))
    assert [(one.action.id, len(one.applies), one.answer_first) for one in advice] == [
        ("both", 1, ("b",)),
        ("only-b", 0, ("b",)),
        ("only-c", 0, ("c",)),
    ]
    assert advice[1].lift.overall.points == 0
    assert advice[1].reason == "Question 2, “How is b done?”, has no answer yet; answer it first, then its effect can be told."
    assert ids(ten(advice)) == ["both"]


def test_what_does_not_apply_is_never_moved(ladder):
    away = Answer(respondent="asha", question="a", state="not_applicable", reason="There is none.")
    responses = said(ladder, {}).model_copy(update={"answers": (away,)})
    assert advise(ladder, responses) == ()
    assert why_none(score(ladder, responses)).startswith("Nothing in this assessment applies here")


def test_where_the_index_is_not_known_the_low_end_ranks(two_practices):
    advice = advise(two_practices, said(two_practices, {"a": 0, "b": 0}))
    shift = advice[0].lift.overall
    assert (advice[0].action.id, shift.index_before, shift.points) == ("lift-b", None, 25)


def test_an_adoption_gate_puts_what_it_holds_back_behind_the_rest():
    actions = [action("complex", ("a", 0, 5)), action("simple", ("b", 0, 1))]
    gates = [{"id": "g", "title": "G", "measure": "adoption", "at_least": 85, "holds_back": ["complex"]}]
    content = questionnaire(dimension("d", practice("p", question("a"), question("b"), actions=actions)), gates=gates)
    answers = {"a": 0, "b": 0}
    assert [(one.action.id, one.held_by_gate) for one in advise(content, said(content, answers))] == [("simple", None), ("complex", "g")]
    below, above = (said(content, answers, readings=(Reading(measure="adoption", value=v, period="2026"),)) for v in (84, 85))
    assert ids(advise(content, below)) == ["simple", "complex"]
    assert [(one.action.id, one.held_by_gate) for one in advise(content, above)] == [("complex", None), ("simple", None)]


def test_a_gate_may_hold_a_whole_practice():
    gates = [{"id": "g", "title": "G", "measure": "adoption", "at_least": 85, "holds_back": ["p"]}]
    content = questionnaire(dimension("d", practice("p", question("a"), actions=[action("x", ("a", 0, 1))])), gates=gates)
    assert advise(content, said(content, {"a": 0}))[0].held_by_gate == "g"


def test_an_action_of_a_whole_dimension_has_no_practice_and_may_move_several():
    whole = dimension("d", practice("p", question("a")), practice("r", question("b")), actions=[action("x", ("a", 0, 5), ("b", 0, 5))])
    (only,) = advise(questionnaire(whole), said(questionnaire(whole), {"a": 0, "b": 0}))
    assert only.practice is None
    assert set(only.lift.practices) == {"p", "r"}


def test_a_prerequisite_of_another_practice_counts_as_holding_a_level():
    """Both practices of the advanced dimension are above; the foundation `f` at 2 holds `p` (needs 3) although `low` is lower."""
    foundation = dimension("base", practice("f", question("a"), actions=[action("mend-f", ("a", 2, 3))]), practice("low", question("z")))
    advanced = dimension("top", practice("p", question("b"), needs=["f"], actions=[action("more-p", ("b", 4, 5), effort=(1, 1))]))
    content = questionnaire(foundation, advanced | {"mandatory": False})
    advice = advise(content, said(content, {"a": 2, "b": 4, "z": 1}))
    assert {one.action.id: one.frees_level for one in advice} == {"mend-f": True, "more-p": True}
    assert score(content, said(content, {"a": 2, "b": 4, "z": 1})).overall.binding[0].id == "f"


def test_quick_mode_ranks_by_the_index_alone():
    asked = (question("a", modes=["quick", "full"]), question("b"))
    actions = [action("slow", ("a", 0, 1)), action("fast", ("a", 0, 3)), action("unasked", ("b", 0, 5))]
    content = questionnaire(dimension("d", practice("p", *asked, actions=actions)))
    advice = advise(content, said(content, {"a": 0}, mode="quick"))
    assert [(one.action.id, one.frees_level, one.lift.overall.levels) for one in advice] == [("fast", False, 0), ("slow", False, 0)]
    assert lift(content, said(content, {"a": 0}, mode="quick"), ["unasked"]).practices == {}


def test_a_question_that_an_earlier_no_hides_counts_as_no_until_its_parent_is_raised():
    child = question("b", "yes_no", level=2, shown_if={"question": "a", "at_least": 1})
    actions = [action("child", ("b", False, True), after=["parent"]), action("parent", ("a", 0, 1))]
    content = questionnaire(dimension("d", practice("p", question("a"), child, actions=actions)))
    advice = advise(content, said(content, {"a": 0}))
    assert [(one.action.id, one.waits_for) for one in advice] == [("parent", ()), ("child", ("parent",))]
    assert advice[0].lift.overall.points == 10
    assert "counts as no because of an earlier answer; the aim is yes" in advice[1].reason


@pytest.mark.parametrize("level", range(5))
def test_everything_at_one_level_gives_advice_that_can_start_today(level):
    steps = [action(f"step-{n}", ("a", n, n + 1)) for n in range(5)]
    content = questionnaire(dimension("d", practice("p", question("a"), actions=steps)))
    advice = advise(content, said(content, {"a": level}))
    assert ids(advice) == [f"step-{n}" for n in range(level, 5)]
    assert advice[0].waits_for == ()


def test_at_the_top_there_is_nothing_to_advise_and_it_says_so(ladder):
    done = score(ladder, said(ladder, {"a": 5}))
    assert advise(ladder, said(ladder, {"a": 5})) == ()
    assert why_none(done) == "No recommended action would raise any answer: each is where the actions lead."


def test_before_the_first_answer_it_asks_for_answers(two_practices):
    nothing = said(two_practices, {})
    assert why_none(score(two_practices, nothing)).startswith("Nothing is answered yet.")
    assert ten(advise(two_practices, nothing)) == ()
    some = score(two_practices, said(two_practices, {"a": 5, "b": 5}))
    assert why_none(some).endswith("Questions without an answer may still lead to one.")


def test_ten_are_the_first_ten():
    steps = [action(f"step-{n:02d}", ("a", 0, 1)) for n in range(14)]
    content = questionnaire(dimension("d", practice("p", question("a"), actions=steps)))
    assert ids(ten(advise(content, said(content, {"a": 0})))) == [f"step-{n:02d}" for n in range(10)]


def test_an_action_that_takes_no_time_ranks_by_its_points():
    content = questionnaire(dimension("d", practice("p", question("a"), actions=[action("free", ("a", 0, 1), effort=(0, 0))])))
    assert advise(content, said(content, {"a": 0}))[0].points_per_day == Fraction(20)
