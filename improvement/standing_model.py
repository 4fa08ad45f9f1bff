"""Where one function stands: the one value that results page, home and PDF read. `improvement.standing.gather` fills it."""

from collections.abc import Mapping
from datetime import date, datetime
from fractions import Fraction
from uuid import UUID

from assessment.anonymity import Waiting
from assessment.model import Assessment, AssessmentState, GatePolicy, OutcomeReading, RecordedAnswer, Spread, TargetProfile
from assessment.peer_model import Peers
from ground.value import Exact, Value
from improvement.benchmark_model import Sisters
from improvement.model import Action
from questionnaires.answer import Consensus
from questionnaires.model import Move, Pitfall, Questionnaire, RecommendedAction
from scoring.panel import Panel
from scoring.redrawn import Robustness
from scoring.result import AssessmentScore, Binding, Change, Number, PitfallResult
from scoring.since import Moved
from scoring.split import Split

HEADLINE_FROM = Fraction(4, 5)
"""Below this share answered, the range is shown instead of a point."""


class Shift(Value):
    """The same figure before and after; levels are None in quick mode."""

    index_before: Number | None
    index_after: Number | None
    low_before: Number | None
    low_after: Number | None
    level_before: int | None = None
    level_after: int | None = None
    gated_before: int | None = None
    gated_after: int | None = None

    @property
    def points(self) -> Fraction:
        """Index points gained; those of the low bound where the index is not known."""
        if self.index_before is not None and self.index_after is not None:
            return self.index_after - self.index_before
        return (self.low_after or Fraction(0)) - (self.low_before or Fraction(0))

    @property
    def levels(self) -> int:
        """Levels gained; 0 where a level is not known."""
        if self.level_before is None or self.level_after is None:
            return 0
        return self.level_after - self.level_before


class Lift(Value):
    """f(with) - f(without), through the real scoring function."""

    overall: Shift
    practices: Mapping[str, Shift] = {}
    """Only the practices whose items move."""


class Advice(Value):
    """A recommended action that would move something here, and what it would bring."""

    action: RecommendedAction
    practice: str | None
    """None: a whole dimension's."""
    lift: Lift
    applies: tuple[Move, ...]
    waits_for: tuple[str, ...] = ()
    """Recommended actions to be done first."""
    held_by_gate: str | None = None
    frees_level: bool = False
    """It moves something that holds a level back."""
    rests_on: tuple[Binding, ...] = ()
    """What still holds its practice's level once it is done: foundations that have to be laid first, or that nobody has assessed."""
    answer_first: tuple[str, ...] = ()
    """Questions that it would move but that have no answer yet: nothing is promised for them."""
    reason: str
    """One sentence: why it stands where it stands."""

    @property
    def is_held(self) -> bool:
        """A known foundation keeps its practice's level down once it is done."""
        return any(binding.level is not None for binding in self.rests_on)

    @property
    def opens_level(self) -> bool:
        """It raises a practice that holds a level back, and that level counts at once."""
        return self.frees_level and not self.is_held and any(shift.levels > 0 for shift in self.lift.practices.values())

    @property
    def effort(self) -> Fraction:
        """Mean person-days."""
        return (self.action.effort_days[0] + self.action.effort_days[1]) / 2

    @property
    def points_per_day(self) -> Fraction:
        """Points of the overall index for each mean person-day."""
        return self.lift.overall.points / self.effort if self.effort else self.lift.overall.points


class Gap(Value):
    """How far one practice is from the level it aims at."""

    practice: str
    target: int
    target_index: Number
    """The index of a practice whose every item is exactly at the target level."""
    level: int | None
    """None where too little is answered to tell it from the levels that missing answers leave open."""
    index: Number | None
    low: int | None = None
    """The level that it has whatever the missing answers are."""

    @property
    def levels(self) -> int | None:
        """Levels still missing, never below 0; None where nobody can tell."""
        if self.level is None:
            return 0 if self.low is not None and self.low >= self.target else None
        return max(0, self.target - self.level)

    @property
    def points(self) -> Fraction | None:
        """Index points still missing, never below 0; None where the index is not known."""
        return None if self.index is None else max(Fraction(0), self.target_index - self.index)


class Claim(Value):
    """A practice claims level 3 or more, and its linked measure says otherwise."""

    practice: str
    level: int
    measure: str
    reading: OutcomeReading
    target: Exact
    """The organisation's own target, or where it has none the value of an adoption gate: the reading misses it."""


