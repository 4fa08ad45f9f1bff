"""The adoption gate from a reading to the sentence a leader sees: five cases, and the policy."""

from collections.abc import Callable
from datetime import date

import pytest

from assessment import measures, policies, service
from assessment.answering_service import record_answer
from assessment.model import Assessment, Given, Measured, Start
from assessment.policies import Own
from assessment.recording import RefusedReading
from exports.words.adoption import adoption_words, counting_words
from ground.value import exact
from improvement.standing import gather
from people.work import Work
from questionnaires import library
from tests.cast import Cast

PILLARS = library.load("three-pillars")
GATE = PILLARS.gates[0]
MEASURE = PILLARS.measure_by_id[GATE.measure]
DEFAULT = "Adoption of basic services has to reach 85 % (a policy default from one published example)."
NOTHING = "Nothing was measured in this period, so it is "
WAITS = "not passed, and “Open the first complex service to one department, then to all” waits."
Read = Callable[[str, str, str], None]


@pytest.fixture
def begun(work: Work, cast: Cast) -> Assessment:
    """From September to February; today is 2 March 2026."""
    period = {"starts": date(2025, 9, 1), "ends": date(2026, 2, 28)}
    return service.start(work, Start(questionnaire="three-pillars", function_id=cast.it.id, name="Spring", **period))


@pytest.fixture
def read(work: Work, cast: Cast) -> Read:
    def record(value: str, period: str, source: str = "") -> None:
        measures.record_reading(work, cast.it.id, MEASURE, Measured(value=value, period=period, source=source))

    return record


@pytest.mark.parametrize(
    ("taken", "outcome"),
    [
        pytest.param([("84.9", "2026-02", "")], ("not_ready", f"It reads 84.9 %: {WAITS}"), id="just below"),
        pytest.param([("84.996", "2026-02", "")], ("not_ready", f"It reads 84.996 %: {WAITS}"), id="never written as what it misses"),
        pytest.param([("85", "2026-02", "")], ("ready", "It reads 85 %: passed."), id="exactly there"),
        pytest.param([], ("not_determinable", NOTHING + WAITS), id="none"),
        pytest.param(
            [("60", "2026-02", ""), ("90", "2026-02", "Counted again")],
            ("ready", "It reads 90 %: passed."),
            id="the later entry",
        ),
        pytest.param([("90", "2025-Q4", ""), ("60", "2026-01", "")], ("not_ready", f"It reads 60 %: {WAITS}"), id="the newest period"),
        pytest.param([("90", "2026-03", "")], ("not_determinable", NOTHING + WAITS), id="after it"),
        pytest.param([("90", "2025-08", "")], ("not_determinable", NOTHING + WAITS), id="before it"),
    ],
)
def test_from_the_reading_through_the_result_to_the_sentence(work: Work, begun: Assessment, read: Read, taken, outcome: tuple[str, str]):
    for one in taken:
        read(*one)
    (sentence,) = adoption_words(gather(work, begun.id))
    assert service.result(work, begun.id).gates[0].state == outcome[0]
    assert sentence.endswith(f"{DEFAULT} {outcome[1]}")


def test_a_period_that_has_not_begun_is_refused_and_opens_nothing(work: Work, begun: Assessment, read: Read):
    with pytest.raises(RefusedReading, match="2026-04 has not begun yet"):
        read("90", "2026-04", "")
    assert service.result(work, begun.id).gates[0].state == "not_determinable"


def test_two_in_one_period_are_one_reading(work: Work, cast: Cast, begun: Assessment, read: Read):
    read("60", "2026-02", "")
    with pytest.raises(RefusedReading, match="Say where 90 % comes from"):
        read("90", "2026-02", "")
    read("90", "2026-02", "Counted again")
    assert [(r.period, r.value) for r in measures.readings(work, cast.it.id)] == [("2026-02", 90)]


def test_the_gate_holds_back_its_action_and_alters_no_level(work: Work, begun: Assessment, read: Read):
    before = service.result(work, begun.id)
    read("85", "2026-02", "")
    after = service.result(work, begun.id)
    assert (before.overall, before.practices) == (after.overall, after.practices)


def test_each_reading_says_whether_it_counts(work: Work, begun: Assessment, read: Read):
    for value, period in (("50", "2025-08"), ("60", "2025-Q4"), ("71", "2026-02"), ("90", "2026-03")):
        read(value, period, "")
    standing = gather(work, begun.id)
    assert counting_words(standing, standing.score.gates[0]) == (
        "90 % for 2026-03: it ends after the assessment’s period, which ends on 28 Feb 2026",
        "71 % for 2026-02: it counts",
        "60 % for 2025-Q4: a later one counts",
        "50 % for 2025-08: it ends before the assessment’s period, which begins on 1 Sep 2025",
    )


def test_the_organisations_own_value_stands_with_its_reason(work: Work, begun: Assessment, read: Read):
    read("71", "2026-02", "")
    policies.set_policy(work, GATE, MEASURE, Own(exact(70), "Half of our people work in the field."))
    (sentence,) = adoption_words(gather(work, begun.id))
    assert sentence.endswith("has to reach 70 % (your own policy: Half of our people work in the field). It reads 71 %: passed.")


def test_an_issued_result_says_where_todays_policy_differs(work: Work, begun: Assessment, read: Read):
    read("71", "2026-02", "")
    record_answer(work, begun.id, "leadership-purpose-why", Given(value=3))
    policies.set_policy(work, GATE, MEASURE, Own(exact(70), "Half of our people work in the field."))
    service.finalise(work, begun.id)
    assert "Today’s policy" not in adoption_words(gather(work, begun.id))[0]
    policies.drop_policy(work, GATE)
    (sentence,) = adoption_words(gather(work, begun.id))
    assert "has to reach 70 % (your own policy of then). It reads 71 %: passed." in sentence
    assert sentence.endswith("Today’s policy asks for 85 %; this issued result keeps the value it was made with.")


def test_a_correction_after_the_result_was_issued_is_told_apart(work: Work, begun: Assessment, read: Read):
    read("71", "2026-02", "")
    record_answer(work, begun.id, "leadership-purpose-why", Given(value=3))
    service.finalise(work, begun.id)
    read("88", "2026-02", "Counted again")
    standing = gather(work, begun.id)
    assert counting_words(standing, standing.score.gates[0]) == (
        "88 % for 2026-02: recorded after the result was issued, which keeps its own",
    )
