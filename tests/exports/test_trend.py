"""The trend: readings at the ends of their periods, on axes that a reader can follow."""

from datetime import date

import pytest

from exports import figures
from exports.figures.trend import _times
from exports.words.measures import followed
from tests.exports.standings import TODAY, case
from tests.exports.test_followed_words import ADOPTION, HOURS, MET, SHORT, UNREAD, measure


def day(year: int, month: int, number: int) -> int:
    return date(year, month, number).toordinal()


def test_months_quarters_and_years_stand_at_the_last_day_of_their_period():
    drawn = figures.trend(measure(ADOPTION, (20, "2024"), (30, "2025-Q2"), (40, "2026-02"), target=65), TODAY)
    assert [(dot.at, dot.value) for dot in drawn.dots] == [(day(2024, 12, 31), 20), (day(2025, 6, 30), 30), (day(2026, 2, 28), 40)]
    assert drawn.first < drawn.dots[0].at
    assert drawn.last == drawn.dots[-1].at
    assert (drawn.target, drawn.target_text, drawn.missed) == (65, "Target 65 %", True)
    assert drawn.table().rows[0] == ("2026-02", "40 %", "n = 1,200, Portal log")


def test_one_reading_is_a_dot_and_none_is_no_figure():
    drawn = figures.trend(MET.model_copy(update={"target": None}), TODAY)
    assert (len(drawn.dots), drawn.target, drawn.target_text, drawn.missed) == (1, None, "", False)
    assert drawn.first < drawn.dots[0].at
    assert figures.trend(UNREAD, TODAY) is None


@pytest.mark.parametrize(
    ("of", "levels"),
    [
        (SHORT, ["0", "25", "50", "75", "100"]),
        (measure(HOURS, (12, "2026-01"), target=8), ["0", "5", "10", "15"]),
        (measure(HOURS, (0, "2026-01")), ["0", "1"]),
        (measure("ticket-volume-trend", (-8, "2026-01"), target=-5), ["-8", "-6", "-4", "-2", "0"]),
        (measure("ticket-volume-trend", (15, "2025"), (-8, "2026-01")), ["-10", "0", "10", "20"]),
        (measure("cost-per-ticket", (18, "2026-01"), target=15), ["0", "5", "10", "15", "20"]),
    ],
)
def test_the_axis_of_values_has_round_steps_around_all_that_is_drawn(of, levels: list[str]):
    drawn = figures.trend(of, TODAY)
    assert [mark.text for mark in drawn.levels] == levels
    assert drawn.low <= min(dot.value for dot in drawn.dots)
    assert drawn.high >= max([dot.value for dot in drawn.dots] + ([drawn.target] if drawn.target is not None else []))


@pytest.mark.parametrize(
    ("first", "last", "marks"),
    [
        (date(2026, 4, 3), date(2026, 9, 30), ["May 2026", "Jun", "Jul", "Aug", "Sep"]),
        (date(2025, 9, 20), date(2026, 9, 30), ["Oct 2025", "2026", "Apr", "Jul"]),
        (date(2024, 9, 20), date(2026, 9, 30), ["2025", "Jul", "2026", "Jul"]),
        (date(2016, 2, 1), date(2026, 9, 30), ["2018", "2020", "2022", "2024", "2026"]),
        (date(1000, 1, 1), date(9999, 12, 31), ["2000", "4000", "6000", "8000"]),
    ],
)
def test_the_axis_of_time_has_a_few_marks_and_january_bears_its_year(first: date, last: date, marks: list[str]):
    assert [mark.text for mark in _times(first, last)] == marks


def test_small_pictures_share_one_time_axis_and_leave_out_what_was_never_read():
    drawn = figures.trends(followed(case("mixed")), TODAY)
    assert [one.name for one in drawn] == ["Self-service adoption", "End-user satisfaction", "Time to resolution"]
    assert len({(one.first, one.last) for one in drawn}) == 1
    assert figures.trends([UNREAD], TODAY) == ()


def test_the_extreme_years_are_drawn_too():
    drawn = figures.trend(measure(ADOPTION, (1, "1000"), (2, "9999")), date(9999, 12, 31))
    assert drawn.first >= 1
    assert drawn.last == date.max.toordinal()
