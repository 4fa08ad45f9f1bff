"""Where one stands among peers: medians and middle halves, a row a figure. No peer is drawn."""

from collections.abc import Iterator
from fractions import Fraction

from assessment.peer_model import PeerCohort, PeerFigure
from exports.figures.value import Figure, Table, number
from exports.words import peers as words
from exports.words.numbers import NOBODY_KNOWS, index
from ground.value import Value
from improvement.standing_model import HEADLINE_FROM, Standing
from scoring.benchmark import Standing as Place
from scoring.benchmark import standing_among
from scoring.result import PracticeScore, Score

_LOW, _MEDIAN, _HIGH = (Fraction(n, 4) for n in (1, 2, 3))


class PeerRow(Value):
    """One figure: one's own, the peers' median and quartiles."""

    figure: str
    title: str
    is_group: bool
    """The whole or a dimension, above its practices."""
    own: float | None
    own_text: str
    low: int | None
    median: int | None
    high: int | None
    place: str
    """The percentile with its band, or why there is none."""
    organisations: int


class PeerStrip(Figure):
    """0 to 100, a row a figure."""

    rows: tuple[PeerRow, ...]
    overall: str
    """The place of the whole in a sentence; empty where it is not compared."""

    def table(self) -> Table:
        """What is drawn, and how many each row stands on."""
        heads = ("Index", "You", "Median of peers", "Middle half", "Percentile", "Organisations")
        return Table(heads, tuple(_cells(row) for row in self.rows))


def peer_strip(standing: Standing, cohort: PeerCohort) -> PeerStrip:
    """Against one cohort."""
    rows = tuple(_rows(standing, cohort))
    compared = [row for row in rows if not row.is_group and row.own is not None and row.median is not None]
    above = sum(row.own > row.median for row in compared if row.own is not None and row.median is not None)
    title, name = words.finding(above, len(compared)), words.cohort_name(cohort.name)
    return PeerStrip(
        title=title,
        caption=f"{name}: {words.source(cohort, standing.score.method)}",
        alt=f"{title}. {len(rows)} indices from 0 to 100, each with your own, the median of peers and the middle half of them.",
        rows=rows,
        overall=words.overall(_place(standing.score.overall, cohort.figures.get(""))),
    )


def _rows(standing: Standing, cohort: PeerCohort) -> Iterator[PeerRow]:
    """The whole, then each dimension above its practices; of packs, practices alone."""
    asked, score = standing.questionnaire, standing.score
    yield from _row(cohort, ("", "Overall"), score.overall)
    for dimension in asked.dimensions:
        yield from _row(cohort, (f"d:{dimension.id}", dimension.title), score.dimensions.get(dimension.id))
        for practice in dimension.practices:
            yield from _row(cohort, (f"p:{practice.id}", practice.title), score.practices.get(practice.id))


def _row(cohort: PeerCohort, named: tuple[str, str], score: Score | None) -> Iterator[PeerRow]:
    figure, title = named
    told, reason = cohort.figures.get(figure), cohort.withheld.get(figure)
    if told is None and reason is None:
        return
    own, place = _own(score), _place(score, told)
    marks = told.by_quantile if told else {}
    low, median, high = (marks.get(q) for q in (_LOW, _MEDIAN, _HIGH))
    yield PeerRow(
        figure=figure,
        title=title,
        is_group=not figure.startswith("p:"),
        own=number(own),
        own_text=index(own),
        low=low,
        median=median,
        high=high,
        place=f"not told: {words.why_not(reason)}" if reason else words.place(place) if place else NOBODY_KNOWS,
        organisations=told.organisations if told else 0,
    )


def _own(score: Score | None) -> Fraction | None:
    """One's own index where it may stand beside others: enough is answered, and not more than a fifth left out."""
    if score is None or (isinstance(score, PracticeScore) and score.scope_limited):
        return None
    return score.index if (score.completeness or 0) >= HEADLINE_FROM else None


def _place(score: Score | None, told: PeerFigure | None) -> Place | None:
    own = _own(score)
    return None if own is None or told is None else standing_among(told.by_quantile, told.organisations, float(own))


def _cells(row: PeerRow) -> tuple[str, ...]:
    median = NOBODY_KNOWS if row.median is None else str(row.median)
    counted = str(row.organisations) if row.organisations else NOBODY_KNOWS
    return (row.title, row.own_text, median, words.middle_half(row.low, row.high), row.place, counted)
