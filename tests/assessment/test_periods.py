from datetime import date

import pytest

from assessment.periods import UnknownPeriod, last_whole_month, period_ends, period_starts, within


@pytest.mark.parametrize(
    ("period", "starts", "ends"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-Q3", date(2026, 7, 1), date(2026, 9, 30)),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("2026-12", date(2026, 12, 1), date(2026, 12, 31)),
    ],
)
def test_a_period_has_a_first_and_a_last_day(period: str, starts: date, ends: date):
    assert (period_starts(period), period_ends(period)) == (starts, ends)


@pytest.mark.parametrize("period", ["2026-13", "2026-Q5", "0000", "soon", "2026-Qx"])
def test_anything_else_is_refused_with_how_to_write_it(period: str):
    with pytest.raises(UnknownPeriod, match="2026-09"):
        period_ends(period)


@pytest.mark.parametrize(
    ("day", "month"),
    [(date(2026, 11, 22), "2026-10"), (date(2026, 11, 30), "2026-11"), (date(2026, 1, 5), "2025-12"), (date(2026, 2, 28), "2026-02")],
)
def test_the_last_whole_month_has_ended_by_that_day(day: date, month: str):
    assert last_whole_month(day) == month


@pytest.mark.parametrize(("period", "counts"), [("2026-Q3", True), ("2026-11", False), ("2026-08", False), ("2026-10", True)])
def test_a_reading_counts_for_the_assessment_in_which_its_period_ends(period: str, counts: bool):
    assert within(period, date(2026, 9, 1), date(2026, 11, 15)) is counts
