"""Everything about one assessment, gathered once."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest

from assessment import measures
from assessment import service as assessments
from assessment.model import Measured
from ground.errors import NotFound
from improvement import service
from improvement.model import Accept, OwnAction
from improvement.standing import gather
from people.work import Work
from questionnaires import library
from tests.cast import NOW, Cast
from tests.improvement.assessed import answer, begun, weak


def measure(name: str):
    return library.load("three-pillars").measure_by_id[name]


def test_a_weak_open_assessment_is_told_whole(work: Work, cast: Cast):
    assessment = weak(work, cast.it)
    accepted = service.accept(
        work,
        Accept(assessment_id=assessment.id, recommended_id="gain-first-announcement", owner_id=cast.chitra.id, due=date(2026, 6, 1)),
    )
    service.write_own(work, OwnAction(function_id=cast.hr.id, title="Elsewhere"))
    standing = gather(work, assessment.id)
    assert (standing.organisation, standing.function, standing.currency) == ("Meridian Foods", "IT", "INR")
    assert (standing.score.overall.level, standing.score.overall.index) == (0, 0)
    assert standing.has_headline
    assert not standing.is_final
    assert len(standing.ten) == 10
    assert standing.ten == standing.advice[:10]
    assert standing.actions == (accepted,)
    assert standing.name(accepted.owner_id) == "Chitra"
    assert {gap.levels for gap in standing.gaps} == {3}
    assert len(standing.answers) == len(standing.questionnaire.questions) == 46
    assert standing.previous is None
    assert "technology-first" in {found.pitfall.id for found in standing.pitfalls}
    assert (standing.today, standing.now) == (date(2026, 3, 2), NOW)


def test_a_standing_is_the_same_after_it_was_frozen(work: Work, cast: Cast):
    assessment = weak(work, cast.it)
    before = gather(work, assessment.id)
    assessments.finalise(work, assessment.id)
    after = gather(work, assessment.id)
    assert after.is_final
    assert after.score == before.score
    assert after.advice == before.advice
    assert after.gaps == before.gaps


def test_a_quick_assessment_is_told_by_its_index(work: Work, cast: Cast):
    assessment = answer(work, begun(work, cast.it, mode="quick"), leadership_purpose_why=1)
    standing = gather(work, assessment.id)
    assert len(standing.questionnaire.questions) <= 15
    assert all(gap.level is None for gap in standing.gaps)
    assert standing.ten
    assert not standing.has_headline


def test_the_previous_final_assessment_is_compared_on_the_common_questions(work: Work, cast: Cast):
    first = answer(work, begun(work, cast.it, "Before", starts=date(2025, 1, 1), ends=date(2025, 6, 30)), leadership_purpose_why=1)
    assessments.finalise(work, first.id)
    second = answer(work, begun(work, cast.it), leadership_purpose_why=3)
    previous = gather(work, second.id).previous
    assert previous
    assert (previous.assessment.id, previous.score.practices["leadership-purpose"].index) == (first.id, 20)
    assert previous.change
    assert previous.change.practices["leadership-purpose"].points == 40


def test_a_claim_is_set_against_the_newest_reading_in_the_period_and_the_own_target(work: Work, cast: Cast):
    """Level 3 in social proof is claimed; self-service adoption reads 6 % where 50 % are wanted."""
    assessment = answer(work, begun(work, cast.it), social_proof_stories=5, social_proof_figures=True, social_proof_champions=5)
    adoption = measure("self-service-adoption")
    for period, value in (("2025-10", 60), ("2026-01", 6), ("2026-03", 90)):
        late = replace(work, now=NOW + timedelta(days=60))
        measures.record_reading(late, cast.it.id, adoption, Measured(value=Fraction(value), period=period))
    measures.set_target(work, cast.it.id, adoption, Fraction(50))
    standing = gather(work, assessment.id)
    (claim,) = standing.claims
    assert (claim.practice, claim.level, claim.reading.value, claim.target) == ("social-proof", 5, 6, 50)
    assert [reading.period for reading in standing.readings] == ["2025-10", "2026-01", "2026-03"]
    assert standing.measure_targets == {"self-service-adoption": 50}


def test_without_an_own_target_the_value_of_an_adoption_gate_is_what_is_expected(work: Work, cast: Cast):
    assessment = answer(work, begun(work, cast.it), simple_first_order=5, simple_first_held=True)
    basic = measure("basic-service-adoption")
    measures.record_reading(work, cast.it.id, basic, Measured(value=Fraction(40), period="2026-01"))
    claims = gather(work, assessment.id).claims
    assert [(claim.practice, claim.target) for claim in claims] == [("simple-first", 85)]


def test_what_another_organisation_assessed_is_not_there(work: Work, as_actor, cast: Cast):
    assessment = begun(work, cast.it)
    with pytest.raises(NotFound):
        gather(as_actor(cast.dev), assessment.id)
