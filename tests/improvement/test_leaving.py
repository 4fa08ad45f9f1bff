"""Somebody leaves who owns actions: the history is kept, what is running is handed over, nothing is orphaned."""

import pytest

from improvement import service
from improvement.decisions import Refused
from improvement.leaving import leave, running
from improvement.model import Status
from people import memberships
from tests.improvement.wanted import DUE, own, report


def accepted(work, cast, owner, title="Ask the ten who call most"):
    return service.write_own(work, own(cast, title=title, owner_id=owner.id, due=DUE))


def test_running_actions_go_to_somebody_else_in_the_same_act(work, cast):
    first, second = accepted(work, cast, cast.chitra), accepted(work, cast, cast.chitra, "Publish reports")
    assert [action.id for action in leave(work, cast.chitra.id, cast.vera.id)] == [first.id, second.id]
    assert {service.get(work, action.id).owner_id for action in (first, second)} == {cast.vera.id}
    assert cast.chitra.id not in {member.id for member in memberships.members(work)}


def test_without_an_heir_nobody_leaves_who_owns_running_actions(work, cast):
    action = accepted(work, cast, cast.chitra)
    for heir in (None, cast.chitra.id):
        with pytest.raises(Refused, match="Choose who takes over"):
            leave(work, cast.chitra.id, heir)
    assert service.get(work, action.id).owner_id == cast.chitra.id


def test_what_is_finished_stays_theirs_and_the_history_keeps_their_name(work, cast, as_actor):
    done, open_ = accepted(work, cast, cast.chitra), accepted(work, cast, cast.chitra, "Publish reports")
    begun = service.update(as_actor(cast.chitra), done.id, report(Status.IN_PROGRESS, 10), done.row_version)
    service.update(as_actor(cast.chitra), done.id, report(Status.DONE, 100, note="All ten were asked."), begun.row_version)
    assert running(work, cast.chitra.id) == (open_,)
    leave(work, cast.chitra.id, cast.vera.id)
    assert service.get(work, done.id).owner_id == cast.chitra.id
    assert service.history(work, done.id)[0].who == "Chitra (left)"


def test_an_administrator_who_sees_no_action_leaves_the_handing_over_to_a_leader(work, cast, as_actor):
    accepted(work, cast, cast.chitra)
    administrator = as_actor(cast.administrator.model_copy(update={"organisation_id": cast.here.id}))
    with pytest.raises(Refused, match="Ask a leader"):
        leave(administrator, cast.chitra.id, cast.vera.id)
    assert leave(administrator, cast.vera.id, None) == ()
