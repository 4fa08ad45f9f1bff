"""How complete an assessment is, what is missing, and what a review should look at. Pure."""

from collections.abc import Collection, Mapping
from fractions import Fraction
from math import ceil
from typing import Literal

from assessment.model import RecordedAnswer
from ground.value import Exact, Value
from questionnaires.model import Mode, Practice, Question, Questionnaire
from questionnaires.scale import Visibility, own_scale, visibility
from scoring.result import AssessmentScore, PracticeScore

Answers = Mapping[str, RecordedAnswer]
ReviewKind = Literal["evidence", "dont_know", "discuss", "not_applicable"]


class PracticeProgress(Value):
    """One practice: how many of the questions asked have an answer, a don't know or a not applicable."""

    id: str
    title: str
    answered: int
    of: int
    missing: tuple[str, ...]

    @property
    def is_complete(self) -> bool:
        """Nothing is missing."""
        return not self.missing

    @property
    def words(self) -> str:
        """For a person: "Not started", "2 of 4 answered", "Complete"."""
        if self.is_complete:
            return "Complete"
        return f"{self.answered} of {self.of} answered" if self.answered else "Not started"


class Progress(Value):
    """The whole assessment, and each practice in order."""

    answered: int
    of: int
    dont_know: int = 0
    """So many of the answered ones say that nobody knows: the result counts them as missing."""
    minutes_left: int
    practices: tuple[PracticeProgress, ...]

    @property
    def share(self) -> float:
        """Answered of asked, 0-1; 1 where nothing is asked."""
        return self.answered / self.of if self.of else 1.0

    @property
    def next_practice(self) -> str | None:
        """The first practice with something missing; None when all is answered."""
        return next((p.id for p in self.practices if p.missing), None)


class ReviewItem(Value):
    """Something worth a look before finalising; none of these stops anybody."""

    kind: ReviewKind
    questions: tuple[str, ...]
    points: Exact
    """What it moves at most, in points of the overall index: the range for don't knows, the evidenced index for evidence."""


def visibilities(questionnaire: Questionnaire, answers: Answers) -> Mapping[str, Visibility]:
    """Whether each question of the (restricted) questionnaire is asked, by question id."""
    parents = {q.shown_if.question for q in questionnaire.questions.values() if q.shown_if}
    numbers: dict[str, Fraction | None] = {}
    seen: dict[str, Visibility] = {}
    waiting = dict(questionnaire.questions)
    while waiting:
        ready = [q for q in waiting.values() if not (q.shown_if and q.shown_if.question in waiting)]
        for question in ready:
            del waiting[question.id]
            seen[question.id] = visibility(question, numbers)
            if question.id in parents:
                numbers[question.id] = _number(question, seen[question.id], answers.get(question.id))
    return {id_: seen[id_] for id_ in questionnaire.questions}


def progress(questionnaire: Questionnaire, answers: Answers, mode: Mode) -> Progress:
    """Where the respondent stands; `questionnaire` is already restricted to the mode."""
    seen = visibilities(questionnaire, answers)
    practices = tuple(_practice(p, seen, answers) for p in questionnaire.practices.values())
    unknown = sum(where != "hidden" and id_ in answers and answers[id_].state == "dont_know" for id_, where in seen.items())
    return _whole(questionnaire, practices, mode, unknown)


def together(questionnaire: Questionnaire, score: AssessmentScore, mode: Mode) -> Progress:
    """Where all respondents together stand: a question is missing while none of them has answered it."""
    seen = {term.question: term.state for practice in score.practices.values() for term in practice.trace}
    asked = [[q.id for q in p.questions if seen.get(q.id, "implied_no") != "implied_no"] for p in questionnaire.practices.values()]
    missing = [tuple(q for q in ids if seen[q] == "unanswered") for ids in asked]
    practices = tuple(
        PracticeProgress(id=p.id, title=p.title, answered=len(ids) - len(left), of=len(ids), missing=left)
        for p, ids, left in zip(questionnaire.practices.values(), asked, missing, strict=True)
    )
    unknown = sum(seen[q] == "dont_know" for ids in asked for q in ids)
    return _whole(questionnaire, practices, mode, unknown)


def worth_a_look(score: AssessmentScore, answers: Answers) -> tuple[ReviewItem, ...]:
    """Claims without evidence, don't knows, marks for discussion and exclusions, each with its effect in points."""
    shares = item_points(score)
    terms = [t for p in score.practices.values() for t in p.trace]
    claimed = [t for t in terms if t.state == "answered" and t.attainment and not t.evidenced]
    unknown = [t.question for t in terms if t.state == "dont_know"]
    excluded = [t.question for t in terms if t.state == "not_applicable"]
    marked = [t.question for t in terms if t.question in answers and answers[t.question].discuss]
    lost = sum((shares[t.question] * (t.attainment or 0) for t in claimed), Fraction(0))
    found = (
        ReviewItem(kind="evidence", questions=tuple(t.question for t in claimed), points=lost),
        ReviewItem(kind="dont_know", questions=tuple(unknown), points=sum((shares[q] for q in unknown), Fraction(0))),
        ReviewItem(kind="discuss", questions=tuple(marked), points=Fraction(0)),
        ReviewItem(kind="not_applicable", questions=tuple(excluded), points=Fraction(0)),
    )
    return tuple(item for item in found if item.questions)


def item_points(score: AssessmentScore) -> Mapping[str, Fraction]:
    """Points of the overall index that each applicable item carries: what it brings when it goes from 0 to 1."""
    points: dict[str, Fraction] = {}
    whole = sum(score.overall.parts.values(), Fraction(0))
    for dimension, weight in score.overall.parts.items():
        parts = score.dimensions[dimension].parts
        for practice, share in parts.items():
            of_whole = 100 * (weight / whole) * (share / sum(parts.values(), Fraction(0)))
            points |= {q: of_whole * s for q, s in _item_shares(score.practices[practice]).items()}
    return points


def _item_shares(practice: PracticeScore) -> Mapping[str, Fraction]:
    applicable = [t for t in practice.trace if t.state != "not_applicable"]
    total = sum((t.weight for t in applicable), Fraction(0))
    return {t.question: t.weight / total for t in applicable}


def _whole(questionnaire: Questionnaire, practices: tuple[PracticeProgress, ...], mode: Mode, unknown: int) -> Progress:
    answered, of = sum(p.answered for p in practices), sum(p.of for p in practices)
    minutes = getattr(questionnaire.minutes, mode) * (of - answered)
    return Progress(answered=answered, of=of, dont_know=unknown, minutes_left=ceil(minutes / of) if of else 0, practices=practices)


def _practice(practice: Practice, seen: Mapping[str, Visibility], answers: Answers) -> PracticeProgress:
    asked = [q.id for q in practice.questions if seen[q.id] != "hidden"]
    missing = tuple(q for q in asked if seen[q] == "waiting" or not _is_answered(answers.get(q)))
    return PracticeProgress(id=practice.id, title=practice.title, answered=len(asked) - len(missing), of=len(asked), missing=missing)


def _is_answered(answer: RecordedAnswer | None) -> bool:
    return answer is not None and answer.state is not None


def _number(question: Question, seen: Visibility, answer: RecordedAnswer | None) -> Fraction | None:
    if seen == "hidden":
        return Fraction(0) if question.hidden_means == "no" else None
    if seen == "waiting" or answer is None or answer.state != "answered" or answer.value is None:
        return None
    return own_scale(question, answer.value)


def questions_in(practices: Collection[PracticeProgress]) -> int:
    """How many questions are missing over these practices."""
    return sum(len(p.missing) for p in practices)
