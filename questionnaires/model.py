"""What a questionnaire is: frozen values, one questionnaire version each. No wording is ever looked at by code."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from ground.value import Exact, Value
from questionnaires.figures import Figure, Flag, Whole

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=100)]
Reference = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?$", max_length=200)]
Version = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,6}\.[0-9]{1,6}\.[0-9]{1,6}$")]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=10_000)]
Weight = Annotated[Exact, Field(gt=0)]
Share = Annotated[Exact, Field(ge=0, le=1)]
Group = Literal["leader", "staff", "user"]
Mode = Literal["quick", "full"]
CURRENCY = "currency"
"""The unit of a measure in money: which money is the organisation's."""


class Level(Value):
    """One step of the scale of anchored questions."""

    level: Whole
    name: Words


class Measure(Value):
    """An outcome measure; the same id means the same in every questionnaire."""

    id: Slug
    title: Words
    unit: Words
    better: Literal["higher", "lower"]
    definition: Words
    minimum: Exact | None = None
    maximum: Exact | None = None

    def reaches(self, value: Fraction, wanted: Fraction) -> bool:
        """Whether a reading is as good as what is wanted of it, or better."""
        return value >= wanted if self.better == "higher" else value <= wanted

    def counted_in(self, currency: str) -> str:
        """Its unit: the organisation's own money where the questionnaire leaves that open."""
        return currency if self.unit == CURRENCY else self.unit


class Condition(Value):
    """Shown only where the parent's answer, on the parent's own scale, reaches this."""

    question: Slug
    at_least: Exact


class BaseQuestion(Value):
    """What every kind of question carries."""

    id: Slug
    text: Words
    why: Words
    how: Words
    evidence: Words
    audience: Annotated[tuple[Group, ...], Field(min_length=1)]
    modes: Annotated[tuple[Mode, ...], Field(min_length=1)]
    weight: Weight = Fraction(1)
    aspect: Literal["value", "flow", "tool", "measure"] | None = None
    stance: Literal["proactive", "reactive"] | None = None
    posture: Literal["strategic", "defensive"] | None = None
    knockout: Share | None = None
    shown_if: Condition | None = None
    hidden_means: Literal["no", "not_applicable"] = "no"
    source: Slug


class Anchored(BaseQuestion):
    """A level of the scale, each described by something observable; speaks to every level above the lowest."""

    kind: Literal["anchored"]
    levels: Mapping[Whole, Words]


class Tagged(BaseQuestion):
    """Speaks to its tagged level, or to every level where it has none."""

    level: Whole | None = None


class YesNo(Tagged):
    """Yes or no."""

    kind: Literal["yes_no"]


class Rated(Tagged):
    """N, P, L, F of ISO/IEC 33020, or a percentage 0-100."""

    kind: Literal["rated"]


class Choice(Value):
    """One label of a coverage table with its attainment."""

    label: Words
    value: Share


class Coverage(Tagged):
    """One of an explicit table of shares."""

    kind: Literal["coverage"]
    table: Annotated[tuple[Choice, ...], Field(min_length=2)]


class Metric(Tagged):
    """A measured number, turned into attainment piecewise-linearly through `points` (x ascending, attainment monotone)."""

    kind: Literal["metric"]
    measure: Slug
    points: Annotated[tuple[tuple[Exact, Share], ...], Field(min_length=2)]


class Option(Value):
    """One option of a choices question."""

    id: Slug
    label: Words
    weight: Weight = Fraction(1)


class Choices(Tagged):
    """Any number of options; none of them is a valid answer."""

    kind: Literal["choices"]
    options: Annotated[tuple[Option, ...], Field(min_length=2)]


Question = Annotated[Anchored | YesNo | Rated | Coverage | Metric | Choices, Field(discriminator="kind")]
Scalar = Flag | Figure | str | tuple[Slug, ...]
"""An answer's value. A text stays a text, even where it looks like a number: the label "1/2", or a half as JSON holds it.
The question tells which (`valid_value`)."""


class Move(Value):
    """What an action does to a question: answers of the question's own kind; `from` is the least start."""

    question: Slug
    start: Scalar = Field(alias="from")
    to: Scalar


