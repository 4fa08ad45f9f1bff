"""Numbers as a person reads them. Pure."""

from fractions import Fraction


def figure(number: Fraction | float) -> str:
    """At most one decimal, rounded half up; none where it would be 0: 42.5, 85."""
    whole, tenth = divmod(int(abs(Fraction(number)) * 10 + Fraction(1, 2)), 10)
    sign = "-" if number < 0 and (whole or tenth) else ""
    return f"{sign}{whole}.{tenth}" if tenth else f"{sign}{whole}"
