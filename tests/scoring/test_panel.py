"""What several respondents said, beside what it comes to: n of 1, of 2, of many, and every way in which nothing can be told."""

from fractions import Fraction
from math import isfinite

from hypothesis import given, settings

from scoring.maturity import score
from scoring.panel import Gap, Unshown, panel
from scoring.panel_items import Untold
from tests.builders import dimension, practice, question, questionnaire
from tests.scoring.random_assessments import assessments
from tests.scoring.said import responses, told

ASKED = questionnaire(dimension("all", practice("one", question("a"), question("b")), practice("two", question("c"))))


def heard(people, asked=ASKED, **more):
    given_ = told(people, **more)
    return panel(asked, given_, score(asked, given_))


def crowd(group, levels, name="a"):
    return {f"{group}{n}": (group, {name: level}) for n, level in enumerate(levels)}


def test_one_person_agrees_with_nobody_and_has_no_interval():
    found = heard({"asha": ("leader", {"a": 3})})
    item = found.items["a"]
    assert (item.distribution["3"], item.median, item.agreement, item.unagreed) == (1, 3, None, Untold.TOO_FEW)
    assert (item.interval, item.untold) == (None, Untold.TOO_FEW)
    assert found.discuss == ()


def test_two_people_have_an_agreement_and_still_no_interval():
    item = heard({"asha": ("leader", {"a": 1}), "ben": ("staff", {"a": 2})}).items["a"]
    assert item.agreement == 1 - 0.5 / (35 / 12)
    assert (item.median, item.untold) == (Fraction(3, 2), Untold.TOO_FEW)


def test_five_people_have_an_interval_around_the_index():
    found = heard(crowd("leader", [2, 3, 3, 4, 5]))
    low, high = found.practices["one"].interval
    assert low < 68 < high <= 100
    assert round((low + high) / 2, 9) == 68
    assert round(found.practices["one"].agreement, 3) == 0.554


def test_unanimity_is_an_interval_of_no_width():
    item = heard(crowd("leader", [3] * 6)).items["a"]
    assert (item.agreement, item.interval) == (1, (60, 60))


def test_six_people_of_six_groups_cannot_tell_how_much_a_group_differs():
    people = {"asha": ("leader", {"a": 3}), "ben": ("staff", {"a": 4}), "chitra": ("user", {"a": 1})}
    five = heard({**people, "dev": ("user", {"b": 1}), "tom": ("staff", {"b": 2})})
    assert five.practices["one"].respondents == 5
    assert five.practices["one"].interval
    assert five.items["a"].untold is Untold.TOO_FEW


def test_all_not_applicable_says_so():
    found = heard({name: ("staff", {"a": None, "b": None}) for name in ("asha", "ben")})
    assert (found.items["a"].unagreed, found.items["a"].untold) == (Untold.NOT_APPLICABLE, Untold.NOT_APPLICABLE)
    assert (found.practices["one"].untold, found.practices["one"].agreement) == (Untold.NOT_APPLICABLE, None)
    assert found.items["a"].states == {"not_applicable": 2}


def test_an_item_that_nobody_answered_says_so():
    found = heard({"asha": ("leader", {})})
    assert (found.items["a"].untold, found.items["a"].unagreed, found.items["a"].median) == (Untold.NOBODY, Untold.NOBODY, None)
    assert found.practices["one"].untold is Untold.NOBODY


def test_a_consensus_leaves_the_spread_and_takes_the_interval_and_the_talk():
    found = heard(crowd("leader", [0, 5, 0, 5, 5]), consensus=[{"question": "a", "value": Fraction(3)}])
    assert (found.items["a"].agreement, found.items["a"].untold, found.discuss) == (0, Untold.CONSENSUS, ())
    assert found.practices["one"].untold is Untold.CONSENSUS


def test_low_agreement_makes_the_agenda_lowest_first():
    people = {f"r{n}": ("staff", {"a": a, "b": b, "c": 3}) for n, (a, b) in enumerate([(0, 1), (5, 5), (5, 4)])}
    assert heard(people).discuss == ("a", "b")


def test_groups_are_compared_only_where_both_have_five():
    few = heard(crowd("leader", [4] * 4) | crowd("staff", [1] * 6))
    assert few.practices["one"].gaps == (Gap(("leader", "staff"), Unshown.TOO_FEW),)
    gap = heard(crowd("leader", [4, 5, 4, 5, 4]) | crowd("staff", [1, 2, 1, 2, 1])).practices["one"].gaps[0]
    assert (gap.unshown, round(gap.points, 6), gap.delta) == (None, -60, -1)
    assert gap.interval[1] < 0
    assert gap.p < 0.001
    assert heard(crowd("leader", [4] * 4)).practices["one"].gaps == ()


