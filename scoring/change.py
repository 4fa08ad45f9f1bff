"""What changed between two assessments: the same items, the same weights, then and now (scoring specification, section 7)."""

from collections.abc import Collection, Iterable, Sequence
from fractions import Fraction
from functools import lru_cache
from math import sqrt
from typing import NamedTuple

from questionnaires.answer import Responses
from questionnaires.compare import differences
from questionnaires.model import Mode, Practice, Questionnaire
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


class Occasion(NamedTuple):
    """One of the two assessments: what was asked, what was answered, and what may not be told of it."""

    questionnaire: Questionnaire
    """In full; the responses say the mode."""
    responses: Responses
    overall: Fraction | None = None
    """The index of the whole, as its result says it."""
    withheld: Collection[str] = ()
    """Practices of which nothing may be told that puts one person's answers to several common questions together."""


class Rescored(NamedTuple):
    """Both assessments on their common questions, by the newer questionnaire's weights."""

    common: Questionnaire
    before: AssessmentScore
    after: AssessmentScore


def common_difference(
    questionnaire_old: Questionnaire, responses_old: Responses, questionnaire_new: Questionnaire, responses_new: Responses
) -> Change | None:
    """Both assessments re-scored on their common items, by the newer questionnaire's weights; None where they have none in common."""
    found = rescore(Occasion(questionnaire_old, responses_old), Occasion(questionnaire_new, responses_new))
    return change_of(found) if found else None


def rescore(then: Occasion, now: Occasion, without: frozenset[str] = frozenset()) -> Rescored | None:
    """None where they have no questions in common; `without` are questions to leave out, with what hangs on them."""
    common = common_questions(then, now, without)
    return Rescored(common, rescored(common, then), rescored(common, now)) if common.dimensions else None


def rescored(common: Questionnaire, of: Occasion) -> AssessmentScore:
    """One of the two on common questions alone."""
    return score(common, asked_all(of))


def asked_all(of: Occasion) -> Responses:
    """Its answers, to a questionnaire that is restricted to a mode already."""
    return of.responses.model_copy(update={"mode": "full"})


def change_of(found: Rescored) -> Change:
    """Then and now, of the whole and of each practice."""
    before, after = found.before, found.after
    practices = {name: _difference(before.practices[name], after.practices[name]) for name in found.common.practices}
    return Change(questions=tuple(found.common.questions), overall=_difference(before.overall, after.overall), practices=practices)


def common_questions(then: Occasion, now: Occasion, without: frozenset[str] = frozenset()) -> Questionnaire:
    """The newer questionnaire with nothing but the common questions: no rules, no prerequisites, no bounds on what was measured.

    Common are questions with the same id and the same anchors or options that both modes ask, and whose parent is common too.
    """
    old, new = ((Same(of.questionnaire), of.responses.mode) for of in (then, now))
    return _common(old, new, without)


class SideBySide(NamedTuple):
    """Several assessments of one questionnaire on what they have in common."""

    questions: tuple[str, ...]
    """Ids of the common items: same id, same anchors or options, in all of them."""
    scores: tuple[AssessmentScore, ...]
    """One for each assessment, in their order; levels by points, for what another questionnaire holds back is left out."""


def on_common_questions(asked: Sequence[tuple[Questionnaire, Responses]]) -> SideBySide | None:
    """Each re-scored on the items common to all, by the first one's weights; None where they have none in common."""
    own, *others = (Occasion(*one) for one in asked)
    common = common_questions(own, own)
    for other in others:
        common = common_questions(other, Occasion(common, asked_all(own)))
    if not common.dimensions:
        return None
    scores = (rescored(common, of) for of in (own, *others))
    return SideBySide(tuple(common.questions), tuple(scores))


@lru_cache(maxsize=64)
def _common(old: tuple[Same, Mode], new: tuple[Same, Mode], without: frozenset[str]) -> Questionnaire:
    asked_old, asked_new = (restrict(of.questionnaire, mode) for of, mode in (old, new))
    kept = _with_parents((asked_old, asked_new), set(differences(asked_old, asked_new).carries_over) - without)
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


def _with_parents(either: tuple[Questionnaire, Questionnaire], carried: Collection[str]) -> Collection[str]:
    """Those whose parents are common too, in both: a question that only one of them hides would count otherwise in the other."""

    def has_parents(name: str) -> bool:
        return name in carried and all(map(has_parents, _parents(either, name)))

    return {name for name in carried if has_parents(name)}


def _parents(either: Iterable[Questionnaire], name: str) -> Iterable[str]:
    conditions = ((asked, asked.questions[name].shown_if) for asked in either)
    return (condition.question for asked, condition in conditions if condition and condition.question in asked.questions)


def _difference(before: Score, after: Score) -> Difference:
    return Difference(before=_figure(before), after=_figure(after))


def _figure(score: Score) -> Figure:
    return Figure(index=score.index, low=score.low, high=score.high)
