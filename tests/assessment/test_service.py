from datetime import date

import pytest

from assessment import answering_service as answering
from assessment import measures, service
from assessment.answering import NotAsked
from assessment.model import Annotation, Assessment, AssessmentClosed, AssessmentState, Given, Measured, Start
from assessment.recording import RefusedReading
from assessment.service import NotReady
from ground.errors import Conflict, NotFound
from ground.value import exact
from people import service as people
from people.model import Denied
from people.work import Work
from questionnaires import library
from questionnaires.answer import InvalidAnswer
from scoring.maturity import score
from scoring.result import AssessmentScore
from tests.cast import Cast

HALF_YEAR = {"starts": date(2025, 9, 1), "ends": date(2026, 2, 28)}


@pytest.fixture
def wanted(cast: Cast) -> Start:
    return Start(questionnaire="three-pillars", function_id=cast.it.id, name="IT, spring 2026", **HALF_YEAR)


@pytest.fixture
def begun(work: Work, wanted: Start) -> Assessment:
    return service.start(work, wanted)


def answer(work: Work, assessment: Assessment, question: str, value: object, **more: object) -> None:
    answering.record_answer(work, assessment.id, question, Given(value=value, **more))


def test_a_new_assessment_is_open_aims_at_established_and_asks_46_questions(work: Work, begun: Assessment):
    assert begun.state is AssessmentState.OPEN
    assert set(begun.targets.values()) == {3}
    assert len(service.questionnaire(work, begun).questions) == 46


def test_the_next_assessment_takes_over_the_targets_of_the_last(work: Work, begun: Assessment, wanted: Start):
    service.set_targets(work, begun.id, {"autonomy": 4})
    assert service.start(work, wanted).targets["autonomy"] == 4


def test_a_target_outside_the_scale_or_for_nothing_is_refused(work: Work, begun: Assessment, wanted: Start):
    for targets in ({"autonomy": 6}, {"nothing": 3}):
        with pytest.raises(NotReady, match="level from 0 to 5"):
            service.set_targets(work, begun.id, targets)
        with pytest.raises(NotReady, match="level from 0 to 5"):
            service.start(work, wanted.model_copy(update={"targets": targets}))


def test_a_period_that_runs_backwards_is_refused_with_what_to_do(cast: Cast):
    with pytest.raises(ValueError, match="Choose a later end"):
        Start(questionnaire="three-pillars", function_id=cast.it.id, name="x", starts=date(2026, 2, 1), ends=date(2026, 1, 1))


def test_the_same_content_is_kept_as_one_edition(work: Work, begun: Assessment, wanted: Start):
    assert service.start(work, wanted).edition_id == begun.edition_id


def test_a_function_of_another_organisation_is_not_there(work: Work, cast: Cast, wanted: Start):
    with pytest.raises(NotFound):
        service.start(work, wanted.model_copy(update={"function_id": cast.their_it.id}))


def test_another_organisation_sees_nothing(work: Work, as_actor, cast: Cast, begun: Assessment):
    theirs = as_actor(cast.dev)
    assert service.assessments(theirs) == ()
    for look in (service.get, service.result, service.answers, service.finalise):
        with pytest.raises(NotFound):
            look(theirs, begun.id)


def test_a_viewer_looks_but_does_not_start_or_finalise(work: Work, as_actor, cast: Cast, begun: Assessment, wanted: Start):
    vera = as_actor(cast.vera)
    assert service.get(vera, begun.id) == begun
    with pytest.raises(Denied):
        service.start(vera, wanted)
    with pytest.raises(Denied):
        service.finalise(vera, begun.id)


def test_an_answer_is_there_when_asked_for_again_and_can_be_changed_and_cleared(work: Work, begun: Assessment):
    answer(work, begun, "leadership-purpose-why", 3)
    answer(work, begun, "leadership-purpose-why", 2)
    assert service.answers(work, begun.id)["leadership-purpose-why"].value == 2
    answering.clear_answer(work, begun.id, "leadership-purpose-why")
    assert service.answers(work, begun.id)["leadership-purpose-why"].state is None


def test_every_kind_of_answer_comes_back_as_it_was_given(work: Work, begun: Assessment):
    given = {
        "leadership-purpose-why": 4,
        "leadership-purpose-order": False,
        "change-funding-share": "Three of the five",
        "success-measures-set": ["satisfaction", "adoption"],
        "confidence-success": "66.7",
    }
    for question, value in given.items():
        answer(work, begun, question, value)
    back = {question: found.value for question, found in service.answers(work, begun.id).items()}
    assert back == given | {"success-measures-set": ("satisfaction", "adoption"), "confidence-success": exact("66.7")}


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("leadership-purpose-why", 6),
        ("leadership-purpose-why", "often"),
        ("leadership-purpose-order", "yes"),
        ("change-funding-share", "Six of the five"),
        ("success-measures-set", ["satisfaction", "luck"]),
        ("confidence-success", 101),
        ("confidence-success", "nan"),
    ],
)
def test_an_answer_that_does_not_fit_is_refused_and_nothing_is_stored(work: Work, begun: Assessment, question: str, value: object):
    with pytest.raises((InvalidAnswer, RefusedReading)):
        answer(work, begun, question, value)
    assert service.answers(work, begun.id) == {}


