"""What claimed levels are held against."""

from fractions import Fraction

from improvement.evidence import unseen
from improvement.outcomes import borne_out, contradicted, held, practices, unmeasured, without_target
from tests.exports.standings import CASES, case, reading


def verdicts(here):
    return {(one.practice, one.measure): one.verdict for one in held(here)}


def test_only_claims_of_level_three_are_held_against_anything():
    here = case("mixed")
    assert {one.practice for one in held(here)} == {p for p, s in here.score.practices.items() if s.level is not None and s.level >= 3}
    assert held(case("quick")) == ()


def test_a_reading_below_its_target_contradicts_and_one_that_meets_it_bears_out():
    assert verdicts(case("mixed")) == {
        ("change-funding", "self-service-adoption"): "contradicted",
        ("success-measures", "time-to-resolution"): "borne_out",
        ("social-proof", "self-service-adoption"): "contradicted",
    }


def test_a_measure_without_a_reading_is_unread_and_an_old_reading_does_not_count():
    old = case("mixed").model_copy(update={"readings": (reading("self-service-adoption", 70, "2025-Q4"),), "claims": ()})
    assert set(verdicts(old).values()) == {"out_of_period", "unread"}
    first = next(one for one in unmeasured(old) if one.verdict == "out_of_period")
    assert (first.reading.period, first.target) == ("2025-Q4", Fraction(60))


def test_a_reading_without_a_target_says_nothing_and_a_gate_lends_its_own():
    here = case("strong").model_copy(update={"measure_targets": {}, "claims": ()})
    by_measure = {one.measure: one for one in held(here)}
    assert by_measure["time-to-resolution"].verdict == "without_target"
    assert by_measure["basic-service-adoption"].target == 85


def test_the_newest_reading_of_the_period_is_the_one_that_counts():
    (first, _) = contradicted(case("mixed"))
    assert (first.reading.period, first.reading.value) == ("2026-Q3", 44)


def test_what_rests_on_word_alone_is_the_index_less_the_evidenced_one():
    for name in CASES:
        for score in case(name).score.practices.values():
            if score.index is not None:
                assert sum(one.points for one in unseen(score)) == score.index - score.evidenced_index


def test_an_answer_that_claims_nothing_needs_no_evidence():
    """Two questions of four at 4 of 5 and 2 of 5, of which nothing was seen: 100 x (4/5 + 2/5) / 4 = 30."""
    nothing = case("mixed").score.practices["product-management"]
    assert unseen(nothing) == ()
    most = unseen(case("strong").score.practices["confidence"])
    assert [one.points for one in most] == sorted((one.points for one in most), reverse=True)


def test_a_practice_makes_one_claim_whatever_the_number_of_its_measures():
    """Confidence has two measures: adoption, which misses its target, and success, which nobody read."""
    here = case("strong")
    assert {one.measure for one in held(here) if one.practice == "confidence"} == {"self-service-adoption", "self-service-success"}
    assert "confidence" in practices(contradicted(here))
    groups = [set(practices(group(here))) for group in (contradicted, unmeasured, borne_out, without_target)]
    assert sum(map(len, groups)) == len(set.union(*groups)) == len(practices(held(here)))
