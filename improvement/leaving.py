"""When somebody leaves an organisation: what they were doing goes to somebody else in the same act, and nothing is orphaned."""

from uuid import UUID

from improvement import store
from improvement.decisions import Refused
from improvement.model import RUNNING, Action
from improvement.updating import hand_over
from people import memberships
from people.work import Work


def leave(work: Work, person_id: UUID, heir: UUID | None, expected_version: int | None = None) -> tuple[Action, ...]:
    """Hand their running actions over and let them go; the actions. Refused where there are some and nobody to take them."""
    if not work.may("action", "update") and store.owns_running(work, person_id):
        raise Refused("Actions of this person are still running. Ask a leader of the organisation to hand them over and remove the person.")
    theirs = running(work, person_id)
    if theirs and heir in {None, person_id}:
        raise Refused("Choose who takes over the running actions.")
    handed = tuple(hand_over(work, action.id, heir) for action in theirs if heir)
    memberships.remove_member(work, person_id, expected_version)
    return handed


def running(work: Work, person_id: UUID) -> tuple[Action, ...]:
    """What they own and have not finished, by number."""
    return tuple(action for action in store.actions(work) if action.owner_id == person_id and action.status in RUNNING)
