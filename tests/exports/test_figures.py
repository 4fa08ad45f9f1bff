"""Every figure says the same in its title, its marks and its table."""

from fractions import Fraction

import pytest

from exports import figures
from exports.figures.heatmap import LEGEND
from exports.figures.position import target_index
from exports.theme import LEVEL_TEXT, LEVELS, level_class
from improvement.model import Status
from questionnaires.library import load
from scoring.rating import band
from tests.exports.small import GOOD, MIDDLING, answered
from tests.exports.standings import CASES, case, reading

WHOLE = ("heatmap", "dumbbell", "radar", "index_strip", "pillars", "bullets", "slope", "posture_axes", "evidence")


def all_of(here):
    drawn = [getattr(figures, name)(here) for name in WHOLE]
    for practice in here.score.practices:
        drawn += [figures.level_bar(here, practice), figures.bars(here, practice)]
    return [figure for figure in drawn if figure is not None]


@pytest.mark.parametrize("name", CASES)
def test_every_figure_has_a_finding_a_source_words_for_the_blind_and_a_table(name):
    for figure in all_of(case(name)):
        assert figure.title
        assert not figure.title.endswith(".")
        assert figure.caption.endswith(".")
        assert len(figure.alt) > 20
        table = figure.table()
        assert table.rows
        assert all(len(row) == len(table.headers) for row in table.rows), figure.title


def test_the_heatmap_prints_the_attainment_of_every_level_and_colours_it_by_its_band():
    figure = figures.heatmap(case("mixed"))
    row = figure.rows[1]
    assert (row.title, row.index, row.level_range) == ("People change paid for with the technology", "50.0", "3")
    assert [cell.text for cell in row.cells] == ["100", "100", "67", "0", "0"]
    assert [cell.colour for cell in row.cells] == [5, 5, 3, 0, 0]
    assert len(LEGEND) == len(LEVELS) == len(LEVEL_TEXT) == 6


@pytest.mark.parametrize(("share", "colour"), [("0.15", 0), ("0.16", 1), ("0.325", 1), ("0.5", 2), ("0.675", 3), ("0.85", 4), ("0.86", 5)])
def test_a_cell_has_the_colour_of_its_band_and_never_one_in_between(share, colour):
    assert ["N", "P-", "P+", "L-", "L+", "F"].index(band(Fraction(share))) == colour


def test_a_level_that_no_question_asks_for_is_an_empty_cell_and_an_unanswered_one_a_dash():
    here = answered({"ladder": Fraction(2)})
    cells = figures.heatmap(here).rows[0].cells
    assert [cell.text for cell in cells] == ["100", "100", "0"]
    nothing = figures.heatmap(answered({})).rows[0].cells
    assert {cell.text for cell in nothing} == {"–"}
    assert {cell.colour for cell in nothing} == {None}


def test_practices_at_the_level_of_the_whole_hold_it():
    held = {row.title for row in figures.heatmap(case("mixed")).rows if row.held}
    assert held == {"Journeys, not only visits", "Run as a product"}


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("weak", "Level 1 stops more practices than any other: eleven of 12"),
        ("mixed", "Level 3 stops more practices than any other: five of 12"),
        ("empty", "Nothing is answered yet"),
    ],
)
def test_the_heatmap_tells_where_most_practices_stop(name, title):
    assert figures.heatmap(case(name)).title == title


def test_one_practice_is_told_as_one():
    assert figures.heatmap(answered(MIDDLING)).title == "Level 1 stops the one practice"
    assert figures.heatmap(answered(GOOD)).title == "Every practice fully attains every level"


def test_the_largest_gap_comes_first_and_a_closed_one_is_nought():
    rows = figures.dumbbell(case("mixed")).rows
    assert [row.gap for row in rows] == ["+3", "+3", "+2", "+2", "+2", "+2", "+1", "+1", "+1", "0", "0", "0"]
    assert [row.emphasised for row in rows][:3] == [True, True, False]


