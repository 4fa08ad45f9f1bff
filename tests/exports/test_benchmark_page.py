"""The benchmark in the report says what the page says, draws the same tiles, and is left out where nothing is answered."""

import pytest

from exports.figures import aim_rows, side_by_side
from exports.pdf.drawings import draw_side_by_side
from exports.words.benchmark import LEAD, NO_PREVIOUS, benchmark_decision, benchmark_finding
from exports.words.index import change_words
from exports.words.references import CAPTION, NONE_FITS, figure_words, own_words, people_words, reported
from exports.words.sisters import ALONE, sister_words, unready_words
from exports.words.targets import HOW_SURE, ONE_PERSON, sure_finding
from improvement.benchmark_model import Unready
from improvement.standing_model import Standing
from tests.exports.compared import ahead, behind, beside, profile
from tests.exports.paper import bytes_of, printed, words
from tests.exports.several import two_fives
from tests.exports.standings import case, full, previous
from tests.ui.test_charts import draw, texts


def benchmark(here: Standing) -> str:
    """The benchmark part of the report."""
    return words(printed(here)).partition(" BENCHMARK ")[2].partition(" POSTURE ")[0] or words(printed(here))


def compared() -> Standing:
    here = beside({"HR": ahead, "Facilities": behind}, Unready(function="Legal", begun=None))
    return here.model_copy(update={"previous": previous(here), "target_profiles": (profile(),)})


def test_the_report_says_what_the_page_says():
    here, text = compared(), benchmark(compared())
    said = [benchmark_finding(here), LEAD, benchmark_decision(here), ONE_PERSON, change_words(here.previous), CAPTION]
    said += [sister_words(here, one) for one in here.sisters.compared] + [unready_words(one) for one in here.sisters.unready]
    said += [side_by_side(here).title, side_by_side(here).caption]
    assert [sentence for sentence in said if sentence not in text] == []


def test_every_published_figure_stands_there_with_its_year_and_people():
    text = benchmark(full())
    for one, figures in reported(full()):
        assert f"{one.measure.title}. {own_words(one)}." in text
        assert [figure_words(figure) for figure in figures if figure_words(figure) not in text or people_words(figure) not in text] == []


def test_where_several_answered_each_gap_says_whether_it_could_be_chance():
    here = two_fives()
    text = benchmark(here)
    assert sure_finding(here) in text
    assert HOW_SURE in text
    assert [row for row in aim_rows(here) if " ".join(row[1:]) not in text] == []


def test_what_cannot_be_compared_says_so_and_how_to_get_it():
    text = benchmark(case("mixed").model_copy(update={"previous": None}))
    assert NO_PREVIOUS in text
    assert ALONE in text
    bare = case("mixed").questionnaire.model_copy(update={"measures": (), "gates": ()})
    assert NONE_FITS in benchmark(case("mixed").model_copy(update={"questionnaire": bare, "claims": (), "readings": ()}))


def test_nothing_answered_is_not_compared():
    assert "BENCHMARK" not in words(bytes_of("empty")).replace("MATURITY BENCHMARK", "")


@pytest.mark.parametrize("mode", ["full", "quick"])
def test_page_and_paper_draw_the_same_tiles(mode: str):
    figure = side_by_side(beside({"HR": ahead, "Facilities": behind}, mode=mode))
    wanted = {cell.text for row in figure.rows for cell in row.cells} | {row.ahead for row in figure.rows}
    assert wanted - {""} <= set(draw_side_by_side(figure, 499).printed) & texts(draw(figure))
    assert figure.table().headers == ("Practice", "IT (this one)", "HR", "Facilities", "Ahead")


def test_a_function_with_a_long_name_is_cut_and_not_printed_over_the_next():
    here = beside({"The department of human resources and internal communication": ahead})
    assert any(text.endswith("…") for text in draw_side_by_side(side_by_side(here), 499).printed)
