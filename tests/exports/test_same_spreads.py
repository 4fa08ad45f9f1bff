"""How answers spread is the same on the page and on paper: both draw one figure, and whatever it says is printed."""

import pytest

from exports import figures
from exports.figures import Spreads
from exports.pdf.drawings import draw_spreads
from exports.words.agreement import gap_words
from exports.words.panel import panel_rows
from tests.exports.paper import printed, words
from tests.exports.several import CALM, SPLIT, nothing_applies, two_fives, two_groups, two_people, unanimous
from tests.exports.standings import case
from tests.ui.test_charts import draw, texts

CASES = {"two people": two_people, "two groups": two_groups, "two fives": two_fives, "unanimous": unanimous}
each = pytest.mark.parametrize("name", CASES)


def all_spreads(name: str) -> list[Spreads]:
    here = CASES[name]()
    drawn = (figures.agenda(here), figures.spreads(here, SPLIT), figures.spreads(here, CALM))
    return [figure for figure in drawn if figure and figure.rows]


def sentences(figure: Spreads) -> list[str]:
    """Whatever a figure says in words."""
    rows = [text for row in figure.rows for text in (row.label, row.note, f"Median {row.median}")]
    return [figure.title, figure.caption, *rows]


@each
def test_the_report_prints_what_the_page_says(name: str):
    here = CASES[name]()
    said = words(printed(here))
    wanted = [text for figure in all_spreads(name) for text in sentences(figure)]
    wanted += [sentence for practice in (SPLIT, CALM) for sentence in gap_words(here, practice)]
    wanted += [" ".join(row) for row in panel_rows(here)]
    assert [text for text in wanted if text not in said] == []
    assert "Several people An answer of several people is the mean within each role group" in said


@each
def test_page_and_paper_draw_the_same_parts(name: str):
    for figure in all_spreads(name):
        drawn = set(draw_spreads(figure, 499).printed)
        shown = texts(draw(figure))
        for row in figure.rows:
            for part in row.parts:
                assert {str(part.people), part.label} <= drawn & shown
            assert f"Median {row.median}" in drawn & shown


@each
def test_the_parts_of_a_bar_fill_it_and_count_everybody(name: str):
    for figure in all_spreads(name):
        for row in figure.rows:
            assert (row.parts[0].start, row.parts[-1].end) == (0, 1)
            assert all(one.end == after.start for one, after in zip(row.parts, row.parts[1:], strict=False))
        assert len(figure.table().rows) == len(figure.rows)


def test_seven_people_are_seven_in_the_bar_and_in_the_table():
    figure = figures.spreads(two_groups(), SPLIT)
    assert figure is not None
    assert [(part.label, part.people, part.shade) for part in figure.rows[0].parts] == [("0", 2, 0), ("1", 3, 1), ("5", 2, 5)]
    assert figure.table().rows[0][1:3] == ("two at level 0, three at level 1 and two at level 5", "1")
    assert figure.caption.endswith("Three questions without an answer are left out.")


def test_one_row_alone_keeps_its_numbers_and_says_them_in_its_alternative_text():
    agenda = figures.agenda(two_groups())
    assert agenda is not None
    one = figures.alone(agenda, agenda.rows[0])
    assert one.alt.endswith("Two at level 0, three at level 1 and two at level 5.")
    assert (one.rows[0].parts, one.rows[0].label) == (agenda.rows[0].parts, "")


def test_a_narrow_part_keeps_its_number_and_loses_its_name_on_page_and_paper():
    figure = figures.spreads(two_groups(), SPLIT)
    assert figure is not None
    thin = figure.rows[0].parts[0].model_copy(update={"label": "100 %", "people": 9, "start": 0.0, "end": 0.01})
    narrow = figure.model_copy(update={"rows": (figure.rows[0].model_copy(update={"parts": (thin,)}),)})
    for said in (texts(draw(narrow)), draw_spreads(narrow, 499).printed):
        assert "9" in said
        assert "100 %" not in said


def test_where_nobody_can_be_compared_the_report_says_so_and_draws_nothing():
    here = nothing_applies()
    said = words(printed(here))
    assert "Three people answered, but no question by two of them with an answer to compare" in said
    assert "Talk about these" not in said
    assert figures.spreads(here, SPLIT) is None


def test_with_one_respondent_there_is_no_such_part():
    said = words(printed(case("mixed")))
    assert figures.agenda(case("mixed")) is None
    assert "THOSE WHO ANSWERED" not in said
    assert "Several people" not in said