def test_quick_mode_speaks_of_no_level_above_its_heatmap():
    assert figures.heatmap(case("quick")).title.endswith(" attained least of what was asked")


def test_quick_mode_compares_indices_since_it_has_no_levels():
    figure = figures.dumbbell(case("quick"))
    assert (figure.unit, figure.maximum) == ("Index", 100)
    assert figure.rows[0].gap == "+80"
    assert "index of a practice exactly at its target level" in figure.caption


def test_a_practice_without_answers_has_no_mark_for_today_but_its_whole_range():
    row = figures.dumbbell(case("empty")).rows[0]
    assert (row.now, row.low, row.high, row.gap, row.today) == (None, 0.0, 5.0, "–", "0–5")


def test_too_little_answered_gives_a_range_in_place_of_the_point():
    strip = figures.index_strip(case("incomplete"))
    assert (strip.now, strip.now_text) == (None, "9–84")
    assert strip.low is not None
    assert strip.high is not None
    assert round(strip.low) == 9
    assert round(strip.high) == 84


def test_the_strip_shows_the_previous_index_on_common_questions_and_the_target():
    strip = figures.index_strip(case("mixed"))
    assert (strip.now_text, strip.previous_text) == ("41", "17")
    assert strip.table().rows == (("Today", "41"), ("Previous", "17"), ("Target", strip.target_text))


def test_a_target_for_some_practices_only_is_no_target_of_the_whole():
    here = case("mixed")
    assert target_index(here) is not None
    assert target_index(here.model_copy(update={"gaps": here.gaps[1:]})) is None
    assert figures.index_strip(here.model_copy(update={"gaps": ()})).target is None


def test_the_weakest_pillar_stands_out_only_where_all_are_known():
    assert [row.weakest for row in figures.pillars(case("mixed")).rows] == [False, False, True]
    assert not any(row.weakest for row in figures.pillars(case("incomplete")).rows)
    assert figures.pillars(case("incomplete")).rows[0].index == "13–88"
    assert not figures.pillars(case("quick")).with_levels


def test_the_radar_runs_in_the_questionnaires_order():
    here = case("mixed")
    assert [axis.practice for axis in figures.radar(here).axes] == list(here.questionnaire.practices)


def test_a_level_bar_fills_each_level_as_far_as_it_is_attained():
    bar = figures.level_bar(case("mixed"), "autonomy")
    assert [step.text for step in bar.steps] == ["100", "33", "48", "0", "0"]
    assert (bar.level, bar.target, bar.title) == (1, 3, "Level 1")


def test_bars_mark_the_target_on_anchored_questions_only():
    rows = {row.question: row for row in figures.bars(case("mixed"), "autonomy").rows}
    assert rows["autonomy-design"].mark == pytest.approx(0.6)
    assert rows["autonomy-choice"].mark is None
    assert not rows["autonomy-choice"].reached


def test_a_measure_without_a_reading_is_shown_as_not_measured():
    rows = {row.measure: row for row in figures.bullets(case("mixed")).rows}
    blank = rows["self-service-success"]
    assert (blank.value, blank.value_text, blank.target_text, blank.met) == (None, "No reading", "No target", None)
    read = rows["self-service-adoption"]
    assert (read.value_text, read.target_text, read.met) == ("44 %", "60 %", False)
    assert read.note == "2026-Q3, n = 1,200, Portal log"
    assert rows["time-to-resolution"].met is True


def test_a_measure_of_hours_is_not_drawn_on_a_scale_of_a_year():
    rows = {row.measure: row for row in figures.bullets(case("mixed")).rows}
    assert rows["time-to-resolution"].maximum == pytest.approx(31.2)
    assert rows["self-service-adoption"].maximum == 100


