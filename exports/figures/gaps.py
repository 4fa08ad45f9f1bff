"""How far each practice is from its target."""

from fractions import Fraction

from exports.figures.value import Figure, Table, number
from exports.words.gaps import furthest, gap_finding
from exports.words.index import index_figure, level_number
from exports.words.numbers import NOBODY_KNOWS, index, index_1, span
from exports.words.source import source
from ground.value import Value
from improvement.standing_model import Gap, Standing
from scoring.result import PracticeScore


class DumbbellRow(Value):
    """One practice: today, what missing answers leave open, target."""

    practice: str
    title: str
    now: float | None
    low: float | None
    high: float | None
    target: float
    gap: str
    """Printed at the right end; a dash where nobody can tell."""
    today: str
    aim: str
    emphasised: bool


class Dumbbell(Figure):
    """Today against target, largest gap first."""

    unit: str
    """"Level" or "Index"."""
    minimum: float
    maximum: float
    ticks: tuple[int, ...]
    rows: tuple[DumbbellRow, ...]

    def table(self) -> Table:
        """Practice, today, target, gap."""
        return Table(("Practice", f"{self.unit} today", "Target", "Gap"), tuple((r.title, r.today, r.aim, r.gap) for r in self.rows))


def dumbbell(standing: Standing) -> Dumbbell:
    """In levels; in index points where there are no levels, as in quick mode."""
    by_level = standing.assessment.mode == "full"
    first = frozenset(furthest(standing))
    row = _level_row if by_level else _index_row
    scale = standing.questionnaire
    title = gap_finding(standing)
    unit = "Level" if by_level else "Index"
    return Dumbbell(
        title=title,
        caption=f"{_how(standing, by_level=by_level)} {source(standing)}",
        alt=f"{title}. {len(standing.gaps)} practices, each with its {unit.lower()} today and its target, largest gap first.",
        unit=unit,
        minimum=scale.lowest if by_level else 0,
        maximum=scale.highest if by_level else 100,
        ticks=tuple(step.level for step in scale.scale) if by_level else (0, 20, 40, 60, 80, 100),
        rows=tuple(row(standing, gap, gap.practice in first) for gap in standing.gaps),
    )


def _how(standing: Standing, *, by_level: bool) -> str:
    if by_level:
        return "Blue is the level today, the orange ring the target; a pale line is what missing answers leave open."
    return "Blue is the index today, the orange ring the index of a practice exactly at its target level."


def _level_row(standing: Standing, gap: Gap, emphasised: bool) -> DumbbellRow:  # noqa: FBT001 - the two rows are called alike
    score = standing.score.practices[gap.practice]
    return DumbbellRow(
        practice=gap.practice,
        title=standing.questionnaire.practices[gap.practice].title,
        now=number(gap.level),
        low=number(score.level_low),
        high=number(score.level_high),
        target=float(gap.target),
        gap=_levels(gap, score),
        today=level_number(score),
        aim=str(gap.target),
        emphasised=emphasised,
    )


def _levels(gap: Gap, score: PracticeScore) -> str:
    """`+2`, or `0–1` where missing answers leave it open."""
    if gap.levels is not None:
        return f"+{gap.levels}" if gap.levels else "0"
    if gap.index is None or score.level_low is None or score.level_high is None:
        return NOBODY_KNOWS
    return span(str(max(0, gap.target - score.level_high)), str(gap.target - score.level_low))


def _index_row(standing: Standing, gap: Gap, emphasised: bool) -> DumbbellRow:  # noqa: FBT001 - the two rows are called alike
    score = standing.score.practices[gap.practice]
    points: Fraction | None = gap.points
    return DumbbellRow(
        practice=gap.practice,
        title=standing.questionnaire.practices[gap.practice].title,
        now=number(gap.index),
        low=number(score.low),
        high=number(score.high),
        target=float(gap.target_index),
        gap=NOBODY_KNOWS if points is None else f"+{index(points)}" if points else "0",
        today=index_figure(score),
        aim=index_1(gap.target_index),
        emphasised=emphasised,
    )
