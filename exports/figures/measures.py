"""Outcome measures: the latest reading against the organisation's own target."""

from collections.abc import Mapping
from fractions import Fraction

from assessment.model import OutcomeReading
from exports.figures.value import Figure, Table, number
from exports.words.answer import with_unit
from exports.words.measures import measures_finding, readings_of
from exports.words.numbers import counted, day, start
from ground.value import Value
from improvement.standing_model import Standing
from questionnaires.model import Measure

HEADROOM = Fraction(6, 5)


class Bullet(Value):
    """One measure."""

    measure: str
    title: str
    unit: str
    better: str
    value: float | None
    target: float | None
    minimum: float
    maximum: float
    met: bool | None
    """None without a reading or a target."""
    value_text: str
    target_text: str
    note: str
    """Period, sample and source of the latest reading."""


class Bullets(Figure):
    """All measures."""

    rows: tuple[Bullet, ...]

    def table(self) -> Table:
        """Measure, latest reading, target, where it comes from."""
        headers = ("Measure", "Latest reading", "Target", "Period and source")
        return Table(headers, tuple((r.title, r.value_text, r.target_text, r.note) for r in self.rows))


def bullets(standing: Standing) -> Bullets:
    """One for each measure of the questionnaire, read or not."""
    title = measures_finding(standing)
    read = readings_of(standing)
    return Bullets(
        title=title,
        caption=f"{_number_of(read)} as recorded, as of {day(standing.today)}. Targets are your own.",
        alt=f"{title}. One bar a measure with a line at its target.",
        rows=tuple(_bullet(standing, m, read[m.id]) for m in standing.questionnaire.measures),
    )


def _number_of(read: Mapping[str, tuple[OutcomeReading, ...]]) -> str:
    return start(counted(sum(map(len, read.values())), "reading"))


def _bullet(standing: Standing, measure: Measure, readings: tuple[OutcomeReading, ...]) -> Bullet:
    target = standing.measure_targets.get(measure.id)
    latest = readings[-1] if readings else None
    floor = measure.minimum or Fraction(0)
    return Bullet(
        measure=measure.id,
        title=measure.title,
        unit=measure.unit,
        better=measure.better,
        value=number(latest.value) if latest else None,
        target=number(target),
        minimum=float(floor),
        maximum=float(_ceiling(measure, [*(r.value for r in readings), *([target] if target is not None else [])])),
        met=measure.reaches(latest.value, target) if latest and target is not None else None,
        value_text=with_unit(standing, measure.id, latest.value) if latest else "No reading",
        target_text=with_unit(standing, measure.id, target) if target is not None else "No target",
        note=_note(latest) if latest else "",
    )


def _ceiling(measure: Measure, values: list[Fraction]) -> Fraction:
    """A share ends at its own maximum; hours end a fifth above the largest value, or a year of them would dwarf every bar."""
    largest = max([Fraction(0), *values]) * HEADROOM or Fraction(1)
    return measure.maximum if measure.maximum is not None and measure.maximum <= max(Fraction(100), largest) else largest


def _note(reading: OutcomeReading) -> str:
    sample = f"n = {reading.sample:,}" if reading.sample else ""
    return ", ".join(part for part in (reading.period, sample, reading.source) if part)
