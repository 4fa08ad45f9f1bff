"""Every profile of the published questionnaire gets advice worth following."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import pairwise
from random import Random
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from improvement.advice import Advice, lift, recommend, ten, why_none
from questionnaires import library
from questionnaires.answer import Answer, Respondent, Responses
from questionnaires.model import Question, Scalar
from scoring.maturity import score

PILLARS = library.load("three-pillars")
FLOOR: Mapping[str, Callable[[Question], Scalar]] = {
    "anchored": lambda _: Fraction(0),
    "yes_no": lambda _: False,
    "coverage": lambda q: q.table[0].label,
    "metric": lambda q: q.points[0][0],
    "choices": lambda _: (),
}
CEILING: Mapping[str, Callable[[Question], Scalar]] = {
    "anchored": lambda _: Fraction(5),
    "yes_no": lambda _: True,
    "coverage": lambda q: q.table[-1].label,
    "metric": lambda q: q.points[-1][0],
    "choices": lambda q: tuple(option.id for option in q.options),
}


def responses(choose: Callable[[Question], Scalar | None], mode: str = "full") -> Responses:
    """One leader's answers; None leaves a question open."""
    values = {q.id: choose(q) for q in PILLARS.questions.values()}
    answers = tuple(Answer(respondent="asha", question=q, value=v) for q, v in values.items() if v is not None)
    asha = (Respondent(id="asha", group="leader"),)
    return Responses(questionnaire=PILLARS.id, version=PILLARS.version, mode=mode, respondents=asha, answers=answers)


def advise(answers: Responses) -> tuple[Advice, ...]:
    result = score(PILLARS, answers)
    return recommend(PILLARS, answers, result, dict.fromkeys(PILLARS.practices, 3), result.gates)


def lowest(question: Question) -> Scalar:
    return FLOOR[question.kind](question)


def highest(question: Question) -> Scalar:
    return CEILING[question.kind](question)


def between(least: int, most: int, draw: Callable[[str], int]) -> Callable[[Question], Scalar]:
    """Anchored answers between two levels; the others at the top in as many of six cases as the drawn level says."""

    def choose(question: Question) -> Scalar:
        level = least + draw(question.id) % (most - least + 1)
        if question.kind == "anchored":
            return Fraction(level)
        return highest(question) if draw(f"{question.id}!") % 6 < level else lowest(question)

    return choose


def fixed(name: str) -> int:
    """The same number each time for one name."""
    return crc32(name.encode())


def check(answers: Responses, advice: tuple[Advice, ...]) -> None:
    """What holds of every list of advice."""
    place = {one.action.id: n for n, one in enumerate(advice)}
    promised = [one for one in advice if one.applies]
    for one in advice:
        assert all(place[earlier] < place[one.action.id] for earlier in one.waits_for)
        assert one.reason.count("“") == one.reason.count("”") > 0
        assert one.reason.endswith(".")
    for one in promised:
        assert one.lift.overall.points >= 0
        assert any(shift.points > 0 for shift in one.lift.practices.values())
    free = [one for one in promised if not one.waits_for and not one.held_by_gate]
    for first, second in pairwise(free):
        assert first.frees_level >= second.frees_level
    everything = lift(PILLARS, answers, [one.action.id for one in promised]).overall
    assert everything.points >= max((one.lift.overall.points for one in promised), default=0)


@pytest.mark.parametrize(
    ("answers", "level"),
    [
        (responses(lowest), 0),
        (responses(between(0, 1, fixed)), 0),
        (responses(between(0, 5, fixed)), 0),
        (responses(between(3, 5, fixed)), None),
    ],
    ids=["all at the bottom", "weak", "mixed", "strong"],
)
def test_a_profile_gets_ten_things_to_do_and_the_first_can_start_today(answers: Responses, level: int | None):
    advice = advise(answers)
    first = ten(advice)
    check(answers, advice)
    assert len(first) == 10
    assert first[0].waits_for == ()
    assert first[0].held_by_gate is None
    assert first[0].frees_level
    if level is not None:
        assert score(PILLARS, answers).overall.level == level


def test_at_the_bottom_every_practice_is_told_how_to_begin():
    advice = advise(responses(lowest))
    begins = {one.practice for one in advice if not one.waits_for}
    assert begins == set(PILLARS.practices)
    assert all(one.lift.overall.points > 0 for one in advice)


def test_at_the_bottom_following_all_advice_leads_near_the_top():
    answers = responses(lowest)
    after = lift(PILLARS, answers, PILLARS.actions).overall
    assert after.level_after is not None
    assert after.level_after >= 4
    assert after.index_after is not None
    assert after.index_after > 90


@pytest.mark.parametrize("level", range(5))
@pytest.mark.parametrize("question", [q.id for q in PILLARS.questions.values() if q.kind == "anchored"])
def test_every_level_of_every_question_has_an_action_that_leads_on(question: str, level: int):
    answers = responses(lambda q: Fraction(level) if q.id == question else highest(q))
    advice = advise(answers)
    assert advice
    assert advice[0].waits_for == ()
    assert question in {move.question for move in advice[0].applies}
    assert lift(PILLARS, answers, [one.action.id for one in advice]).overall.index_after == 100


def test_at_the_top_no_action_is_advised_and_it_says_so():
    answers = responses(highest)
    assert advise(answers) == ()
    assert why_none(score(PILLARS, answers)).startswith("No recommended action would raise any answer")


def test_before_the_first_answer_nothing_is_promised_and_every_action_names_what_to_answer():
    answers = responses(lambda _: None)
    advice = advise(answers)
    assert len(advice) == len(PILLARS.actions)
    assert all(one.answer_first and not one.applies for one in advice)
    assert ten(advice) == ()


def test_the_complex_service_waits_for_the_adoption_gate():
    answers = responses(lambda q: highest(q) if q.id != "simple-first-order" else Fraction(4))
    assert [(one.action.id, one.held_by_gate) for one in advise(answers)] == [("open-complex-service", None)]
    low = responses(lambda q: Fraction(4) if q.id == "simple-first-order" else lowest(q) if q.id == "simple-first-adopted" else highest(q))
    held = {one.action.id: one.held_by_gate for one in advise(low)}
    assert held == {"basics-to-85": None, "open-complex-service": "adoption-85"}


def test_quick_mode_is_advised_by_the_index():
    advice = advise(responses(lowest, "quick"))
    check(responses(lowest, "quick"), advice)
    assert len(ten(advice)) == 10
    assert not any(one.frees_level for one in advice)
    free = [one.points_per_day for one in advice if not one.waits_for and one.applies]
    assert free == sorted(free, reverse=True)


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(0, 5), st.integers(0, 3))
def test_any_profile_gets_advice_in_a_possible_order(random: Random, most: int, gaps: int):
    choose = between(0, most, lambda _: random.randint(0, 1000))
    answers = responses(lambda q: None if random.randint(0, 9) < gaps else choose(q))
    check(answers, advise(answers))


def test_the_lift_is_that_of_the_changed_answers_scored_afresh():
    answers = responses(lowest)
    for one in advise(answers):
        if one.waits_for:
            continue
        ends = {move.question: move.to for move in one.action.moves}
        changed = score(PILLARS, responses(lambda q, ends=ends: ends.get(q.id, lowest(q)))).overall
        shift = one.lift.overall
        assert (shift.index_after, shift.level_after, shift.gated_after) == (changed.index, changed.level, changed.gated_level)
