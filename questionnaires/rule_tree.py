"""What a rule is made of."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Function = Literal["level", "index", "answer", "reading"]


@dataclass(frozen=True)
class Number:
    """A number as written."""

    value: Fraction


@dataclass(frozen=True)
class Name:
    """What is looked up: the level of a practice, the answer to a question ..."""

    function: Function
    id: str


@dataclass(frozen=True)
class Extreme:
    """The smallest or largest of some amounts; null where one of them is."""

    which: Literal["min", "max"]
    amounts: tuple[Amount, ...]


@dataclass(frozen=True)
class Comparison:
    """Two amounts compared; unknown where one of them is null."""

    left: Amount
    sign: str
    right: Amount


@dataclass(frozen=True)
class Junction:
    """Conditions that must all hold (and), or of which one is enough (or)."""

    word: Literal["and", "or"]
    conditions: tuple[Condition, ...]


@dataclass(frozen=True)
class Not:
    """The opposite of a condition."""

    condition: Condition


Amount = Number | Name | Extreme
Condition = Comparison | Junction | Not
