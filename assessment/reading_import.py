"""What the lines of a file would do to a function's readings, and everything that is wrong with them at once. Pure."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import TypeVar

from assessment.model import LARGEST_SAMPLE, Measured, OutcomeReading
from assessment.periods import UnknownPeriod, is_period
from assessment.reading_file import COLUMNS, Fault, Line, lines, shown
from assessment.recording import Effect, RefusedReading, effect, require_plausible
from ground.text import plain
from ground.value import Value, exact
from questionnaires.messages import closest
from questionnaires.model import Measure

T = TypeVar("T")
_WHOLE = re.compile(r"\d{1,12}", re.ASCII)
_DIGITS = 40
"""As many of a sample's digits tell that it is too large."""
_HINTS = 100
"""Unknown measures for which the closest known name is looked for: more would take long in a file of nothing but faults."""


class Change(Value):
    """What one line would do."""

    line: int
    measure: Measure
    measured: Measured
    effect: Effect
    before: OutcomeReading | None
    """The reading of that period as it is now."""


class Rehearsal(Value):
    """What a file would do; with a single fault it may do nothing."""

    changes: tuple[Change, ...]
    faults: tuple[Fault, ...]
    """By line."""

    def of(self, *effects: Effect) -> tuple[Change, ...]:
        """The changes with one of these effects."""
        return tuple(change for change in self.changes if change.effect in effects)


def template(measures: Sequence[Measure], period: str) -> str:
    """A file to start from: the names of the columns, and a line for each of the first two measures."""
    example = [f"{measure.id};{period};{rest};Service desk" for measure, rest in zip(measures, ("53.5;1200", "72;402"), strict=False)]
    return "\n".join([";".join(COLUMNS), *example])


def rehearsal(raw: bytes, known: Sequence[Measure], there: Sequence[OutcomeReading], day: date) -> Rehearsal:
    """Each line against the measures known, the readings there are, and the day."""
    desk = _Desk(known, there, day)
    written, faults = lines(raw)
    changes = [change for line in written if (change := desk.take(line))]
    return Rehearsal(changes=tuple(changes), faults=tuple(sorted([*faults, *desk.faults], key=lambda fault: fault.line)))


class _Desk:
    """Where line after line is looked at: what is known, what was taken, what was refused."""

    def __init__(self, known: Sequence[Measure], there: Sequence[OutcomeReading], day: date) -> None:
        self.faults: list[Fault] = []
        self._day = day
        self._known: Mapping[str, Measure] = {m.title.casefold(): m for m in known} | {m.id: m for m in known}
        self._names = tuple(self._known)
        self._there = {(reading.measure, reading.period): reading for reading in there}
        self._taken: dict[tuple[str, str], int] = {}
        self._hints = _HINTS

    def take(self, line: Line) -> Change | None:
        """What the line would do; None, and its faults kept, where it cannot."""
        cells = line.cells
        measure = self._tried(line, lambda: self._measure(cells["measure"]))
        period = self._tried(line, lambda: _period(cells["period"]))
        value = self._tried(line, lambda: _value(cells["value"]))
        sample = self._tried(line, lambda: _sample(cells.get("sample", "")))
        source = self._tried(line, lambda: plain(cells.get("source", "")))
        if measure is None or period is None or value is None or sample is None or source is None:
            return None
        measured = Measured(value=value, period=period, sample=sample or None, source=source)
        return self._tried(line, lambda: self._change(line.number, measure, measured))

    def _tried(self, line: Line, read: Callable[[], T]) -> T | None:
        try:
            return read()
        except (ValueError, RefusedReading, UnknownPeriod) as error:
            self.faults.append(Fault(line.number, str(error)))
            return None

    def _change(self, line: int, measure: Measure, measured: Measured) -> Change:
        place = (measure.id, measured.period)
        if place in self._taken:
            raise RefusedReading(f"Line {self._taken[place]} has {measure.title} for {measured.period} already. Keep one of the two.")
        self._taken[place] = line
        require_plausible(measure, measured, self._day)
        there = self._there.get(place)
        return Change(line=line, measure=measure, measured=measured, effect=effect(measure, there, measured), before=there)

    def _measure(self, cell: str) -> Measure:
        known = self._known.get(cell) or self._known.get(cell.casefold())
        if known is None:
            raise ValueError(f"{_unknown(cell)} {self._hint(cell)}")
        return known

    def _hint(self, cell: str) -> str:
        self._hints -= 1
        meant = closest(cell.casefold(), self._names) if self._hints >= 0 else None
        return f"Did you mean {self._known[meant].id}?" if meant else "Write the id or the title of a measure of this page."


def _unknown(cell: str) -> str:
    return f"There is no measure {shown(cell)}." if cell else "The measure is missing."


def _period(cell: str) -> str:
    if not is_period(cell):
        said = f"{shown(cell)} is no period." if cell else "The period is missing."
        raise ValueError(f"{said} Write a year, a quarter or a month: 2026, 2026-Q3 or 2026-09.")
    return cell


def _value(cell: str) -> Fraction:
    if not cell:
        raise ValueError("The value is missing. Write a number such as 53.5.")
    if "," in cell:
        raise ValueError(f"Write {shown(cell)} with a point for decimals and nothing between thousands, such as 1253.5.")
    if cell.endswith("%"):
        raise ValueError(f"Write {shown(cell)} as the number alone, without %.")
    try:
        return exact(cell)
    except ValueError:
        raise ValueError(f"{shown(cell)} is no number. Write one such as 53.5.") from None


def _sample(cell: str) -> int:
    """0 where nothing is written."""
    if not cell:
        return 0
    if cell.isascii() and cell.isdecimal() and int(cell[:_DIGITS]) > LARGEST_SAMPLE:
        raise ValueError(
            f"A sample of {shown(cell)} is more than {LARGEST_SAMPLE:,}, the most that fits. Check the figure, or leave it empty."
        )
    if not _WHOLE.fullmatch(cell) or not int(cell):
        raise ValueError(f"{shown(cell)} is no sample size. Write how many were counted as a whole number such as 1200, or leave it empty.")
    return int(cell)