def test_an_answer_to_an_unknown_question_is_refused(work: Work, begun: Assessment):
    with pytest.raises(NotAsked):
        answer(work, begun, "leadership-purpose-when", 3)


def test_note_evidence_and_mark_stand_beside_an_unanswered_question(work: Work, begun: Assessment):
    told = Annotation(note="<b>x", evidence="E2", evidence_text="=1+1", evidence_link="https://example.org/a", discuss=True)
    answering.annotate(work, begun.id, "autonomy-speed", told)
    found = service.answers(work, begun.id)["autonomy-speed"]
    assert (found.state, found.note, found.evidence_text, found.discuss) == (None, "<b>x", "=1+1", True)


def test_a_metric_answer_records_the_reading_and_follows_it_while_open(work: Work, cast: Cast, begun: Assessment):
    answer(work, begun, "simple-first-adopted", 62, source="Service desk")
    reading = measures.readings(work, cast.it.id)[0]
    assert (reading.measure, reading.value, reading.period) == ("basic-service-adoption", 62, "2026-02")
    measure = library.load("three-pillars").measure_by_id["basic-service-adoption"]
    measures.record_reading(work, cast.it.id, measure, Measured(value=58, period="2026-02", source="Counted again"))
    assert service.answers(work, begun.id)["simple-first-adopted"].value == 58


def test_a_differing_figure_without_a_source_is_refused_and_the_earlier_stays(work: Work, cast: Cast, begun: Assessment):
    answer(work, begun, "simple-first-adopted", 62, source="Service desk")
    with pytest.raises(RefusedReading, match=r"62 %, from Service desk.*Say where 58 %"):
        answer(work, begun, "simple-first-adopted", 58)
    assert measures.readings(work, cast.it.id)[0].value == 62


def test_a_replaced_reading_keeps_its_history(work: Work, cast: Cast, begun: Assessment):
    answer(work, begun, "simple-first-adopted", 62)
    answer(work, begun, "simple-first-adopted", 58, source="Counted again")
    reading = measures.readings(work, cast.it.id)[0]
    happened = people.history(work, "reading", reading.id)
    assert [(event.verb, (event.before or {}).get("value"), (event.after or {})["value"]) for event in happened] == [
        ("update", 62, 58),
        ("create", None, 62),
    ]


def test_confirming_the_same_figure_changes_nothing(work: Work, cast: Cast, begun: Assessment):
    answer(work, begun, "simple-first-adopted", 62, source="Service desk")
    answer(work, begun, "simple-first-adopted", 62)
    reading = measures.readings(work, cast.it.id)[0]
    assert (reading.source, reading.row_version) == ("Service desk", 1)


def test_a_reading_that_ends_after_the_assessment_is_refused(work: Work, begun: Assessment):
    with pytest.raises(NotAsked, match="28 February 2026"):
        answer(work, begun, "simple-first-adopted", 62, period="2026-03")


def test_a_period_that_has_not_begun_is_refused(work: Work, cast: Cast):
    measure = library.load("three-pillars").measure_by_id["self-service-adoption"]
    with pytest.raises(RefusedReading, match="not begun"):
        measures.record_reading(work, cast.it.id, measure, Measured(value=5, period="2026-04"))


def test_a_target_of_a_measure_can_be_set_and_replaced_within_its_bounds(work: Work, cast: Cast):
    measure = library.load("three-pillars").measure_by_id["self-service-adoption"]
    measures.set_target(work, cast.it.id, measure, exact(60))
    measures.set_target(work, cast.it.id, measure, exact(65))
    assert measures.targets(work, cast.it.id) == {"self-service-adoption": 65}
    with pytest.raises(RefusedReading, match="between 0 and 100 %"):
        measures.set_target(work, cast.it.id, measure, exact(101))


def test_only_readings_within_the_period_reach_the_gate(work: Work, cast: Cast, begun: Assessment):
    measure = library.load("three-pillars").measure_by_id["basic-service-adoption"]
    measures.record_reading(work, cast.it.id, measure, Measured(value=90, period="2025-08"))
    assert service.result(work, begun.id).gates[0].state == "not_determinable"
    measures.record_reading(work, cast.it.id, measure, Measured(value=86, period="2026-02"))
    assert service.result(work, begun.id).gates[0].state == "ready"


