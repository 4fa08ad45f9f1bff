"""Change beyond chance, from two assessments' answers to the word and its reason."""

from math import isfinite

import pytest

from scoring.change import Occasion, rescore
from scoring.maturity import score
from scoring.since import People, Via, Why, since
from tests.builders import dimension, practice, question, questionnaire
from tests.scoring.said import told

ASKED = questionnaire(dimension("all", practice("one", question("a"), question("b")), practice("two", question("c"))))


def at(people, asked=ASKED, withheld=(), **more):
    given = told(people, **more)
    return Occasion(asked, given, score(asked, given).overall.index, withheld)


def compared(then, now, same=True):
    """Everybody of the same name is the same person, unless said otherwise."""
    both = {r.id for r in then.responses.respondents} & {r.id for r in now.responses.respondents}
    return since(then, now, rescore(then, now), {who: who for who in both} if same else {})


def staff(*levels, group="staff", questions="ab", first=0):
    """One person a level, who gives it to each of the questions."""
    return {f"{group}{n}": (group, dict.fromkeys(questions, level)) for n, level in enumerate(levels, first)}


def one(then, now, same=True, **more):
    return compared(at(then, **more), at(now, **more), same).practices["one"]


SPREAD = (0, 1, 1, 2, 2, 3, 3, 4)
"""Eight people who see it very differently."""
HIGHER = (1, 2, 2, 3, 3, 4, 4, 4)
"""The same ones, each a step higher but the last."""


def test_eight_people_show_as_pairs_what_two_groups_of_the_same_means_do_not():
    """Gains of 20 points seven times and none once: mean 17.5, SE 2.5, t 7 on 7 df, p .0002. As two groups: SE 12.2, t 1.43, p .17."""
    pairs = one(staff(*SPREAD), staff(*HIGHER))
    assert (pairs.verdict, pairs.why, pairs.via, pairs.people) == ("improved", Why.BEYOND_CHANCE, Via.PAIRED, People(8, 8, 8))
    assert (pairs.points, pairs.p) == (pytest.approx(17.5), pytest.approx(0.00021, abs=1e-5))
    assert pairs.interval == pytest.approx((17.5 - 2.365 * 2.5, 17.5 + 2.365 * 2.5), abs=0.01)
    groups = one(staff(*SPREAD), staff(*HIGHER), same=False)
    assert (groups.verdict, groups.why, groups.via, groups.people.both) == ("no_detectable_change", Why.CHANCE, Via.INDEPENDENT, 0)
    assert groups.points == pytest.approx(17.5)
    assert groups.p == pytest.approx(0.174, abs=1e-3)


def test_a_step_down_is_told_as_well():
    assert one(staff(*HIGHER), staff(*SPREAD)).verdict == "declined"


def test_pairs_are_set_against_their_own_answers_to_the_same_questions():
    """Question b is asked of nobody any more who answered it low: leaving it out would look like a gain of its own."""
    then = {who: (group, {"a": 2, "b": 0}) for who, (group, _) in staff(*[2] * 6).items()}
    found = one(then, staff(*[2] * 6, questions="a"))
    assert (found.points, found.p, found.verdict) == (0, 1, "no_detectable_change")


def test_five_pairs_among_many_others_do_not_speak_for_all():
    now = staff(*[4] * 5) | staff(*[1] * 12, first=20)
    found = one(staff(*[3] * 5) | staff(*[1] * 12, first=40), now)
    assert (found.via, found.people) == (Via.INDEPENDENT, People(17, 17, 5))


def test_four_pairs_are_too_few():
    found = one(staff(1, 1, 2, 2), staff(3, 3, 4, 4))
    assert (found.verdict, found.why, found.via, found.points, found.interval, found.p) == (
        "not_determinable",
        Why.TOO_FEW,
        None,
        None,
        None,
        None,
    )


def test_one_assessor_cannot_tell_noise_from_change():
    found = one(staff(1), staff(4))
    assert (found.verdict, found.why, found.people) == ("not_determinable", Why.ONE_ASSESSOR, People(1, 1, 1))
    assert (found.figures.before.index, found.figures.after.index) == (20, 80)
    assert one(staff(1), staff(*SPREAD)).why is Why.ONE_ASSESSOR


def test_two_people_are_too_few():
    assert one(staff(1, 2), staff(4, 5)).why is Why.TOO_FEW


@pytest.mark.parametrize("same", [True, False])
def test_unanimity_then_and_now_is_certain_and_never_nan(same):
    moved, stayed = one(staff(*[2] * 6), staff(*[3] * 6), same), one(staff(*[2] * 6), staff(*[2] * 6), same)
    assert (moved.verdict, moved.points, moved.interval, moved.p) == ("improved", 20, (20, 20), 0)
    assert (stayed.verdict, stayed.why, stayed.interval, stayed.p) == ("no_detectable_change", Why.CHANCE, (0, 0), 1)


def test_people_who_differ_by_rounding_alone_do_not_differ():
    thirds = questionnaire(dimension("all", practice("one", *(question(name, weight="1/3") for name in "abc"))))
    found = compared(at(staff(1, 2, 3, 4, 0, 2, questions="abc"), thirds), at(staff(2, 3, 4, 5, 1, 3, questions="abc"), thirds))
    assert found.practices["one"].interval == (20, 20)


