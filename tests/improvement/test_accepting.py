"""How actions enter the register, on both engines."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy.exc import IntegrityError

from assessment.model import Assessment
from ground.errors import Conflict, NotFound
from improvement import service, store
from improvement.decisions import Refused
from improvement.model import Action, Agreement, Status
from improvement.register import Filter, Pill
from improvement.service import AlreadyThere
from people.work import Work, reading, writing
from storage.database import Database
from tests.cast import NOW, Cast
from tests.improvement.assessed import answer, begun
from tests.improvement.wanted import DUE, acceptance, later, own


def test_accepting_gives_a_number_an_owner_a_date_and_freezes_the_promise(accepted: Action, cast: Cast, assessed: Assessment):
    assert (accepted.label, accepted.status, accepted.owner_id) == ("A-01", Status.ACCEPTED, cast.chitra.id)
    assert (accepted.due, accepted.first_due) == (DUE, DUE)
    assert (accepted.practice, accepted.recommended) == ("leadership-purpose", "gain-first-announcement")
    assert (accepted.assessment_id, accepted.function_id) == (assessed.id, cast.it.id)
    assert accepted.level_from == 0
    assert accepted.index_lift
    assert accepted.index_lift > 0
    assert (accepted.effort_days, accepted.measure) == ((1, 3), "end-user-satisfaction")
    assert accepted.steps[0].startswith("The self-service owner picks")
    assert accepted.accepted_at == accepted.updated_at == NOW


def test_the_promise_stays_when_the_answers_change(work: Work, accepted: Action, assessed: Assessment):
    answer(work, assessed, leadership_purpose_why=5)
    assert service.get(work, accepted.id).index_lift == accepted.index_lift


def test_the_next_action_gets_the_next_number_and_is_found_by_it(work: Work, cast: Cast, accepted: Action):
    second = service.write_own(work, own(cast))
    assert (accepted.number, second.number) == (1, 2)
    assert service.by_number(work, 2) == second
    with pytest.raises(NotFound):
        service.by_number(work, 3)


def test_accepting_twice_names_the_action_that_is_there(work: Work, cast: Cast, assessed: Assessment, accepted: Action):
    with pytest.raises(AlreadyThere, match=r"A-01 is this action already, and it is Not started\. Open A-01") as refusal:
        service.accept(work, acceptance(assessed, cast.asha))
    assert refusal.value.action == accepted


def test_another_assessment_of_the_same_function_does_not_double_it(work: Work, cast: Cast, accepted: Action):
    again = answer(work, begun(work, cast.it, "Autumn"), leadership_purpose_why=0)
    with pytest.raises(AlreadyThere):
        service.accept(work, acceptance(again, cast.asha))


def test_another_function_has_an_action_of_its_own(work: Work, cast: Cast, accepted: Action):
    theirs = answer(work, begun(work, cast.hr), leadership_purpose_why=0)
    assert service.accept(work, acceptance(theirs, cast.asha)).number == accepted.number + 1


def test_a_cancelled_action_can_be_accepted_anew(work: Work, cast: Cast, assessed: Assessment, accepted: Action):
    service.cancel(work, accepted.id, "Overtaken")
    assert service.accept(work, acceptance(assessed, cast.chitra)).number == 2


def test_the_database_itself_refuses_a_second_open_one(work: Work, accepted: Action):
    with pytest.raises(IntegrityError):
        store.add(work, accepted.model_copy(update={"id": UUID(int=5), "number": 99}))


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"due": date(2026, 3, 1)}, "due date is in the past"),
        ({"target_level": 0}, "at level 0 already"),
        ({"target_level": 6}, "level from 0 to 5"),
    ],
)
def test_what_cannot_be_accepted_is_refused_with_a_sentence(
    work: Work, cast: Cast, assessed: Assessment, wrong: dict[str, object], words: str
):
    with pytest.raises(Refused, match=words):
        service.accept(work, acceptance(assessed, cast.chitra, **wrong))
    assert service.register(work, Filter()) == ()


def test_an_action_that_would_move_nothing_is_refused(work: Work, cast: Cast, assessed: Assessment):
    answer(work, assessed, leadership_purpose_why=5, leadership_purpose_order=True)
    with pytest.raises(Refused, match="would move nothing here"):
        service.accept(work, acceptance(assessed, cast.chitra))


def test_a_target_of_ones_own_is_kept(work: Work, cast: Cast, assessed: Assessment):
    assert service.accept(work, acceptance(assessed, cast.chitra, target_level=3)).level_to == 3


@pytest.mark.parametrize("unknown", [{"recommended_id": "conjure"}, {"assessment_id": UUID(int=1)}, {"owner_id": UUID(int=1)}])
def test_what_does_not_exist_is_not_found(work: Work, cast: Cast, assessed: Assessment, unknown: dict[str, object]):
    with pytest.raises(NotFound):
        service.accept(work, acceptance(assessed, cast.chitra, **unknown))


def test_today_may_be_the_due_date_by_the_organisations_own_clock(work: Work, cast: Cast, assessed: Assessment):
    """At 20:00 UTC it is the next day in Kolkata."""
    evening = replace(work, now=NOW.replace(hour=20))
    with pytest.raises(Refused):
        service.accept(evening, acceptance(assessed, cast.chitra, due=date(2026, 3, 2)))
    assert service.accept(evening, acceptance(assessed, cast.chitra, due=date(2026, 3, 3))).due == date(2026, 3, 3)


def test_a_proposal_waits_with_its_promise_and_is_agreed_with_owner_and_date(work: Work, cast: Cast, assessed: Assessment):
    proposed = service.propose(work, assessed.id, "gain-first-announcement")
    assert (proposed.status, proposed.owner_id, proposed.due) == (Status.PROPOSED, None, None)
    assert proposed.index_lift
    agreed = service.agree(later(work, 1), proposed.id, Agreement(owner_id=cast.chitra.id, due=DUE, target_level=2), proposed.row_version)
    assert (agreed.status, agreed.number, agreed.level_to, agreed.index_lift) == (Status.ACCEPTED, 1, 2, proposed.index_lift)
    assert [line.sentence for line in service.history(work, proposed.id)] == [
        "Asha accepted this action for Chitra, due 30 June 2026.",
        "Asha proposed this action.",
    ]


def test_a_proposal_is_agreed_once(work: Work, cast: Cast, assessed: Assessment):
    proposed = service.propose(work, assessed.id, "gain-first-announcement")
    agreement = Agreement(owner_id=cast.chitra.id, due=DUE)
    agreed = service.agree(work, proposed.id, agreement, proposed.row_version)
    assert service.agree(work, proposed.id, agreement, proposed.row_version) == agreed
    with pytest.raises(Conflict, match=r"Asha accepted this at 15:30\. Look at it again"):
        service.agree(work, proposed.id, Agreement(owner_id=cast.ben.id, due=DUE), proposed.row_version)
    assert len(service.updates(work, proposed.id)) == 2


def test_a_proposal_is_not_agreed_with_a_level_that_the_scale_does_not_have(work: Work, cast: Cast, assessed: Assessment):
    proposed = service.propose(work, assessed.id, "gain-first-announcement")
    with pytest.raises(Refused, match="level from 0 to 5"):
        service.agree(work, proposed.id, Agreement(owner_id=cast.chitra.id, due=DUE, target_level=6), proposed.row_version)


def test_an_action_for_an_unanswered_question_promises_nothing(work: Work, cast: Cast, assessed: Assessment):
    taken = service.accept(work, acceptance(assessed, cast.chitra, recommended_id="try-before-offer"))
    assert (taken.index_lift, taken.level_from, taken.level_to) == (None, None, None)


def test_ones_own_action_is_proposed_without_and_accepted_with_owner_and_date(work: Work, cast: Cast, assessed: Assessment):
    assert service.write_own(work, own(cast)).status is Status.PROPOSED
    mine = service.write_own(work, own(cast, owner_id=cast.asha.id, due=DUE, assessment_id=assessed.id, practice="autonomy"))
    assert (mine.status, mine.questionnaire, mine.practice) == (Status.ACCEPTED, "three-pillars", "autonomy")
    assert service.history(work, mine.id)[0].sentence == "Asha wrote this action for Asha, due 30 June 2026."


def test_ones_own_proposal_is_agreed_without_any_assessment(work: Work, cast: Cast):
    proposed = service.write_own(work, own(cast))
    agreed = service.agree(work, proposed.id, Agreement(owner_id=cast.chitra.id, due=DUE), proposed.row_version)
    assert (agreed.status, agreed.level_from, agreed.level_to) == (Status.ACCEPTED, None, None)


def test_a_preview_counts_overlaps_once(work: Work, assessed: Assessment):
    """From nothing to level 3 of one question of four; the first step is part of the second action's way."""
    both = service.preview(work, assessed.id, ["gain-first-announcement", "say-the-why"]).practices["leadership-purpose"]
    first = service.preview(work, assessed.id, ["gain-first-announcement"]).practices["leadership-purpose"]
    second = service.preview(work, assessed.id, ["say-the-why"]).practices["leadership-purpose"]
    assert both.points < first.points + second.points
    with pytest.raises(NotFound):
        service.preview(work, assessed.id, ["conjure"])


