"""One practice: its climb through the levels, and what each question brought."""

from exports.figures.value import Figure, Table, level_names, number
from exports.words.answer import FULLY, answer_short
from exports.words.index import level_words
from exports.words.numbers import NOBODY_KNOWS, per_cent, start
from exports.words.practice import practice_source, question_finding
from exports.words.source import MISSING
from ground.value import Value
from improvement.standing_model import Standing
from questionnaires.model import Anchored
from scoring.result import PracticeScore, Term


class LevelStep(Value):
    """One level of the bar."""

    level: int
    name: str
    share: float | None
    """How much of it is attained, 0-1; None where nothing is answered or nothing asks for it."""
    text: str


class LevelBar(Figure):
    """The climb: each level filled as far as it is attained."""

    practice: str
    level: int | None
    low: int | None
    high: int | None
    target: int | None
    minimum: int
    maximum: int
    steps: tuple[LevelStep, ...]

    def table(self) -> Table:
        """Level and share attained."""
        return Table(("Level", "Attained, %"), tuple((f"{s.level} {s.name}", s.text) for s in self.steps))


def level_bar(standing: Standing, practice: str) -> LevelBar:
    """Level is None in quick mode and where nothing is answered."""
    score = standing.score.practices[practice]
    names = level_names(standing)
    scale = standing.questionnaire
    return LevelBar(
        title=start(level_words(score)),
        caption=practice_source(standing, practice),
        alt=f"Bar of levels {scale.lowest} to {scale.highest}, each filled as far as it is attained: {level_words(score)}.",
        practice=practice,
        level=score.level,
        low=score.level_low,
        high=score.level_high,
        target=standing.assessment.targets.get(practice),
        minimum=scale.lowest,
        maximum=scale.highest,
        steps=tuple(_step(score, n, name) for n, name in names.items() if n > scale.lowest),
    )


def _step(score: PracticeScore, at: int, name: str) -> LevelStep:
    share = score.attainment.get(at)
    return LevelStep(level=at, name=name, share=number(share), text=per_cent(share))


class Bar(Value):
    """One question."""

    question: str
    label: str
    share: float | None
    """Its attainment 0-1; None where missing or not applicable."""
    low: float | None
    high: float | None
    text: str
    """`3 of 5`, `Yes`, `Not answered`."""
    mark: float | None
    """Where the target level lies on this question's own scale."""
    reached: bool


class Bars(Figure):
    """Attainment by question."""

    practice: str
    target: int | None
    rows: tuple[Bar, ...]

    def table(self) -> Table:
        """Question, answer, attainment."""
        shares = tuple(NOBODY_KNOWS if r.share is None else f"{round(r.share * 100)}" for r in self.rows)
        return Table(("Question", "Answer", "Attained, %"), tuple((r.label, r.text, s) for r, s in zip(self.rows, shares, strict=True)))


def bars(standing: Standing, practice: str) -> Bars:
    """One bar a question, in the questionnaire's order."""
    score = standing.score.practices[practice]
    title = question_finding(standing, practice)
    return Bars(
        title=title,
        caption=practice_source(standing, practice),
        alt=f"{title}. One bar for each of {len(score.trace)} questions; the line marks the target.",
        practice=practice,
        target=standing.assessment.targets.get(practice),
        rows=tuple(_bar(standing, term, standing.assessment.targets.get(practice)) for term in score.trace),
    )


def _bar(standing: Standing, term: Term, target: int | None) -> Bar:
    mark = _mark(standing, term, target)
    share = None if term.state in MISSING else number(term.attainment)
    return Bar(
        question=term.question,
        label=standing.questionnaire.questions[term.question].text,
        share=share,
        low=number(term.low),
        high=number(term.high),
        text=answer_short(standing, term),
        mark=mark,
        reached=share is not None and (share > FULLY if mark is None else share >= mark),
    )


def _mark(standing: Standing, term: Term, target: int | None) -> float | None:
    scale = standing.questionnaire
    if target is None or not isinstance(scale.questions[term.question], Anchored):
        return None
    return (target - scale.lowest) / (scale.highest - scale.lowest)
