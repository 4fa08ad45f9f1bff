from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from assessment import service as assessments
from assessment.model import AssessmentState
from improvement import service as register
from improvement.demo.telling import tell
from improvement.model import Status
from improvement.register import Filter, Pill
from improvement.standing import gather
from improvement.standing_model import Standing
from people import service as people
from people.work import reading
from scoring.result import AssessmentScore
from storage.database import Database

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
PILLARS, FOUNDATIONS = "IT, August 2026", "IT foundations, November 2026"


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
@pytest.mark.parametrize("now", [NOW, datetime(2028, 2, 29, 12, tzinfo=UTC), datetime(2027, 1, 1, 0, 30, tzinfo=UTC)])
def test_the_demo_can_be_told_on_any_day_and_its_register_lives(bare: Database, now: datetime):
    me = people.begin(now)
    organisation = tell(me, now)
    with reading(people.acting_for(me, organisation), now) as work:
        states = [a.state for a in assessments.assessments(work)]
        actions = register.register(work, Filter(show=frozenset(Pill)))
        today = people.today(work)
    assert sorted(states) == [*[AssessmentState.FINAL] * 5, AssessmentState.OPEN]
    assert {a.status for a in actions} >= {Status.ACCEPTED, Status.IN_PROGRESS, Status.BLOCKED, Status.DONE, Status.PROPOSED}
    assert {a.questionnaire for a in actions} == {"three-pillars", "itsm-foundations"}
    assert any(a.is_overdue(today) for a in actions)
    assert any(a.is_stale(now) for a in actions)


@pytest.fixture
def standings(bare: Database) -> Mapping[str, Standing]:
    """Where each of the demo's assessments stands, by name."""
    me = people.begin(NOW)
    organisation = tell(me, NOW)
    with reading(people.acting_for(me, organisation), NOW) as work:
        return {a.name: gather(work, a.id) for a in assessments.assessments(work)}


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_its_pillars_are_judged_on_the_foundations_of_their_time_and_beside_them_on_todays(standings: Mapping[str, Standing]):
    before, pillars = standings["IT, December 2024"], standings[PILLARS]
    assert {b.level for b in before.score.overall.binding} == {None}
    assert held(pillars.score) == {"success-measures", "confidence", "simple-first", "feedback-action", "shared-ecosystem"}
    assert pillars.renewed
    assert held(pillars.renewed.score) == {"success-measures", "confidence", "feedback-action"}
    assert levels(pillars.score) == {"leadership": (2, 1), "experience": (2, 1), "operations": (1, 1)}
    assert levels(pillars.renewed.score) == {"leadership": (2, 1), "experience": (2, 2), "operations": (1, 1)}


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_sister_function_stands_on_the_foundations_of_it(standings: Mapping[str, Standing]):
    (ground,) = standings["HR, November 2026"].stands_on
    assert (ground.function, ground.assessment.name) == ("IT", FOUNDATIONS)


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_the_latest_foundations_hold_what_a_leader_has_to_deal_with(standings: Mapping[str, Standing]):
    here = standings[FOUNDATIONS]
    assert [f.pitfall.id for f in here.pitfalls] == ["tool-before-purpose"]
    assert [(c.practice, c.measure) for c in here.claims] == [
        ("incident", "time-to-resolution"),
        ("service-request", "self-service-adoption"),
    ]
    assert {m.id for m in here.questionnaire.measures} - {r.measure for r in here.readings} == {"asset-utilisation"}
    assert {a.evidence for a in here.answers.values()} == {"E0", "E1", "E2", "E3"}
    assert here.previous
    assert here.carries
    assert here.carries.assessment.name == PILLARS


def held(score: AssessmentScore) -> set[str]:
    return {b.holds for b in score.overall.binding}


def levels(score: AssessmentScore) -> Mapping[str, tuple[int | None, int | None]]:
    return {name: (pillar.level, pillar.gated_level) for name, pillar in score.dimensions.items()}