def test_ones_own_action_needs_both_owner_and_date_or_neither(work: Work, cast: Cast):
    for half in ({"owner_id": cast.asha.id}, {"due": DUE}):
        with pytest.raises(Refused, match="both an owner and a due date"):
            service.write_own(work, own(cast, **half))


def test_a_double_click_writes_ones_own_action_once(work: Work, cast: Cast):
    twice = own(cast, id=UUID(int=77))
    assert service.write_own(work, twice) == service.write_own(work, twice)
    assert len(service.register(work, Filter(show=frozenset(Pill)))) == 1


def test_ones_own_action_stays_within_its_assessment(work: Work, cast: Cast, assessed: Assessment):
    for wrong in ({"practice": "juggling"}, {"function_id": cast.hr.id}):
        with pytest.raises(NotFound):
            service.write_own(work, own(cast, assessment_id=assessed.id, **wrong))


def test_many_at_once_get_numbers_without_gap_or_double(database: Database, cast: Cast):
    def write(_: int) -> int:
        return writing(cast.asha, NOW, lambda work: service.write_own(work, own(cast))).number

    with ThreadPoolExecutor(4) as pool:
        numbers = list(pool.map(write, range(12)))
    assert sorted(numbers) == list(range(1, 13))


def test_two_tabs_accept_a_recommendation_once(database: Database, cast: Cast):
    assessment = writing(cast.asha, NOW, lambda work: answer(work, begun(work, cast.it), leadership_purpose_why=0))

    def click(_: int) -> str:
        try:
            return writing(cast.asha, NOW, lambda work: service.accept(work, acceptance(assessment, cast.chitra))).label
        except AlreadyThere as refusal:
            return str(refusal)

    with ThreadPoolExecutor(4) as pool:
        outcomes = list(pool.map(click, range(4)))
    assert outcomes.count("A-01") == 1
    with reading(cast.asha, NOW) as work:
        assert len(service.register(work, Filter())) == 1
