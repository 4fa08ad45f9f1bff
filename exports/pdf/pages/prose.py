"""Guidance of a questionnaire, written in Markdown, as paragraphs and lists. Marks for emphasis are left out, nothing is interpreted."""

import re

from exports.pdf import style
from exports.pdf.block import Block
from exports.pdf.parts import bullets, long_text

_ITEM = re.compile(r"\s*(?:[-*]|\d+[.)])\s+")
_EMPHASIS = re.compile(r"\*\*|__|`")


def prose(markdown: str) -> tuple[Block, ...]:
    """Blank lines part paragraphs; lines that begin with a dash or a number are items."""
    said: list[Block] = []
    for part in re.split(r"\n\s*\n", _EMPHASIS.sub("", markdown)):
        items = [line for line in re.split(r"\n(?=\s*(?:[-*]|\d+[.)])\s)", part) if line.strip()]
        for item in items:
            text = " ".join(_ITEM.sub("", item, count=1).split() if _ITEM.match(item) else item.split())
            said += bullets((text,), style.SMALL) if _ITEM.match(item) else long_text(text, style.SMALL)
    return tuple(said)
