"""Text, blocks, tables and drawings: broken, cut and placed."""

from io import BytesIO
from itertools import pairwise

import pytest
from reportlab.pdfgen.canvas import Canvas

from exports import figures
from exports.pdf import bidi, drawings, fonts, style
from exports.pdf.block import Anchor, Columns, Picture, Rule, Shade, Space, Stack, stacked
from exports.pdf.drawings.ink import CELL, Sheet, shortened, some_lines, two_lines
from exports.pdf.grid import Grid
from exports.pdf.pages.prose import prose
from exports.pdf.paper import FOOT, MEASURE, TOP, Paper
from exports.pdf.parts import KeyFigure, bullets, heading, long_text, para, title, together
from exports.pdf.text import Strong, Text
from exports.words.measures import followed
from tests.exports.small import GOOD, answered
from tests.exports.standings import case


def lines(text: Text, width: float) -> list[str]:
    return [" ".join("".join(piece.text for piece in word.pieces) for word in line) for line in text.lines(width)]


def test_a_paragraph_breaks_between_words_and_keeps_its_own_line_breaks():
    assert lines(para("one two three"), 40) == ["one two", "three"]
    assert lines(para("one\ntwo"), 400) == ["one", "two"]


def test_a_part_that_stands_out_is_glued_to_what_touches_it():
    (line,) = para(Strong("Done when: "), "it is ", Strong("there"), ".").lines(400)
    assert [[(p.face, p.text) for p in word.pieces] for word in line][-1] == [(fonts.BOLD, "there"), (fonts.REGULAR, ".")]


def test_a_number_is_never_parted_from_its_per_cent_sign():
    assert lines(para("about 85 % of them"), 30)[1].startswith("85\u00a0%")


def test_a_word_wider_than_its_line_is_chopped_to_fit():
    broken = lines(para("x" * 300), 50)
    assert "".join(broken) == "x" * 300
    assert all(fonts.width(line, fonts.REGULAR) * style.BODY.size <= 50 for line in broken)


def test_a_line_too_narrow_for_any_letter_still_ends():
    assert lines(para("abc"), 1) == ["a", "b", "c"]


def test_an_empty_paragraph_has_one_line():
    assert para("").height(100) == style.BODY.leading


def test_a_paragraph_is_cut_with_two_lines_on_each_side_at_least():
    text = para("word " * 60)
    whole = len(text.lines(100))
    head, rest = text.cut(100, style.BODY.leading * 3.5) or (None, None)
    assert (len(head.lines(100)), len(rest.lines(100))) == (3, whole - 3)
    assert head.after == 0
    assert text.cut(100, style.BODY.leading * 1.5) is None
    assert para("a b").cut(100, 1000) is None


def test_long_texts_become_paragraphs_of_bounded_length():
    parts = long_text("x" * 4_500 + "\n\n  \ny")
    assert [len(part.parts[0]) for part in parts] == [2_000, 2_000, 500, 1]
    assert long_text("") == ()


def test_a_run_falls_back_for_the_letters_its_face_lacks():
    assert fonts.runs("plain", fonts.REGULAR) == (fonts.Run(fonts.REGULAR, "plain"),)
    faces = [run.face for run in fonts.runs("a א 😀", fonts.REGULAR)]
    assert faces == [fonts.REGULAR, "NotoSansHebrew-Regular", fonts.REGULAR, "NotoEmoji-Regular"]


def test_what_no_face_has_is_marked_and_joiners_are_left_out():
    assert "".join(run.text for run in fonts.runs("漢\u200d\ufe0f!", fonts.REGULAR)) == "[U+6F22]!"
    assert "".join(run.text for run in fonts.runs("a\u2003b", fonts.REGULAR)).replace("\u2003", " ") == "a b"


def test_the_width_of_a_text_is_that_of_its_runs():
    assert fonts.width("ab", fonts.REGULAR) == pytest.approx(fonts.width("a", fonts.REGULAR) + fonts.width("b", fonts.REGULAR))


def test_arabic_is_joined_and_put_in_the_order_of_the_eye():
    assert bidi.joined("مرحبا") != "مرحبا"
    assert bidi.visual("abc שלום") == "abc םולש"
    assert bidi.starts_right("שלום abc")
    assert not bidi.starts_right("abc שלום")
    assert not bidi.starts_right("123")
    assert para("שלום abc").right_to_left


