"""Change beyond noise: the reliable change index, and the words for it."""

from fractions import Fraction

import pytest

from scoring.change import reliable_change
from scoring.result import Figure
from scoring.verdict import Comparison, p_of_rci
from scoring.verdict import verdicts as judged


def figure(low, index=None, high=None):
    return Figure(index=low if index is None else index, low=low, high=low if high is None else high)


def verdicts(practices):
    return {name: one.verdict for name, one in judged(practices).items()}


def moved(before, after, p):
    return Comparison(figure(Fraction(before)), figure(Fraction(after)), p)


def test_the_worked_reliable_change():
    """Jacobson & Truax 1991: 47.5 to 32.5, SD 7.5, r .80."""
    assert reliable_change(32.5, 47.5, 7.5, 0.8) == pytest.approx((3.35, 4.74, 3.16), abs=5e-3)


def test_without_a_known_reliability_nothing_is_told():
    assert reliable_change(30, 40, 7.5, None) == (None, None, None)
    assert reliable_change(30, 40, 7.5, 1) == (0, 0, None)
    assert p_of_rci(None) is None
    for impossible in ((-1, 0.5), (1, 1.5)):
        with pytest.raises(ValueError, match="lies from 0 to 1"):
            reliable_change(30, 40, *impossible)


def test_an_index_of_1_96_is_one_in_twenty():
    assert p_of_rci(1.959964) == pytest.approx(0.05, abs=1e-6)
    assert p_of_rci(-1.959964) == pytest.approx(0.05, abs=1e-6)


def test_each_practice_gets_its_word():
    told = verdicts(
        {"up": moved(30, 50, 0.001), "down": moved(50, 30, 0.002), "same": moved(50, 51, 0.6), "one": moved(1, 9, None), "new": None}
    )
    assert told == {
        "up": "improved",
        "down": "declined",
        "same": "no_detectable_change",
        "one": "not_determinable",
        "new": "not_comparable",
    }


def test_asking_of_many_practices_asks_more_of_each():
    assert verdicts({"a": moved(30, 50, 0.03)}) == {"a": "improved"}
    assert set(verdicts({name: moved(30, 50, 0.03) for name in "ab"}).values()) == {"no_detectable_change"}


def test_what_missing_answers_could_have_made_is_no_change():
    wide = Comparison(figure(20, 30, 60), figure(50, 55, 80), 0.001)
    assert verdicts({"a": wide}) == {"a": "no_detectable_change"}


def test_nothing_answered_is_not_comparable():
    nothing = Figure(index=None, low=Fraction(0), high=Fraction(100))
    assert verdicts({"a": Comparison(nothing, figure(50), 0.001), "b": Comparison(figure(50), nothing, None)}) == dict.fromkeys(
        "ab", "not_comparable"
    )


def test_each_word_comes_with_the_p_that_it_was_told_by():
    found = judged({"a": moved(30, 50, 0.02), "b": moved(30, 50, 0.01), "new": None, "one": moved(1, 9, None)})
    assert {name: one.p for name, one in found.items()} == {"a": 0.02, "b": 0.02, "new": None, "one": None}


def test_what_people_said_and_what_it_came_to_have_to_move_the_same_way():
    up, down = figure(Fraction(30)), figure(Fraction(50))
    assert verdicts({"a": Comparison(up, down, 0.001, 12.0)}) == {"a": "improved"}
    assert verdicts({"a": Comparison(up, down, 0.001, -12.0)}) == {"a": "no_detectable_change"}
    assert verdicts({"a": Comparison(up, up, 0.001, 12.0)}) == {"a": "no_detectable_change"}
