"""What all frozen values share, and the exact number."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainSerializer, WithJsonSchema

_NUMBER = re.compile(r"([+-]?(?:\d{1,40}(?:\.\d{0,40})?|\.\d{1,40}))(?:/(\d{1,40}))?", re.ASCII)
_TOO_LONG = 10**40
"""Such a number could not be read back from its canonical writing."""


class Value(BaseModel):
    """A frozen value: unknown keys are errors, equality is by content."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def exact(number: object) -> Fraction:
    """A number exactly from its text: `3`, `0.5`, `"0.5"`, `1/3`. Booleans, NaN and infinity are refused (ValueError)."""
    if isinstance(number, Fraction):
        return number
    if isinstance(number, bool) or not isinstance(number, int | float | Decimal | str):
        raise ValueError("write a number such as 3, 0.5 or 1/3")  # noqa: TRY004 - pydantic reports a ValueError, not a TypeError
    text = number.strip() if isinstance(number, str) else format(Decimal(str(number)), "f")
    found = _NUMBER.fullmatch(text)
    if not found or (found[2] and not int(found[2])):
        raise ValueError("write a number such as 3, 0.5 or 1/3")
    value = Fraction(found[1]) / int(found[2] or 1)
    if max(abs(value.numerator), value.denominator) >= _TOO_LONG:
        raise ValueError("write a number of at most 40 digits, such as 3, 0.5 or 1/3")
    return value


def as_text(number: Fraction) -> str | int:
    """The canonical writing of an exact number: an integer, or "a/b"."""
    return number.numerator if number.denominator == 1 else f"{number.numerator}/{number.denominator}"


Exact = Annotated[
    Fraction,
    BeforeValidator(exact),
    PlainSerializer(as_text, return_type=str | int),
    WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^[+-]?(\d+(\.\d*)?|\.\d+)(/\d+)?$"}]}),
]
