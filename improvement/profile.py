"""One assessment as recommended actions see it: where each question stands, and where actions would bring it. Pure."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache

from improvement.levers import Holds, Lever, holding, levers
from questionnaires.answer import Responses
from questionnaires.model import Move, Questionnaire, RecommendedAction, Scalar
from scoring.maturity import Assessed, Outlook
from scoring.plan import Asked, plan
from scoring.result import AssessmentScore, Term

Worth = Mapping[int, Fraction]
"""The attainment of one answer by level."""
Reached = Mapping[int, Fraction | None]
"""Attainment by level; None where missing or not applicable."""


@dataclass(frozen=True, eq=False)
class View:
    """The figures with what advice asks of it again and again."""

    content: Questionnaire
    score: AssessmentScore | Outlook

    @cached_property
    def terms(self) -> Mapping[str, Term]:
        """How every question asked stands."""
        return {term.question: term for practice in self.score.practices.values() for term in practice.trace}

    @cached_property
    def holding(self) -> Mapping[str, Holds]:
        """What each practice holds back."""
        return holding(self.content, self.score)

    def frees(self, raised: frozenset[Lever], practice: str) -> Holds:
        """What it helps to free when these items of a practice are raised."""
        holds = self.holding[practice]
        return holds if holds is not Holds.NOTHING and raised & levers(self.score.practices[practice]) else Holds.NOTHING


class Profile:
    """The present answers with what-ifs, each scored once through the real scoring function."""

    def __init__(self, questionnaire: Questionnaire, responses: Responses, score: AssessmentScore | None = None) -> None:
        """`questionnaire` is the full one; `score` its result, where that is known already."""
        self._plan = plan(questionnaire, responses.mode)
        self._assessed = Assessed(questionnaire, responses)
        self.actions = questionnaire.actions
        """All that the full questionnaire recommends."""
        self._agreed = {consensus.question: consensus.value for consensus in responses.consensus}
        self._given = _by_question(responses)
        self._views: dict[frozenset[str], View] = {}
        self.now = View(self._plan.questionnaire, score or self._assessed.score())
        """As it is."""

    @property
    def content(self) -> Questionnaire:
        """The questionnaire restricted to the mode."""
        return self._plan.questionnaire

    def after(self, actions: frozenset[str]) -> View:
        """As it will be once these actions are done: an item ends at the highest that any of them brings it to."""
        if not actions:
            return self.now
        if actions not in self._views:
            self._views[actions] = View(self.content, self._assessed.outlook(self._highest(actions)))
        return self._views[actions]

    def worth(self, question: str, value: Scalar) -> Worth:
        """The attainment of an answer at each level."""
        return _worth(self._plan.asked[question], value)

    def moving(self, action: RecommendedAction, view: View) -> tuple[Move, ...]:
        """The moves that raise something: an answer is there, and it is below the move's end."""
        return tuple(move for move in action.moves if move.question in view.terms and self.raises(move, view))

    def unanswered(self, action: RecommendedAction) -> tuple[str, ...]:
        """Questions it would move that have no answer: nothing can be promised for them."""
        terms, missing = self.now.terms, {"unanswered", "dont_know"}
        return tuple(m.question for m in action.moves if m.question in terms and terms[m.question].state in missing)

    def raises(self, move: Move, view: View) -> frozenset[Lever]:
        """The question with each level at which the move would lift it."""
        present = view.terms[move.question].by_level
        return frozenset((move.question, level) for level in _above(self.worth(move.question, move.to), present))

    def starts_below(self, move: Move) -> bool:
        """The present answer does not reach the least start."""
        return bool(_above(self.worth(move.question, move.start), self.now.terms[move.question].by_level))

    def reaches_start(self, first: Move, second: Move) -> bool:
        """The first move begins lower, and ends where the second may begin."""
        begins = self.worth(second.question, second.start)
        is_lower = total(self.worth(first.question, first.start)) < total(begins)
        return is_lower and not _above(begins, self.worth(first.question, first.to))

    def said(self, question: str) -> Scalar | None:
        """The one answer that was given or agreed on; None where there are several or none."""
        given = self._given.get(question, ())
        return self._agreed.get(question, given[0] if len(given) == 1 else None)

    def _highest(self, actions: Iterable[str]) -> Mapping[str, Scalar]:
        highest: dict[str, Scalar] = {}
        for move in (m for action in sorted(actions) for m in self.actions[action].moves if m.question in self._plan.asked):
            before = highest.get(move.question)
            if before is None or total(self.worth(move.question, move.to)) > total(self.worth(move.question, before)):
                highest[move.question] = move.to
        return highest


def _by_question(responses: Responses) -> Mapping[str, Sequence[Scalar]]:
    given: dict[str, list[Scalar]] = {}
    for answer in responses.answers:
        if answer.state == "answered" and answer.value is not None:
            given.setdefault(answer.question, []).append(answer.value)
    return given


# Content never changes, so what an answer is worth is worked out once for all assessments of a process.
@lru_cache(maxsize=8192)
def _worth(asked: Asked, value: Scalar) -> Worth:
    attained = asked.outcome(value).attainment
    shares = (Fraction(parts, attained.parts) for parts in attained.point)
    return dict(zip(asked.levels, shares, strict=True))


def total(worth: Worth) -> Fraction:
    """For comparing answers of one question."""
    return sum(worth.values(), Fraction(0))


def _above(goal: Worth, present: Reached) -> Collection[int]:
    return [level for level, there in goal.items() if (here := present.get(level)) is not None and there > here]
