"""The organisation's own value for an adoption gate: who sets it, what it may be, and what it leaves behind."""

from datetime import date

import pytest

from assessment import answering_service as answering
from assessment import policies, service
from assessment.meanwhile import Overtaken
from assessment.model import Given, Start
from assessment.policies import Own, RefusedPolicy
from assessment.tables import GatePolicyRow
from ground.value import exact
from people.model import Denied
from people.work import Work, reading, writing
from questionnaires import library
from tests.cast import NOW, Cast

PILLARS = library.load("three-pillars")
GATE = PILLARS.gates[0]
MEASURE = PILLARS.measure_by_id[GATE.measure]
WHY = "Half of our people work in the field."


def own(work: Work, value: object = 70, reason: str = WHY) -> None:
    policies.set_policy(work, GATE, MEASURE, Own(exact(value), reason))


def test_a_gate_keeps_the_value_of_its_questionnaire_until_somebody_sets_another(work: Work):
    assert policies.values(work) == {}
    own(work, "72.5")
    assert policies.values(work) == {"adoption-85": exact("72.5")}
    assert policies.policies(work)["adoption-85"].reason == WHY


def test_a_second_value_replaces_the_first_and_dropping_it_returns_to_the_default(work: Work):
    own(work, 70)
    own(work, 75, "Agreed with the board.")
    assert policies.policies(work)["adoption-85"].model_dump(include={"at_least", "reason"}) == {
        "at_least": 75,
        "reason": "Agreed with the board.",
    }
    policies.drop_policy(work, GATE)
    policies.drop_policy(work, GATE)
    assert policies.values(work) == {}


def test_who_looked_at_another_value_learns_what_stands_there_and_changes_nothing(work: Work, as_actor, cast: Cast):
    tom = as_actor(cast.tom)
    own(tom, 70)
    with pytest.raises(Overtaken, match=r"Tom set this at 15:30\. Look at it again") as conflict:
        policies.set_policy(work, GATE, MEASURE, Own(exact(60), "Mine"), None)
    assert (conflict.value.there.at_least, conflict.value.there.reason) == (70, WHY)
    seen = policies.policies(work)[GATE.id]
    own(tom, 75, "Theirs")
    for change in (
        lambda: policies.set_policy(work, GATE, MEASURE, Own(exact(60), "Mine"), seen),
        lambda: policies.drop_policy(work, GATE, seen),
    ):
        with pytest.raises(Overtaken, match=r"Tom changed this at 15:30\."):
            change()
    assert policies.values(work) == {GATE.id: 75}
    assert policies.set_policy(work, GATE, MEASURE, Own(exact(75), "Theirs"), seen).row_version == 2, "the same twice counts once"


def test_a_value_that_was_dropped_and_set_anew_is_another_one(work: Work):
    own(work, 70)
    seen = policies.policies(work)[GATE.id]
    policies.drop_policy(work, GATE)
    with pytest.raises(Overtaken, match="returned to the questionnaire’s value"):
        policies.set_policy(work, GATE, MEASURE, Own(exact(60), "Mine"), seen)
    own(work, 75)
    with pytest.raises(Overtaken):
        policies.drop_policy(work, GATE, seen)
    assert policies.values(work) == {GATE.id: 75}


@pytest.mark.parametrize(
    ("value", "reason", "sentence"),
    [
        (70, "  ", "Say why this value suits you better"),
        (101, WHY, "The value lies between 0 and 100 %."),
        (-1, WHY, "The value lies between 0 and 100 %."),
    ],
)
def test_a_value_that_cannot_be_is_refused_and_nothing_is_stored(work: Work, value: int, reason: str, sentence: str):
    with pytest.raises(RefusedPolicy, match=sentence):
        own(work, value, reason)
    assert policies.values(work) == {}


def test_a_measure_with_an_open_end_says_so(work: Work):
    endless = MEASURE.model_copy(update={"maximum": None})
    with pytest.raises(RefusedPolicy, match=r"The value lies at 0 % or above\."):
        policies.set_policy(work, GATE, endless, Own(exact(-1), WHY))
    bottomless = MEASURE.model_copy(update={"minimum": None})
    with pytest.raises(RefusedPolicy, match=r"The value lies at 100 % or below\."):
        policies.set_policy(work, GATE, bottomless, Own(exact(101), WHY))


def test_a_gate_that_is_not_editable_keeps_its_value(work: Work):
    fixed = GATE.model_copy(update={"editable": False})
    with pytest.raises(RefusedPolicy, match="belongs to its questionnaire and cannot be changed"):
        policies.set_policy(work, fixed, MEASURE, Own(exact(70), WHY))


def test_a_reason_that_is_too_long_is_refused_before_anything_is_stored(work: Work):
    with pytest.raises(ValueError, match="at most 10,000 fit"):
        own(work, 70, "x" * 10_001)
    assert policies.values(work) == {}


def test_those_who_only_look_or_own_actions_may_not_set_it(work: Work, as_actor, cast: Cast):
    own(work, 70)
    assert policies.values(as_actor(cast.ben)) == {}, "who only answers does not even see it"
    for person in (cast.vera, cast.chitra):
        theirs = as_actor(person)
        assert policies.values(theirs) == {"adoption-85": 70}
        with pytest.raises(Denied):
            policies.drop_policy(theirs, GATE)


@pytest.mark.parametrize("name", ["vera", "chitra", "ben"])
def test_their_attempt_leaves_the_value_as_it_was(database, cast: Cast, name: str):
    writing(cast.asha, NOW, own)
    with pytest.raises(Denied):
        writing(getattr(cast, name), NOW, lambda work: own(work, 1))
    with reading(cast.asha, NOW) as work:
        assert policies.values(work) == {"adoption-85": 70}


def test_a_consultant_may_set_it_and_another_organisation_never_sees_it(work: Work, as_actor, cast: Cast):
    own(as_actor(cast.tom), 70)
    assert policies.values(work) == {"adoption-85": 70}
    assert policies.values(as_actor(cast.dev)) == {}


def test_an_issued_result_keeps_the_value_it_was_made_with(work: Work, cast: Cast):
    period = {"starts": date(2025, 9, 1), "ends": date(2026, 2, 28)}
    made = service.start(work, Start(questionnaire="three-pillars", function_id=cast.it.id, name="Spring", **period))
    answering.record_answer(work, made.id, "simple-first-adopted", Given(value=71))
    assert service.result(work, made.id).gates[0].model_dump(include={"state", "at_least"}) == {"state": "not_ready", "at_least": 85}
    own(work, 70)
    assert service.result(work, made.id).gates[0].state == "ready", "an open one follows the policy"
    service.finalise(work, made.id)
    own(work, 90)
    issued = service.result(work, made.id).gates[0]
    assert (issued.state, issued.at_least) == ("ready", 70)


def test_every_change_of_the_value_is_in_the_trail(database, cast: Cast):
    writing(cast.asha, NOW, own)
    writing(cast.asha, NOW, lambda work: own(work, 75))

    def drop(work: Work):
        row = work.session.scalars(work.select(GatePolicyRow)).one()
        policies.drop_policy(work, GATE)
        return [(event.verb, event.after) for event in work.session.scalars(work.trail(row))]

    kept = writing(cast.asha, NOW, drop)
    assert sorted(verb for verb, _ in kept) == ["create", "delete", "update"]
    assert {"gate": "adoption-85", "at_least": 75, "reason": WHY} in [after for _, after in kept]
