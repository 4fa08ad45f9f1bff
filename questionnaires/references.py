"""Published reference figures: what others have reported of a measure, with year, people, source, and what differs from our count."""

import csv
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field

from ground.value import Exact, Value

FILE = Path(__file__).parent / "library" / "references.csv"
FRESH = 5
"""Years until a figure is old."""
Said = Annotated[str, Field(min_length=1)]


class Reference(Value):
    """One figure. It is neither an average of a trade nor a target: its people and its count are others."""

    measure: Said
    value: Exact
    unit: Said
    year: Annotated[Annotated[int, Field(ge=1990)] | None, BeforeValidator(lambda written: written or None)]
    """None: its source names none."""
    population: Said
    source: Said
    url: str
    """Empty where the source is not on the web."""
    differs: Said
    """Why it cannot be laid straight beside a reading."""

    def is_old(self, year: int) -> bool:
        """Whether it was more than five years old by then; one without a year always is."""
        return self.year is None or year - self.year > FRESH


def references(measure: str) -> Sequence[Reference]:
    """All for a measure, newest first, undated ones last; empty where none comes close enough."""
    return sorted((one for one in published() if one.measure == measure), key=lambda one: -(one.year or 0))


@cache
def published() -> tuple[Reference, ...]:
    """All of them, in the order of their file."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return tuple(Reference.model_validate(row) for row in csv.DictReader(file, strict=True))
