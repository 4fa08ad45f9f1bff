"""The register through its services, on both engines."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy.exc import IntegrityError

from assessment.model import Assessment
from ground.errors import Conflict, NotFound
from improvement import service, store
from improvement.decisions import Refused
from improvement.history import Happening
from improvement.model import Accept, Action, Agreement, ForbiddenMove, OwnAction, Status, Update
from improvement.register import Filter, Pill
from improvement.service import ActionConflict, AlreadyThere
from people import service as people
from people.model import Actor, Denied
from people.work import Work, reading, writing
from storage.database import Database
from tests.cast import NOW, Cast
from tests.improvement.assessed import answer, begun

DUE = date(2026, 6, 30)
AsActor = Callable[[Actor], Work]


@pytest.fixture
def assessed(work: Work, cast: Cast) -> Assessment:
    """Only the first practice is answered, at the bottom."""
    answers = {"leadership_purpose_why": 0, "leadership_purpose_managers": 0}
    return answer(work, begun(work, cast.it), **answers, leadership_purpose_order=False, leadership_purpose_heard=False)


def acceptance(assessment: Assessment, owner: Actor, **more: object) -> Accept:
    wanted = {"assessment_id": assessment.id, "recommended_id": "gain-first-announcement", "owner_id": owner.id, "due": DUE}
    return Accept.model_validate(wanted | more)


@pytest.fixture
def accepted(work: Work, cast: Cast, assessed: Assessment) -> Action:
    return service.accept(work, acceptance(assessed, cast.chitra))


def report(status: Status, per_cent: int = 0, **more: object) -> Update:
    return Update.model_validate({"status": status, "per_cent": per_cent} | more)


def own(cast: Cast, **more: object) -> OwnAction:
    return OwnAction.model_validate({"function_id": cast.it.id, "title": "Ask the ten who call most"} | more)


def later(work: Work, days: int = 0, minutes: int = 0) -> Work:
    return replace(work, now=work.now + timedelta(days=days, minutes=minutes))


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
    service.agree(work, proposed.id, agreement, proposed.row_version)
    with pytest.raises((Conflict, ForbiddenMove)):
        service.agree(work, proposed.id, agreement, proposed.row_version)


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


def test_a_report_is_kept_with_its_words_and_in_the_trail(work: Work, as_actor: AsActor, cast: Cast, accepted: Action):
    chitra = as_actor(cast.chitra)
    after = service.update(later(chitra, 3), accepted.id, report(Status.IN_PROGRESS, 40, note="Draft is out."), accepted.row_version)
    assert (after.status, after.per_cent, after.row_version) == (Status.IN_PROGRESS, 40, 2)
    newest = service.history(work, accepted.id)[0]
    assert (newest.who, newest.sentence) == (
        "Chitra",
        "Chitra set the status to In progress, set progress from 0 to 40 % and wrote a note.",
    )
    assert newest.note == "Draft is out."
    event = people.history(work, "action", accepted.id)[0]
    assert (event.actor_name, event.verb, event.before["per_cent"], event.after["per_cent"]) == ("Chitra", "updated", 0, 40)


@pytest.mark.parametrize("words", ["<b>x", "<img src=/x.png>", "=1+1", "👍🏽", "مرحبا", "a\nb\tc", "x" * 10_000])
def test_what_people_write_is_kept_faithfully(work: Work, accepted: Action, words: str):
    service.update(work, accepted.id, report(Status.IN_PROGRESS, note=words, evidence=words), accepted.row_version)
    newest = service.history(work, accepted.id)[0]
    assert (newest.note, newest.evidence) == (words, words)


def test_a_new_date_is_kept_with_its_reason_and_the_first_one_stays(work: Work, accepted: Action):
    new = report(Status.ACCEPTED, due=date(2026, 8, 31), due_reason="The vendor is late")
    moved = service.update(work, accepted.id, new, accepted.row_version)
    assert (moved.due, moved.first_due) == (date(2026, 8, 31), DUE)
    assert service.updates(work, accepted.id)[-1].reason == "The vendor is late"


def test_the_loser_of_two_saves_sees_both_texts(work: Work, as_actor: AsActor, cast: Cast, accepted: Action):
    hers = report(Status.IN_PROGRESS, 40, note="The vendor answered.")
    service.update(later(as_actor(cast.chitra), minutes=12), accepted.id, hers, accepted.row_version)
    mine = report(Status.BLOCKED, 10, note="No answer from the vendor.")
    with pytest.raises(ActionConflict) as conflict:
        service.update(later(work, minutes=13), accepted.id, mine, accepted.row_version)
    assert str(conflict.value) == "Chitra saved this at 15:42. Your text is below; compare and save again."
    assert (conflict.value.theirs.note, conflict.value.yours.note) == ("The vendor answered.", "No answer from the vendor.")
    assert conflict.value.action.per_cent == 40
    kept = service.update(work, accepted.id, mine, conflict.value.action.row_version)
    assert (kept.status, kept.row_version) == (Status.BLOCKED, 3)


def test_a_save_of_another_day_is_named_with_its_day(work: Work, as_actor: AsActor, cast: Cast, accepted: Action):
    service.update(as_actor(cast.chitra), accepted.id, report(Status.IN_PROGRESS), accepted.row_version)
    with pytest.raises(ActionConflict, match=r"Chitra saved this on 2 March 2026 at 15:30\."):
        service.update(later(work, 2), accepted.id, report(Status.IN_PROGRESS, 5), accepted.row_version)


def test_the_same_report_twice_counts_once(work: Work, accepted: Action):
    given = report(Status.IN_PROGRESS, 40, note="Draft is out.")
    once = service.update(work, accepted.id, given, accepted.row_version)
    assert service.update(work, accepted.id, given, accepted.row_version) == once
    assert len(service.updates(work, accepted.id)) == 2


def done(work: Work, action: Action) -> Action:
    running = service.update(work, action.id, report(Status.IN_PROGRESS), action.row_version)
    return service.update(work, action.id, report(Status.DONE, 100, evidence="Announcement of 1 May"), running.row_version)


def test_a_leader_verifies_what_an_owner_finished(work: Work, as_actor: AsActor, cast: Cast, accepted: Action):
    finished = done(as_actor(cast.chitra), accepted)
    verified = service.verify(work, finished.id, finished.row_version)
    assert (verified.status, verified.done_by, verified.verified_by) == (Status.VERIFIED, cast.chitra.id, cast.asha.id)
    assert not verified.self_verified
    assert service.updates(work, accepted.id)[-1].what is Happening.VERIFIED


def test_verifying_ones_own_action_is_labelled(work: Work, cast: Cast, assessed: Assessment):
    mine = service.accept(work, acceptance(assessed, cast.asha))
    verified = service.verify(work, done(work, mine).id)
    assert verified.self_verified
    assert service.history(work, mine.id)[0].sentence == "Asha verified this action, which is their own."


def test_an_owner_updates_only_their_own_and_verifies_nothing(
    work: Work, as_actor: AsActor, cast: Cast, assessed: Assessment, accepted: Action
):
    other = service.write_own(work, own(cast, owner_id=cast.asha.id, due=DUE))
    chitra = as_actor(cast.chitra)
    with pytest.raises(Denied):
        service.update(chitra, other.id, report(Status.IN_PROGRESS), other.row_version)
    with pytest.raises(Denied):
        service.verify(chitra, done(chitra, accepted).id)
    with pytest.raises(Denied):
        service.accept(chitra, acceptance(assessed, cast.chitra, recommended_id="manager-pack"))


def test_somebody_of_another_organisation_finds_nothing(as_actor: AsActor, cast: Cast, accepted: Action):
    dev = as_actor(cast.dev)
    assert service.register(dev, Filter()) == ()
    for look in (service.get, service.history, service.updates):
        with pytest.raises(NotFound):
            look(dev, accepted.id)
    with pytest.raises(NotFound):
        service.update(dev, accepted.id, report(Status.IN_PROGRESS), 1)
    assert service.write_own(dev, own(cast, function_id=cast.their_it.id)).number == 1


def test_a_cancelled_action_keeps_its_reason(work: Work, accepted: Action):
    with pytest.raises(Refused, match="Say why"):
        service.cancel(work, accepted.id, "   ")
    assert service.cancel(work, accepted.id, "Overtaken by the merger").status is Status.CANCELLED
    assert service.history(work, accepted.id)[0].sentence == "Asha cancelled this action, because: “Overtaken by the merger”."


def test_deciding_on_what_has_changed_meanwhile_is_refused(work: Work, cast: Cast, accepted: Action):
    service.update(work, accepted.id, report(Status.IN_PROGRESS), accepted.row_version)
    with pytest.raises(Conflict, match="Look at it again"):
        service.cancel(work, accepted.id, "Overtaken", accepted.row_version)
    with pytest.raises(Conflict, match="Look at it again"):
        service.hand_over(work, accepted.id, cast.asha.id, accepted.row_version)


def test_a_running_action_changes_hands(work: Work, cast: Cast, accepted: Action):
    assert service.hand_over(work, accepted.id, cast.ben.id).owner_id == cast.ben.id
    assert service.history(work, accepted.id)[0].sentence == "Asha handed this action over from Chitra to Ben."
    with pytest.raises(NotFound):
        service.hand_over(work, accepted.id, cast.dev.id)


def test_the_register_filters_and_counts(work: Work, cast: Cast, accepted: Action):
    service.write_own(work, own(cast))
    in_july = later(work, 130)
    assert [a.number for a in service.register(in_july, Filter(show=frozenset({Pill.LATE})))] == [1]
    assert [a.number for a in service.register(work, Filter(search="ten who CALL", show=frozenset(Pill)))] == [2]
    found = service.pill_counts(in_july)
    assert (found[Pill.LATE], found[Pill.STALE], found[Pill.NOT_STARTED], found[Pill.PROPOSED]) == (1, 1, 1, 1)


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