def test_finalising_freezes_result_and_facts(work: Work, cast: Cast, begun: Assessment):
    answer(work, begun, "leadership-purpose-why", 3)
    answer(work, begun, "simple-first-adopted", 62)
    before = service.result(work, begun.id)
    done = service.finalise(work, begun.id)
    assert (done.state, service.result(work, begun.id)) == (AssessmentState.FINAL, before)
    assert list(service.result(work, begun.id).practices) == list(service.questionnaire(work, done).practices)
    measure = library.load("three-pillars").measure_by_id["basic-service-adoption"]
    measures.record_reading(work, cast.it.id, measure, Measured(value=90, period="2026-02", source="Corrected"))
    assert service.result(work, begun.id) == before
    assert score(library.load("three-pillars"), service.responses(work, done)) == before


def test_a_final_assessment_refuses_new_answers(work: Work, begun: Assessment):
    answer(work, begun, "leadership-purpose-why", 3)
    service.finalise(work, begun.id)
    for change in (
        lambda: answer(work, begun, "leadership-purpose-why", 4),
        lambda: answering.clear_answer(work, begun.id, "leadership-purpose-why"),
        lambda: answering.annotate(work, begun.id, "leadership-purpose-why", Annotation(note="late")),
        lambda: service.extend_to_full(work, begun.id),
        lambda: service.finalise(work, begun.id),
    ):
        with pytest.raises(AssessmentClosed, match="Reopen it"):
            change()
    assert service.answers(work, begun.id)["leadership-purpose-why"].value == 3


def test_nothing_answered_cannot_be_finalised(work: Work, begun: Assessment):
    with pytest.raises(NotReady, match="at least one question"):
        service.finalise(work, begun.id)


def test_reopening_asks_why_and_keeps_the_old_result(work: Work, begun: Assessment):
    answer(work, begun, "leadership-purpose-why", 3)
    service.finalise(work, begun.id)
    with pytest.raises(NotReady, match="Say why"):
        service.reopen(work, begun.id, "  ")
    assert service.reopen(work, begun.id, "Wrong year").state is AssessmentState.OPEN
    answer(work, begun, "leadership-purpose-why", 4)
    service.finalise(work, begun.id)
    (old,) = service.superseded_results(work, begun.id)
    then = AssessmentScore.model_validate_json(old.score)
    assert (old.superseded_reason, then.practices["leadership-purpose"].trace[0].attainment) == ("Wrong year", exact("3/5"))


def test_an_open_assessment_cannot_be_reopened(work: Work, begun: Assessment):
    with pytest.raises(NotReady, match="open already"):
        service.reopen(work, begun.id, "again")


def test_who_reopened_first_is_named_to_the_slower_one(work: Work, as_actor, cast: Cast, begun: Assessment):
    answer(work, begun, "leadership-purpose-why", 3)
    final = service.finalise(work, begun.id)
    service.reopen(as_actor(cast.tom), begun.id, "Wrong year", final.row_version)
    with pytest.raises(Conflict, match=r"Tom reopened this at 15:30\."):
        service.reopen(work, begun.id, "A team is missing", final.row_version)
    again = service.finalise(work, begun.id)
    with pytest.raises(Conflict, match=r"Asha finalised this at 15:30\."):
        service.reopen(work, begun.id, "A team is missing", final.row_version)
    assert service.reopen(work, begun.id, "A team is missing", again.row_version).state is AssessmentState.OPEN


def test_going_on_from_quick_to_full_keeps_every_answer(work: Work, wanted: Start):
    quick = service.start(work, wanted.model_copy(update={"mode": "quick"}))
    assert len(service.questionnaire(work, quick).questions) == 15
    answer(work, quick, "leadership-purpose-why", 3)
    with pytest.raises(NotAsked):
        answer(work, quick, "leadership-purpose-managers", 3)
    full = service.extend_to_full(work, quick.id)
    assert len(service.questionnaire(work, full).questions) == 46
    assert service.answers(work, full.id)["leadership-purpose-why"].value == 3


def test_the_previous_final_one_is_of_the_same_function_and_earlier(work: Work, cast: Cast, wanted: Start, begun: Assessment):
    earlier = wanted.model_copy(update={"starts": date(2025, 1, 1), "ends": date(2025, 6, 30), "name": "IT 2025"})
    first, hr = service.start(work, earlier), service.start(work, earlier.model_copy(update={"function_id": cast.hr.id}))
    for one in (first, hr):
        answer(work, one, "leadership-purpose-why", 1)
        assert service.previous_final(work, begun) is None
    service.finalise(work, hr.id)
    assert service.previous_final(work, begun) is None
    done = service.finalise(work, first.id)
    assert service.previous_final(work, begun) == done


def test_every_step_leaves_its_event(work: Work, begun: Assessment):
    answer(work, begun, "leadership-purpose-why", 3)
    service.finalise(work, begun.id)
    service.reopen(work, begun.id, "Wrong year")
    assert [event.verb for event in people.history(work, "assessment", begun.id)] == ["reopen", "finalise", "create"]
