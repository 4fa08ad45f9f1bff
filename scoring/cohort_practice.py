"""One practice of many assessments: its questions' tables, their sums, and the figures that follow (scoring specification, section 3)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import ceil, lcm
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from questionnaires.model import Scalar
from scoring.attainment import Attainment
from scoring.coded import FIRST
from scoring.packing import Packing, Wholes, Words
from scoring.plan import Asked
from scoring.rationals import Divisor, Flags, Rationals
from scoring.seats import Seats, Standing

Levels = NDArray[np.int16]
UNTOLD = -1
"""The level that nobody can tell."""
NO_CAP = np.iinfo(np.int16).max
LEVELS = ("level", "level_low", "level_high")


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """The figures of a practice, a dimension or the whole, an entry for each assessment; as in `scoring.result.Score`."""

    index: Rationals
    low: Rationals
    high: Rationals
    completeness: Rationals
    level: Levels
    level_low: Levels
    level_high: Levels

    @property
    def applicable(self) -> Flags:
        """Where anything is."""
        return self.low.told


@dataclass(frozen=True, slots=True)
class Line:
    """One question's line of the practice's table, packed, by the code of the answer; None for a word with nothing in it."""

    asked: Asked
    point: Sequence[Wholes | None]
    doubt: Sequence[Wholes | None]
    """What the answer leaves open, as much below the point as above it: a letter's point is the middle of its band."""
    whole: Wholes
    """The line of everything attained, without `Sheet.unit`."""


