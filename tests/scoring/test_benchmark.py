"""Quantiles, ranks and packs: arithmetic on published figures."""

from fractions import Fraction

import numpy as np
import pytest

from scoring.benchmark import needed, percentile_rank, publishable, quantile, standing_among
from scoring.disclosure import Withheld
from scoring.packs import Histogram, Pack, Provenance, histogram, marks, merge
from tests.scoring.test_disclosure import cohort, even

QUARTERS = {Fraction(1, 4): 40, Fraction(1, 2): 55, Fraction(3, 4): 70}


def test_a_rank_counts_those_below_and_half_of_the_equals():
    assert percentile_rank([10, 20, 20, 30], 20) == 50
    assert percentile_rank([10, 20], 5) == 0
    with pytest.raises(ValueError, match="somebody to compare"):
        percentile_rank([], 5)


@pytest.mark.parametrize("q", [0, 0.1, 0.25, 0.5, 0.9, 1])
def test_quantiles_are_hyndman_and_fans_type_eight(q):
    values = [3, 9, 1, 7, 7, 2, 40]
    assert quantile(values, q) == pytest.approx(np.quantile(values, q, method="median_unbiased"))
    assert quantile([5], q) == 5


def test_a_quantile_needs_values_and_a_share():
    for cohort_, q in (([], 0.5), ([1], 1.1)):
        with pytest.raises(ValueError, match="a q from 0 to 1"):
            quantile(cohort_, q)


@pytest.mark.parametrize(("q", "least"), [(0.5, 10), (0.25, 20), (0.75, 20), (0.1, 50), (0.9, 50)])
def test_a_quantile_needs_five_on_either_side(q, least):
    assert needed(q) == least
    assert publishable(q, least)
    assert not publishable(q, least - 1)


def test_a_minimum_or_maximum_is_never_published():
    assert not publishable(0, 10**6)
    assert not publishable(1, 10**6)


def test_a_member_is_placed_by_the_published_marks_alone():
    between = standing_among(QUARTERS, 20, 62.5)
    assert (between.at_least, between.at_most, between.percentile) == (50, 75, 62)
    assert between.band[0] < 62 < between.band[1]
    assert standing_among(QUARTERS, 20, 30)[:3] == (None, 25, None)
    assert standing_among(QUARTERS, 20, 90)[:3] == (75, None, None)
    assert standing_among(QUARTERS, 20, 55).percentile == 50


def test_a_histogram_joins_cells_until_each_holds_five():
    issued = histogram(cohort(*range(5, 25), *[88.0] * 3, *[95.0] * 4))
    assert issued.histogram == Histogram(edges=(0, 10, 20, 30, 100), counts=(5, 10, 5, 7))


def test_too_few_too_close_or_too_alike_make_no_histogram():
    assert histogram(even(9)) is Withheld.TOO_FEW
    assert histogram(cohort(*[55.0] * 12)) is Withheld.TOO_ALIKE
    first = histogram(even(30)).release
    assert histogram(even(31), [first]) is Withheld.TOO_CLOSE


SOURCE = Provenance(source="North", population="Councils", period="2026", questionnaire="small", major=1, method="1.0.0")


def pack(source, edges, counts, **more):
    return Pack(provenance=(SOURCE.model_copy(update={"source": source} | more),), practices={"one": Histogram(edges=edges, counts=counts)})


def test_packs_add_up_on_the_edges_that_both_have():
    merged = merge(pack("North", (0, 10, 40, 100), (5, 6, 7)), pack("South", (0, 40, 70, 100), (8, 9, 5)))
    assert merged.practices["one"] == Histogram(edges=(0, 40, 100), counts=(19, 21))
    assert [one.source for one in merged.provenance] == ["North", "South"]


def test_packs_of_something_else_or_of_the_same_organisations_are_refused():
    north = pack("North", (0, 100), (10,))
    with pytest.raises(ValueError, match="same questionnaire"):
        merge(north, pack("South", (0, 100), (10,), major=2))
    with pytest.raises(ValueError, match="same organisations"):
        merge(north, north)


def test_a_pack_that_was_altered_has_another_hash():
    assert pack("North", (0, 100), (10,)).hash == pack("North", (0, 100), (10,)).hash
    assert pack("North", (0, 100), (10,)).hash != pack("North", (0, 100), (11,)).hash


def test_marks_of_a_pack_lie_on_a_straight_line_through_their_cell():
    """Of 20, five below 30, ten up to 50, five above: the tenth is half of the way through the middle cell."""
    told = Histogram(edges=(0, 30, 50, 100), counts=(5, 10, 5))
    assert marks(told) == {Fraction(1, 4): 30, Fraction(1, 2): 40, Fraction(3, 4): 50}


def test_a_pack_of_fewer_tells_the_median_or_nothing():
    assert marks(Histogram(edges=(0, 60, 100), counts=(6, 5))) == {Fraction(1, 2): 55}
    assert marks(Histogram(edges=(0, 100), counts=(9,))) == {}


def test_a_source_counts_once_whatever_its_period_and_however_it_is_written():
    with pytest.raises(ValueError, match="same organisations"):
        merge(pack("North", (0, 100), (10,)), pack("NORTH", (0, 100), (12,), period="2027"))
