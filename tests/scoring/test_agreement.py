"""Agreement and reliability on published data, and against independent implementations on random matrices with gaps."""

from random import Random

import krippendorff
import numpy as np
import pandas
import pingouin
import pytest

from scoring.agreement import a_wg, cronbach_alpha, icc, krippendorff_alpha, null_variance, r_wg, r_wg_j

SHROUT_FLEISS = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
"""Shrout & Fleiss 1979, table 2: six targets, four judges."""
_ = None
KRIPPENDORFF = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
    [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
]
"""Krippendorff, Computing Krippendorff's Alpha-Reliability (2011): four observers, twelve units."""


@pytest.mark.parametrize(("options", "variance"), [(5, 2), (6, 35 / 12), (7, 4), (9, 20 / 3)])
def test_the_null_variance_counts_options_not_the_top_of_the_scale(options, variance):
    assert null_variance(options) == pytest.approx(variance)


def test_the_worked_agreement_on_a_scale_of_six_options():
    assert r_wg([2, 3, 3, 4, 5], 6) == pytest.approx(0.554, abs=5e-4)


def test_unanimity_is_full_agreement_and_two_ends_none():
    assert r_wg([4, 4, 4], 6) == 1
    assert r_wg([0, 5], 6) == 0


def test_one_rating_agrees_with_nobody_and_one_option_is_no_question():
    assert r_wg([3], 6) is None
    assert r_wg([], 6) is None
    with pytest.raises(ValueError, match="at least two options"):
        r_wg([3, 3], 1)


def test_agreement_over_items_grows_with_their_number():
    raters = [[2, 3], [3, 3], [4, 5]]
    share = ((1 + 4 / 3) / 2) / (35 / 12)
    assert r_wg_j(raters, 6) == pytest.approx(2 * (1 - share) / (2 * (1 - share) + share))
    assert r_wg_j([row * 3 for row in raters], 6) > r_wg_j(raters, 6)
    assert r_wg_j([[2, None], [3, 4]], 6) == pytest.approx(r_wg([2, 3], 6))


def test_a_wg_sets_disagreement_against_the_most_that_the_mean_allows():
    assert a_wg([1, 5], 1, 5) == pytest.approx(1 - 2 * 8 / ((6 * 3 - 9 - 5) * 2))
    assert a_wg([3, 3, 3], 1, 5) == 1
    assert a_wg([1, 1, 5, 5], 1, 5) == pytest.approx(-1)


def test_a_wg_is_not_told_where_the_mean_is_extreme():
    assert a_wg([5, 5, 5], 1, 5) is None
    assert a_wg([3], 1, 5) is None
    with pytest.raises(ValueError, match="outside the scale"):
        a_wg([0, 3], 1, 5)


def test_all_six_coefficients_of_shrout_and_fleiss():
    found = {name: round(value, 2) for name, value in icc(SHROUT_FLEISS).items()}
    assert found == {"ICC(1,1)": 0.17, "ICC(2,1)": 0.29, "ICC(3,1)": 0.71, "ICC(1,k)": 0.44, "ICC(2,k)": 0.62, "ICC(3,k)": 0.91}


@pytest.mark.parametrize("table", [[], [[1, 2]], [[1], [2]], [[3, 3], [3, 3]], [[1, None], [2, 3]]])
def test_nothing_that_varies_gives_no_coefficient(table):
    assert set(icc(table).values()) == {None}


def test_a_reliable_nothing_is_none_where_it_would_be_divided_by():
    assert icc([[1, 2], [2, 1]])["ICC(3,k)"] is None
    assert icc([[0.1, 0.1], [0.1, 0.1], [0.1, 0.1]])["ICC(1,1)"] is None


@pytest.mark.parametrize(("metric", "alpha"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)])
def test_krippendorffs_own_data(metric, alpha):
    assert krippendorff_alpha(KRIPPENDORFF, metric) == pytest.approx(alpha, abs=5e-4)


def test_alpha_is_none_without_pairs_or_without_difference():
    assert krippendorff_alpha([[1, None], [None, 2]], "interval") is None
    assert krippendorff_alpha([[3, 3], [3, 3]], "ordinal") is None
    assert krippendorff_alpha([["a", "b"], ["a", "b"]], "nominal") == 1


def test_cronbachs_alpha_uses_complete_rows_only():
    assert cronbach_alpha([[1, 2], [2, 3], [3, 4]]) == 1
    assert cronbach_alpha([[1, 2], [2, 3], [3, None]]) == 1
    assert cronbach_alpha([[1, 2], [None, 3]]) is None
    assert cronbach_alpha([[1], [2]]) is None
    assert cronbach_alpha([[1, 2], [2, 1]]) is None


def gappy(random: Random) -> list[list[float | None]]:
    rows, columns = random.randint(4, 9), random.randint(3, 6)
    return [[random.randint(1, 5) if random.random() > 0.15 else None for _ in range(columns)] for _ in range(rows)]


@pytest.mark.parametrize("metric", ["nominal", "ordinal", "interval", "ratio"])
def test_alpha_agrees_with_another_implementation_on_random_matrices(metric):
    random = Random(4)  # noqa: S311 - the same matrices at every run
    for table in (gappy(random) for _ in range(300)):
        found = krippendorff_alpha(table, metric)
        values = [[np.nan if cell is None else float(cell) for cell in row] for row in table]
        assert found == pytest.approx(krippendorff.alpha(values, level_of_measurement=metric), abs=1e-9)


def test_cronbachs_alpha_agrees_with_another_implementation():
    random = Random(5)  # noqa: S311 - the same matrices at every run
    for table in (gappy(random) for _ in range(300)):
        complete = [row for row in table if None not in row]
        found = cronbach_alpha(table)
        if found is None:
            assert len(complete) < 2 or len({sum(row) for row in complete}) == 1
        else:
            assert found == pytest.approx(pingouin.cronbach_alpha(pandas.DataFrame(complete, dtype=float))[0])


# The other implementation calls its own tables in an outdated way.
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::RuntimeWarning")
def test_the_coefficients_agree_with_another_implementation():
    random = Random(6)  # noqa: S311 - the same matrices at every run
    for _ in range(300):
        rows = [[random.gauss(target, 2) for _ in range(4)] for target in range(random.randint(5, 8))]
        long = pandas.DataFrame([(t, r, cell) for t, row in enumerate(rows) for r, cell in enumerate(row)], columns=["t", "r", "score"])
        other = pingouin.intraclass_corr(long, targets="t", raters="r", ratings="score")
        wanted = dict(zip(icc(rows), [*other["ICC"]], strict=True))
        assert icc([*rows, [None, 1, 2, 3]]) == pytest.approx(wanted)
