"""How much of each level every practice has attained."""

from collections import Counter
from fractions import Fraction

from exports.figures.value import Figure, Table, level_names, number
from exports.words.answer import FULLY
from exports.words.index import index_figure, level_number
from exports.words.numbers import NOBODY_KNOWS, count, per_cent, quoted, start
from exports.words.source import source
from ground.value import Value
from improvement.standing_model import Standing
from questionnaires.model import Dimension
from scoring.rating import UPPER_EDGES, band
from scoring.result import PracticeScore

BANDS = tuple(name for _, name in UPPER_EDGES)
LEGEND = ("not, to 15 %", "partly, to 32.5 %", "to 50 %", "largely, to 67.5 %", "to 85 %", "fully, above 85 %")


class Cell(Value):
    """One practice at one level."""

    text: str
    """The attainment in per cent; a dash where nothing is answered, empty where no question asks for the level."""
    share: float | None
    colour: int | None
    """One of six classes, from not (0) to fully attained (5)."""


class HeatRow(Value):
    """One practice."""

    practice: str
    title: str
    dimension: str
    cells: tuple[Cell, ...]
    index: str
    level_range: str
    """The level, or the range that missing answers leave."""
    held: bool
    """It is at the whole's level, and so holds it there."""


class Heatmap(Figure):
    """Practice by level."""

    columns: tuple[str, ...]
    rows: tuple[HeatRow, ...]
    legend: tuple[str, ...] = LEGEND

    def table(self) -> Table:
        """Practice, attainment at each level, index, level."""
        headers = ("Practice", *(f"{column}, %" for column in self.columns), "Index", "Level")
        return Table(headers, tuple((r.title, *(c.text for c in r.cells), r.index, r.level_range) for r in self.rows))


def heatmap(standing: Standing) -> Heatmap:
    """Dimensions and practices in the questionnaire's order; practices with nothing applicable are left out."""
    names = level_names(standing)
    levels = tuple(names)[1:]
    rows = tuple(_row(standing, d, p, levels) for d in standing.questionnaire.dimensions for p in _shown(standing, d))
    title = finding(standing, levels)
    return Heatmap(
        title=title,
        caption=f"Share of each level that is attained, per cent. {source(standing)}",
        alt=f"Table of {len(rows)} practices by levels {levels[0]} to {levels[-1]}, coloured by attainment. {title}.",
        columns=tuple(f"{n} {names[n]}" for n in levels),
        rows=rows,
    )


def finding(standing: Standing, levels: tuple[int, ...]) -> str:
    """Where most practices stop climbing."""
    if standing.assessment.mode == "quick":
        return _least(standing)
    told = tuple(score for score in standing.score.practices.values() if score.index is not None)
    practices = len(told)
    stops = Counter(stop for score in told if (stop := _stop(score, levels)) is not None)
    if not stops:
        return "Every practice fully attains every level" if practices else "Nothing is answered yet"
    most = max(stops.values())
    at = min(n for n in stops if stops[n] == most)
    if most == practices:
        return f"Level {at} stops all {count(practices)} practices" if practices > 1 else f"Level {at} stops the one practice"
    return f"Level {at} stops more practices than any other: {count(most)} of {practices}"


def _least(standing: Standing) -> str:
    """In quick mode, which has no levels."""
    known = {name: score.index for name, score in standing.score.practices.items() if score.index is not None}
    least = [name for name, at in known.items() if at == min(known.values())]
    if not known:
        return "Nothing is answered yet"
    if len(least) == len(known):
        return "Every practice has attained the same share of what was asked"
    if len(least) > 1:
        return start(f"{count(len(least))} of {count(len(known))} practices have attained least of what was asked")
    return f"{quoted(standing.questionnaire.practices[least[0]].title)} has attained least of what was asked"


def _stop(score: PracticeScore, levels: tuple[int, ...]) -> int | None:
    return next((n for n in levels if n in score.attainment and (score.attainment[n] or Fraction(0)) <= FULLY), None)


def _shown(standing: Standing, dimension: Dimension) -> tuple[str, ...]:
    scores = standing.score.practices
    return tuple(p.id for p in dimension.practices if p.id in scores and scores[p.id].completeness is not None)


def _row(standing: Standing, dimension: Dimension, practice: str, levels: tuple[int, ...]) -> HeatRow:
    score = standing.score.practices[practice]
    overall = standing.score.overall.level
    return HeatRow(
        practice=practice,
        title=standing.questionnaire.practices[practice].title,
        dimension=dimension.title,
        cells=tuple(_cell(score, n) for n in levels),
        index=index_figure(score),
        level_range=level_number(score),
        held=overall is not None and score.level == overall,
    )


def _cell(score: PracticeScore, at: int) -> Cell:
    if at not in score.attainment:
        return Cell(text="", share=None, colour=None)
    share = score.attainment[at]
    if share is None:
        return Cell(text=NOBODY_KNOWS, share=None, colour=None)
    return Cell(text=per_cent(share), share=number(share), colour=BANDS.index(band(share)))
