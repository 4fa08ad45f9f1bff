"""Several exact sums side by side in few machine words: one look-up and one addition then serve all of them."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

LIMIT = 2**62
"""Beyond this a whole number is Python's own instead of the machine's: slower, and as exact."""
SPARE = 32
"""What a packed sum may be multiplied by once it is read again."""

Wholes = NDArray[Any]
"""Whole numbers: int64, or Python's own in an array of objects."""
Words = Sequence[Wholes]
"""Packed sums, the same number of words each."""


def kind(bound: int) -> type:
    """What holds whole numbers from 0 to `bound`."""
    return np.int64 if bound <= LIMIT else object


class _Field(NamedTuple):
    word: int
    shift: int
    mask: int


def _fields(bounds: Iterable[int]) -> Iterable[_Field]:
    word = shift = 0
    for bound in bounds:
        bits = bound.bit_length()
        if shift and shift + bits > LIMIT.bit_length() - 1:
            word, shift = word + 1, 0
        yield _Field(word, shift, (1 << bits) - 1)
        shift += bits


class Packing:
    """Where each of some sums lies that never pass their bounds. Packed sums may be added as long as no bound is passed."""

    def __init__(self, bounds: Sequence[int]) -> None:
        self.kind = kind(SPARE * max(bounds))
        self._fields = list(_fields(bounds))
        self.words = 1 + self._fields[-1].word
        self._places: Wholes = np.zeros((self.words, len(bounds)), self.kind)
        for column, field in enumerate(self._fields):
            self._places[field.word, column] = 1 << field.shift

    def pack(self, sums: Wholes) -> Wholes:
        """The words of one value for each sum, or of columns of them."""
        words: Wholes = self._places @ sums
        return words

    def tables(self, columns: Wholes) -> Sequence[Wholes | None]:
        """The words of many columns, for looking up; None for a word that is 0 in all of them."""
        return [np.ascontiguousarray(word) if word.any() else None for word in self.pack(columns)]

    def read(self, words: Words, sum_: int) -> Wholes:
        """One of the sums again, by its number."""
        field = self._fields[sum_]
        found: Wholes = (words[field.word] >> field.shift) & field.mask
        return found
