"""The organisation's functions side by side: practice by function."""

from collections.abc import Mapping

from exports.figures.heatmap import BANDS, Cell
from exports.figures.value import Figure, Table
from exports.words.index import index_figure, level_number
from exports.words.numbers import index
from exports.words.sisters import leads, place, sisters_finding, sisters_source
from ground.value import Value
from improvement.standing_model import Standing
from scoring.rating import band
from scoring.result import AssessmentScore, PracticeScore


class SideRow(Value):
    """One practice in every function, the own one first."""

    practice: str
    title: str
    cells: tuple[Cell, ...]
    ahead: str
    """Such as `HR +2`; empty where no other function is ahead."""


class SideBySide(Figure):
    """Practice by function."""

    columns: tuple[str, ...]
    """The own function first, marked."""
    rows: tuple[SideRow, ...]

    def table(self) -> Table:
        """Practice, each function, who is ahead."""
        rows = tuple((row.title, *(cell.text for cell in row.cells), row.ahead) for row in self.rows)
        return Table(("Practice", *self.columns, "Ahead"), rows)


def side_by_side(standing: Standing) -> SideBySide | None:
    """None where no other function can be compared."""
    own, compared = standing.sisters.own, standing.sisters.compared
    if own is None or not compared:
        return None
    scores = (own, *(one.score for one in compared))
    ahead = _ahead(standing)
    names = [name for name in standing.questionnaire.practices if name in own.practices and _is_asked(scores, name)]
    title = sisters_finding(standing)
    return SideBySide(
        title=title,
        caption=sisters_source(standing),
        alt=f"Table of {len(names)} practices by {len(scores)} functions, {standing.function} first. {title}.",
        columns=(f"{standing.function} (this one)", *(one.function for one in compared)),
        rows=tuple(
            SideRow(
                practice=name,
                title=standing.questionnaire.practices[name].title,
                cells=tuple(_cell(standing, score.practices[name]) for score in scores),
                ahead=ahead.get(name, ""),
            )
            for name in names
        ),
    )


def _is_asked(scores: tuple[AssessmentScore, ...], name: str) -> bool:
    return any(score.practices[name].completeness is not None for score in scores)


def _ahead(standing: Standing) -> Mapping[str, str]:
    """The function furthest ahead in each practice where one is, and by how much."""
    first: dict[str, str] = {}
    for lead in leads(standing):
        first.setdefault(lead.practice, f"{lead.sister.function} +{index(lead.by)}")
    return first


def _cell(standing: Standing, score: PracticeScore) -> Cell:
    quick = standing.assessment.mode == "quick"
    text = index_figure(score) if quick else level_number(score)
    at = place(standing, score)
    if at is None:
        return Cell(text=text, share=None, colour=None)
    return Cell(text=text, share=None, colour=BANDS.index(band(at / 100)) if quick else min(5, int(at)))