class Ground(Value):
    """One answer or figure that a pitfall's rule turns on, in a sentence."""

    sentence: str
    practice: str | None = None
    """The practice whose page tells more of it; None for a whole dimension and for a reading."""
    measure: str | None = None
    """The measure that it is a reading of."""


class FoundPitfall(Value):
    """A pitfall whose rule holds, in words."""

    pitfall: Pitfall
    result: PitfallResult
    rule: str
    """The rule for a person."""
    proof: tuple[Ground, ...]
    """The answers and figures that made it true."""


class Previous(Value):
    """The previous final assessment of the same questionnaire and function."""

    assessment: Assessment
    score: AssessmentScore
    change: Change | None
    """None: no question is common to both."""
    moved: Mapping[str, Moved] = {}
    """Each practice that is asked now: whether it changed by more than chance."""
    split: Split | None = None
    """Where the difference of the two overall indices comes from."""


class Beside(Value):
    """Another final assessment, shown beside this one: the foundations under it, or what stands on it."""

    assessment: Assessment
    function: str
    questionnaire: Questionnaire
    score: AssessmentScore

    @property
    def ended(self) -> date:
        """The last day of its period."""
        return self.assessment.ends


class Renewed(Value):
    """The same answers judged on today's foundations, where those are not the ones of the issued result."""

    stands_on: tuple[Beside, ...]
    score: AssessmentScore

    @property
    def levels(self) -> Mapping[str, int | None]:
        """The level of each practice of those foundations, by questionnaire-id/practice-id."""
        return {f"{one.questionnaire.id}/{name}": p.level for one in self.stands_on for name, p in one.score.practices.items()}


class Standing(Value):
    """Everything a person may be told about one assessment."""

    organisation: str
    function: str
    currency: str = "EUR"
    assessment: Assessment
    questionnaire: Questionnaire
    """Restricted to the assessment's mode."""
    score: AssessmentScore
    answers: Mapping[str, RecordedAnswer]
    """Of the questions that one person answered; whoever looks is told the same."""
    agreed: Mapping[str, Consensus] = {}
    """By question, the answer that those who answered agreed on: it counts instead of theirs."""
    spreads: Mapping[str, Spread] = {}
    """Of those that several people answered."""
    waiting: Mapping[str, tuple[Waiting, ...]] = {}
    """Anonymous answers that no figure counts yet."""
    peers: Peers | None = None
    """What is told of other organisations; None where nobody has asked."""
    panel: Panel | None = None
    """How far those who answered agree; None where fewer than two are counted."""
    redrawn: Robustness | None = None
    """How much level and weakest practice hang on the weights."""
    gaps: tuple[Gap, ...]
    """Largest first; practices without a target are left out."""
    advice: tuple[Advice, ...]
    ten: tuple[Advice, ...]
    actions: tuple[Action, ...]
    """The register of this function, by number."""
    readings: tuple[OutcomeReading, ...]
    """Of this function, oldest period first."""
    measure_targets: Mapping[str, Exact] = {}
    previous: Previous | None = None
    target_profiles: tuple[TargetProfile, ...] = ()
    """The organisation's own for this questionnaire, by name."""
    sisters: Sisters = Sisters()
    pitfalls: tuple[FoundPitfall, ...] = ()
    claims: tuple[Claim, ...] = ()
    stands_on: tuple[Beside, ...] = ()
    """The results that its prerequisites of other questionnaires were read from: as issued, or today's while it is open."""
    renewed: Renewed | None = None
    carries: Beside | None = None
    """The newest final assessment of this function that stands on this one's practices."""
    policies: Mapping[str, GatePolicy] = {}
    """The organisation's own values for adoption gates, as they are today."""
    people: Mapping[UUID, str] = {}
    """Names of everybody an action mentions."""
    today: date
    """In the organisation's zone."""
    now: datetime

    @property
    def is_final(self) -> bool:
        """Frozen; otherwise everything here may still change."""
        return self.assessment.state is AssessmentState.FINAL

    @property
    def score_today(self) -> AssessmentScore:
        """On the foundations as they are today, which may be newer than those the result was issued on."""
        return self.renewed.score if self.renewed else self.score

    @property
    def is_judged_today_alone(self) -> bool:
        """Nothing was known of its foundations when it was issued, and something is by now: a picture as issued would tell nothing."""
        return self.renewed is not None and not self.stands_on

    @property
    def has_headline(self) -> bool:
        """Enough is answered to print a point instead of the range alone."""
        share = self.score.overall.completeness
        return share is not None and share >= HEADLINE_FROM and self.score.overall.index is not None

    def name(self, person: UUID | None) -> str:
        """A person's name; empty where there is none."""
        return self.people.get(person, "") if person else ""
