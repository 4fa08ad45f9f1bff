"""What the lines of a file come to: all that is wrong with them is said at once, with what to write instead."""

from datetime import date
from fractions import Fraction

import pytest

from assessment.model import OutcomeReading
from assessment.reading_file import LARGEST, MOST
from assessment.reading_import import Rehearsal, rehearsal, template
from questionnaires import library
from storage.row import new_id
from tests.cast import NOW

MEASURES = library.load("three-pillars").measures
TODAY = date(2026, 3, 2)
HEAD = "measure;period;value;sample;source"
ADOPTION = "self-service-adoption"


def reading(measure: str, period: str, value: object, **more: object) -> OutcomeReading:
    return OutcomeReading(id=new_id(), function_id=new_id(), measure=measure, period=period, value=value, entered_at=NOW, **more)


def rehearsed(*rows: str, there: tuple[OutcomeReading, ...] = (), head: str = HEAD) -> Rehearsal:
    return rehearsal("\n".join([head, *rows]).encode(), MEASURES, there, TODAY)


def faults(*rows: str, there: tuple[OutcomeReading, ...] = ()) -> list[tuple[int, str]]:
    return [(fault.line, fault.sentence) for fault in rehearsed(*rows, there=there).faults]


def test_a_line_becomes_a_reading_by_the_id_or_the_title_of_its_measure():
    would = rehearsed(f"{ADOPTION};2026-02;53.5;1200;Service desk", "  TIME to Resolution ; 2026-Q1 ; 11/2 ;;")
    first, second = would.changes
    assert (first.measure.id, first.measured.value, first.measured.sample, first.effect) == (ADOPTION, Fraction(107, 2), 1200, "new")
    assert (second.measure.id, second.measured.value, second.measured.sample) == ("time-to-resolution", Fraction(11, 2), None)
    assert (second.line, second.measured.source, would.faults) == (3, "", ())


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_columns_come_in_any_order_case_and_separator(separator: str):
    head = separator.join(["Source", "VALUE", " period", "Measure ", "Sample size"])
    row = separator.join(["Desk", "53", "2026-02", ADOPTION, "40"])
    (change,) = rehearsal(f"\ufeff{head}\r\n\r\n{row}\r\n".encode(), MEASURES, (), TODAY).changes
    assert (change.line, change.measured.source, change.measured.sample) == (3, "Desk", 40)


def test_sample_and_source_may_be_left_out():
    would = rehearsed(f"{ADOPTION},2026-02,53", head="measure,period,value")
    assert would.changes[0].measured.model_dump(include={"sample", "source"}) == {"sample": None, "source": ""}


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("self-service-adption;2026-02;53;;", "There is no measure “self-service-adption”. Did you mean self-service-adoption?"),
        ("Self service adoption;2026-02;53;;", "There is no measure “Self service adoption”. Did you mean self-service-adoption?"),
        ("zzz;2026-02;53;;", "There is no measure “zzz”. Write the id or the title of a measure of this page."),
        (";2026-02;53;;", "The measure is missing. Write the id or the title of a measure of this page."),
        (f"{ADOPTION};2026-2;53;;", "“2026-2” is no period. Write a year, a quarter or a month: 2026, 2026-Q3 or 2026-09."),
        (f"{ADOPTION};02/2026;53;;", "“02/2026” is no period. Write a year, a quarter or a month: 2026, 2026-Q3 or 2026-09."),
        (f"{ADOPTION};;53;;", "The period is missing. Write a year, a quarter or a month: 2026, 2026-Q3 or 2026-09."),
        (f"{ADOPTION};2026-04;53;;", "The period 2026-04 has not begun yet. Choose one that has."),
        (f"{ADOPTION};2026-02;;;", "The value is missing. Write a number such as 53.5."),
        (f"{ADOPTION};2026-02;53,5;;", "Write “53,5” with a point for decimals and nothing between thousands, such as 1253.5."),
        (f"{ADOPTION};2026-02;1,253;;", "Write “1,253” with a point for decimals and nothing between thousands, such as 1253.5."),
        (f"{ADOPTION};2026-02;53 %;;", "Write “53 %” as the number alone, without %."),
        (f"{ADOPTION};2026-02;nan;;", "“nan” is no number. Write one such as 53.5."),
        (f"{ADOPTION};2026-02;1_0;;", "“1_0” is no number. Write one such as 53.5."),
        (f"{ADOPTION};2026-02;٥٣;;", "“٥٣” is no number. Write one such as 53.5."),
        (f"{ADOPTION};2026-02;1e2;;", "“1e2” is no number. Write one such as 53.5."),
        (f"{ADOPTION};2026-02;100.1;;", "Self-service adoption lies between 0 and 100 %."),
        (
            f"{ADOPTION};2026-02;53;many;",
            "“many” is no sample size. Write how many were counted as a whole number such as 1200, or leave it empty.",
        ),
        (
            f"{ADOPTION};2026-02;53;0;",
            "“0” is no sample size. Write how many were counted as a whole number such as 1200, or leave it empty.",
        ),
        (
            f"{ADOPTION};2026-02;53;9999999999;",
            "A sample of “9999999999” is more than 2,000,000,000, the most that fits. Check the figure, or leave it empty.",
        ),
        (
            f"{ADOPTION};2026-02;53;{'9' * 5000};",
            f"A sample of “{'9' * 60}…” is more than 2,000,000,000, the most that fits. Check the figure, or leave it empty.",
        ),
        (
            f"{ADOPTION};2026-02;53",
            "This line has 3 cells, the first line names 5. "
            "Put a text that holds the separator into double quotes, and write decimals with a point.",
        ),
    ],
)
def test_each_fault_names_its_line_and_what_to_write(row: str, sentence: str):
    assert faults(f"{ADOPTION};2026-01;50;;", row) == [(3, sentence)]