def test_a_title_takes_two_lines_at_most_and_balances_them():
    short, long = title("One two three"), title("A finding of many words " * 5)
    assert short.style.size == style.TITLE.size
    assert long.style.size < style.TITLE.size
    assert len(long.lines(MEASURE)) <= 2
    assert title("word " * 200).style.size == 15


def test_markdown_becomes_paragraphs_and_items_without_its_marks():
    blocks = prose("Begin **here**\nnow.\n\n- One `thing`.\n- Two.\n\n1. Three")
    assert [block.parts[0] for block in blocks] == ["Begin here now.", "One thing.", "Two.", "Three"]
    assert len({type(block) for block in blocks}) == 2


def pen() -> Canvas:
    fonts.load(fonts.REGULAR)
    return Canvas(BytesIO(), initialFontName=fonts.REGULAR)


def grid(rows: int) -> Grid:
    return Grid(head=("A", "B"), widths=(1, 2), rows=[[para(str(i)), para("word " * 9)] for i in range(rows)], right=frozenset({1}))


def test_a_table_is_cut_between_rows_and_repeats_its_head():
    table = grid(9)
    high = table.height(200)
    head, rest = table.cut(200, high / 2) or (None, None)
    assert (len(head.rows) + len(rest.rows), head.head) == (9, rest.head)
    assert head.height(200) <= high / 2
    assert table.cut(200, 10) is None
    assert table.cut(200, high) is None


def test_a_table_leaves_no_last_row_alone_on_the_next_page():
    table = grid(9)
    high = table.height(200)
    head, rest = table.cut(200, high - 1) or (None, None)
    assert (len(head.rows), len(rest.rows)) == (7, 2)
    head, rest = grid(2).cut(200, grid(2).height(200) - 1) or (None, None)
    assert (len(head.rows), len(rest.rows)) == (1, 1)


def test_what_fits_a_page_stays_together_and_what_does_not_may_break():
    small, large = (Space(size=5), Space(size=9)), (Space(size=500), Space(size=500))
    assert [block.height(MEASURE) for block in together(*small)] == [14]
    assert together(*large) == large


def test_blocks_know_their_height_and_leave_out_the_last_space():
    assert stacked((), 100) == 0
    assert stacked((Space(size=5, after=3), Space(size=5, after=3)), 100) == 13
    assert Stack(blocks=(Space(size=5),)).height(100) == 5
    assert Columns(stacks=[[Space(size=5)], [Space(size=9)]], widths=[1, 1]).height(100) == 9
    assert Shade(blocks=(Space(size=5),)).height(100) > 5
    assert (Anchor().height(9), Picture().height(9), Rule(weight=2).height(9)) == (0, 0, 2)


@pytest.mark.parametrize("block", [Space(size=5), Rule(), Picture(), bullets(["a"])[0], KeyFigure(number="1")])
def test_what_belongs_together_is_never_cut(block):
    assert block.cut(100, 1) is None
    block.draw(pen(), 0, 100, 100)


def test_a_range_as_a_key_figure_is_set_smaller():
    KeyFigure(number="100000–200000", unit="of 100", label="Index", note="between", warns=True).draw(pen(), 0, 100, 60)


def paper() -> Paper:
    made = Paper(BytesIO(), "line")
    made.cover()
    made.new_page()
    return made


def test_a_heading_never_stands_alone_at_the_foot_of_a_page():
    sheet = paper()
    sheet.flow([Space(size=TOP - FOOT - 20), heading("Head"), para("word " * 30)])
    assert sheet.top < TOP - 20
    assert len(read_pages(sheet)) == 3


def test_what_is_higher_than_a_page_and_not_to_be_cut_is_drawn_all_the_same():
    sheet = paper()
    sheet.flow([para("before"), Space(size=2_000), para("after")])
    assert len(read_pages(sheet)) == 4


def test_a_heading_at_the_very_end_is_printed():
    sheet = paper()
    sheet.flow([heading("The end")])
    assert not sheet.is_fresh


def read_pages(sheet: Paper) -> list[str]:
    from pypdf import PdfReader  # noqa: PLC0415 - for these two tests only

    out = sheet.pen._filename
    sheet.save()
    return [page.extract_text() for page in PdfReader(BytesIO(out.getvalue())).pages]


