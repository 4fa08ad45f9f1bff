"""Scripts that run from right to left: letters joined before lines are broken, and put in the order of the eye after."""

import re

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")


def has_right_to_left(text: str) -> bool:
    """There is at least one such letter."""
    return _RIGHT_TO_LEFT.search(text) is not None


def starts_right(text: str) -> bool:
    """The first letter belongs to such a script, so the paragraph stands at the right."""
    first = _LETTER.search(text)
    return first is not None and has_right_to_left(first[0])


def joined(text: str) -> str:
    """Arabic letters in the forms they take beside each other."""
    # Read only when a text needs it: most reports have no such letter, and starting up is part of what a reader waits for.
    from arabic_reshaper import reshape  # noqa: PLC0415

    return str(reshape(text))


def visual(line: str) -> str:
    """One line in the order in which it is drawn."""
    from bidi import get_display  # noqa: PLC0415 - as above

    return str(get_display(line))
