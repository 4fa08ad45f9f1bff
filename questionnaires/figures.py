"""Numbers and truth values as files write them: whole, exact, never one for the other."""

from fractions import Fraction
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer, Strict, WithJsonSchema

from ground.value import as_text, exact


def whole(number: object) -> int:
    """A whole number, bare or quoted; true and false are none (ValueError)."""
    value = exact(number)
    if value.denominator != 1:
        raise ValueError("write a whole number such as 3")
    return value.numerator


def figure(number: object) -> Fraction:
    """A number as in an answer. A text is none (ValueError): only its question can tell the label "1/2" from a half."""
    if isinstance(number, str):
        raise ValueError("write a number such as 3, 0.5 or 1/3, without quotes")  # noqa: TRY004 - pydantic reports a ValueError
    return exact(number)


Whole = Annotated[
    int, BeforeValidator(whole), WithJsonSchema({"anyOf": [{"type": "integer"}, {"type": "string", "pattern": r"^[+-]?\d+$"}]})
]
Flag = Annotated[bool, Strict()]
Figure = Annotated[
    Fraction, BeforeValidator(figure), PlainSerializer(as_text, return_type=str | int), WithJsonSchema({"type": ["number", "string"]})
]
