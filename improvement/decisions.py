"""What may happen to an action, decided over values: no database, no clock."""

from datetime import date, datetime
from uuid import UUID

from ground.errors import PlumblineError
from ground.value import Value
from improvement.model import RUNNING, WORDS, Action, Status, Update


class Refused(PlumblineError):
    """The action cannot be changed that way; the sentence says what is missing."""


class Moment(Value):
    """Who does it, and when: the instant, and the day in the organisation's zone."""

    by: UUID | None
    """None: the program itself."""
    at: datetime
    today: date


def agreed(action: Action, owner_id: UUID, due: date, moment: Moment) -> Action:
    """Accepted by name and date. The first agreed date is kept: delivery is judged against it."""
    _not_before_today(due, moment)
    accepted = action.moved(Status.ACCEPTED)
    changes = {"owner_id": owner_id, "due": due, "first_due": due, "accepted_at": moment.at, "updated_at": moment.at}
    return accepted.model_copy(update=changes)


def aimed(action: Action, present: int | None, target: int | None) -> Action:
    """The action aimed at a level of its practice, which must be above the present one where that is known."""
    if target is not None and present is not None and target <= present:
        raise Refused(f"The practice is at level {present} already. Choose a higher target, or leave the target out.")
    return action.model_copy(update={"level_from": present, "level_to": target})


def reported(action: Action, update: Update, moment: Moment) -> Action:
    """The action after its owner's report; Refused or ForbiddenMove where it cannot be so."""
    _require_change(action, update)
    moved = _moved_by_report(action, update)
    _require_words(action, update, moved)
    _require_whole(action, update)
    if moved.status is Status.DONE and action.status is not Status.DONE:
        moved = moved.model_copy(update={"done_at": moment.at, "done_by": _person(moment)})
    per_cent = progress(moved.status, update.per_cent)
    return moved.model_copy(update={"per_cent": per_cent, "due": _due(action, update, moment), "updated_at": moment.at})


def progress(status: Status, per_cent: int) -> int:
    """The per cent that is kept: what is done is done whole."""
    return 100 if status is Status.DONE else per_cent


def verified(action: Action, moment: Moment) -> Action:
    """Somebody saw that it is done."""
    return action.moved(Status.VERIFIED).model_copy(update={"verified_by": _person(moment), "updated_at": moment.at})


def cancelled(action: Action, reason: str, moment: Moment) -> Action:
    """Given up, for a reason."""
    if not reason:
        raise Refused("Say why this action is cancelled. The reason stays in its history.")
    return action.moved(Status.CANCELLED).model_copy(update={"updated_at": moment.at})


def handed_over(action: Action, owner_id: UUID, moment: Moment) -> Action:
    """Another owner takes it on; only what is still running changes hands."""
    if action.status not in RUNNING:
        raise Refused(f"{action.label} is {WORDS[action.status]}. Only an action that is running can get another owner.")
    if owner_id == action.owner_id:
        raise Refused(f"{action.label} belongs to that person already. Choose somebody else.")
    return action.model_copy(update={"owner_id": owner_id, "updated_at": moment.at})


def _require_change(action: Action, update: Update) -> None:
    same = (update.status, update.per_cent, update.due or action.due) == (action.status, action.per_cent, action.due)
    if same and not (update.note or update.evidence):
        raise Refused("Nothing has changed. Change the status, the per cent or the date, or write a note.")


def _moved_by_report(action: Action, update: Update) -> Action:
    if action.status is Status.PROPOSED:
        raise Refused(f"{action.label} is Proposed. Accept it with an owner and a due date first.")
    if update.status in {Status.VERIFIED, Status.CANCELLED}:
        raise Refused(f"A report cannot set {action.label} to {WORDS[update.status]}. Verify it or cancel it with the button for that.")
    if update.status is action.status and action.status in RUNNING | {Status.DONE}:
        return action
    moved = action.moved(update.status)
    return moved.model_copy(update={"done_at": None, "done_by": None}) if action.status is Status.DONE else moved


def _require_words(action: Action, update: Update, moved: Action) -> None:
    if moved.status is action.status:
        return
    if moved.status is Status.DONE and not (update.note or update.evidence):
        raise Refused("Say what shows that it is done: a note or evidence.")
    if action.status is Status.DONE and not update.note:
        raise Refused("Say in the note what is still missing.")


def _require_whole(action: Action, update: Update) -> None:
    if action.status is update.status is Status.DONE and update.per_cent not in {100, action.per_cent}:
        raise Refused(f"{action.label} is Done, which is 100 %. Choose In progress to report {update.per_cent} %, and say what is missing.")


def _due(action: Action, update: Update, moment: Moment) -> date | None:
    if update.due is None or update.due == action.due:
        return action.due
    _not_before_today(update.due, moment)
    if not update.due_reason:
        raise Refused("Say why the due date changes. The first agreed date stays in the history.")
    return update.due


def _person(moment: Moment) -> UUID:
    if moment.by is None:
        raise Refused("Only a person can say that an action is done, or verify it.")
    return moment.by


def _not_before_today(due: date, moment: Moment) -> None:
    if due < moment.today:
        raise Refused("The due date is in the past. Choose today or a later day.")
