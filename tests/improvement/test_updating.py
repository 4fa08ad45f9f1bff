"""What happens to actions of the register, on both engines."""

from datetime import date

import pytest

from assessment.model import Assessment
from ground.errors import Conflict, NotFound
from improvement import service
from improvement.decisions import Refused
from improvement.history import Happening
from improvement.model import Action, Status
from improvement.register import Filter, Pill
from improvement.service import ActionConflict
from people import service as people
from people.model import Denied
from people.work import Work
from tests.cast import Cast
from tests.improvement.wanted import DUE, AsActor, acceptance, later, own, report


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


def test_finishing_twice_counts_once_though_the_form_said_less_than_all(work: Work, accepted: Action):
    running = service.update(work, accepted.id, report(Status.IN_PROGRESS), accepted.row_version)
    given = report(Status.DONE, 60, note="All told.")
    once = service.update(work, accepted.id, given, running.row_version)
    assert service.update(work, accepted.id, given, running.row_version) == once


FIRST = {"per_cent": 60, "due": date(2026, 8, 31), "due_reason": "The vendor is late"}


@pytest.mark.parametrize("other", [{"per_cent": 40}, {"due": None}, {"due": date(2026, 9, 30)}, {"due_reason": "Holidays"}])
def test_a_report_that_differs_in_anything_is_another_report(work: Work, accepted: Action, other: dict[str, object]):
    service.update(work, accepted.id, report(Status.IN_PROGRESS, **FIRST), accepted.row_version)
    with pytest.raises(ActionConflict) as conflict:
        service.update(work, accepted.id, report(Status.IN_PROGRESS, **(FIRST | other)), accepted.row_version)
    assert conflict.value.action.per_cent == 60


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


def test_who_ended_an_action_is_named_to_whoever_still_writes_about_it(work: Work, as_actor: AsActor, cast: Cast, accepted: Action):
    service.cancel(later(as_actor(cast.tom), minutes=12), accepted.id, "Overtaken", accepted.row_version)
    with pytest.raises(ActionConflict) as conflict:
        service.update(later(work, minutes=13), accepted.id, report(Status.IN_PROGRESS, note="Two teams left."), accepted.row_version)
    assert str(conflict.value) == "Tom cancelled this at 15:42. Your text is below; copy what you need."


def test_everything_saved_meanwhile_is_told(work: Work, as_actor: AsActor, cast: Cast, accepted: Action):
    chitra = as_actor(cast.chitra)
    moved = service.update(
        chitra, accepted.id, report(Status.IN_PROGRESS, due=date(2026, 8, 31), due_reason="The vendor is late"), accepted.row_version
    )
    service.hand_over(work, accepted.id, cast.ben.id, moved.row_version)
    with pytest.raises(ActionConflict) as conflict:
        service.update(work, accepted.id, report(Status.ACCEPTED, note="Two teams left."), accepted.row_version)
    assert [entry.version for entry in conflict.value.since] == [2, 3]


def test_deciding_the_same_twice_counts_once(work: Work, cast: Cast, accepted: Action):
    given = service.hand_over(work, accepted.id, cast.ben.id, accepted.row_version)
    assert service.hand_over(work, accepted.id, cast.ben.id, accepted.row_version) == given
    ended = service.cancel(work, accepted.id, "Overtaken", given.row_version)
    assert service.cancel(work, accepted.id, " Overtaken ", given.row_version) == ended
    assert len(service.updates(work, accepted.id)) == 3


def test_less_than_all_is_not_reported_on_what_is_done(work: Work, accepted: Action):
    finished = done(work, accepted)
    with pytest.raises(Refused, match=r"is Done, which is 100 %\. Choose In progress to report 55 %"):
        service.update(work, accepted.id, report(Status.DONE, 55, note="Not all of it."), finished.row_version)


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