def test_everything_that_is_wrong_is_said_at_once():
    said = faults("self-service-adption;2026-2;53,5;x;", f"{ADOPTION};2026-02;101;;", f"{ADOPTION};2026-02;50")
    assert [line for line, _ in said] == [2, 2, 2, 2, 3, 4]


def test_a_source_that_is_too_long_is_refused_with_its_line():
    assert faults(f"{ADOPTION};2026-02;53;;{'x' * 10_001}") == [
        (2, "This text has 10,001 characters; at most 10,000 fit. Shorten it or attach a link.")
    ]


def test_a_measure_and_period_stands_in_a_file_once():
    assert faults(f"{ADOPTION};2026-02;53;;", "Self-service adoption;2026-02;53;;") == [
        (3, "Line 2 has Self-service adoption for 2026-02 already. Keep one of the two.")
    ]


def test_a_text_may_hold_separators_quotes_and_line_breaks_and_lines_are_counted_as_an_editor_counts_them():
    would = rehearsed(f'{ADOPTION};2026-02;53;;"Desk; ""north""\nand south"', f"{ADOPTION};2026-01;x;;")
    assert would.changes[0].measured.source == 'Desk; "north"\nand south'
    assert would.faults[0].line == 4


def test_text_that_looks_like_a_formula_stays_text():
    assert rehearsed(f'{ADOPTION};2026-02;53;;"=HYPERLINK(""http://evil"")"').changes[0].measured.source == '=HYPERLINK("http://evil")'


def test_what_a_line_would_do_to_the_reading_that_is_there():
    there = (
        reading(ADOPTION, "2026-01", 50, source="Desk", sample=10),
        reading(ADOPTION, "2026-02", 52),
        reading("time-to-resolution", "2026-02", 8, source="Log"),
    )
    would = rehearsed(
        f"{ADOPTION};2026-01;50;;", f"{ADOPTION};2026-02;53;;Counted again", "time-to-resolution;2026-02;8;90;Log", there=there
    )
    assert [change.effect for change in would.changes] == ["same", "replaced", "completed"]
    assert [change.before for change in would.changes] == list(there)
    assert [change.line for change in would.of("replaced", "completed")] == [3, 4]


def test_a_differing_figure_without_a_source_is_refused():
    assert faults(f"{ADOPTION};2026-01;50;;", there=(reading(ADOPTION, "2026-01", 1253000, source="Desk"),)) == [
        (
            2,
            "Self-service adoption for 2026-01 is already recorded as 1253000 %, from Desk. "
            "Say where 50 % comes from; then it replaces the earlier figure, which stays in the history.",
        )
    ]


@pytest.mark.parametrize(
    ("raw", "line", "said"),
    [
        (b"", 1, "This file is empty. Let its first line name the columns: measure, period, value, sample, source."),
        (b"\n  \n", 1, "This file is empty."),
        (HEAD.encode(), 1, "There is no reading below the names of the columns."),
        (b"measure;period\nx;y", 1, "The first line has no column value. Let it name the columns"),
        (f"{ADOPTION};2026-02;53;;".encode(), 1, "The first line has no column measure, period, value."),
        (b"measure;period;value;sauce\n", 1, "There is no column “sauce”. Did you mean source?"),
        (b"measure;period;value;zzz\n", 1, "There is no column “zzz”. Delete it."),
        (b"measure;period;value;Value\n", 1, "Two columns are called value. Keep one of them."),
        (HEAD.encode() + b"\nx;2026;1;;K\xf6ln", 2, "This is not UTF-8 text. Save the table as “CSV UTF-8”."),
        (HEAD.encode("utf-16"), 1, "This is not UTF-8 text."),
        (HEAD.encode() + b'\na;b;c;d;e\n"x', 3, "The quotes do not match from here on."),
        (HEAD.encode() + b'\n"' + b"x" * 200_000 + b'"', 2, "A cell of this line holds more than 131,072 characters."),
        (HEAD.encode("utf-16-le"), 1, "This is UTF-16 text. Save the table as “CSV UTF-8”."),
        (HEAD.encode("utf-16-be"), 1, "This is UTF-16 text."),
        (b"sep=;\n" + HEAD.encode(), 1, "This line is a note to Excel about the separator. Delete it"),
        (b"sep=,\r\n" + HEAD.encode(), 1, "This line is a note to Excel"),
        (b"x" * (LARGEST + 1), 1, "This file is larger than 1 MB. Split it."),
        (HEAD.encode() + b"\na;2026;1;;" * (MOST + 1), MOST + 2, "This file has 5,001 readings; at most 5,000 fit. Split it."),
    ],
)
def test_a_file_that_cannot_be_read_says_why_and_what_to_do(raw: bytes, line: int, said: str):
    would = rehearsal(raw, MEASURES, (), TODAY)
    assert would.changes == ()
    (fault,) = would.faults
    assert fault.line == line
    assert fault.sentence.startswith(said)


def test_what_was_written_is_shown_short_and_without_control_characters():
    ((_, sentence),) = faults(f"{ADOPTION};2026-02;\x1b[31m{'9' * 100}x;;")
    assert sentence == f"“ [31m{'9' * 55}…” is no number. Write one such as 53.5."


def test_the_template_can_be_imported_as_it_is():
    would = rehearsal(template(MEASURES, "2026-02").encode(), MEASURES, (), TODAY)
    assert (len(would.changes), would.faults) == (2, ())