class Sheet:
    """A practice's table of questions by levels, made ready for one coding. Sums are over `unit`."""

    def __init__(self, asked: Sequence[Asked], values: Mapping[str, tuple[Scalar, ...]], seats: Seats) -> None:
        worths = {one.id: [one.outcome(value).attainment for value in values[one.id]] for one in asked}
        self.parts = lcm(*(worth.parts for known in worths.values() for worth in known))
        self.unit = self.parts * seats.whole
        self.scale = asked[0].reach.scale
        self.weights = list(zip(*(one.reach.whole for one in asked), strict=True))
        self.packing = Packing([self.unit * sum(column) for column in self.weights])
        self.lines = [self._line(one, worths[one.id]) for one in asked]

    def _line(self, asked: Asked, worths: Sequence[Attainment]) -> Line:
        point = self._tables(worths, [worth.row for worth in worths])
        doubt = self._tables(worths, [[at_best - here for at_best, here in zip(w.row_high, w.row, strict=True)] for w in worths])
        return Line(asked, point, doubt, self.packing.pack(np.array(asked.reach.whole, self.packing.kind)))

    def _tables(self, worths: Sequence[Attainment], rows: Sequence[Sequence[int]]) -> Sequence[Wholes | None]:
        if not any(map(any, rows)):
            return [None] * self.packing.words
        nothing = [[0] * (len(self.scale) + 1)] * FIRST
        factors = [1] * FIRST + [self.parts // worth.parts for worth in worths]
        return self.packing.tables(np.array([*nothing, *rows], self.packing.kind).T * np.array(factors, self.packing.kind))


class Cuts(NamedTuple):
    """What a level has to pass to be largely and fully attained, in the unit of the sums."""

    largely: Wholes
    fully: Wholes


def _cuts(possible: Wholes) -> Cuts:
    return Cuts(possible // 2, 17 * possible // 20)


class Summed:
    """The packed sums of one practice in each assessment."""

    def __init__(self, sheet: Sheet, seats: Seats, standings: Mapping[str, Standing]) -> None:
        self._sheet, self._seats = sheet, seats
        self._standings = [standings[line.asked.id] for line in sheet.lines]
        self._count = len(self._standings[0].answered)
        self.known = self._weight([standing.answered for standing in self._standings])
        unknown = self._weight([standing.missing for standing in self._standings])
        self.applicable = [a + b for a, b in zip(self.known, unknown, strict=True)]
        lines = list(zip(sheet.lines, self._standings, strict=True))
        self.point = self._attained((line.point, standing) for line, standing in lines)
        doubt = self._attained((line.doubt, standing) for line, standing in lines)
        self.low = [point - either_way for point, either_way in zip(self.point, doubt, strict=True)]
        self.high = [point + either_way + sheet.unit * open_ for point, either_way, open_ in zip(self.point, doubt, unknown, strict=True)]

    def scores(self, *, quick: bool) -> Scores:
        """The figures; no levels in quick mode, which is an estimate."""
        known, applicable = (self._sheet.packing.read(words, 0) for words in (self.known, self.applicable))
        answered, asked = Divisor(known), Divisor(applicable)
        return Scores(
            index=self._index(self.point, answered),
            low=self._index(self.low, asked),
            high=self._index(self.high, asked),
            completeness=asked.into(known),
            **({name: np.full(self._count, UNTOLD, np.int16) for name in LEVELS} if quick else self._levels(answered.told, asked.told)),
        )

    def _index(self, attained: Words, possible: Divisor) -> Rationals:
        return possible.into(self._sheet.packing.read(attained, 0), self._sheet.unit, times=100)

    def _levels(self, known: Flags, applicable: Flags) -> Mapping[str, Levels]:
        lowest, highest = self._sheet.scale[0], self._sheet.scale[-1]
        known_cuts, cuts = self._cuts(self.known), self._cuts(self.applicable)
        climbed = [self._climbed(*view) for view in ((self.point, known_cuts), (self.low, cuts), (self.high, cuts))]
        level, low, high = (np.maximum(lowest, np.minimum(one, cap)) for one, cap in zip(climbed, self._caps(), strict=True))
        return {
            "level": np.where(known, level, UNTOLD),
            "level_low": np.where(applicable, np.where(known, low, lowest), UNTOLD),
            "level_high": np.where(applicable, np.where(known, high, highest), UNTOLD),
        }

    def _climbed(self, attained: Words, cuts: Mapping[int, Cuts]) -> Levels:
        """The climb of `scoring.rating`, all assessments abreast."""
        reached, climbing = np.full(self._count, self._sheet.scale[0], np.int16), np.ones(self._count, np.bool_)
        for column, cut in cuts.items():
            part, spoken = self._sheet.packing.read(attained, column), self._spoken[column]
            largely = part > cut.largely
            np.putmask(reached, climbing & spoken & largely, self._sheet.scale[column - 1])
            climbing &= ~spoken | (largely & (part > cut.fully))
        return reached

    def _cuts(self, possible: Words) -> Mapping[int, Cuts]:
        """By column of each level that can be earned. Columns of the same weights, as those of anchored questions are, have the same."""
        same: dict[tuple[int, ...], Cuts] = {}
        for column in self._columns:
            weights = self._sheet.weights[column]
            same[weights] = same.get(weights) or _cuts(self._sheet.unit * self._sheet.packing.read(possible, column))
        return {column: same[self._sheet.weights[column]] for column in self._columns}

    @property
    def _columns(self) -> Sequence[int]:
        """The first is the sum, the second the lowest level, which is there without being earned."""
        return range(2, 1 + len(self._sheet.scale))

    @cached_property
    def _spoken(self) -> Mapping[int, Flags]:
        """Where any applicable question speaks to a level, by column."""
        return {column: self._sheet.packing.read(self.applicable, column) > 0 for column in self._columns}

    def _caps(self) -> tuple[Levels, Levels, Levels]:
        """The level that missed knockouts leave, as answered, at worst and at best."""
        caps = np.full((3, self._count), NO_CAP, np.int16)
        for line, standing in zip(self._sheet.lines, self._standings, strict=True):
            if line.asked.knockout is not None:
                for cap, short in zip(caps, self._short(line, standing, line.asked.knockout), strict=True):
                    np.minimum(cap, line.asked.levels[0] - 1, out=cap, where=short)
        return caps[0], caps[1], caps[2]

    def _short(self, line: Line, standing: Standing, knockout: Fraction) -> tuple[Flags, Flags, Flags]:
        point, doubt = (self._read_one(tables, line, standing) for tables in (line.point, line.doubt))
        least = ceil(knockout * self._sheet.unit * line.asked.reach.weight)
        answered = standing.answered
        at_worst = (answered & (point - doubt < least)) | (standing.missing & (least > 0))
        return answered & (point < least), at_worst, answered & (point + doubt < least)

    def _read_one(self, tables: Sequence[Wholes | None], line: Line, standing: Standing) -> Wholes:
        column = 1 + line.asked.reach.scale.index(line.asked.levels[0])
        return self._sheet.packing.read(self._attained([(tables, standing)]), column)

    def _attained(self, lines: Iterable[tuple[Sequence[Wholes | None], Standing]]) -> Sequence[Wholes]:
        words = self._nothing()
        for tables, standing in lines:
            for word, table in zip(words, tables, strict=True):
                if table is not None:
                    self._seats.add_mean(table, standing, word)
        return words

    def _nothing(self) -> list[Wholes]:
        return [np.zeros(self._count, self._sheet.packing.kind) for _ in range(self._sheet.packing.words)]

    def _weight(self, flags: Sequence[Flags]) -> Sequence[Wholes]:
        words = self._nothing()
        for line, where in zip(self._sheet.lines, flags, strict=True):
            # Of thousands of assessments with several respondents, hardly any lacks an answer to a question altogether.
            for number, whole in enumerate(line.whole if where.any() else ()):
                words[number] += where.astype(self._sheet.packing.kind) * whole
        return words
