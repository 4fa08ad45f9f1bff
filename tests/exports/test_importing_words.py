"""What a file would do, told before it does it."""

from exports.words.importing import change_words, faults_finding, would
from tests.assessment.test_reading_import import ADOPTION, reading, rehearsed

THERE = (reading(ADOPTION, "2026-01", 50, source="Desk"), reading(ADOPTION, "2026-02", 52), reading(ADOPTION, "2025-12", 48))
ROWS = (
    f"{ADOPTION};2026-01;50;;",
    f"{ADOPTION};2026-02;53;;Counted again",
    f"{ADOPTION};2025-12;48;90;",
    f"{ADOPTION};2025-11;47;;",
    f"{ADOPTION};2025-10;46;;",
)


def test_all_that_would_happen_is_counted():
    assert would(rehearsed(*ROWS, there=THERE)) == (
        "Two readings are new, one reading replaces an earlier figure, "
        "one reading gets a new sample or source and one reading is there already"
    )
    assert would(rehearsed("x;2026;1;;")) == "No reading can be used"


def test_each_line_says_what_it_does():
    assert [change_words(change) for change in rehearsed(*ROWS, there=THERE).changes] == [
        "50 % is there already",
        "52 % becomes 53 %",
        "48 % is there already, its sample or source is new",
        "new: 47 %",
        "new: 46 %",
    ]


def test_lines_that_cannot_be_used_are_counted_once_each():
    assert faults_finding(rehearsed("x;y;1;;")) == "One line cannot be used, so nothing can be imported yet"
    assert faults_finding(rehearsed("x;y;1;;", "z;2026;1;;")) == "Two lines cannot be used, so nothing can be imported yet"
