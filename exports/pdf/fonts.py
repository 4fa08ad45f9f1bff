"""Faces for paper: Plex for what it has, a Noto face for each run that it has not, and a visible mark where no face helps."""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import groupby
from typing import NamedTuple

from reportlab.pdfbase import ttfonts
from reportlab.pdfbase.pdfmetrics import registerFont

from exports import theme

REGULAR, MEDIUM, SEMI, BOLD = "IBMPlexSans-Regular", "IBMPlexSans-Medium", "IBMPlexSans-SemiBold", "IBMPlexSans-Bold"
FALLBACKS = ("NotoSans-Regular", "NotoSansHebrew-Regular", "NotoSansArabic-Regular", "NotoEmoji-Regular")


class Run(NamedTuple):
    """Text that one face can print."""

    face: str
    text: str


_basic_plane_only = ttfonts.makeToUnicodeCMap


def _copyable(name: str, characters: Sequence[int]) -> object:
    """What a reader copies and searches. ReportLab writes a character beyond the basic plane with five digits, which no reader takes."""
    return _basic_plane_only(name, [int.from_bytes(chr(code).encode("utf-16-be"), "big") for code in characters])


ttfonts.makeToUnicodeCMap = _copyable


@cache
def load(face: str) -> ttfonts.TTFont:
    """The face, read once in a process and embedded in part by each document that uses it."""
    font = ttfonts.TTFont(face, str(theme.FONTS / f"{face}.ttf"))
    registerFont(font)
    return font


@cache
def covered(face: str) -> frozenset[str]:
    """The characters that a face can print."""
    return frozenset(
        chr(code) for code, glyph in load(face).face.charToGlyph.items() if glyph and (chr(code).isprintable() or chr(code) == "\u00a0")
    ) | {" "}


@lru_cache(maxsize=20_000)
def runs(text: str, face: str) -> tuple[Run, ...]:
    """The text cut into runs; all of it in the wanted face where that has every character."""
    if covered(face).issuperset(text):
        return (Run(face, text),)
    pairs = [(_face_for(char, face), char) for char in _printable(text, face)]
    return tuple(Run(name, "".join(char for _, char in group)) for name, group in groupby(pairs, lambda pair: pair[0]))


@lru_cache(maxsize=20_000)
def width(text: str, face: str) -> float:
    """In units of the type size."""
    return sum(_advance(run) for run in runs(text, face))


def _advance(run: Run) -> float:
    metrics = load(run.face).face
    widths, default = metrics.charWidths, metrics.defaultWidth
    return float(sum(widths.get(ord(char), default) for char in run.text)) / 1000


def _printable(text: str, face: str) -> Iterator[str]:
    """What can be printed; joiners and variation marks print nothing, and what no face has becomes `[U+1F9FF]`."""
    for char in text:
        if unicodedata.category(char) == "Cf" or 0xFE00 <= ord(char) <= 0xFE0F:
            continue
        if _face_for(char, face):
            yield char
        else:
            yield from " " if char.isspace() else f"[U+{ord(char):04X}]"


@lru_cache(maxsize=5_000)
def _face_for(char: str, face: str) -> str:
    """The first face that has the character; empty where none has."""
    return next((name for name in (face, *FALLBACKS) if char in covered(name)), "")
