"""Claims in words: against what was measured, against nothing, and beside what was seen."""

from dataclasses import replace
from fractions import Fraction

from exports.words import claims
from improvement.outcomes import contradicted
from tests.exports.small import GOOD, answered
from tests.exports.standings import case, reading


def unmeasured(name="strong"):
    return case(name).model_copy(update={"claims": (), "readings": ()})


def test_a_contradiction_is_the_title_before_anything_else():
    assert claims.claims_finding(case("mixed")) == "Two claims are not borne out by what was measured"
    assert claims.claims_finding(case("strong")) == "Five claims are not borne out by what was measured, and one was not measured"
    one = case("mixed").model_copy(update={"claims": case("mixed").claims[:1]})
    assert claims.claims_finding(one) == "One claim is not borne out by what was measured"


def test_without_a_reading_the_title_says_that_nobody_measured():
    assert claims.claims_finding(unmeasured("mixed")) == "Nobody measured what three claims of level 3 or more should bring"


def test_without_claims_the_title_is_about_evidence_and_then_about_nothing():
    assert claims.claims_finding(case("weak")) == "Of 5 points claimed, 1 is evidenced"
    assert claims.claims_finding(case("empty")) == "Nothing is claimed yet, so nothing has to be proven"


def test_the_evidence_is_told_of_the_whole_and_of_a_practice_while_the_whole_is_open():
    assert claims.evidence_finding(case("mixed")) == "Of 41 points claimed, 19 are evidenced"
    assert claims.evidence_finding(case("incomplete")) == "“A purpose people can feel” rests on word alone most: 25 of 50 points"
    assert claims.evidence_finding(case("empty")) == ""


def whole(**figures):
    here = case("mixed")
    overall = here.score.overall.model_copy(update={name: None if v is None else Fraction(v) for name, v in figures.items()})
    return here.model_copy(update={"score": here.score.model_copy(update={"overall": overall})})


def test_all_or_none_evidenced_is_said_so():
    assert claims.evidence_finding(whole(evidenced_index=0)) == "No evidence was seen: all 41 points claimed rest on word alone"
    assert claims.evidence_finding(whole(index=40, evidenced_index=40)) == "All 40 points claimed have evidence that was seen"
    assert claims.evidence_finding(whole(index=0, evidenced_index=0)) == "Nothing is claimed, so nothing has to be seen"


def test_the_lead_adds_the_evidence_where_the_title_does_not_say_it():
    assert claims.claims_lead(case("mixed")).endswith("Of 41 points claimed, 19 are evidenced.")
    assert claims.claims_lead(case("weak")) == claims.WHAT_IT_IS


def test_the_decision_says_what_to_check_first():
    assert claims.claims_decision(case("mixed")) == (
        "“People change paid for with the technology” claims level 3, yet “Self-service adoption” reads 44 % against a target of 60 %. "
        "Check first “How do support staff learn to guide people through self-service instead of taking over?”: "
        "answered 3 of 5, and nobody has seen an artefact."
    )


def test_where_every_answer_has_evidence_the_measure_is_checked_first():
    here = case("mixed")
    seen = here.score.practices["journey-insight"]
    assert not claims.unseen(seen)
    assert claims.check_words(here, "journey-insight").startswith(
        "Every answer of it has evidence, so check first how the measure is counted"
    )


def test_the_measure_that_most_claims_rest_on_is_read_first():
    assert claims.claims_decision(unmeasured()).startswith(
        "Name an owner who takes a reading of “End-user satisfaction”: six claims rest on"
    )


def test_without_claims_one_artefact_is_asked_for():
    decision = claims.claims_decision(case("weak"))
    assert decision.startswith("Ask for one artefact first: “Which of these basic services can employees complete")
    assert "It would be shown by this: One completed example" in decision
    assert claims.claims_decision(case("empty")).startswith("Answer the questions first")


def test_where_all_is_seen_nothing_is_asked_for():
    here = answered(GOOD)
    practice = here.score.practices["every"]
    trace = tuple(replace(term, evidenced=True) for term in practice.trace)
    score = practice.model_copy(update={"trace": trace, "evidenced_index": practice.index, "level": 2})
    sure = here.model_copy(update={"score": here.score.model_copy(update={"practices": {"every": score}})})
    assert claims.claims_decision(sure).startswith("Nothing here asks for a decision")
    assert claims.widest_finding(sure) == "Every claimed point has evidence that was seen"
    assert claims.unseen_words(sure, "every") == ""


def test_a_reading_is_told_with_its_period_sample_and_source_and_a_target_with_whose_it_is():
    here = case("mixed")
    (first, _) = contradicted(here)
    assert claims.reading_words(here, first) == "44 % for 2026-Q3, n = 1,200, Portal log"
    bare = reading("self-service-adoption", 44, "2025").model_copy(update={"sample": None, "source": ""})
    late = first.model_copy(update={"reading": bare, "verdict": "out_of_period"})
    assert claims.reading_words(here, late) == "44 % for 2025, source not said, outside the period of this assessment"
    assert claims.reading_words(here, first.model_copy(update={"reading": None})) == "no reading"
    assert claims.target_words(here, first.measure, Fraction(60)) == "60 %, your own target"
    assert claims.target_words(here, "basic-service-adoption", Fraction(85)) == "85 %, the adoption gate"
    assert claims.target_words(here, first.measure, None) == "no target"


def test_what_is_borne_out_and_what_has_no_target_is_one_quiet_line():
    said = claims.borne_out_words(case("strong"))
    assert said.startswith("Borne out by what was measured: “Success beyond deflection”")
    assert "Measured, but without a target to reach: “A purpose people can feel”" in said
    assert claims.borne_out_words(case("weak")) == ""


def test_what_rests_on_word_alone_is_counted_in_points():
    assert claims.unseen_words(case("mixed"), "success-measures") == "two answers rest on word alone: 40 of 80 points"


def test_of_the_pillars_the_one_that_rests_most_on_word_is_named_unless_none_stands_out():
    assert (
        claims.above_finding(case("strong")) == "“Operational excellence and feedback loops” rests on word alone more than any other pillar"
    )
    assert claims.above_finding(whole(evidenced_index=0)) == claims.evidence_finding(whole(evidenced_index=0))
    alike = case("mixed").score.model_copy(
        update={
            "dimensions": {
                name: one.model_copy(update={"evidenced_index": one.index}) for name, one in case("mixed").score.dimensions.items()
            }
        }
    )
    assert claims.above_finding(case("mixed").model_copy(update={"score": alike})) == "Of 41 points claimed, 19 are evidenced"
