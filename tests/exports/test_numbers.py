"""Numbers, dates and lists as people read them."""

from datetime import date
from fractions import Fraction

import pytest

from exports.words import numbers


@pytest.mark.parametrize(
    ("number", "places", "text"),
    [
        (Fraction("46.25"), 1, "46.3"),
        (Fraction("46.25"), 0, "46"),
        (Fraction("46.5"), 0, "47"),
        (Fraction("-2.25"), 1, "-2.3"),
        (Fraction(1, 3), 2, "0.33"),
        (Fraction(5, 1000), 2, "0.01"),
        (Fraction(0), 1, "0.0"),
        (Fraction(10**30 + 1, 2), 0, "500000000000000000000000000001"),
    ],
)
def test_halves_are_rounded_up_away_from_nought(number, places, text):
    assert numbers.rounded(number, places) == text


def test_a_figure_that_nobody_knows_is_a_dash_and_never_nought():
    assert (numbers.index(None), numbers.index_1(None), numbers.level(None), numbers.per_cent(None)) == ("–",) * 4
    assert (numbers.index(Fraction(0)), numbers.index_1(Fraction(0)), numbers.level(0), numbers.per_cent(Fraction(0))) == (
        "0",
        "0.0",
        "0",
        "0",
    )


def test_a_sign_is_told_of_what_is_printed():
    assert numbers.signed(Fraction("2.35")) == "+2.4"
    assert numbers.signed(Fraction("-2.35")) == "−2.4"
    assert numbers.signed(Fraction("-0.04")) == "0.0"


def test_plain_numbers_carry_no_needless_digits():
    assert [numbers.plain(Fraction(x)) for x in ("3", "0.5", "85.00", "100")] == ["3", "0.5", "85", "100"]


def test_ranges_close_where_both_ends_are_one():
    assert (numbers.span(2, 5), numbers.span(3, 3)) == ("2–5", "3")
    assert (numbers.between(2, 5), numbers.between(3, 3)) == ("between 2 and 5", "at 3")


def test_counts_are_words_up_to_twelve():
    assert (numbers.counted(1, "answer"), numbers.counted(12, "answer"), numbers.counted(14, "answer")) == (
        "one answer",
        "twelve answers",
        "14 answers",
    )
    assert numbers.counted(0, "answer") == "no answers"


def test_lists_read_as_sentences():
    assert [numbers.listed(x) for x in (["a"], ["a", "b"], ["a", "b", "c"])] == ["a", "a and b", "a, b and c"]


def test_a_title_inside_a_sentence_keeps_the_capitals_of_names():
    assert numbers.inside("Leadership mindset") == "leadership mindset"
    assert numbers.inside("ITSM Foundations") == "ITSM Foundations"
    assert numbers.inside("HR") == "HR"


def test_dates_have_no_locale():
    assert numbers.day(date(2027, 5, 3)) == "3 May 2027"
    assert numbers.period(date(2026, 9, 1), date(2026, 11, 30)) == "1 Sep to 30 Nov 2026"
    assert numbers.period(date(2025, 9, 1), date(2026, 1, 2)) == "1 Sep 2025 to 2 Jan 2026"
    assert numbers.period(date(2026, 1, 2), date(2026, 1, 2)) == "2 Jan 2026"


def test_money_and_days_are_ranges():
    assert numbers.money(Fraction(0), Fraction(0), "EUR") == "no money"
    assert numbers.money(Fraction(3000), Fraction(8000), "EUR") == "€3,000–8,000"
    assert numbers.money(Fraction(500), Fraction(500), "GBP") == "£500"
    assert numbers.money(Fraction(500), Fraction(900), "CHF") == "CHF 500–900"
    assert numbers.days(Fraction(3), Fraction(8)) == "3–8 person-days"
    assert numbers.days(Fraction(1), Fraction(1)) == "1 person-day"
