"""A file of readings as lines of named cells, or what has to be written instead. Pure."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from questionnaires.messages import closest

COLUMNS = ("measure", "period", "value", "sample", "source")
REQUIRED = COLUMNS[:3]
LARGEST, MOST = 1_000_000, 5_000
_SAME = {"sample size": "sample"}
_SEPARATORS = ",;\t"
_QUOTES = 'The quotes do not match from here on. Write a quote inside a text twice: "so ""called"".".'
_LONG = f"A cell of this line holds more than {csv.field_size_limit():,} characters. Shorten it, or close the quote that it begins with."


class Fault(NamedTuple):
    """What is wrong with a line, and what to write instead; the file's first line is 1."""

    line: int
    sentence: str


class Line(NamedTuple):
    """One reading as written, by column; blanks around a cell are gone."""

    number: int
    cells: Mapping[str, str]


class Unreadable(ValueError):
    """Nothing more can be told of the file."""

    def __init__(self, line: int, sentence: str) -> None:
        super().__init__(sentence)
        self.fault = Fault(line, sentence)


def lines(raw: bytes) -> tuple[list[Line], list[Fault]]:
    """The lines below the header, and every fault of the file's form."""
    try:
        names, rows = _table(list(_rows(_text(raw))))
    except Unreadable as error:
        return [], [error.fault]
    good = [Line(number, dict(zip(names, row, strict=True))) for number, row in rows if len(row) == len(names)]
    return good, [_width(number, row, names) for number, row in rows if len(row) != len(names)]


def shown(text: str) -> str:
    """What somebody wrote, short and printable, in quotes."""
    kept = "".join(c if c.isprintable() else " " for c in text[:60])
    return f"“{kept}{'…' if len(text) > len(kept) else ''}”"


def _text(raw: bytes) -> str:
    if len(raw) > LARGEST:
        raise Unreadable(1, "This file is larger than 1 MB. Split it.")
    if b"\0" in raw[:2]:
        raise Unreadable(1, "This is UTF-16 text. Save the table as “CSV UTF-8”.")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise Unreadable(line, "This is not UTF-8 text. Save the table as “CSV UTF-8”.") from error


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not blank with the number of its first line."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    before = 0
    try:
        for row in reader:
            cells = [cell.strip() for cell in row]
            if any(cells):
                yield before + 1, cells
            before = reader.line_num
    except csv.Error as error:
        raise Unreadable(before + 1, _LONG if "field larger" in str(error) else _QUOTES) from error


def _separator(text: str) -> str:
    """The one that parts the first line into most known names."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(_SEPARATORS, key=lambda separator: sum(_name(cell) in COLUMNS for cell in first.split(separator)))


def _table(rows: list[tuple[int, list[str]]]) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The names of the columns, and the rows below them."""
    if not rows:
        raise Unreadable(1, f"This file is empty. Let its first line name the columns: {', '.join(COLUMNS)}.")
    (at, header), *rest = rows
    names = _names(at, header)
    if not rest:
        raise Unreadable(at, "There is no reading below the names of the columns. Write one on each line.")
    if len(rest) > MOST:
        raise Unreadable(rest[MOST][0], f"This file has {len(rest):,} readings; at most {MOST:,} fit. Split it.")
    return names, rest


def _name(cell: str) -> str:
    plain = cell.strip().strip('"').strip().casefold()
    return _SAME.get(plain, plain)


def _names(at: int, header: Sequence[str]) -> list[str]:
    names = [_name(cell) for cell in header]
    if names[0].startswith("sep="):
        raise Unreadable(at, "This line is a note to Excel about the separator. Delete it, so that the names of the columns come first.")
    missing = [name for name in REQUIRED if name not in names]
    if missing:
        raise Unreadable(at, f"The first line has no column {', '.join(missing)}. Let it name the columns: {', '.join(COLUMNS)}.")
    for name in names:
        if name not in COLUMNS:
            meant = closest(name, COLUMNS)
            raise Unreadable(at, f"There is no column {shown(name)}. {f'Did you mean {meant}?' if meant else 'Delete it.'}")
        if names.count(name) > 1:
            raise Unreadable(at, f"Two columns are called {name}. Keep one of them.")
    return names


def _width(number: int, row: Sequence[str], names: Sequence[str]) -> Fault:
    asked = "Put a text that holds the separator into double quotes, and write decimals with a point."
    return Fault(number, f"This line has {len(row)} cells, the first line names {len(names)}. {asked}")
