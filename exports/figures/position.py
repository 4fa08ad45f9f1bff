"""Where the whole stands: the index strip, the pillars, and the radar that is the report's signature."""

from fractions import Fraction

from exports.figures.value import Figure, Table, number
from exports.words.index import headline_number, index_figure, index_words, level_number
from exports.words.numbers import index
from exports.words.pillars import nouns, pillar_finding
from exports.words.source import scored, source
from ground.value import Value
from improvement.standing_model import Standing
from scoring.result import GroupScore


class IndexStrip(Figure):
    """One line from 0 to 100: today with its range, the previous assessment, the target."""

    now: float | None
    """None where too little is answered for a point."""
    low: float | None
    high: float | None
    previous: float | None
    target: float | None
    now_text: str
    previous_text: str
    target_text: str

    def table(self) -> Table:
        """What, and its value."""
        marks = (("Today", self.now_text), ("Previous", self.previous_text), ("Target", self.target_text))
        return Table(("Mark", "Index"), tuple((name, text) for name, text in marks if text))


def index_strip(standing: Standing) -> IndexStrip:
    """The previous value is the one on the questions common to both."""
    overall = standing.score.overall
    then = standing.previous.change.overall.before.index if standing.previous and standing.previous.change else None
    aim = target_index(standing)
    return IndexStrip(
        title=f"Index: {index_words(standing)}",
        caption=source(standing),
        alt=f"A line from 0 to 100. The index is {index_words(standing)}.",
        now=number(overall.index) if standing.has_headline else None,
        low=number(overall.low),
        high=number(overall.high),
        previous=number(then),
        target=number(aim),
        now_text=headline_number(standing),
        previous_text=index(then) if then is not None else "",
        target_text=index(aim) if aim is not None else "",
    )


def target_index(standing: Standing) -> Fraction | None:
    """The overall index if every practice were exactly at its target; None unless each has one."""
    aims = {gap.practice: gap.target_index for gap in standing.gaps}
    weighted, weights = Fraction(0), Fraction(0)
    for dimension, weight in standing.score.overall.parts.items():
        parts = standing.score.dimensions[dimension].parts
        if any(practice not in aims for practice in parts):
            return None
        mean = sum((aims[p] * w for p, w in parts.items()), Fraction(0)) / sum(parts.values(), Fraction(0))
        weighted, weights = weighted + weight * mean, weights + weight
    return weighted / weights if weights else None


class PillarRow(Value):
    """One dimension."""

    dimension: str
    title: str
    now: float | None
    low: float | None
    high: float | None
    index: str
    level: str
    weakest: bool


class Pillars(Figure):
    """The dimensions side by side."""

    rows: tuple[PillarRow, ...]
    with_levels: bool
    """Quick mode has none."""

    def table(self) -> Table:
        """Dimension, index, level."""
        return Table(("Dimension", "Index", "Level"), tuple((r.title, r.index, r.level) for r in self.rows))


def pillars(standing: Standing) -> Pillars:
    """In the questionnaire's order; those with nothing applicable are left out."""
    title = pillar_finding(standing)
    scores = {d.id: standing.score.dimensions[d.id] for d in standing.questionnaire.dimensions if d.id in standing.score.dimensions}
    shown = {dimension: score for dimension, score in scores.items() if score.low is not None}
    known = [score.index for score in shown.values() if score.index is not None]
    least = min(known) if len(known) == len(shown) > 1 and min(known) < max(known) else None
    each = f"each {nouns(standing.questionnaire)[0]}'s practices"
    return Pillars(
        title=title,
        caption=f"Index 0 to 100, the weighted mean of {each}; the level is that of its weakest. {source(standing)}",
        alt=f"{title}. {len(shown)} bars from 0 to 100.",
        rows=tuple(_pillar(standing, dimension, score, least) for dimension, score in shown.items()),
        with_levels=standing.assessment.mode == "full",
    )


def _pillar(standing: Standing, dimension: str, score: GroupScore, least: Fraction | None) -> PillarRow:
    return PillarRow(
        dimension=dimension,
        title=next(d.title for d in standing.questionnaire.dimensions if d.id == dimension),
        now=number(score.index),
        low=number(score.low),
        high=number(score.high),
        index=index_figure(score),
        level=level_number(score),
        weakest=score.index is not None and score.index == least,
    )


class RadarAxis(Value):
    """One practice: shares of the full length."""

    practice: str
    title: str
    now: float | None
    low: float
    high: float
    target: float | None
    text: str


class Radar(Figure):
    """The whole profile in one shape."""

    axes: tuple[RadarAxis, ...]
    rings: int
    """How many steps the scale has above its lowest level."""

    def table(self) -> Table:
        """Practice, index, index at target."""
        aims = tuple("" if a.target is None else str(round(a.target * 100)) for a in self.axes)
        return Table(("Practice", "Index", "Target"), tuple((a.title, a.text, aim) for a, aim in zip(self.axes, aims, strict=True)))


def radar(standing: Standing) -> Radar:
    """Index of every practice against the index at its target."""
    aims = {gap.practice: gap.target_index for gap in standing.gaps}
    shown = {p: score for p, score in scored(standing).items() if score.low is not None}
    return Radar(
        title="The profile of today inside the profile aimed at",
        caption=source(standing),
        alt=f"Radar of {len(shown)} practices, index 0 at the centre to 100 at the rim; the outline is the target.",
        axes=tuple(
            RadarAxis(
                practice=practice,
                title=standing.questionnaire.practices[practice].title,
                now=_share(score.index),
                low=_share(score.low) or 0.0,
                high=_share(score.high) or 0.0,
                target=_share(aims.get(practice)),
                text=index_figure(score),
            )
            for practice, score in shown.items()
        ),
        rings=standing.questionnaire.highest - standing.questionnaire.lowest,
    )


def _share(figure: Fraction | None) -> float | None:
    return None if figure is None else float(figure / 100)
