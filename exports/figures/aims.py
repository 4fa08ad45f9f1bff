"""Each practice against its target, as a table: the gap, and whether it could be chance."""

from typing import NamedTuple

from exports.figures.gaps import dumbbell
from exports.figures.value import Table
from exports.words.numbers import index
from exports.words.targets import interval_words, sure_words
from improvement.standing_model import Standing


class AimRow(NamedTuple):
    """One practice; all of it printed as it stands here."""

    practice: str
    title: str
    today: str
    """The level, or the levels that missing answers leave; in quick mode the index."""
    aim: str
    gap: str
    interval: str
    """Of the index; a dash where there is none."""
    aim_index: str
    """The index of a practice exactly at its target."""
    sure: str


def aim_rows(standing: Standing) -> tuple[AimRow, ...]:
    """Largest gap first."""
    return tuple(
        AimRow(row.practice, row.title, row.today, row.aim, row.gap, interval_words(standing, gap), index(gap.target_index), sure)
        for row, gap in zip(dumbbell(standing).rows, standing.gaps, strict=True)
        for sure in (sure_words(standing, gap),)
    )


def certainty(standing: Standing) -> Table | None:
    """Index, target and whether the difference could be chance; None where one person answered everything."""
    if standing.panel is None:
        return None
    heads = ("Practice", "Index, 95 % sure", "Index at target", "Chance?")
    return Table(heads, tuple((row.title, row.interval, row.aim_index, row.sure) for row in aim_rows(standing)))
