from decimal import Decimal
from fractions import Fraction

import pytest

from scoring.rating import band, capability_level, climb, gated_level


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        ("0", "N"),
        ("0.15", "N"),
        ("0.1501", "P-"),
        ("0.325", "P-"),
        ("0.3251", "P+"),
        ("0.5", "P+"),
        ("0.5001", "L-"),
        ("0.675", "L-"),
        ("0.6751", "L+"),
        ("0.85", "L+"),
        ("0.8501", "F"),
        ("1", "F"),
        ("17/20", "L+"),
        (0.85, "L+"),
        (0.15, "N"),
        (1, "F"),
        (1e-9, "N"),
        (Decimal("0.85"), "L+"),
        (Fraction(17, 20) + Fraction(1, 10**30), "F"),
    ],
)
def test_a_band_reaches_up_to_its_edge_the_edge_included(share, expected):
    assert band(share) == expected


def test_a_twentieth_seventeen_times_is_largely_and_not_fully():
    assert band(sum([Fraction("0.05")] * 17)) == "L+"


@pytest.mark.parametrize("share", [-0.01, "1.01", 85, "many", float("nan"), float("inf")])
def test_a_band_refuses_what_is_no_share(share):
    with pytest.raises((ValueError, OverflowError)):
        band(share)


F = Fraction


@pytest.mark.parametrize(
    ("attained", "expected"),
    [
        ({}, 0),
        ({1: F(1, 2)}, 0),
        ({1: F(51, 100)}, 1),
        ({1: F(85, 100), 2: F(1)}, 1),
        ({1: F(86, 100), 2: F(51, 100)}, 2),
        ({1: F(1), 2: F(1), 3: F(1, 2), 4: F(1)}, 2),
        ({1: F(1), 3: F(3, 5)}, 3),
        ({1: F(1), 2: None, 3: F(1)}, 1),
        ({1: None}, 0),
        ({1: F(1), 2: F(1), 3: F(1), 4: F(1), 5: F(1)}, 5),
        ({3: F(1), 1: F(1), 2: F(1, 5)}, 1),
    ],
)
def test_a_level_is_largely_attained_on_top_of_levels_fully_attained(attained, expected):
    assert capability_level(attained) == expected


def test_levels_up_to_the_minimum_neither_earn_nor_block():
    assert capability_level({1: F(0), 2: F(1)}, minimum=1) == 2
    assert capability_level({1: None}, minimum=1) == 1


def test_capability_level_takes_floats_as_written():
    assert capability_level({1: 0.85, 2: 0.9}) == 1


def test_climbing_compares_whole_numbers():
    assert climb({1: (17, 20), 2: (1, 1)}, 0) == 1
    assert climb({1: (18, 20), 2: (11, 20)}, 0) == 2


@pytest.mark.parametrize(
    ("level", "prerequisites", "expected"),
    [(4, [1, 2], 1), (5, [3, 3], 5), (5, [3, 2], 2), (2, [4, 4], 2), (4, [0], 0), (3, [], 3), (0, [0], 0), (4, [3], 4), (3, [2], 2)],
)
def test_the_foundation_gate_keeps_a_level_down_to_its_weakest_prerequisite(level, prerequisites, expected):
    assert gated_level(level, prerequisites) == expected


def test_no_more_than_the_cap_is_asked_of_a_prerequisite():
    assert gated_level(5, [2], cap=2) == 5
    assert gated_level(5, [4], cap=5) == 4
