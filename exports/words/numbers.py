"""Numbers, dates and lists as people read them. Rounding is half up, as on paper."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

_SPELLED = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SIGNS = {"EUR": "€", "GBP": "£", "USD": "$"}
NOBODY_KNOWS = "–"


def rounded(number: Fraction | int, places: int = 1) -> str:
    """46.25 with one place reads 46.3; no place reads 46."""
    # In whole numbers: a Decimal of 28 digits could land on the wrong side of a half.
    scaled = Fraction(number) * 10**places
    half_up = int(abs(scaled) + Fraction(1, 2))
    digits = tuple(map(int, str(half_up)))
    return format(Decimal((int(scaled < 0 < half_up), digits, -places)), "f")


def plain(number: Fraction, places: int = 2) -> str:
    """As few digits as it takes: 3, 0.5, 85."""
    text = rounded(number, places)
    return text.rstrip("0").rstrip(".") if "." in text else text


def apart(number: Fraction, bound: Fraction) -> str:
    """Plain, with as many places as it takes to tell a number from a bound that it misses narrowly: 84.996 is never written 85."""
    places = next((n for n in range(2, 12) if number == bound or plain(number, n) != plain(bound, n)), 12)
    return plain(number, places)


def index(number: Fraction | None) -> str:
    """An index in a sentence: a whole number."""
    return NOBODY_KNOWS if number is None else rounded(number, 0)


def index_1(number: Fraction | None) -> str:
    """An index in a table: one decimal."""
    return NOBODY_KNOWS if number is None else rounded(number, 1)


def level(number: int | None) -> str:
    """A level, or a dash."""
    return NOBODY_KNOWS if number is None else str(number)


def per_cent(share: Fraction | None) -> str:
    """A share of one as a whole per cent without the sign."""
    return NOBODY_KNOWS if share is None else rounded(share * 100, 0)


def signed(number: Fraction) -> str:
    """With its sign; a true minus."""
    text = rounded(abs(number), 1)
    if text == "0.0":
        return "0.0"
    return f"+{text}" if number > 0 else f"−{text}"


def span(low: object, high: object) -> str:
    """`2–5`, or `3` where both are the same."""
    return str(low) if low == high else f"{low}–{high}"


def between(low: object, high: object) -> str:
    """`between 2 and 5`, or `at 3`."""
    return f"at {low}" if low == high else f"between {low} and {high}"


def count(number: int) -> str:
    """Up to twelve in words."""
    return _SPELLED[number] if number < len(_SPELLED) else str(number)


def counted(number: int, one: str, many: str = "") -> str:
    """`one answer`, `two answers`, `14 answers`."""
    return f"{count(number)} {one if number == 1 else many or one + 's'}"


def listed(items: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join(items) if len(items) < 3 else f"{', '.join(items[:-1])} and {items[-1]}"


def start(sentence: str) -> str:
    """With a capital at its beginning."""
    return sentence[:1].upper() + sentence[1:]


def inside(title: str) -> str:
    """A title inside a sentence: `Leadership mindset` loses its capital, `ITSM Foundations` keeps it."""
    return title[:1].lower() + title[1:] if title[1:2].islower() and title[1:].islower() else title


def quoted(title: str) -> str:
    """A practice's title inside a sentence, where its own words must not run into it."""
    return f"“{title}”"


def day(when: date) -> str:
    """`3 May 2027`, in no locale but ours."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def month(when: date) -> str:
    """`May 2027`."""
    return day(when).partition(" ")[2]


def month_name(number: int) -> str:
    """`Sep` for the ninth."""
    return _MONTHS[number - 1]


def period(starts: date, ends: date) -> str:
    """`1 Sep to 30 Nov 2026`."""
    if starts == ends:
        return day(ends)
    return f"{day(starts).removesuffix(f' {ends.year}')} to {day(ends)}"


def thousands(number: Fraction) -> str:
    """`12,000`."""
    return f"{int(rounded(number, 0)):,}"


def money(low: Fraction, high: Fraction, currency: str) -> str:
    """`€3,000–8,000`; `no money` for nothing."""
    if not high:
        return "no money"
    sign = _SIGNS.get(currency, f"{currency} ")
    return f"{sign}{thousands(low)}–{thousands(high)}" if low != high else f"{sign}{thousands(high)}"


def days(low: Fraction, high: Fraction) -> str:
    """`3–8 person-days`."""
    text = span(plain(low), plain(high))
    return f"{text} person-day{'' if text == '1' else 's'}"
