"""Passwords: which are refused, and how one is kept. Argon2id with RFC 9106's second recommended profile: 64 MiB, 3 passes, 4 lanes."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.profiles import RFC_9106_LOW_MEMORY

from ground.errors import PlumblineError

SHORTEST, LONGEST = 12, 1024
AT_ONCE = 2
_hashing = BoundedSemaphore(AT_ONCE)
"""Each takes 64 MiB and a core: without a bound, whoever sends many at once has the machine."""
_hasher = PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)
_NOBODYS = f"$argon2id$v=19$m={_hasher.memory_cost},t={_hasher.time_cost},p={_hasher.parallelism}${'A' * 22}${'A' * 43}"
"""As much work as any other, and no password fits it."""
_COMMON = Path(__file__).with_name("common_passwords.txt")
_RUNS = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "qwertzuiop",
    "yxcvbnm",
    "azertyuiop",
    "qsdfghjklm",
)
_FEW = 5
"""Fewer different characters than these are no password."""
_WORD = 5
"""Shorter words are in too many good passwords."""
_LEFT = 8
"""Characters that must be left once names and common passwords are taken out."""


class WeakPassword(PlumblineError):
    """A password that is refused; nothing was changed."""


def require_good(password: str, names: Iterable[str] = ()) -> None:
    """WeakPassword says what to do. `names`: of the person and their organisations, which others try first."""
    wanted = _same(password)
    if not SHORTEST <= len(wanted) <= LONGEST:
        raise WeakPassword(
            f"A password has {SHORTEST} to {LONGEST:,} characters. Four or five words that do not belong together are easy to keep."
        )
    plain = wanted.casefold()
    if len(set(plain)) < _FEW or _repeats(plain) or _runs(plain):
        raise WeakPassword("This password repeats itself or follows the keyboard. Choose words that do not belong together.")
    if _left(plain, {*_words(names), *_words(["Plumbline"]), *_common()}) < _LEFT:
        raise WeakPassword("This password is made of names or of passwords that many people use. Add words that nobody would guess.")


def hashed(password: str) -> str:
    """What is kept of it, in PHC form. At most two at once in this process; others wait."""
    with _hashing:
        return _hasher.hash(_same(password))


def matches(kept: str | None, password: str) -> bool:
    """Whether it is the password that is kept. Where there is none (None), the same work is done, and the answer is no."""
    if len(password) > LONGEST:
        return False
    with _hashing:
        try:
            return _hasher.verify(kept or _NOBODYS, _same(password)) and kept is not None
        except (VerificationError, InvalidHashError):
            return False


def is_dated(kept: str) -> bool:
    """Whether it was made with other parameters than today's: make it anew while the password is at hand."""
    return _hasher.check_needs_rehash(kept)


def _same(password: str) -> str:
    # One keyboard sends é as one character, another as two.
    return unicodedata.normalize("NFKC", password)


@cache
def _common() -> frozenset[str]:
    lines = _COMMON.read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _words(names: Iterable[str]) -> set[str]:
    plain = [_same(name).casefold() for name in names]
    found = {*plain, *(word for name in plain for word in re.findall(r"\w+", name))}
    return {word for word in found if len(word) >= _WORD - 1}


def _left(plain: str, words: Iterable[str]) -> int:
    """How many characters are in none of the words."""
    for word in sorted((word for word in words if word in plain), key=len, reverse=True):
        plain = plain.replace(word, " ")
    return sum(not c.isspace() for c in plain)


def _repeats(plain: str) -> bool:
    return (plain + plain).find(plain, 1) < len(plain)


def _runs(plain: str) -> bool:
    """Whether two steps of three go to a neighbour, forwards or backwards."""
    pairs = [plain[at : at + 2] for at in range(len(plain) - 1)]
    neighbours = sum(any(pair in run or pair[::-1] in run for run in _RUNS) for pair in pairs)
    return 3 * neighbours >= 2 * len(pairs)
