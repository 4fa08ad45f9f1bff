"""The period of a reading as days. Pure."""

from calendar import monthrange
from datetime import date

from pydantic import TypeAdapter, ValidationError

from ground.errors import PlumblineError
from questionnaires.answer import Period

_WRITTEN: TypeAdapter[Period] = TypeAdapter(Period)


class UnknownPeriod(PlumblineError):
    """Not a year, a quarter or a month."""


def is_period(text: str) -> bool:
    """Whether it is written as one."""
    try:
        _WRITTEN.validate_python(text)
    except ValidationError:
        return False
    return True


def period_starts(period: str) -> date:
    """The first day of a year (2026), a quarter (2026-Q3) or a month (2026-09)."""
    ends = period_ends(period)
    months = {4: 12, 7: 3 if "Q" in period else 1}[len(period)]
    return date(ends.year, ends.month - months + 1, 1)


def period_ends(period: str) -> date:
    """The last day of it."""
    year, _, part = period.partition("-")
    try:
        month = int(part[1:]) * 3 if part.startswith("Q") else int(part or 12)
        return date(int(year), month, monthrange(int(year), month)[1])
    except ValueError as error:
        raise UnknownPeriod("Write the period as a year, a quarter or a month: 2026, 2026-Q3 or 2026-09.") from error


def within(period: str, starts: date, ends: date) -> bool:
    """Whether a reading of that period counts for an assessment from `starts` to `ends`: its last day lies within."""
    return starts <= period_ends(period) <= ends


def month_of(day: date) -> str:
    """The month a day lies in: 2026-09."""
    return f"{day.year:04d}-{day.month:02d}"


def last_whole_month(day: date) -> str:
    """The latest month that has ended by that day."""
    month = month_of(day)
    if period_ends(month) <= day:
        return month
    return month_of(date(day.year - (day.month == 1), (day.month - 2) % 12 + 1, 1))