def test_a_section_starts_below_where_there_is_room_and_else_on_a_new_page():
    sheet = paper()
    sheet.section([Space(size=100)])
    sheet.section([Space(size=100)], least=150)
    assert sheet.top == pytest.approx(TOP - 226)
    sheet.section([Space(size=100)], least=TOP)
    assert sheet.top == pytest.approx(TOP - 100)


def test_text_too_wide_for_its_place_ends_in_an_ellipsis():
    assert shortened("short", CELL, 100) == "short"
    assert shortened("a long text indeed", CELL, 40).endswith("…")
    assert two_lines("a long text indeed and more of it", CELL, 60)[0] == "a long text"
    assert len(two_lines("x" * 99, CELL, 60)) == 1
    assert some_lines("a long text indeed and more of it", CELL, 60, 3) == ("a long text", "indeed and more", "of it")
    assert some_lines("a long text indeed and more of it", CELL, 60, 1) == (shortened("a long text indeed and more of it", CELL, 60),)


def test_drawings_print_what_their_figures_say():
    here = case("mixed")
    heat = drawings.draw_heatmap(figures.heatmap(here), MEASURE)
    assert {"1 Performed", "Index", "Level", "67", "50.0", "Leadership mindset"} <= set(heat.printed)
    bell = drawings.draw_dumbbell(figures.dumbbell(here), MEASURE)
    assert {"Today", "Target", "+3", "Run as a product"} <= set(bell.printed)
    assert {"Today 41", "Previous 17"} <= set(drawings.draw_strip(figures.index_strip(here), MEASURE).printed)
    assert {"Reactive", "Proactive"} <= set(drawings.draw_posture(figures.posture_axes(here), MEASURE).printed)
    assert {"44 %", "60 %"} <= set(drawings.draw_bullets(figures.bullets(here), MEASURE).printed)
    small = drawings.draw_trend(figures.trends(followed(here), here.today)[0], 150)
    assert {"Self-service adoption", "44 %", "Target 60 %", "0", "100", "2026"} <= set(small.printed)
    assert "Target 3" in drawings.draw_level_bar(figures.level_bar(here, "autonomy"), 300).printed
    assert "1 of 5" in drawings.draw_bars(figures.bars(here, "autonomy"), 200).printed
    assert {"60.0", "8.5"} <= set(drawings.draw_pillars(figures.pillars(here), MEASURE).printed)
    assert {"Run as a product", "Today", "Target"} <= set(drawings.draw_radar(figures.radar(here), 500, 400).printed)
    assert {"At least", "At most"} <= set(drawings.draw_radar(figures.radar(case("incomplete")), 500, 400).printed)
    slope = drawings.draw_slope(figures.slope(here), MEASURE, 200)
    assert "Autumn 2025" in slope.printed


def test_labels_of_a_slope_never_touch():
    from exports.pdf.drawings.slope import APART, _spread  # noqa: PLC0415 - a private rule worth its own test

    places = sorted(_spread([10.0, 10.0, 11.0, 50.0]))
    assert min(b - a for a, b in pairwise(places)) >= APART - 1e-9
    assert _spread([]) == []


def test_labels_that_collide_stay_centred_on_their_ends_and_inside_the_drawing():
    from exports.pdf.drawings.slope import APART, _spread  # noqa: PLC0415 - a private rule worth its own test

    assert _spread([30.0, 100.0, 30.0]) == [30 - APART / 2, 100.0, 30 + APART / 2]
    assert _spread([4.0, 4.0], bottom=4.0, top=60.0) == [4.0, 4.0 + APART]
    assert _spread([60.0, 60.0], bottom=4.0, top=60.0) == [60.0 - APART, 60.0]


def test_a_radar_needs_three_axes():
    small = drawings.draw_radar(figures.radar(answered(GOOD)), 500, 400)
    assert small.printed == []


def test_a_target_at_the_end_of_the_scale_is_named_on_its_left():
    bar = figures.level_bar(answered(GOOD), "every")
    assert "Target 3" in drawings.draw_level_bar(bar, 300).printed


def test_arabic_labels_are_drawn_in_the_order_of_the_eye():
    sheet = Sheet(100, 20)
    sheet.words((0, 0), "שלום")
    sheet.words((0, 0), "")
    assert sheet.printed == ["שלום"]
    sheet.draw(pen(), 0, 0)