class RecommendedAction(Value):
    """Advice: what to do, what it moves, what it takes, and when it is done."""

    id: Slug
    title: Words
    moves: Annotated[tuple[Move, ...], Field(min_length=1)]
    steps: Annotated[tuple[Words, ...], Field(min_length=1)]
    effort_days: tuple[Exact, Exact]
    cost: tuple[Exact, Exact] = (Fraction(0), Fraction(0))
    takes_weeks: Annotated[Exact, Field(gt=0)]
    done_when: Words
    measures: tuple[Slug, ...] = ()
    after: tuple[Slug, ...] = ()


class Practice(Value):
    """A group of questions that earns a level of its own."""

    id: Slug
    title: Words
    weight: Weight = Fraction(1)
    summary: Words
    guidance: Words
    needs: tuple[Reference, ...] = ()
    measures: tuple[Slug, ...] = ()
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]
    actions: tuple[RecommendedAction, ...] = ()

    @property
    def linked_measures(self) -> tuple[str, ...]:
        """Its own measures; left out: the first of its actions'."""
        return self.measures or next((a.measures for a in self.actions if a.measures), ())[:1]


class Dimension(Value):
    """A pillar or a group of foundations."""

    id: Slug
    title: Words
    role: Literal["pillar", "foundation", "capability", "advanced"]
    weight: Weight = Fraction(1)
    mandatory: Flag = False
    practices: Annotated[tuple[Practice, ...], Field(min_length=1)]
    actions: tuple[RecommendedAction, ...] = ()


class Gate(Value):
    """A measure that has to be reached before the held actions pay off; it never alters a level."""

    id: Slug
    title: Words
    measure: Slug
    at_least: Exact
    editable: Flag = False
    holds_back: tuple[Slug, ...] = ()


class Pitfall(Value):
    """A known way to fail, found by a rule over answers, levels, indices and readings."""

    id: Slug
    title: Words
    when: Words
    effect: Words
    advice: Words


class Source(Value):
    """Where a question or fact comes from."""

    title: Words
    author: Words
    year: Whole


class Minutes(Value):
    """How long answering takes."""

    quick: Annotated[Whole, Field(gt=0)]
    full: Annotated[Whole, Field(gt=0)]


class Questionnaire(Value):
    """One version of one questionnaire. A published version never changes."""

    format: Literal[1]
    id: Slug
    version: Version
    title: Words
    language: Words
    licence: Words
    purpose: Words
    minutes: Minutes
    scale: Annotated[tuple[Level, ...], Field(min_length=2)]
    measures: tuple[Measure, ...] = ()
    dimensions: Annotated[tuple[Dimension, ...], Field(min_length=1)]
    gates: tuple[Gate, ...] = ()
    pitfalls: tuple[Pitfall, ...] = ()
    sources: Mapping[Slug, Source]

    @property
    def lowest(self) -> int:
        """The scale's minimum."""
        return self.scale[0].level

    @property
    def highest(self) -> int:
        """The scale's maximum."""
        return self.scale[-1].level

    @cached_property
    def practices(self) -> Mapping[str, Practice]:
        """Every practice by id, in order."""
        return {p.id: p for d in self.dimensions for p in d.practices}

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """Every question by id, in order."""
        return {q.id: q for p in self.practices.values() for q in p.questions}

    @cached_property
    def practice_of(self) -> Mapping[str, Practice]:
        """The practice of each question, by question id."""
        return {q.id: p for p in self.practices.values() for q in p.questions}

    @cached_property
    def actions(self) -> Mapping[str, RecommendedAction]:
        """Every recommended action by id, in order."""
        return {a.id: a for a in self._actions()}

    @cached_property
    def measure_by_id(self) -> Mapping[str, Measure]:
        """Every measure by id."""
        return {m.id: m for m in self.measures}

    def _actions(self) -> Iterator[RecommendedAction]:
        for dimension in self.dimensions:
            yield from dimension.actions
            for practice in dimension.practices:
                yield from practice.actions
