"""Titles are findings, and decisions follow from them: outcome measures, sources and method."""

from dataclasses import replace
from fractions import Fraction

from exports.words import measures, method
from exports.words.source import all_counts, name_line, scored, source
from tests.exports.standings import case, readings


def test_measures_are_told_by_their_targets():
    here = case("mixed")
    assert measures.measures_finding(here) == "One of two measures meets its target"
    assert (
        measures.measures_finding(here.model_copy(update={"readings": ()}))
        == "No outcome has been measured yet, so nothing proves the levels"
    )
    untargeted = here.model_copy(update={"measure_targets": {}})
    assert measures.measures_finding(untargeted) == "Three measures of 5 have a reading, none has a target"
    high = {"self-service-adoption": Fraction(90), "time-to-resolution": Fraction(2)}
    assert measures.measures_finding(here.model_copy(update={"measure_targets": high})) == "None of two measures with a target meets it"
    low = {"self-service-adoption": Fraction(20), "time-to-resolution": Fraction(20)}
    assert measures.measures_finding(here.model_copy(update={"measure_targets": low})) == "Every measure with a target meets it"
    one = {"self-service-adoption": Fraction(90)}
    assert measures.measures_finding(here.model_copy(update={"measure_targets": one})) == "The one measure with a target misses it"


def test_less_is_better_where_the_measure_says_so():
    hours = case("mixed").questionnaire.measure_by_id["time-to-resolution"]
    assert hours.reaches(Fraction(19), Fraction(20))
    assert hours.reaches(Fraction(20), Fraction(20))
    assert not hours.reaches(Fraction(21), Fraction(20))


def test_a_claim_that_a_reading_does_not_bear_out_comes_first():
    assert measures.measures_decision(case("mixed")).startswith(
        "“People change paid for with the technology” claims level 3, yet “Self-service adoption” reads 44 % against a target of 60 %."
    )


def test_then_a_measure_without_a_reading_then_one_without_a_target():
    here = case("mixed").model_copy(update={"claims": ()})
    assert "first reading of “Adoption of basic services”" in measures.measures_decision(here)
    all_read = tuple(r.model_copy(update={"measure": m}) for m, r in zip(here.questionnaire.measure_by_id, readings(), strict=False))
    read = here.model_copy(update={"readings": all_read})
    assert measures.measures_decision(read).startswith("Set a target for ")
    aimed = read.model_copy(update={"measure_targets": dict.fromkeys(here.questionnaire.measure_by_id, Fraction(1))})
    assert measures.measures_decision(aimed).startswith("Read every measure again")


def test_the_source_says_how_many_when_and_by_which_method():
    assert source(case("mixed")) == "46 of 46 questions answered, 14 with evidence seen. 20 Nov 2026. Method 1.0.0."
    assert source(case("empty")).startswith("0 of 46 questions answered, none with evidence seen.")


def test_what_does_not_apply_is_counted_apart():
    here = case("mixed")
    trace = here.score.practices["confidence"].trace
    term = replace(trace[0], state="not_applicable", attainment=None, evidenced=False)
    practice = here.score.practices["confidence"].model_copy(update={"trace": (term, *trace[1:])})
    score = here.score.model_copy(update={"practices": {**here.score.practices, "confidence": practice}})
    apart = here.model_copy(update={"score": score})
    assert (all_counts(apart).applicable, all_counts(apart).not_applicable) == (45, 1)
    assert "One question not applicable." in source(apart)


def test_practices_come_in_the_questionnaires_order_whatever_the_result_does():
    here = case("mixed")
    shuffled = dict(sorted(here.score.practices.items()))
    again = here.model_copy(update={"score": here.score.model_copy(update={"practices": shuffled})})
    assert tuple(scored(again)) == tuple(here.questionnaire.practices)


def test_the_function_is_named_once():
    here = case("mixed")
    assert name_line(here) == "IT · Autumn 2026"
    named = here.assessment.model_copy(update={"name": "IT, autumn"})
    assert name_line(here.model_copy(update={"assessment": named})) == "IT, autumn"


def test_the_method_names_its_editions_and_odd_weights():
    here = case("mixed")
    assert dict(method.versions(here))["Its content hash"] == here.score.hash
    assert dict(method.versions(case("empty")))["State"] == "open: answers may still change, as of 20 Nov 2026"
    assert method.weights(here) == "All questions, practices and pillars weigh the same among their siblings."
    heavy = here.questionnaire.model_copy(
        update={"dimensions": (here.questionnaire.dimensions[0].model_copy(update={"weight": Fraction(2)}),)}
    )
    assert method.weights(here.model_copy(update={"questionnaire": heavy})) == "Weights other than 1: Leadership mindset 2."
