"""Respondents drawn again: how sure geometric means and levels are."""

from statistics import fmean

import pytest

from questionnaires.answer import Responses
from scoring.bootstrap import resampled
from scoring.maturity import score
from scoring.uncertainty import mean_interval, role_weighted_mean
from tests.builders import dimension, practice, question, questionnaire
from tests.scoring.said import told

ASKED = questionnaire(
    dimension("ground", practice("desk", question("q0"), question("q1")), weight=2),
    dimension("above", practice("portal", question("q2", modes=["quick", "full"])), practice("bot", question("q3"), weight="1/3")),
)


def crowd(*answers: dict, groups: tuple[str, ...] = ("staff",), **more: object) -> Responses:
    """Each answers as told, group after group."""
    return told({f"r{n}": (groups[n * len(groups) // len(answers)], given) for n, given in enumerate(answers)}, **more)


def alike(count: int, value: int, *names: str) -> list[dict]:
    return [dict.fromkeys(names or ("q0", "q1", "q2", "q3"), value)] * count


def test_fewer_than_twenty_people_are_not_drawn_again():
    assert resampled(ASKED, crowd(*alike(19, 3))) is None
    assert resampled(ASKED, crowd(*alike(20, 3))) is not None


def test_where_all_agree_every_draw_is_the_result():
    many = crowd(*[{"q0": 2, "q1": 3, "q2": 4, "q3": 1}] * 24)
    found, whole = resampled(ASKED, many), score(ASKED, many)
    assert found.geometric == pytest.approx([whole.overall.geometric] * 2)
    for name, dimension_ in whole.dimensions.items():
        assert found.geometric_by_dimension[name] == pytest.approx([dimension_.geometric] * 2)
    assert found.at_least["portal"] == {1: 1, 2: 1, 3: 1, 4: 1, 5: 0}


def test_groups_are_drawn_each_by_itself_so_that_their_difference_makes_no_doubt():
    many = crowd(*alike(12, 5), *alike(12, 1), groups=("leader", "staff"))
    low, high = resampled(ASKED, many).geometric
    assert low == pytest.approx(60)
    assert high == pytest.approx(60)


def test_of_a_single_practice_the_interval_is_about_students():
    levels = [n * 7 % 6 for n in range(40)]
    many = crowd(*({"q0": level} for level in levels))
    asked = questionnaire(dimension("all", practice("desk", question("q0"))))
    values = [20.0 * level for level in levels]
    mean, se, df = role_weighted_mean({"staff": values}, {"staff": 1.0})
    assert mean == fmean(values)
    assert resampled(asked, many, 4000).geometric == pytest.approx(mean_interval(mean, se, df, 40, (0, 100)), abs=1)


def test_a_level_is_held_in_the_share_of_draws_in_which_enough_reach_it():
    """Level 1 needs more than half at 1: of 21 drawn, 11 or more of the 11 in 21 who say so; by the binomial, 0.587."""
    asked = questionnaire(dimension("all", practice("desk", question("q0", "yes_no", level=1))))
    found = resampled(asked, crowd(*({"q0": n < 11} for n in range(21))), 4000)
    assert found.at_least["desk"][1] == pytest.approx(0.587, abs=0.025)
    assert found.at_least["desk"][2] == 0


def test_the_same_seed_draws_the_same_people():
    many = crowd(*({"q0": n % 6, "q1": n % 4, "q2": n % 5, "q3": n % 3} for n in range(30)))
    assert resampled(ASKED, many) == resampled(ASKED, many)
    assert resampled(ASKED, many) != resampled(ASKED, many, seed=2)


def test_a_practice_that_a_draw_may_miss_leaves_the_geometric_mean_untold():
    found = resampled(ASKED, crowd(*alike(24, 3, "q0", "q1", "q2"), {"q3": 4}))
    assert found.geometric is None
    assert found.geometric_by_dimension["ground"] == pytest.approx((60, 60))
    assert found.geometric_by_dimension["above"] is None


def test_what_does_not_apply_weighs_nothing():
    with_none = [{"q0": 2, "q1": 3, "q2": 4, "q3": None}] * 20
    many = crowd(*with_none)
    assert resampled(ASKED, many).geometric == pytest.approx([score(ASKED, many).overall.geometric] * 2)
    nowhere = crowd(*[{"q0": 2, "q1": 3, "q2": None, "q3": None}] * 20)
    assert resampled(ASKED, nowhere).geometric == pytest.approx([score(ASKED, nowhere).overall.geometric] * 2)
    assert resampled(ASKED, nowhere).geometric_by_dimension["above"] is None


def test_a_consensus_is_the_answer_of_every_draw():
    many = crowd(
        *({"q0": n % 6, "q1": n % 6, "q2": 3, "q3": 3} for n in range(24)), consensus=[{"question": n, "value": 4} for n in ("q0", "q1")]
    )
    assert resampled(ASKED, many).geometric_by_dimension["ground"] == pytest.approx((80, 80))


def test_a_quick_estimate_has_no_levels_to_be_sure_of():
    found = resampled(ASKED, crowd(*alike(20, 3), mode="quick"))
    assert found.at_least == {}
    assert found.geometric == pytest.approx((60, 60))
    assert found.draws == 1000


def test_a_quick_mode_that_asks_nothing_tells_nothing():
    asked = questionnaire(dimension("all", practice("desk", question("q0"))))
    assert resampled(asked, crowd(*alike(20, 3, "q0"), mode="quick")).geometric is None
