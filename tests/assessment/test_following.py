"""The measures that a function may follow: each once, with what asks for it, and how it stands."""

from datetime import date
from unittest.mock import patch

import pytest

from assessment import measures, service
from assessment.catalogue import catalogue
from assessment.followed import Followed, State
from assessment.following import following, history, known
from assessment.meanwhile import Overtaken
from assessment.model import Measured, Start
from ground.errors import NotFound
from ground.value import exact
from people.work import Work
from questionnaires import library
from questionnaires.model import CURRENCY
from tests.builders import dimension, practice, question, questionnaire
from tests.cast import Cast

PILLARS, FOUNDATIONS = library.load("three-pillars"), library.load("itsm-foundations")


def one(work: Work, cast: Cast, measure: str) -> Followed:
    return next(each for each in following(work, cast.it.id) if each.measure.id == measure)


def read(work: Work, cast: Cast, value: object, period: str, measure: str = "self-service-adoption") -> None:
    of = PILLARS.measure_by_id.get(measure) or FOUNDATIONS.measure_by_id[measure]
    measures.record_reading(work, cast.it.id, of, Measured(value=value, period=period, source="Log"))


def test_every_measure_of_the_published_questionnaires_is_there_once(work: Work):
    ids = [each.measure.id for each in known(work)]
    assert len(ids) == len(set(ids))
    assert set(ids) == {m.id for q in library.published() for m in q.measures}


def test_those_of_a_questionnaire_in_use_come_first(work: Work, cast: Cast):
    assert known(work)[0].measure.id == "first-contact-resolution"
    own = questionnaire(dimension("all", practice("one", question("how"), question("share", "metric"))))
    with patch.object(library, "load", lambda *_: own):
        period = {"starts": date(2025, 9, 1), "ends": date(2026, 2, 28)}
        service.start(work, Start(questionnaire=own.id, function_id=cast.it.id, name="Own", **period))
    first = known(work)[0]
    assert (first.measure.id, first.practices, first.asked[0].text) == ("adoption", ("One",), "How is share done?")


def test_a_measure_names_the_questions_practices_and_gates_that_use_it():
    by_id = {each.measure.id: each for each in catalogue([PILLARS, FOUNDATIONS], "EUR")}
    basic = by_id["basic-service-adoption"]
    assert [(a.questionnaire, a.practice, a.question) for a in basic.asked] == [("three-pillars", "simple-first", "simple-first-adopted")]
    assert [(g.questionnaire, g.gate.id) for g in basic.gates] == [("three-pillars", "adoption-85")]
    assert basic.practices == ("Simple first, complex when ready",)
    assert len(by_id["end-user-satisfaction"].practices) > 5


def test_money_is_counted_in_the_organisations_own(work: Work):
    assert FOUNDATIONS.measure_by_id["cost-per-ticket"].unit == CURRENCY
    assert next(each for each in known(work) if each.measure.id == "cost-per-ticket").measure.unit == "INR"


def test_a_measure_stands_unread_without_a_target_short_of_it_or_on_it(work: Work, cast: Cast):
    name = "time-to-resolution"
    assert one(work, cast, name).state is State.UNREAD
    read(work, cast, 12, "2026-01", name)
    assert one(work, cast, name).state is State.UNTARGETED
    measures.set_target(work, cast.it.id, PILLARS.measure_by_id[name], exact(8))
    assert one(work, cast, name).state is State.SHORT
    read(work, cast, 8, "2026-02", name)
    assert one(work, cast, name).state is State.MET


@pytest.mark.parametrize(
    ("measure", "values", "by", "better"),
    [
        ("self-service-adoption", (40, 43), 3, True),
        ("self-service-adoption", (43, 40), -3, False),
        ("time-to-resolution", (12, 9), -3, True),
        ("time-to-resolution", (9, 12), 3, False),
        ("time-to-resolution", (9, 9), 0, None),
    ],
)
def test_the_way_is_told_from_the_period_that_ended_before(work: Work, cast: Cast, measure: str, values, by: int, better: bool | None):  # noqa: PLR0913, PLR0917 - one case
    read(work, cast, values[0], "2025-11", measure)
    read(work, cast, values[1], "2026-01", measure)
    assert one(work, cast, measure).move == ("2025-11", by, better)


def test_a_quarter_and_its_last_month_end_together_and_are_no_way(work: Work, cast: Cast):
    read(work, cast, 40, "2025-Q4")
    read(work, cast, 44, "2025-12")
    assert one(work, cast, "self-service-adoption").move is None
    read(work, cast, 30, "2025-11")
    assert one(work, cast, "self-service-adoption").move.since == "2025-11"


def test_readings_come_by_the_end_of_their_period_and_bring_their_history(work: Work, cast: Cast):
    for value, period in ((50, "2026-02"), (30, "2024"), (40, "2025-Q2")):
        read(work, cast, value, period)
    followed = one(work, cast, "self-service-adoption")
    assert [r.period for r in followed.readings] == ["2024", "2025-Q2", "2026-02"]
    read(work, cast, 51, "2026-02")
    happened = history(work, one(work, cast, "self-service-adoption"))
    assert [event.verb for event in happened["2026-02"]] == ["update", "create"]
    assert set(happened) == {"2024", "2025-Q2", "2026-02"}


def test_a_function_of_another_organisation_is_not_there(work: Work, as_actor, cast: Cast):
    with pytest.raises(NotFound):
        following(work, cast.their_it.id)
    with pytest.raises(NotFound):
        following(as_actor(cast.dev), cast.it.id)


def test_a_target_that_changed_since_it_was_looked_at_is_not_replaced_unseen(work: Work, as_actor, cast: Cast):
    measure = PILLARS.measure_by_id["self-service-adoption"]
    measures.set_target(as_actor(cast.tom), cast.it.id, measure, exact(60), None)
    with pytest.raises(Overtaken, match=r"Tom set this at 15:30\.") as conflict:
        measures.set_target(work, cast.it.id, measure, exact(65), None)
    assert conflict.value.there == 60
    measures.set_target(work, cast.it.id, measure, exact(60), None)
    measures.set_target(work, cast.it.id, measure, exact(65), exact(60))
    assert measures.targets(work, cast.it.id) == {measure.id: 65}
