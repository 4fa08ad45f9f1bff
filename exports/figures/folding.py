"""Text on lines, for a sheet whose type nobody can measure before it is drawn."""

from collections.abc import Sequence

_NARROW, _WIDE = frozenset("iljtfrI.,:;’'|() \u00a0"), frozenset("mwMW@%—…")
_BALANCE = 12
"""Widths tried to make lines about as long as each other."""


def breadth(text: str) -> float:
    """About how wide a line is, in sizes of its type: on a screen nobody knows before it is drawn."""
    return sum(0.34 if letter in _NARROW else 0.86 if letter in _WIDE else 0.58 for letter in text)


def folded(text: str, room: float, most: int = 100) -> list[str]:
    """On as few lines of about this many sizes of the type as it takes, these about as long as each other; an ellipsis after `most`."""
    words = [_shortened(word, room) for word in text.split(" ")]
    lines = _filled(words, room)
    least = max(map(breadth, words))
    narrower = (least + (room - least) * share / _BALANCE for share in range(_BALANCE))
    even = next((tried for width in narrower if len(tried := _filled(words, width)) == len(lines)), lines)
    return even if len(even) <= most else [*lines[: most - 1], _shortened(f"{lines[most - 1]}…", room)]


def _filled(words: Sequence[str], room: float) -> list[str]:
    lines: list[str] = []
    for word in words:
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and breadth(joined) <= room:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


def _shortened(word: str, room: float) -> str:
    if breadth(word) <= room:
        return word
    kept = word
    while len(kept) > 1 and breadth(f"{kept}…") > room:
        kept = kept[:-1]
    return f"{kept}…"
