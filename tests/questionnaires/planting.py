"""How a fault is planted into a small, sound questionnaire."""

from pathlib import Path
from typing import NamedTuple

SMALL = Path(__file__).with_name("small.yaml").read_text("utf-8")


class Fault(NamedTuple):
    """Write `new` for `old`; the finding stands in the line that holds `at`, under a path, and says `words`."""

    old: str
    new: str
    at: str
    path: str
    words: str


def planted(text: str, fault: Fault) -> str:
    """The text with the fault in it."""
    assert text.count(fault.old) == 1, fault.old
    return text.replace(fault.old, fault.new)


def line(text: str, at: str) -> int:
    """The number of the line where some words begin."""
    return text.count("\n", 0, text.index(at)) + 1


P0 = "dimensions[0].practices[0]"
P1 = "dimensions[0].practices[1]"
