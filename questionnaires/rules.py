"""The small language of pitfalls: names, numbers, comparison, and/or/not, min/max. Three-valued, and never evaluated as Python."""

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import assert_never

from ground.value import as_text
from questionnaires.rule_parser import RuleError, condition
from questionnaires.rule_tree import Amount, Comparison, Condition, Extreme, Function, Junction, Name, Not, Number

__all__ = ["Function", "Lookup", "Rule", "RuleError", "parse"]

Lookup = Callable[[Function, str], Fraction | None]
"""What a name stands for at present; None where nobody can tell."""

LONGEST = 2_000
"""Characters."""

_COMPARE: Mapping[str, Callable[[Fraction, Fraction], bool]] = {
    "==": operator.eq,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_IN_WORDS = {"==": "is", "<": "is below", "<=": "is at most", ">": "is above", ">=": "is at least"}


@dataclass(frozen=True)
class Rule:
    """A condition over levels, indices, answers and readings."""

    text: str
    condition: Condition

    @cached_property
    def names(self) -> tuple[tuple[Function, str], ...]:
        """Every name it looks up, once, in the order of the text."""
        return tuple(dict.fromkeys((name.function, name.id) for name in _names(self.condition)))

    def evaluate(self, lookup: Lookup) -> bool | None:
        """Whether it holds, by Kleene's logic; None where a missing value leaves it open."""
        return _holds(self.condition, lookup)

    def grounds(self, lookup: Lookup) -> tuple[tuple[Function, str], ...]:
        """The names that make it come out as it does, once each; where it is left open, those without a value that leave it so."""
        names = dict.fromkeys((name.function, name.id) for name in _grounds(self.condition, lookup))
        if self.evaluate(lookup) is None:
            return tuple(name for name in names if lookup(*name) is None)
        return tuple(names)

    def explain(self, name: Callable[[Function, str], str] | None = None) -> str:
        """The rule as a person reads it. `name` gives each thing its words; left out: "the level of some-id"."""
        return _explain(self.condition, name or (lambda function, id: f"the {function} of {id}"))  # noqa: A006 - the word of the file


def parse(text: str) -> Rule:
    """A rule from its text; RuleError with a sentence where it cannot be understood."""
    if len(text) > LONGEST:
        raise RuleError(f"This rule is too long. Write at most {LONGEST:,} characters.")
    return Rule(text, condition(text))


def _names(part: Amount | Condition) -> Iterator[Name]:
    if isinstance(part, Name):
        yield part
    for below in _below(part):
        yield from _names(below)


def _below(part: Amount | Condition) -> Iterable[Amount | Condition]:
    match part:
        case Extreme():
            return part.amounts
        case Comparison():
            return (part.left, part.right)
        case Junction():
            return part.conditions
        case Not():
            return (part.condition,)
        case _:
            return ()


def _grounds(part: Condition, lookup: Lookup) -> Iterator[Name]:
    """Of several conditions only those that come out like the whole: one yes is enough for an or, one no for an and."""
    match part:
        case Comparison():
            yield from _names(part)
        case Not():
            yield from _grounds(part.condition, lookup)
        case Junction():
            whole = _holds(part, lookup)
            for condition in part.conditions:
                if _holds(condition, lookup) is whole:
                    yield from _grounds(condition, lookup)


def _amount(part: Amount, lookup: Lookup) -> Fraction | None:
    match part:
        case Number():
            return part.value
        case Name():
            return lookup(part.function, part.id)
        case Extreme():
            return _extreme(part, lookup)
    assert_never(part)


def _extreme(part: Extreme, lookup: Lookup) -> Fraction | None:
    values = [_amount(amount, lookup) for amount in part.amounts]
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return None
    return min(known) if part.which == "min" else max(known)


def _holds(part: Condition, lookup: Lookup) -> bool | None:
    match part:
        case Comparison():
            left, right = _amount(part.left, lookup), _amount(part.right, lookup)
            return None if left is None or right is None else _COMPARE[part.sign](left, right)
        case Not():
            held = _holds(part.condition, lookup)
            return None if held is None else not held
        case Junction():
            return _joined(part, lookup)
    assert_never(part)


def _joined(part: Junction, lookup: Lookup) -> bool | None:
    held = [_holds(condition, lookup) for condition in part.conditions]
    deciding = part.word == "or"
    if deciding in held:
        return deciding
    return None if None in held else not deciding


def _explain(part: Condition, name: Callable[[Function, str], str]) -> str:
    match part:
        case Comparison():
            return f"{_told(part.left, name)} {_IN_WORDS[part.sign]} {_told(part.right, name)}"
        case Not():
            return f"it is not so that {_grouped(part.condition, name)}"
        case Junction():
            return f" {part.word} ".join(_grouped(condition, name) for condition in part.conditions)
    assert_never(part)


def _told(part: Amount, name: Callable[[Function, str], str]) -> str:
    match part:
        case Number():
            return str(as_text(part.value))
        case Name():
            return name(part.function, part.id)
        case Extreme():
            return f"the {'lowest' if part.which == 'min' else 'highest'} of {', '.join(_told(amount, name) for amount in part.amounts)}"
    assert_never(part)


def _grouped(part: Condition, name: Callable[[Function, str], str]) -> str:
    words = _explain(part, name)
    return f"({words})" if isinstance(part, Junction) else words