def test_another_role_group_may_be_all_the_difference():
    then = staff(*[2] * 5) | staff(*[4] * 5, group="leader")
    found = one(then, staff(*[2] * 6), same=False)
    assert (found.verdict, found.why) == ("not_determinable", Why.GROUPS)


def test_two_role_groups_weigh_the_same_however_many_are_in_them():
    then = staff(*[1] * 9) | staff(1, 2, 2, group="leader")
    now = staff(*[1] * 9) | staff(4, 5, 4, group="leader")
    found = one(then, now)
    assert found.points == pytest.approx((0 + 100 * (13 - 5) / 15) / 2)


def test_what_anonymous_people_make_too_recognisable_is_told_by_no_interval():
    open_, hushed = at(staff(*SPREAD)), at(staff(*HIGHER), withheld={"one"})
    for then, now in ((open_, hushed), (hushed, open_)):
        found = compared(then, now, same=False).practices["one"]
        assert (found.verdict, found.why, found.points, found.interval, found.p) == ("not_determinable", Why.WITHHELD, None, None, None)


def test_missing_answers_that_could_have_made_the_change_make_it_none():
    """Nobody answered b: with it at nothing now, and at its best then, there would be no improvement."""
    found = one(staff(*SPREAD, questions="a"), staff(*HIGHER, questions="a"))
    assert (found.verdict, found.why) == ("no_detectable_change", Why.MISSING)
    assert found.p < 0.001


def test_what_does_not_apply_or_is_not_answered_is_not_compared():
    then, now = at(staff(*[2] * 5)), at(staff(*[None] * 5))
    assert (compared(then, now).practices["one"].verdict, compared(then, now).practices["one"].why) == (
        "not_comparable",
        Why.NOT_APPLICABLE,
    )
    assert compared(then, now).practices["two"].why is Why.UNANSWERED


def test_with_all_not_applicable_both_times_nothing_is_told_at_all():
    nothing = at(staff(*[None] * 5, questions="abc"))
    found = compared(nothing, nothing)
    assert {(moved.verdict, moved.why, moved.p) for moved in found.practices.values()} == {("not_comparable", Why.NOT_APPLICABLE, None)}
    assert found.split is None


def test_a_practice_that_is_new_has_nothing_to_be_compared_with():
    old = questionnaire(dimension("all", practice("one", question("a"))))
    found = compared(at(staff(1, questions="a"), old), at(staff(1, questions="abc")))
    assert (found.practices["two"].verdict, found.practices["two"].why, found.practices["two"].figures) == (
        "not_comparable",
        Why.NOTHING_COMMON,
        None,
    )
    other = questionnaire(dimension("all", practice("one", question("z"))))
    apart = compared(at(staff(1, questions="z"), other), at(staff(1, questions="abc")))
    assert (apart.change, apart.split, {moved.why for moved in apart.practices.values()}) == (None, None, {Why.NOTHING_COMMON})


AGREED = [{"question": "a", "value": 5}, {"question": "b", "value": 5}]


def test_an_agreed_answer_counts_where_peoples_own_moved_as_well():
    found = compared(at(staff(*SPREAD)), at(staff(*HIGHER), consensus=AGREED)).practices["one"]
    assert (found.verdict, found.agreed, found.figures.after.index) == ("improved", True, 100)
    assert found.points == pytest.approx(17.5)
    assert not one(staff(*SPREAD), staff(*HIGHER)).agreed


def test_an_agreed_answer_against_what_people_said_is_no_change():
    low = [{"question": "a", "value": 0}, {"question": "b", "value": 0}]
    found = compared(at(staff(*SPREAD)), at(staff(*HIGHER), consensus=low)).practices["one"]
    assert (found.verdict, found.why) == ("no_detectable_change", Why.TWO_WAYS)


def test_an_agreed_answer_with_nobodys_own_behind_it_cannot_be_told():
    found = compared(at(staff(*SPREAD)), at(staff(*HIGHER, questions="c"), consensus=AGREED)).practices["one"]
    assert (found.verdict, found.why, found.agreed) == ("not_determinable", Why.CONSENSUS, True)


def test_holm_counts_the_practices_that_were_tested():
    """Gains of 20, 20, 20, 20, 20, 20, 0, 0 are p .004 alone, and twice that beside another practice as clear."""
    then, now = (staff(*levels, questions="ab") for levels in (SPREAD, (1, 2, 2, 3, 3, 4, 3, 4)))
    both = [{who: (group, {**said, "c": said["a"]}) for who, (group, said) in people.items()} for people in (then, now)]
    alone, beside = one(then, now).p, one(*both).p
    assert beside == pytest.approx(2 * alone)


def test_an_interval_stays_on_the_scale():
    found = one(staff(0, 0, 0, 0, 5), staff(5, 5, 5, 5, 0))
    assert found.interval[1] == 100
    assert all(map(isfinite, found.interval))


def test_quick_answers_are_compared_with_full_ones_on_what_both_ask():
    asked = questionnaire(dimension("all", practice("one", question("a", modes=["quick", "full"]), question("b"))))
    found = compared(at(staff(*SPREAD, questions="a"), asked, mode="quick"), at(staff(*HIGHER), asked))
    assert found.practices["one"].verdict == "improved"