def test_a_measure_that_fell_below_nothing_stays_on_its_scale():
    fall = "ticket-volume-trend"
    read = {"readings": (reading(fall, -5, "2026-Q3"),), "measure_targets": {fall: Fraction(-4)}}
    here = case("mixed").model_copy(update={"questionnaire": load("itsm-foundations")} | read)
    row = next(row for row in figures.bullets(here).rows if row.measure == fall)
    assert (row.minimum, row.value, row.target, row.maximum, row.met) == (-100, -5, -4, 1, True)


def test_the_slope_emphasises_the_four_largest_moves():
    figure = figures.slope(case("mixed"))
    assert sum(row.emphasised for row in figure.rows) == 4
    assert (figure.before_label, figure.after_label) == ("Autumn 2025", "Autumn 2026")
    assert {row.direction for row in figure.rows} <= {-1, 0, 1}


def test_without_a_previous_assessment_there_is_no_slope():
    here = case("mixed")
    assert figures.slope(here.model_copy(update={"previous": None})) is None
    assert figures.slope(here.model_copy(update={"previous": here.previous.model_copy(update={"change": None})})) is None
    assert figures.slope(case("empty")) is None


def test_an_axis_that_no_question_is_tagged_for_is_not_drawn():
    assert [row.left for row in figures.posture_axes(case("mixed")).rows] == ["Reactive"]
    assert figures.posture_axes(answered(GOOD)) is None


def test_marks_of_an_action_tell_levels_and_of_quick_advice_the_index():
    here = case("mixed")
    running = next(action for action in here.actions if action.status is Status.IN_PROGRESS)
    mark = figures.from_to(here, running)
    assert (mark.start_text, mark.end_text, mark.maximum) == (str(running.level_from), "3", 5.0)
    none = figures.from_to(here, running.model_copy(update={"level_from": None, "level_to": None}))
    assert (none.start, none.start_text) == (None, "–")
    assert figures.lift_marks(here, here.ten[0]).maximum == 5.0
    assert figures.lift_marks(case("quick"), case("quick").ten[0]).maximum == 100


def test_levels_take_six_colours_on_a_scale_of_any_length():
    assert [level_class(level, 0, 5) for level in range(6)] == [0, 1, 2, 3, 4, 5]
    assert [level_class(level, 1, 3) for level in (1, 2, 3)] == [0, 3, 5]
    assert level_class(1, 1, 1) == 0


def test_evidence_stands_beside_the_claim_largest_gap_first():
    figure = figures.evidence(case("mixed"))
    first = figure.rows[0]
    assert (first.practice, first.claimed_text, first.evidenced_text, first.gap) == ("simple-first", "63.3", "8.3", "55")
    assert [row.claimed - row.evidenced for row in figure.rows] == sorted((r.claimed - r.evidenced for r in figure.rows), reverse=True)
    assert [row.emphasised for row in figure.rows].count(True) == 3
    assert figure.title == "“Simple first, complex when ready” rests on word alone most: 55 of 63 points"


def test_the_whole_and_each_pillar_show_claimed_and_evidenced_side_by_side():
    figure = figures.evidence_above(case("mixed"))
    assert figure.title == "“Leadership mindset” rests on word alone more than any other pillar"
    assert [row.title for row in figure.rows][:2] == ["The whole", "Leadership mindset"]
    assert len(figure.rows) == 4
    first = figure.table().rows[0]
    assert (figure.table().headers[0], first[0], first[3]) == ("Part", "The whole", "21")
    assert figures.evidence_above(case("incomplete")) is None


def test_practices_with_too_few_answers_are_left_out_of_the_evidence():
    figure = figures.evidence(case("incomplete"))
    assert len(figure.rows) == 3
    assert "Nine practices with too few answers are left out." in figure.caption
    assert figures.evidence(case("empty")) is None


def test_one_axis_of_the_posture_can_stand_alone():
    figure = figures.posture_axis(case("mixed"), "stance")
    assert figure.rows == figures.posture_axes(case("mixed")).rows
    assert figure.title == "Reactive to proactive: in the middle"
