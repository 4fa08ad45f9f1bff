"""Wordings that make people stumble."""

import re
from collections.abc import Iterable, Iterator, Sequence

from questionnaires.finding import Path
from questionnaires.prose import Passage

ANCHOR_MOST = 35
"""Words."""
QUESTION_MOST = 40

_BOTH = re.compile(r"\band\s*/\s*or\b", re.IGNORECASE)
_VAGUE = re.compile(r"\b(appropriate(?:ly)?|effective(?:ly)?|regularly)\b", re.IGNORECASE)
_NEGATED = re.compile(r"\b(not|never|no one|nobody|nothing|none|neither|nor|cannot|\w+n[’']t)\b", re.IGNORECASE)
_LEADING = re.compile(
    r"\b(surely|obviously|of course|clearly|agree that|don[’']t you|isn[’']t it|aren[’']t (?:you|they)|should(?:n[’']t| not))\b",
    re.IGNORECASE,
)
_SECOND = re.compile(
    r"\?.*\?|[,;]?\s\band\s+(?:how|who|whom|what|when|where|which|why|whether|is|are|do|does|did|has|have|was|were|can|will)\b",
    re.IGNORECASE | re.DOTALL,
)
_ABBREVIATION = re.compile(r"(?<![\w-])[A-Z][A-Z0-9]*[A-Z][A-Z0-9]*(?=s?\b)")
_SPELLED_OUT = re.compile(
    r"\((?P<after>[A-Z][A-Z0-9]+)s?\)|\b(?P<before>[A-Z][A-Z0-9]+)s?(?:\s*\([a-z]|,?\s+(?:stands for|short for|means)\b)"
)
_KNOWN = frozenset({"IT"})


def complaints(passage: Passage) -> Iterator[str]:
    """What is wrong with one text by itself."""
    if found := _BOTH.search(passage.text):
        yield f"Write `and` or `or`, not `{found[0]}`."
    if passage.kind == "question":
        yield from _question(passage.text)
    if passage.kind == "anchor":
        yield from _anchor(passage.text)


def _question(text: str) -> Iterator[str]:
    if found := _SECOND.search(text):
        yield f"Ask one thing at a time; this seems to ask a second one from `{_start(found[0])}` on."
    if found := _LEADING.search(text):
        yield f"`{found[0]}` leads to an answer. Ask without it."
    elif found := _NEGATED.search(text):
        yield f"`{found[0]}` turns the answer round. Ask for what there is."
    if len(text.split()) > QUESTION_MOST:
        yield f"This question has {len(text.split())} words. Ask it in at most {QUESTION_MOST}."


def _anchor(text: str) -> Iterator[str]:
    if len(text.split()) > ANCHOR_MOST:
        yield f"This anchor has {len(text.split())} words. Write at most {ANCHOR_MOST}."
    if found := _VAGUE.search(text):
        yield f"`{found[0]}` cannot be observed. Count, or name the record."


def _start(found: str) -> str:
    return found.strip(" ,;?")[:30].strip()


def abbreviations(passages: Sequence[Passage]) -> Iterator[tuple[Path, str]]:
    """Each abbreviation that is nowhere spelled out, at its first place."""
    told = set(_KNOWN) | set(_spelled_out(passage.text for passage in passages))
    for passage in passages:
        for word in _ABBREVIATION.findall(passage.text):
            if word not in told:
                told.add(word)
                yield passage.path, f"`{word}` is spelled out nowhere. Write the words, or once: the words ({word})."


def _spelled_out(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from (str(found[found.lastgroup or 0]) for found in _SPELLED_OUT.finditer(text))
