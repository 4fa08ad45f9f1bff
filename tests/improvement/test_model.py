from datetime import date, timedelta

import pytest

from improvement.model import MOVES, OPEN, RUNNING, WORDS, ForbiddenMove, Status
from tests.improvement.conftest import ASHA, CHITRA, NOW, TODAY


@pytest.mark.parametrize("start", Status)
@pytest.mark.parametrize("to", Status)
def test_an_action_moves_along_the_table_and_nowhere_else(action, start, to):
    standing = action(status=start)
    if to in MOVES[start]:
        assert standing.moved(to).status is to
    else:
        with pytest.raises(ForbiddenMove):
            standing.moved(to)


def test_the_whole_way_is_possible_with_a_stop_and_a_failed_verification(action):
    way = (
        Status.IN_PROGRESS,
        Status.BLOCKED,
        Status.IN_PROGRESS,
        Status.DONE,
        Status.IN_PROGRESS,
        Status.BLOCKED,
        Status.DONE,
        Status.VERIFIED,
    )
    walked = action(status=Status.PROPOSED).moved(Status.ACCEPTED)
    for step in way:
        walked = walked.moved(step)
    assert walked.status is Status.VERIFIED


@pytest.mark.parametrize("status", [Status.PROPOSED, *sorted(RUNNING)])
def test_whatever_is_not_done_can_be_cancelled(action, status):
    assert action(status=status).moved(Status.CANCELLED).status is Status.CANCELLED


def test_a_refused_move_names_the_ways_there_are(action):
    with pytest.raises(ForbiddenMove) as refusal:
        action(status=Status.PROPOSED).moved(Status.DONE)
    assert str(refusal.value) == "A-07 is Proposed, so it cannot be set to Done. From there it can go to Not started or Cancelled."


def test_a_refused_move_from_the_end_says_that_it_is_the_end(action):
    with pytest.raises(ForbiddenMove, match=r"A-07 is Verified, .* Nothing changes after that\."):
        action(status=Status.VERIFIED).moved(Status.IN_PROGRESS)


def test_verified_and_cancelled_are_closed_and_everything_has_a_word():
    assert set(Status) - OPEN == {Status.VERIFIED, Status.CANCELLED}
    assert set(WORDS) == set(MOVES) == set(Status)


def test_an_action_is_overdue_the_day_after_its_due_date_and_only_while_it_runs(action):
    assert not action(due=TODAY).is_overdue(TODAY)
    assert action(due=TODAY - timedelta(days=1)).is_overdue(TODAY)
    assert not action(due=TODAY - timedelta(days=1), status=Status.DONE).is_overdue(TODAY)
    assert not action(due=None, status=Status.PROPOSED).is_overdue(TODAY)


def test_an_action_is_stale_after_thirty_days_without_an_update(action):
    assert not action(updated_at=NOW - timedelta(days=30) + timedelta(seconds=1)).is_stale(NOW)
    assert action(updated_at=NOW - timedelta(days=30)).is_stale(NOW)
    assert not action(updated_at=NOW - timedelta(days=90), status=Status.VERIFIED).is_stale(NOW)


def test_verifying_ones_own_action_is_labelled_so(action):
    assert action(status=Status.VERIFIED, verified_by=CHITRA).self_verified
    assert action(status=Status.VERIFIED, done_by=ASHA, verified_by=ASHA).self_verified
    assert not action(status=Status.VERIFIED, done_by=CHITRA, verified_by=ASHA).self_verified
    assert not action().self_verified


def test_the_number_is_written_with_at_least_two_digits(action):
    assert [action(number=n).label for n in (1, 12, 140)] == ["A-01", "A-12", "A-140"]


def test_a_date_is_a_date(action):
    assert action(due="2026-12-04").due == date(2026, 12, 4)
