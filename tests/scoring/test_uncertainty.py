"""How sure means and shares are, and differences between them."""

import subprocess
import sys
from math import isfinite
from random import Random

import pytest
from scipy import stats

from scoring.comparison import between, by_role, cliffs_delta, holm, independent, paired
from scoring.uncertainty import mean_interval, role_weighted_mean, wilson

HALVES = {"leader": 0.5, "staff": 0.5}


def test_the_worked_mean_of_leaders_and_staff():
    groups = {"leader": [4, 4, 5], "staff": [2, 3, 2, 3, 3, 2]}
    mean, se, df = role_weighted_mean(groups, HALVES, {"leader": 4, "staff": 20})
    assert (round(mean, 4), round(se, 4), round(df, 1)) == (3.4167, 0.1253, 6.2)
    assert mean_interval(mean, se, df, 9, (0, 5)) == pytest.approx((3.11, 3.72), abs=5e-3)


def test_a_group_that_said_nothing_has_no_weight():
    assert role_weighted_mean({"leader": [], "staff": [2, 4]}, HALVES)[0] == 3
    with pytest.raises(ValueError, match="at least one value"):
        role_weighted_mean({"leader": []}, HALVES)


def test_a_group_of_one_takes_the_variance_pooled_within_the_others():
    _, se, df = role_weighted_mean({"leader": [5], "staff": [1, 2, 3]}, HALVES)
    assert (se**2, df) == (pytest.approx(0.25 * (1 / 3 + 1)), 2)


def test_without_replication_there_is_no_error_and_with_unanimity_it_is_nothing():
    assert role_weighted_mean({"leader": [5], "staff": [1]}, HALVES) == (3, None, None)
    assert role_weighted_mean({"leader": [3, 3], "staff": [3, 3, 3]}, HALVES) == (3, 0, 3)
    assert mean_interval(3, 0, 3, 5, (0, 5)) == (3, 3)


def test_who_asked_everybody_has_no_error_and_an_impossible_size_is_not_believed():
    assert role_weighted_mean({"staff": [1, 3]}, HALVES, {"staff": 2})[1] == 0
    assert role_weighted_mean({"staff": [1, 3]}, HALVES, {"staff": 1}) == role_weighted_mean({"staff": [1, 3]}, HALVES)


def test_below_five_only_the_range_is_told_and_an_interval_stays_on_the_scale():
    assert mean_interval(3, 1, 3, 4, (0, 5)) is None
    assert mean_interval(3, None, None, 9, (0, 5)) is None
    assert mean_interval(4.5, 1, 4, 5, (0, 5)) == (pytest.approx(4.5 - 2.776, abs=1e-3), 5)


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"), [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718)]
)
def test_wilsons_interval_as_newcombe_worked_it(successes, n, low, high):
    """R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3."""
    assert wilson(successes, n) == pytest.approx((low, high), abs=5e-5)


def test_a_share_of_all_reaches_one_and_a_share_of_nothing_is_none():
    assert wilson(20, 20)[1] == 1
    for impossible in ((0, 0), (3, 2), (-1, 4)):
        with pytest.raises(ValueError, match="at least one case"):
            wilson(*impossible)


def test_differences_agree_with_another_implementation():
    random = Random(7)  # noqa: S311 - the same matrices at every run
    for _ in range(300):
        first, second = ([random.gauss(0, spread) for _ in range(random.randint(2, 12))] for spread in (1, 3))
        other = stats.ttest_ind(second, first, equal_var=False)
        found = independent(first, second)
        assert found.p == pytest.approx(other.pvalue)
        assert found.interval == pytest.approx((other.confidence_interval().low, other.confidence_interval().high))
        errors = [(stats.tmean(values), stats.sem(values), len(values) - 1) for values in (first, second)]
        assert between(*errors) == pytest.approx(found)


def test_eight_people_show_as_pairs_what_independent_groups_of_the_same_means_do_not():
    before = dict(enumerate([40, 45, 50, 55, 60, 65, 70, 75]))
    after = {who: value + gain for (who, value), gain in zip(before.items(), [4, 6, 5, 5, 4, 6, 5, 5], strict=True)}
    gains = {"staff": [after[who] - before[who] for who in before]}
    assert paired(gains).p < 0.001
    assert independent([*before.values()], [*after.values()]).p > 0.3
    assert paired(gains).p == pytest.approx(stats.ttest_rel([*after.values()], [*before.values()]).pvalue)
    assert paired({"staff": [5]}) is None


def test_a_small_role_group_weighs_as_much_in_a_gain_as_a_large_one():
    found = paired({"leader": [10, 10], "staff": [0, 0, 0, 0, 0, 2]})
    assert found.points == pytest.approx((10 + 1 / 3) / 2)
    assert paired({"leader": [1], "staff": [2]}) is None


def test_two_means_over_role_groups_are_set_against_each_other_by_their_errors():
    first, second = {"leader": [40, 50], "staff": [20, 30]}, {"leader": [60, 70], "staff": [40, 50]}
    found = by_role(first, second)
    assert (found.points, found.df) == (20, pytest.approx(4))
    assert found.se == pytest.approx(5)
    assert by_role({"leader": [40], "staff": [20]}, second) is None


def test_nothing_that_varies_gives_a_certain_answer_and_never_nan():
    assert independent([3, 3], [3, 3]).p == 1
    assert independent([3, 3], [4, 4]).p == 0
    assert all(map(isfinite, independent([3, 3], [4, 4]).interval))
    assert independent([3], [4, 4]) is None


def test_cliffs_delta_counts_pairs():
    assert cliffs_delta([1, 2], [3, 4]) == 1
    assert cliffs_delta([1, 2, 3], [2]) == 0
    assert cliffs_delta([], [2]) is None


def test_holm_multiplies_the_smallest_most_and_never_turns_the_order():
    assert holm({"a": 0.01, "b": 0.04, "c": 0.03, "d": 0.005}) == pytest.approx({"a": 0.03, "b": 0.06, "c": 0.06, "d": 0.02})
    assert holm({}) == {}
    assert holm({"a": 0.9, "b": 0.8}) == {"a": 1, "b": 1}


def test_the_command_starts_without_numpy_and_scipy():
    code = "import sys, cli.main; sys.exit(bool({'numpy', 'scipy'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
