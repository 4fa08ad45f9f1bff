"""What changed between two assessments: the same items, the same weights, then and now (scoring specification, section 7)."""

from collections.abc import Collection, Sequence
from functools import lru_cache
from math import sqrt
from typing import NamedTuple

from questionnaires.answer import Responses
from questionnaires.compare import differences
from questionnaires.model import Mode, Practice, Question, Questionnaire
from questionnaires.quick import restrict
from scoring.maturity import score
from scoring.plan import Same
from scoring.result import AssessmentScore, Change, Difference, Figure, Score


def reliable_change(first: float, second: float, sd: float, reliability: float | None) -> tuple[float | None, float | None, float | None]:
    """SEM = SD sqrt(1 - r), S_diff = sqrt(2) SEM, and the reliable change index = difference / S_diff: beyond 1.96 it is hardly noise.

    `reliability` comes from a rating made twice; None, not known: nothing can be told. Where S_diff is 0 there is no index.
    Jacobson & Truax, Journal of Consulting and Clinical Psychology 59 (1991). ValueError for a negative SD, or r outside 0 to 1.
    """
    if reliability is None:
        return None, None, None
    if sd < 0 or not 0 <= reliability <= 1:
        raise ValueError("A standard deviation is 0 or more, and a reliability lies from 0 to 1.")
    sem = sd * sqrt(1 - reliability)
    s_diff = sqrt(2) * sem
    return sem, s_diff, (second - first) / s_diff if s_diff else None


def common_difference(
    questionnaire_old: Questionnaire, responses_old: Responses, questionnaire_new: Questionnaire, responses_new: Responses
) -> Change | None:
    """Both assessments re-scored on their common items, by the newer questionnaire's weights; None where they have none in common.

    Common are questions with the same id and the same anchors or options that both modes ask, and whose parent is common too.
    """
    common = _common(Same(questionnaire_old), responses_old.mode, Same(questionnaire_new), responses_new.mode)
    if not common.dimensions:
        return None
    before, after = (score(common, responses.model_copy(update={"mode": "full"})) for responses in (responses_old, responses_new))
    practices = {name: _difference(before.practices[name], after.practices[name]) for name in common.practices}
    return Change(questions=tuple(common.questions), overall=_difference(before.overall, after.overall), practices=practices)


class SideBySide(NamedTuple):
    """Several assessments of one questionnaire on what they have in common."""

    questions: tuple[str, ...]
    """Ids of the common items: same id, same anchors or options, in all of them."""
    scores: tuple[AssessmentScore, ...]
    """One for each assessment, in their order; levels by points, for what another questionnaire holds back is left out."""


def on_common_questions(asked: Sequence[tuple[Questionnaire, Responses]]) -> SideBySide | None:
    """Each re-scored on the items common to all, by the first one's weights; None where they have none in common."""
    (own, said), *others = asked
    common = _common(Same(own), said.mode, Same(own), said.mode)
    for other, theirs in others:
        common = _common(Same(other), theirs.mode, Same(common), "full")
    if not common.dimensions:
        return None
    scores = (score(common, responses.model_copy(update={"mode": "full"})) for _, responses in asked)
    return SideBySide(tuple(common.questions), tuple(scores))


@lru_cache(maxsize=64)
def _common(old: Same, mode_old: Mode, new: Same, mode_new: Mode) -> Questionnaire:
    """The newer questionnaire with nothing but the common questions: no rules, no prerequisites, no bounds on what was measured."""
    asked_old, asked_new = restrict(old.questionnaire, mode_old), restrict(new.questionnaire, mode_new)
    kept = _with_parents(asked_new, differences(asked_old, asked_new).carries_over)
    dimensions = [
        dimension.model_copy(
            update={"practices": tuple(part for practice in dimension.practices if (part := _kept(practice, kept)).questions)}
        )
        for dimension in asked_new.dimensions
    ]
    only = {"dimensions": tuple(dimension for dimension in dimensions if dimension.practices), "measures": (), "gates": (), "pitfalls": ()}
    return Questionnaire.model_construct(**{**dict(asked_new), **only})


def _kept(practice: Practice, kept: Collection[str]) -> Practice:
    return practice.model_copy(update={"needs": (), "questions": tuple(question for question in practice.questions if question.id in kept)})


def _with_parents(questionnaire: Questionnaire, carried: Collection[str]) -> Collection[str]:
    def has_parents(question: Question) -> bool:
        parent = questionnaire.questions.get(question.shown_if.question) if question.shown_if else None
        return question.id in carried and (parent is None or has_parents(parent))

    return {name for name, question in questionnaire.questions.items() if has_parents(question)}


def _difference(before: Score, after: Score) -> Difference:
    return Difference(before=_figure(before), after=_figure(after))


def _figure(score: Score) -> Figure:
    return Figure(index=score.index, low=score.low, high=score.high)
