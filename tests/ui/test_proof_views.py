"""The pages behind a result, run in this process: posture, pitfalls, claims. What a browser alone can show is in tests/browser."""

from datetime import timedelta
from fractions import Fraction

import pytest

from assessment import answering_service as answering
from assessment import measures
from assessment.model import Assessment, Given, Measured
from assessment.periods import last_whole_month
from improvement import service
from improvement.model import Accept
from people.model import Person
from people.work import Work, writing
from questionnaires.library import load
from tests.ui.test_act_views import NOW, begun, newest, opened, shown, text

PAGES = ("posture", "pitfalls", "claims")
WORDLESS = "Nothing is assessed yet"


def headers(at) -> list[str]:
    return [header.value for header in at.header]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("state", ["open", "final"])
def test_each_page_has_one_decision_and_a_way_back(work: Work, page: str, state: str):
    at = shown(page, a=newest(work, state).id)
    assert len(at.info) == 1
    assert at.info[0].value.startswith("**So what**")
    assert at.title[0].value != WORDLESS


def test_results_say_each_in_one_sentence(work: Work):
    at = shown("results", a=newest(work, "final").id)
    assert "What stands behind it" in headers(at)
    assert "Reacting is ahead of preventing." in text(at)
    assert "One of eight known pitfalls is open here\\: “Visits counted\\, journeys unseen”." in text(at)
    assert "Four claims are not borne out by what was measured." in text(at)
    assert "Found when" not in text(at)


def test_posture_shows_both_sides_with_what_each_question_moves(work: Work):
    at = shown("posture", a=newest(work, "final").id)
    assert at.title[0].value == "Reacting is ahead of preventing"
    assert any(header.startswith("Reactive\\: ") for header in headers(at))
    assert any(header.startswith("Proactive\\: ") for header in headers(at))
    assert not any("strategic" in header for header in headers(at))
    before = text(at).count("moves it by")
    assert text(opened(at, "more-stance-proactive")).count("moves it by") > before


def test_a_pitfall_shows_proof_rule_and_whether_its_remedy_is_under_way(work: Work):
    at = shown("pitfalls", a=newest(work, "final").id)
    assert "was answered yes\\." in text(at)
    assert "A\\-10 in the register\\: in progress" in text(at)
    assert "Looked for and not found" in text(at)
    assert "Found when the answer to" in text(opened(at, "rule-usage-without-journeys"))


def test_claims_show_the_reading_with_its_source_and_what_to_check(work: Work):
    at = shown("claims", a=newest(work, "final").id)
    assert at.title[0].value == "Four claims are not borne out by what was measured"
    assert "50 \\% for 2026\\-" in text(at)
    assert "Closed needs\\, counted by the service desk" in text(at)
    assert "Wanted: 65 \\%\\, your own target" in text(at)
    assert "Check first “" in text(at)
    assert "What would have to be seen" in headers(at)
    assert "Shown by: " in text(opened(at, "unseen-autonomy", "table-evidence"))


@pytest.mark.parametrize("page", PAGES)
def test_without_an_assessment_each_page_leads_to_the_first(beginner: Person, page: str):
    at = shown(page)
    assert at.title[0].value == WORDLESS
    assert "Start an assessment" in [button.label for button in at.button]


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("posture", "It cannot be told yet whether reacting or preventing is ahead"),
        ("pitfalls", "No pitfall is found; eight pitfalls cannot be told from the answers yet"),
        ("claims", "Nothing is claimed yet, so nothing has to be proven"),
    ],
)
def test_with_no_answer_each_page_says_what_to_answer(beginner: Person, page: str, title: str):
    at = shown(page, a=begun(beginner, "full", 0).id)
    assert at.title[0].value.replace("\\", "") == title
    assert "nswer the " in at.info[0].value


def test_a_half_answered_assessment_says_what_is_missing(beginner: Person):
    made = begun(beginner, "full", 18)
    assert "cannot be told yet" in text(shown("pitfalls", a=made.id))
    assert "No reading\\: “What percentage of needs for the basic services" in text(shown("pitfalls", a=made.id))
    assert "leaves the position open" in text(opened(shown("posture", a=made.id), "more-stance-proactive"))
    assert "with too few answers are left out" in text(shown("claims", a=made.id))


def test_a_quick_assessment_has_a_posture_and_evidence_but_no_claims(beginner: Person):
    made = begun(beginner, "quick", 15)
    assert "Some of its questions are asked in the full assessment only\\." in text(shown("pitfalls", a=made.id))
    assert "Nobody measured" not in text(shown("claims", a=made.id))
    assert shown("claims", a=made.id).title[0].value.startswith("No evidence was seen")
    assert shown("posture", a=made.id).title[0].value


def claiming(leader: Person) -> Assessment:
    """Two practices at level 3 or more, with nothing measured."""
    made = begun(leader, "full", 0)
    content = load("three-pillars")
    for practice in ("social-proof", "change-funding"):
        for question in content.practices[practice].questions:
            value = 5 if question.kind == "anchored" else question.table[-1].label if question.kind == "coverage" else True
            writing(leader, NOW, lambda w, q=question.id, v=value: answering.record_answer(w, made.id, q, Given(value=v)))
    return made


def test_claims_that_nobody_measured_lead_to_a_reading_until_there_is_one(beginner: Person):
    made = claiming(beginner)
    at = shown("claims", a=made.id)
    assert at.title[0].value == "Nobody measured what two claims of level 3 or more should bring"
    assert "Nobody measured two claims" in headers(at)
    assert "no reading" in text(at)
    adoption = load("three-pillars").measure_by_id["self-service-adoption"]
    measured = Measured(value=Fraction(40), period=last_whole_month(made.ends), source="Portal")
    writing(beginner, NOW, lambda w: measures.record_reading(w, made.function_id, adoption, measured))
    assert "Measured\\, but without a target to reach\\: “" in text(shown("claims", a=made.id))
    writing(beginner, NOW, lambda w: measures.set_target(w, made.function_id, adoption, Fraction(60)))
    at = shown("claims", a=made.id)
    assert at.title[0].value == "Two claims are not borne out by what was measured"
    assert "40 \\% for 2026\\-06\\, Portal" in text(at)


def test_a_remedy_that_was_accepted_shows_its_number(beginner: Person):
    made = begun(beginner, "full", 0)
    for question, value in (("journey-insight-usage", True), ("journey-insight-journeys", 1)):
        writing(beginner, NOW, lambda w, q=question, v=value: answering.record_answer(w, made.id, q, Given(value=v)))
    at = shown("pitfalls", a=made.id)
    assert "not in the register yet" in text(at)
    assert at.info[0].value.endswith("with an owner and a date\\.")
    wanted = Accept(assessment_id=made.id, recommended_id="map-top-ten", owner_id=beginner.id, due=NOW.date() + timedelta(days=30))
    writing(beginner, NOW, lambda w: service.accept(w, wanted))
    assert "A\\-01 in the register\\: not started" in text(shown("pitfalls", a=made.id))


@pytest.mark.parametrize("page", PAGES)
def test_what_is_not_there_is_not_found(beginner: Person, page: str):
    assert shown(page, a="x").error[0].value.startswith("There is no such assessment here")


def test_advice_on_a_practice_that_is_not_asked_is_told(work: Work):
    made = newest(work, "final").id
    assert shown("advice", a=made, p="nosuch").error[0].value.startswith("There is no such practice here")
    assert not shown("advice", a=made, p="journey-insight").error
