"""Sums side by side in one word, and fractions side by side over one denominator: what goes in comes out."""

from fractions import Fraction

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from scoring.packing import LIMIT, Packing
from scoring.rationals import Divisor, Rationals, WeightedMean

bounds = st.lists(st.integers(0, 2**70) | st.integers(0, 2000), min_size=1, max_size=8)


@given(st.data(), bounds)
def test_sums_are_read_again_as_they_were_packed(data, most):
    packing = Packing(most)
    first, second = ([data.draw(st.integers(0, bound // 2)) for bound in most] for _ in range(2))
    words = list(packing.pack(np.array(first, packing.kind)) + packing.pack(np.array(second, packing.kind)))
    assert [int(packing.read(words, at)) for at in range(len(most))] == [a + b for a, b in zip(first, second, strict=True)]


def test_small_sums_share_a_word_and_large_ones_leave_the_machine_s():
    assert Packing([1000] * 6).words == 1
    assert Packing([2**30] * 3).words == 2
    assert (Packing([2**50]).kind, Packing([LIMIT]).kind) == (np.int64, object)


shares = st.none() | st.fractions(0, 100, max_denominator=50)


def rationals(values):
    known = [Fraction(0) if value is None else value for value in values]
    numerators, denominators = ([getattr(value, part) for value in known] for part in ("numerator", "denominator"))
    told = np.array([value is not None for value in values])
    found = Divisor(np.array(denominators) * told).into(np.array(numerators))
    assert [found.fraction(at) for at in range(len(values))] == list(values)
    return found


@given(st.lists(st.tuples(shares, shares, st.booleans(), st.booleans()), min_size=1, max_size=6), st.integers(1, 10**20))
def test_a_weighted_mean_is_over_the_parts_that_count(rows, heavy):
    parts = [rationals([row[part] for row in rows]) for part in (0, 1)]
    counted = [np.array([row[2 + part] for row in rows]) for part in (0, 1)]
    found = WeightedMean([heavy, 3], counted).of(parts)
    for at, row in enumerate(rows):
        terms = [(weight, value) for weight, value, counts in zip((heavy, 3), row[:2], row[2:], strict=True) if counts]
        if not terms or any(value is None for _, value in terms):
            assert found.fraction(at) is None
        else:
            assert found.fraction(at) == sum(weight * value for weight, value in terms) / sum(weight for weight, _ in terms)


def test_what_is_not_told_is_no_number():
    assert np.isnan(Rationals(np.array([1, 0]), 3, np.array([True, False])).floats).tolist() == [False, True]