def test_a_groups_own_mean_is_told_of_one_item_from_five_people_on():
    few = heard(crowd("leader", [4] * 5) | crowd("staff", [1] * 4)).items["a"]
    assert few.groups == {"leader": 80}
    both = heard(crowd("leader", [4, 4, 5, 5, 4]) | crowd("staff", [1] * 6)).items["a"]
    assert both.groups == {"leader": 88, "staff": 20}


def test_everybody_with_an_answer_of_any_kind_is_counted_and_nobody_else():
    people = {"asha": ("leader", {"a": 3}), "ben": ("staff", {"b": ...}), "chitra": ("user", {"c": None}), "dev": ("user", {})}
    assert heard(people).people == 3


def test_a_withheld_practice_tells_nothing_that_puts_one_persons_answers_together():
    people = crowd("leader", [4, 5, 4, 5, 4]) | crowd("staff", [1, 2, 1, 2, 1])
    given_ = told(people)
    found = panel(ASKED, given_, score(ASKED, given_), {"one"})
    one = found.practices["one"]
    assert (one.interval, one.untold, one.gaps) == (None, Untold.WITHHELD, ())
    assert found.items["a"].interval
    assert one.agreement == found.items["a"].agreement


def test_every_kind_of_question_tells_its_answers_in_its_own_options():
    asked = questionnaire(
        dimension(
            "all",
            practice("one", *(question(kind.replace("_", "-"), kind) for kind in ("yes_no", "rated", "coverage", "metric", "choices"))),
        )
    )
    people = {"asha": ("leader", {"yes-no": True, "rated": "L", "coverage": "half", "metric": 50, "choices": ("a",)})}
    people |= {"ben": ("leader", {"yes-no": False, "rated": 50, "coverage": "all", "metric": 70, "choices": ()})}
    items = heard(people, asked).items
    assert {name: dict(item.distribution) for name, item in items.items()} == {
        "yes-no": {"no": 1, "yes": 1},
        "rated": {"N": 0, "P": 1, "L": 1, "F": 0},
        "coverage": {"none": 0, "half": 1, "all": 1},
        "metric": {"50": 1, "70": 1},
        "choices": {"0": 1, "1": 1},
    }
    assert items["metric"].unagreed is Untold.NO_OPTIONS


def test_a_hidden_question_is_no_answer_to_it():
    asked = questionnaire(dimension("all", practice("one", question("a"), question("b", shown_if={"question": "a", "at_least": 3}))))
    found = heard({"asha": ("leader", {"a": 0}), "ben": ("leader", {"a": 5, "b": 2})}, asked).items["b"]
    assert (found.states, found.distribution["2"], sum(found.distribution.values())) == ({"implied_no": 1, "answered": 1}, 1, 1)


def test_quick_mode_hears_only_what_it_asks():
    asked = questionnaire(dimension("all", practice("one", question("a", modes=["quick", "full"]), question("b"))))
    given_ = responses({"a": 3}, mode="quick")
    assert list(panel(asked, given_, score(asked, given_)).items) == ["a"]


@settings(max_examples=60, deadline=None)
@given(assessments(people=8))
def test_no_figure_is_ever_not_a_number_and_what_is_not_told_has_its_reason(drawn):
    found = panel(*drawn, score(*drawn))
    for item in found.items.values():
        assert (item.agreement is None) == (item.unagreed is not None)
        assert item.agreement is None or 0 <= item.agreement <= 1
    for part in [*found.items.values(), *found.practices.values()]:
        assert (part.interval is None) == (part.untold is not None)
        assert part.interval is None or (all(map(isfinite, part.interval)) and 0 <= part.interval[0] <= part.interval[1] <= 100)


FIVE = questionnaire(dimension("all", practice("one", *(question(name) for name in "abcde"))))
LADDER = dict(zip("abcde", (0, 1, 2, 4, 5), strict=True))


def two(first, second, asked=FIVE, **more):
    given_ = told({"asha": ("leader", first), "ben": ("staff", second)})
    return panel(asked, given_, score(asked, given_), **more).concord


def test_two_people_who_see_every_question_alike_tell_them_apart_alike():
    found = two(LADDER, LADDER)
    assert (found.alpha, found.single, found.mean, found.questions, found.raters) == (1, 1, 1, 5, 2)


def test_a_question_that_not_everybody_answered_is_none_of_those():
    found = two(LADDER, {name: LADDER[name] for name in "abcd"})
    assert (found.alpha, found.single, found.mean, found.questions) == (1, None, None, 4)


def test_where_everybody_says_the_same_of_everything_nothing_is_told_apart():
    same = dict.fromkeys("abcde", 3)
    assert (two(same, same).alpha, two(same, same).single) == (None, None)
    assert heard({}).concord.raters == 0


def test_what_puts_all_of_one_persons_answers_together_is_withheld_and_alpha_is_not():
    found = two(LADDER, LADDER, withheld={"small"})
    assert (found.alpha, found.single, found.mean) == (1, None, None)
