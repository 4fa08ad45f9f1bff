"""What holds of every assessment (section 3, point 8)."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import chain
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from questionnaires.answer import Answer, Responses
from questionnaires.model import Questionnaire
from scoring.maturity import score
from scoring.result import AssessmentScore, Score
from tests.builders import practice, question
from tests.scoring.random_assessments import assessments, better, changed, random_answer, random_value, randoms

Drawn = tuple[Questionnaire, Responses]
often = settings(max_examples=60, deadline=None)
FIGURES = ("index", "low", "high", "level", "level_low", "level_high", "gated_level", "completeness", "evidenced_index")


def everything(result: AssessmentScore) -> Iterator[tuple[str, Score]]:
    return chain(result.practices.items(), result.dimensions.items(), [("overall", result.overall)])


def figures(result: AssessmentScore) -> dict[str, list[object]]:
    return {name: [getattr(part, figure) for figure in FIGURES] for name, part in everything(result)}


@often
@given(assessments())
def test_an_index_lies_within_its_range_and_a_level_within_its_own(drawn: Drawn):
    for _, part in everything(score(*drawn)):
        if part.low is not None:
            assert 0 <= part.low <= part.high <= 100
            assert part.index is None or part.low <= part.index <= part.high
            assert part.evidenced_index is None or 0 <= part.evidenced_index <= part.index
        if part.level is not None:
            assert part.level_low <= part.level <= part.level_high
            assert part.gated_level is None or part.gated_level <= part.level


@often
@given(assessments(certain=True))
def test_the_range_is_as_wide_as_what_is_missing(drawn: Drawn):
    for _, part in everything(score(*drawn)):
        if part.low is not None:
            assert part.high - part.low == 100 * (1 - part.completeness)


@often
@given(assessments())
def test_the_means_are_in_their_order(drawn: Drawn):
    result = score(*drawn)
    for part in [*result.dimensions.values(), result.overall]:
        if part.geometric is not None and part.minimum >= 1:
            assert float(part.minimum) <= part.geometric * (1 + 1e-12)
        if part.minimum is not None:
            assert part.range >= 0


@often
@given(assessments(), randoms)
def test_order_changes_nothing(drawn: Drawn, random: Random):
    asked, given_ = drawn

    def mixed(parts):
        return tuple(random.sample(parts, len(parts)))

    def mixed_practice(p):
        return p.model_copy(update={"questions": mixed(p.questions)})

    dimensions = [d.model_copy(update={"practices": mixed(tuple(map(mixed_practice, d.practices)))}) for d in asked.dimensions]
    other = changed(asked, dimensions=mixed(dimensions))
    before, after = score(asked, given_), score(other, given_.model_copy(update={"answers": mixed(given_.answers)}))
    assert figures(before) == figures(after)
    assert before.posture == after.posture
    assert after.overall.geometric == pytest.approx(before.overall.geometric)


@often
@given(assessments(), st.sampled_from([Fraction(7), Fraction(1, 3), Fraction(5, 2)]))
def test_the_scale_of_weights_changes_nothing(drawn: Drawn, factor: Fraction):
    asked, given_ = drawn

    def scaled(one, **more):
        return one.model_copy(update={"weight": one.weight * factor, **more})

    def scaled_practice(p):
        return scaled(p, questions=tuple(map(scaled, p.questions)))

    other = changed(asked, dimensions=tuple(scaled(d, practices=tuple(map(scaled_practice, d.practices))) for d in asked.dimensions))
    before, after = score(asked, given_), score(other, given_)
    assert figures(before) == figures(after)
    assert after.overall.geometric == before.overall.geometric


@often
@given(assessments())
def test_not_applicable_questions_change_nothing(drawn: Drawn):
    asked, given_ = drawn
    first = asked.dimensions[0]
    more = type(first.practices[0]).model_validate(practice("new", question("n1"), question("n2", "rated", weight=5)))
    wider = first.practices[0].model_copy(update={"questions": (*first.practices[0].questions, *more.questions)})
    other = changed(asked, dimensions=(first.model_copy(update={"practices": (wider, *first.practices[1:])}), *asked.dimensions[1:]))
    skipped = [
        Answer(respondent=one.id, question=name, state="not_applicable", reason="Not here.")
        for one in given_.respondents
        for name in ("n1", "n2")
    ]
    assert figures(score(asked, given_)) == figures(score(other, given_.model_copy(update={"answers": (*given_.answers, *skipped)})))


@often
@given(assessments(conditional=False), randoms)
def test_answering_one_more_question_never_widens_a_range(drawn: Drawn, random: Random):
    asked, given_ = drawn
    before = score(asked, given_)
    missing = [t.question for p in before.practices.values() for t in p.trace if t.state in ("unanswered", "dont_know")]
    assume(missing)
    name, who = random.choice(missing), random.choice(given_.respondents).id
    new = Answer(respondent=who, **random_answer(random, asked.questions[name], asked.lowest, ["answered"]))
    kept = [answer for answer in given_.answers if (answer.respondent, answer.question) != (who, name)]
    after = dict(everything(score(asked, given_.model_copy(update={"answers": (*kept, new)}))))
    for part_name, part in everything(before):
        if part.low is not None:
            assert part.low <= after[part_name].low <= after[part_name].high <= part.high
        if part.level_low is not None:
            assert part.level_low <= after[part_name].level_low <= after[part_name].level_high <= part.level_high


@often
@given(assessments(conditional=False), randoms)
def test_raising_an_answer_never_lowers_anything(drawn: Drawn, random: Random):
    asked, given_ = drawn
    answered = [answer for answer in given_.answers if answer.state == "answered"]
    assume(answered)
    chosen = random.choice(answered)
    one = asked.questions[chosen.question]
    other = random_value(random, one, asked.lowest)
    # A letter is a range: only of two letters, or of two percentages, is one plainly the better answer.
    assume(isinstance(other, str) == isinstance(chosen.value, str))
    risen = chosen.model_copy(update={"value": better(one, chosen.value, other)})
    answers = tuple(risen if answer is chosen else answer for answer in given_.answers)
    after = dict(everything(score(asked, given_.model_copy(update={"answers": answers}))))
    for name, part in everything(score(asked, given_)):
        for figure in FIGURES:
            before = getattr(part, figure)
            assert before is None or before <= getattr(after[name], figure), (name, figure)


@often
@given(assessments())
def test_the_trace_adds_up_to_the_index_and_to_every_level(drawn: Drawn):
    for found in score(*drawn).practices.values():
        terms = [term for term in found.trace if term.attainment is not None]
        if terms:
            assert found.index == 100 * sum(t.weight * t.attainment for t in terms) / sum(t.weight for t in terms)
        for level, share in found.attainment.items():
            speaking = [t for t in terms if level in t.by_level]
            wanted = sum(t.weight * t.by_level[level] for t in speaking) / sum(t.weight for t in speaking) if speaking else None
            assert share == wanted
