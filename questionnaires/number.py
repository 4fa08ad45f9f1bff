"""Numbers of a file, exactly from their text."""

import re
from decimal import Decimal

from questionnaires.finding import Findings, Path
from questionnaires.tree import Leaf

_NUMBER = re.compile(r"[-+]?(?:\d+(?P<fraction>\.\d*)?|(?P<bare>\.\d+))(?:[eE](?P<exponent>[-+]?\d+))?", re.ASCII)
_LONGEST = 40
"""Digits, and the largest exponent."""


def number(text: str, line: int, path: Path, findings: Findings) -> Leaf:
    """An integer or a decimal; any other text stays text. A finding where the number is beyond all measure."""
    found = _NUMBER.fullmatch(text)
    if not found:
        return Leaf(line, text)
    exponent = found["exponent"] or "0"
    if len(text) > _LONGEST or len(exponent) > len("-99") or abs(int(exponent)) > _LONGEST:
        findings.add(line, path, f"This number is too long. Write at most {_LONGEST} digits and no large exponent.")
        return Leaf(line, None, broken=True)
    whole = found["fraction"] is None and found["bare"] is None and found["exponent"] is None
    return Leaf(line, int(text) if whole else Decimal(text))
