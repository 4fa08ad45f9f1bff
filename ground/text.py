"""What people write is kept faithfully, or refused with a sentence."""

import unicodedata
from typing import Annotated

from pydantic import AfterValidator

LONGEST = 10_000


def plain(text: str, longest: int = LONGEST) -> str:
    """NFC, control characters (but line breaks and tabs) stripped, outer blanks removed; ValueError when too long or not text."""
    if any("\ud800" <= c <= "\udfff" for c in text):
        raise ValueError("This text holds half a character (a lone surrogate). Paste it again as plain text.")
    kept = unicodedata.normalize("NFC", "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc")).strip()
    if len(kept) > longest:
        raise ValueError(f"This text has {len(kept):,} characters; at most {longest:,} fit. Shorten it or attach a link.")
    return kept


def line(text: str) -> str:
    """A name or title: one line, 1 to 200 characters."""
    kept = " ".join(plain(text, 200).split())
    if not kept:
        raise ValueError("Write at least one character.")
    return kept


Text = Annotated[str, AfterValidator(plain)]
Line = Annotated[str, AfterValidator(line)]
