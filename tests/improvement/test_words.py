from fractions import Fraction

import pytest

from improvement.words import figure


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (Fraction(85, 2), "42.5"),
        (85, "85"),
        (Fraction(1, 20), "0.1"),
        (Fraction(25, 100), "0.3"),
        (Fraction(2, 3), "0.7"),
        (0, "0"),
        (1200, "1200"),
    ],
)
def test_a_figure_has_at_most_one_decimal_and_is_rounded_half_up(number, words):
    assert figure(number) == words


def test_a_loss_keeps_its_sign():
    assert figure(Fraction(-85, 2)) == "-42.5"
