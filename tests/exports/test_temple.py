"""Where the signature picture's shapes and words lie, and that paper draws them."""

from math import atan, degrees

import pytest

from exports import theme
from exports.figures.folding import breadth, folded
from exports.figures.temple import NARROW, WIDE, Format, Shape, stretched, temple
from exports.pdf import fonts
from exports.pdf.drawings import draw_signature
from exports.pdf.drawings.signature import INKS
from exports.pdf.paper import MEASURE
from tests.exports.besides import SIDES, case

FORMATS = (WIDE, NARROW, Format(MEASURE, 8.2, 29, 10))
every_form = pytest.mark.parametrize("form", FORMATS, ids=lambda form: str(round(form.width)))
every_case = pytest.mark.parametrize("name", SIDES)


def drums(name: str, form: Format, fill: str, edge: str) -> list[Shape]:
    return [s for s in temple(case(name), form).shapes if (s.fill, s.edge) == (fill, edge) and len(s.points) == 4]


def tilt(shape: Shape) -> float:
    """Degrees that the lower edge of a column's part is turned."""
    (left, low), (right, high) = shape.points[:2]
    return degrees(atan((high - low) / (right - left)))


@every_case
@every_form
def test_everything_lies_on_the_sheet_and_no_two_lines_on_each_other(name, form):
    drawn = stretched(case(name), form, max(temple(case(name), each).height for each in (WIDE, NARROW)))
    points = [point for shape in drawn.shapes for point in shape.points]
    assert all(-0.01 <= x <= form.width + 0.01 and -0.01 <= y <= drawn.height for x, y in points)
    for word in drawn.words:
        half = breadth(word.text) * word.size / 2
        assert word.at[0] - half >= 0
        assert word.at[0] + half <= form.width
    places = [word.at for word in drawn.words]
    assert len(set(places)) == len(places)


@every_form
def test_a_carried_pillar_stands_upright_and_a_leaning_one_turns_further_with_each_level(form):
    upright = [round(tilt(s), 3) for s in drums("all true", form, "current", "ground")]
    assert set(upright) == {0.0}
    turned = sorted({round(tilt(s), 2) for s in drums("four weak stones", form, "ground", "target")})
    assert turned == [4.7, 9.1, 13.5], "1, 3 and 5 levels: 2.5 degrees and 2.2 more for each"


@every_form
def test_a_pillar_is_solid_as_far_as_it_is_carried_and_hollow_above(form):
    """Carried 2 + 1 + 0, by points 3 + 4 + 5; with each a plinth, solid where anything is carried, and a hollow capital."""
    assert len(drums("four weak stones", form, "current", "ground")) == 2 + 1 + 2
    assert len(drums("four weak stones", form, "ground", "target")) == 1 + 3 + 5 + 1 + 3
    assert all(s.dashed for s in drums("four weak stones", form, "ground", "target"))


def test_a_plumb_line_hangs_beside_every_pillar_that_can_be_judged_and_a_question_mark_beside_the_others():
    for name, lines, marks in (("two lean", 3, 0), ("a stone is open", 2, 1), ("foundations not assessed", 0, 3), ("nothing built", 3, 0)):
        drawn = temple(case(name), WIDE)
        bobs = [s for s in drawn.shapes if s.fill == "ink"]
        assert (len(bobs), sum(word.text == "?" and word.size > WIDE.size for word in drawn.words)) == (lines, marks)


def test_each_plumb_line_is_vertical_and_marked_at_every_level():
    lines = [s.points for s in temple(case("all true"), WIDE).shapes if not s.closed]
    assert sum(a[0] == b[0] for a, b in lines) == 3
    assert sum(a[1] == b[1] for a, b in lines) == 3 * (1 + 5)


def test_only_stones_that_let_pillars_lean_are_cracked():
    for name, cracks in (("two lean", 2), ("four weak stones", 4), ("one practice waits", 0), ("all true", 0)):
        shapes = temple(case(name), WIDE).shapes
        assert sum(s.fill == "ground" and s.edge == "ink" for s in shapes) == cracks


def test_what_is_not_known_is_drawn_in_broken_lines():
    shapes = [s for s in temple(case("foundations not assessed"), WIDE).shapes if s.closed]
    assert all(s.dashed and s.fill == "ground" for s in shapes)


def test_an_estimate_is_one_shaft_without_levels():
    drawn = temple(case("quick pillars"), WIDE)
    assert sum(s.edge == "muted" for s in drawn.shapes) == 3 * 3
    assert not {word.text for word in drawn.words} & set("12345")


@every_case
def test_the_two_layouts_of_the_screen_are_about_equally_high(name):
    high = max(temple(case(name), form).height for form in (WIDE, NARROW))
    heights = [stretched(case(name), form, high).height for form in (WIDE, NARROW)]
    assert heights == pytest.approx([high, high], abs=40)


@every_case
def test_paper_prints_every_word_in_faces_and_colours_that_it_has(name):
    sheet = draw_signature(case(name), MEASURE)
    said = " ".join(sheet.printed)
    assert sheet.height < 460
    for column in case(name).columns:
        assert f"Index {column.index}" in sheet.printed
        assert all(word in said for word in column.title.split())
    for stone in (stone for course in case(name).courses for stone in course):
        assert stone.says in said
        assert all(word in said for word in stone.title.split())
        assert stone.needs in said


@every_case
def test_no_word_on_paper_is_wider_than_it_was_taken_for(name):
    form = FORMATS[2]
    for word in temple(case(name), form).words:
        face = fonts.SEMI if word.bold else fonts.REGULAR
        assert fonts.width(word.text, face) <= breadth(word.text) * 1.08 + 0.1


def test_all_that_is_drawn_has_a_colour_on_paper():
    for name in SIDES:
        drawn = temple(case(name), WIDE)
        used = {ink for s in drawn.shapes for ink in (s.fill, s.edge) if ink} | {word.ink for word in drawn.words}
        assert used <= set(INKS)
    assert INKS["level 5"] == theme.LEVELS[5]


def test_very_long_titles_are_folded_and_cut_and_the_table_has_them_whole():
    figure = case("two lean")
    long = (
        "Extraordinarily long-winded practice about Donaudampfschifffahrtsgesellschaftskapitänsmützen and everything beside it, twice over"
    )
    course = tuple(stone.model_copy(update={"title": long}) for stone in figure.courses[1])
    columns = tuple(column.model_copy(update={"title": long}) for column in figure.columns)
    loud = figure.model_copy(update={"columns": columns, "courses": (course, *figure.courses[1:])})
    for form in FORMATS:
        drawn = temple(loud, form)
        assert any(word.text.endswith("…") for word in drawn.words)
        assert all(breadth(word.text) * word.size <= form.width / 3 for word in drawn.words if word.text != loud.below)
    assert long in {row[0] for row in loud.table().rows}


def test_lines_are_about_as_long_as_each_other():
    assert folded("Human psychology and experience design", 20) == ["Human psychology and", "experience design"]
    assert folded("one", 10) == ["one"]
    assert folded("a b c d e f", 1.5, 2) == ["a b", "c…"]


def test_a_sheet_that_is_high_enough_leaves_the_columns_as_they_are():
    figure = case("two lean")
    plain = temple(figure, WIDE)
    assert stretched(figure, WIDE, plain.height).height == pytest.approx(plain.height)
    assert stretched(figure, WIDE, 10_000).height < plain.height * 1.5
