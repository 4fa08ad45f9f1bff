from datetime import date

import pytest

from improvement import decisions
from improvement.decisions import Refused
from improvement.model import ForbiddenMove, Status, Update
from tests.improvement.conftest import ASHA, BEN, CHITRA, NOW, TODAY


def report(status=Status.IN_PROGRESS, per_cent=0, **more):
    return Update(status=status, per_cent=per_cent, **more)


def test_agreeing_sets_owner_and_date_and_keeps_the_first_date(action, moment):
    proposed = action(status=Status.PROPOSED, owner_id=None, due=None, first_due=None, accepted_at=None)
    agreed = decisions.agreed(proposed, BEN, TODAY, moment)
    assert (agreed.status, agreed.owner_id, agreed.due, agreed.first_due) == (Status.ACCEPTED, BEN, TODAY, TODAY)
    assert agreed.accepted_at == agreed.updated_at == NOW


def test_a_due_date_before_today_is_refused(action, moment):
    with pytest.raises(Refused, match="due date is in the past"):
        decisions.agreed(action(status=Status.PROPOSED), BEN, date(2026, 11, 1), moment)


def test_only_a_proposed_action_can_be_agreed(action, moment):
    with pytest.raises(ForbiddenMove):
        decisions.agreed(action(status=Status.DONE), BEN, TODAY, moment)


def test_a_target_is_above_the_present_level(action):
    assert decisions.aimed(action(), 1, 2).level_to == 2
    assert decisions.aimed(action(), None, 2).level_from is None
    assert decisions.aimed(action(), 3, None).level_to is None
    with pytest.raises(Refused, match="at level 2 already"):
        decisions.aimed(action(), 2, 2)


def test_a_report_sets_status_and_per_cent_and_the_moment(action, moment):
    after = decisions.reported(action(), report(per_cent=40), moment)
    assert (after.status, after.per_cent, after.updated_at) == (Status.IN_PROGRESS, 40, NOW)


def test_a_note_alone_is_a_report(action, moment):
    before = action(status=Status.BLOCKED, per_cent=40)
    after = decisions.reported(before, report(Status.BLOCKED, 40, note="Waiting for the vendor."), moment)
    assert after == before.model_copy(update={"updated_at": NOW})


def test_a_report_without_any_change_is_refused(action, moment):
    for due in (None, date(2026, 12, 4)):
        with pytest.raises(Refused, match="Nothing has changed"):
            decisions.reported(action(), report(Status.ACCEPTED, due=due), moment)


def test_done_needs_what_shows_it(action, moment):
    running = action(status=Status.IN_PROGRESS)
    with pytest.raises(Refused, match="what shows that it is done"):
        decisions.reported(running, report(Status.DONE, 90), moment)


@pytest.mark.parametrize("shown", [{"note": "All departments have it."}, {"evidence": "Minutes of 3 November."}])
@pytest.mark.parametrize("start", [Status.IN_PROGRESS, Status.BLOCKED])
def test_done_is_a_hundred_per_cent_by_somebody_at_some_time(action, moment, shown, start):
    done = decisions.reported(action(status=start), report(Status.DONE, 90, **shown), moment)
    assert (done.status, done.per_cent, done.done_by, done.done_at) == (Status.DONE, 100, CHITRA, NOW)


def test_more_evidence_can_be_added_to_what_is_done(action, moment):
    done = action(status=Status.DONE, per_cent=100, done_by=BEN, done_at=NOW)
    after = decisions.reported(done, report(Status.DONE, 100, evidence="A photograph."), moment)
    assert (after.per_cent, after.done_by) == (100, BEN)


def test_a_failed_verification_takes_done_back_and_says_what_is_missing(action, moment):
    done = action(status=Status.DONE, per_cent=100, done_by=BEN, done_at=NOW)
    with pytest.raises(Refused, match="what is still missing"):
        decisions.reported(done, report(per_cent=80), moment)
    again = decisions.reported(done, report(per_cent=80, note="Two departments have not heard it."), moment)
    assert (again.status, again.per_cent, again.done_by, again.done_at) == (Status.IN_PROGRESS, 80, None, None)


def test_a_new_date_needs_a_reason_and_is_not_past(action, moment):
    with pytest.raises(Refused, match="why the due date changes"):
        decisions.reported(action(), report(due=date(2026, 12, 24)), moment)
    with pytest.raises(Refused, match="due date is in the past"):
        decisions.reported(action(), report(due=date(2026, 11, 1), due_reason="Done already"), moment)
    later = decisions.reported(action(), report(due=date(2026, 12, 24), due_reason="The vendor is late"), moment)
    assert (later.due, later.first_due) == (date(2026, 12, 24), date(2026, 12, 4))


def test_the_old_date_may_stand_although_it_is_past(action, moment):
    late = action(due=date(2026, 10, 1))
    assert decisions.reported(late, report(due=date(2026, 10, 1)), moment).due == date(2026, 10, 1)


def test_a_proposed_action_cannot_be_reported_on(action, moment):
    with pytest.raises(Refused, match="Accept it with an owner"):
        decisions.reported(action(status=Status.PROPOSED), report(Status.PROPOSED, note="x"), moment)


@pytest.mark.parametrize("to", [Status.VERIFIED, Status.CANCELLED])
def test_a_report_neither_verifies_nor_cancels(action, moment, to):
    with pytest.raises(Refused, match="with the button for that"):
        decisions.reported(action(status=Status.DONE), report(to, note="x"), moment)


@pytest.mark.parametrize("status", [Status.CANCELLED, Status.VERIFIED])
def test_a_closed_action_takes_no_report(action, moment, status):
    with pytest.raises(ForbiddenMove):
        decisions.reported(action(status=status), report(note="x"), moment)


def test_a_running_action_does_not_go_back_to_not_started(action, moment):
    with pytest.raises(ForbiddenMove):
        decisions.reported(action(status=Status.IN_PROGRESS), report(Status.ACCEPTED, note="x"), moment)


def test_verifying_names_who_saw_it(action, moment):
    assert decisions.verified(action(status=Status.DONE), moment).verified_by == CHITRA
    with pytest.raises(ForbiddenMove):
        decisions.verified(action(status=Status.IN_PROGRESS), moment)


def test_cancelling_needs_a_reason(action, moment):
    with pytest.raises(Refused, match="Say why"):
        decisions.cancelled(action(), "", moment)
    assert decisions.cancelled(action(), "Overtaken by the merger", moment).status is Status.CANCELLED


def test_a_running_action_can_be_handed_to_somebody_else(action, moment):
    assert decisions.handed_over(action(), ASHA, moment).owner_id == ASHA
    with pytest.raises(Refused, match="belongs to that person already"):
        decisions.handed_over(action(), CHITRA, moment)
    with pytest.raises(Refused, match="A-07 is Done"):
        decisions.handed_over(action(status=Status.DONE), ASHA, moment)


def test_the_program_itself_neither_finishes_nor_verifies(action, moment):
    nobody = moment.model_copy(update={"by": None})
    with pytest.raises(Refused, match="Only a person"):
        decisions.verified(action(status=Status.DONE), nobody)
    with pytest.raises(Refused, match="Only a person"):
        decisions.reported(action(status=Status.IN_PROGRESS), report(Status.DONE, note="x"), nobody)
