"""One measure over time: its readings at the ends of their periods, with the line it aims at."""

import math
from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from itertools import chain, product

from assessment.followed import Followed, State
from assessment.periods import period_ends
from exports.figures.value import Figure, Table, number
from exports.words.followed import aimed, trend_finding, value
from exports.words.numbers import counted, day, month_name, plain, start
from ground.value import Value

_TICKS = 5
_STEPS = tuple(chain((1, 3, 6), (12 * digit * 10**power for power, digit in product(range(4), (1, 2, 5)))))
"""Months between two marks of the time axis."""
_LEAST = 150
"""Days that the axis shows at least: one reading alone stands at its right end."""


class Dot(Value):
    """One reading."""

    period: str
    at: int
    """The day its period ends, counted from year 1."""
    value: float
    text: str
    note: str
    """Sample and source."""


class Mark(Value):
    """Where an axis carries a label."""

    at: float
    text: str


class Trend(Figure):
    """One measure's readings on a time axis; months, quarters and years stand at their period's last day."""

    name: str
    dots: tuple[Dot, ...]
    target: float | None
    target_text: str
    missed: bool
    """The newest reading is short of the target."""
    first: int
    last: int
    low: float
    high: float
    times: tuple[Mark, ...]
    levels: tuple[Mark, ...]

    def table(self) -> Table:
        """Period, reading, sample and source."""
        return Table(("Period", "Reading", "Sample and source"), tuple((d.period, d.text, d.note) for d in reversed(self.dots)))


def trend(followed: Followed, today: date, span: tuple[int, int] | None = None) -> Trend | None:
    """None without a reading. `span`: first and last day of an axis that several share."""
    if not followed.readings:
        return None
    title, (first, last) = trend_finding(followed), span or spanned([followed])
    levels = _levels(followed)
    return Trend(
        title=title,
        caption=f"{start(counted(len(followed.readings), 'reading'))} as recorded, as of {day(today)}. {aimed(followed)}.",
        alt=f"{followed.measure.title}. {title}. {aimed(followed)}.",
        name=followed.measure.title,
        dots=_dots(followed),
        target=number(followed.target),
        target_text="" if followed.target is None else aimed(followed),
        missed=followed.state is State.SHORT,
        first=first,
        last=last,
        low=float(levels[0]),
        high=float(levels[-1]),
        times=_times(date.fromordinal(first), date.fromordinal(last)),
        levels=tuple(Mark(at=float(level), text=plain(level, 8)) for level in levels),
    )


def trends(followed: Sequence[Followed], today: date) -> tuple[Trend, ...]:
    """Those with a reading, all on one time axis, so that they can be compared at a glance."""
    read = [one for one in followed if one.readings]
    drawn = (trend(one, today, spanned(read)) for one in read)
    return tuple(one for one in drawn if one)


def spanned(followed: Sequence[Followed]) -> tuple[int, int]:
    """The days from shortly before the first reading to the last."""
    ends = [period_ends(reading.period).toordinal() for one in followed for reading in one.readings]
    length = max(max(ends) - min(ends), _LEAST)
    return max(1, max(ends) - length - length // 16), max(ends)


def _dots(followed: Followed) -> tuple[Dot, ...]:
    return tuple(
        Dot(
            period=reading.period,
            at=period_ends(reading.period).toordinal(),
            value=float(reading.value),
            text=value(followed.measure, reading.value),
            note=", ".join(part for part in (f"n = {reading.sample:,}" if reading.sample else "", reading.source) if part),
        )
        for reading in followed.readings
    )


def _levels(followed: Followed) -> list[Fraction]:
    """The whole of a share, 0 to 100; of anything else from nothing to above the largest, in round steps."""
    measure, read = followed.measure, [reading.value for reading in followed.readings]
    drawn = [Fraction(0), *read, *([followed.target] if followed.target is not None else [])]
    if measure.minimum == 0 and measure.maximum == 100:
        drawn += [Fraction(100)]
    low, high = min(drawn), max(drawn)
    step = _round_step((high - low) / 4 or Fraction(1))
    return [step * at for at in range(math.floor(low / step), math.ceil(high / step) + 1)] if high > low else [Fraction(0), step]


def _round_step(least: Fraction) -> Fraction:
    """The next of 1, 2, 2.5 and 5, times a power of ten."""
    power = Fraction(10) ** math.floor(math.log10(least))
    return next(power * digit for digit in (Fraction(1), Fraction(2), Fraction(5, 2), Fraction(5), Fraction(10)) if power * digit >= least)


def _times(first: date, last: date) -> tuple[Mark, ...]:
    """First days of months, a few of them; January bears its year alone."""
    begins, ends = first.year * 12 + first.month, last.year * 12 + last.month - 1
    step = next((step for step in _STEPS if ends // step - (begins - 1) // step <= _TICKS), _STEPS[-1])
    months = range(-(-begins // step) * step, ends + 1, step)
    return tuple(Mark(at=date(m // 12, m % 12 + 1, 1).toordinal(), text=_month(m, alone=i == 0)) for i, m in enumerate(months))


def _month(number: int, *, alone: bool) -> str:
    year, at = divmod(number, 12)
    if at == 0:
        return str(year)
    return f"{month_name(at + 1)} {year}" if alone else month_name(at + 1)
