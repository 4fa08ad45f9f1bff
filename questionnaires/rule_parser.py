"""From the text of a rule to its tree, by recursive descent."""

import re
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple, NoReturn, cast, get_args

from ground.errors import PlumblineError
from ground.value import exact
from questionnaires.rule_tree import Amount, Comparison, Condition, Extreme, Function, Junction, Name, Not, Number

DEEPEST = 20
"""Parentheses and nots inside one another."""

_TOKEN = re.compile(
    r"(?P<name>(?P<function>(?!(?:min|max|and|or|not)\b)[a-z]+)\s*\(\s*(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)?)\s*\))"
    r"|(?P<number>-?\d{1,40}(?:\.\d{1,40})?(?:/\d{1,40})?)(?![\w.])"
    r"|(?P<sign>==|<=|>=|<|>)(?!=)"
    r"|(?P<word>and|or|not|min|max)\b"
    r"|(?P<mark>[(),])",
    re.ASCII,
)
_HINTS = {
    "=>": "Write >= instead of =>.",
    "=<": "Write <= instead of =<.",
    "=": "Write == to compare.",
    "!": "Write not (a == b) instead of !=.",
    "≤": "Write <= instead of ≤.",
    "≥": "Write >= instead of ≥.",
    "&": "Write and.",
    "|": "Write or.",
    "+": "Rules compare; they do not add.",
}
_VOCABULARY = (
    "Rules know level(id), index(id), answer(id), reading(id), numbers, == < <= > >=, and, or, not, min(...), max(...) and parentheses."
)


class RuleError(PlumblineError, ValueError):
    """A rule that cannot be understood, with what to write instead."""


class _Token(NamedTuple):
    kind: Literal["name", "number", "sign", "word", "mark", "end"]
    text: str
    function: str = ""
    id: str = ""


_END = _Token("end", "the end")


def condition(text: str) -> Condition:
    """The tree of a rule; RuleError with a sentence where it cannot be understood."""
    parser = _Parser(_tokens(text))
    found = _as_condition(parser.either())
    parser.finish()
    return found


def _tokens(text: str) -> Iterator[_Token]:
    at = 0
    while text[at:].strip():
        at += len(text[at:]) - len(text[at:].lstrip())
        found = _TOKEN.match(text, at)
        if not found:
            _fail(text[at:])
        yield _Token(cast("Literal['name']", found.lastgroup), found[0], found["function"] or "", found["id"] or "")
        at = found.end()
    yield _END


def _fail(rest: str) -> NoReturn:
    hint = _HINTS.get(rest[:2]) or _HINTS.get(rest[0], _VOCABULARY)
    raise RuleError(f"This rule cannot be read from `{rest[:20]}` on. {hint}")


def _as_condition(part: Amount | Condition) -> Condition:
    if isinstance(part, Number | Name | Extreme):
        raise RuleError(f"Compare {_called(part)} with something, such as level(portal) >= 3.")
    return part


def _as_amount(part: Amount | Condition) -> Amount:
    if isinstance(part, Number | Name | Extreme):
        return part
    raise RuleError(
        "Compare a level, an index, an answer, a reading or a number; this compares a comparison. Join two comparisons with and."
    )


def _called(part: Amount) -> str:
    return f"{part.function}({part.id})" if isinstance(part, Name) else "an amount"


class _Parser:
    def __init__(self, tokens: Iterator[_Token]) -> None:
        self._rest = tokens
        self._next = next(tokens)
        self._depth = 0

    def finish(self) -> None:
        if self._next is not _END:
            raise RuleError(f"Something is missing before `{self._next.text}`. Join comparisons with and, or.")

    def either(self) -> Amount | Condition:
        return self._joined("or", self._both)

    def _both(self) -> Amount | Condition:
        return self._joined("and", self._opposite)

    def _joined(self, word: Literal["and", "or"], part: Callable[[], Amount | Condition]) -> Amount | Condition:
        parts = [part()]
        while self._took(word):
            parts.append(part())
        return parts[0] if len(parts) == 1 else Junction(word, tuple(_as_condition(one) for one in parts))

    def _opposite(self) -> Amount | Condition:
        if not self._took("not"):
            return self._compared()
        return Not(_as_condition(self._inside(self._opposite)))

    def _compared(self) -> Amount | Condition:
        left = self._primary()
        if self._next.kind != "sign":
            return left
        sign = self._advance().text
        return Comparison(_as_amount(left), sign, _as_amount(self._last(self._primary())))

    def _last(self, right: Amount | Condition) -> Amount | Condition:
        if self._next.kind == "sign":
            raise RuleError("Compare two things at a time, and join the comparisons with and.")
        return right

    def _primary(self) -> Amount | Condition:
        token = self._advance()
        if token.kind == "name":
            return _name(token)
        if token.kind == "number":
            return _number(token)
        if token.text in ("min", "max"):
            return self._extreme(cast("Literal['min', 'max']", token.text))
        if token.text == "(":
            return self._closed(self._inside(self.either))
        raise RuleError(f"A name, a number or a parenthesis belongs before `{token.text}`. {_VOCABULARY}")

    def _extreme(self, which: Literal["min", "max"]) -> Extreme:
        self._expect("(")
        amounts = [_as_amount(self._inside(self.either))]
        while self._took(","):
            amounts.append(_as_amount(self._inside(self.either)))
        self._expect(")")
        return Extreme(which, tuple(amounts))

    def _closed(self, part: Amount | Condition) -> Amount | Condition:
        self._expect(")")
        return part

    def _inside(self, part: Callable[[], Amount | Condition]) -> Amount | Condition:
        self._depth += 1
        if self._depth > DEEPEST:
            raise RuleError(f"This rule is nested more than {DEEPEST} deep. Write it flatter.")
        found = part()
        self._depth -= 1
        return found

    def _took(self, text: str) -> bool:
        if self._next.text != text:
            return False
        self._advance()
        return True

    def _expect(self, mark: str) -> None:
        if not self._took(mark):
            raise RuleError(f"`{mark}` is missing before `{self._next.text}`.")

    def _advance(self) -> _Token:
        token = self._next
        self._next = next(self._rest, _END)
        return token


def _name(token: _Token) -> Name:
    if token.function not in get_args(Function):
        raise RuleError(f"There is no `{token.function}(...)`. {_VOCABULARY}")
    return Name(cast("Function", token.function), token.id)


def _number(token: _Token) -> Number:
    try:
        return Number(exact(token.text))
    except ValueError:
        raise RuleError(f"`{token.text}` is no number. Write one such as 3, 0.5 or 1/3.") from None
