"""What happens to an action of the register: reports, verification, another owner, cancellation."""

from datetime import datetime
from uuid import UUID

from ground.errors import Conflict, NotFound
from improvement import decisions, store
from improvement.acting import Said, entry, facts, moment, names
from improvement.history import Entry, Happening, day, name
from improvement.model import Action, Update
from improvement.tables import ActionRow
from people import service as people
from people.work import Work


class ActionConflict(Conflict):
    """Somebody else saved first; both texts are here, so that nobody's is lost."""

    def __init__(self, saved: str, action: Action, theirs: Entry, yours: Update) -> None:
        super().__init__(f"{saved}. Your text is below; compare and save again.")
        self.action = action
        """As it stands now."""
        self.theirs = theirs
        """What they reported."""
        self.yours = yours


def update(work: Work, action_id: UUID, given: Update, expected_version: int) -> Action:
    """Keep a report. ActionConflict when somebody else saved since `expected_version`; the same report twice counts once."""
    row = store.action_row(work, action_id, "update")
    before = store.as_action(row)
    if before.row_version != expected_version:
        return _repeated(work, before, given, expected_version)
    after = decisions.reported(before, given, moment(work))
    reason = given.due_reason if after.due != before.due else ""
    return _keep(work, row, after, Happening.UPDATED, Said(given.note, given.evidence, reason))


def verify(work: Work, action_id: UUID, expected_version: int | None = None) -> Action:
    """See that it is done. One's own may be verified too, and is labelled so. Conflict when it has changed meanwhile."""
    row = store.action_row(work, action_id, "verify")
    before = _expected(row, expected_version)
    return _keep(work, row, decisions.verified(before, moment(work)), Happening.VERIFIED)


def cancel(work: Work, action_id: UUID, reason: str, expected_version: int | None = None) -> Action:
    """Give it up, for a reason. Conflict when it has changed meanwhile."""
    row = store.action_row(work, action_id, "update")
    before = _expected(row, expected_version)
    return _keep(work, row, decisions.cancelled(before, reason.strip(), moment(work)), Happening.CANCELLED, Said(reason=reason))


def hand_over(work: Work, action_id: UUID, owner_id: UUID, expected_version: int | None = None) -> Action:
    """Give a running action to another owner. Conflict when it has changed meanwhile."""
    row = store.action_row(work, action_id, "update")
    before = _expected(row, expected_version)
    if owner_id not in names(work):
        raise NotFound("person")
    return _keep(work, row, decisions.handed_over(before, owner_id, moment(work)), Happening.HANDED_OVER)


def _keep(work: Work, row: ActionRow, after: Action, what: Happening, said: Said = Said()) -> Action:
    before = store.as_action(row)
    kept = store.put(work, row, after, before.row_version)
    store.add_entry(work, entry(work, what, before, kept, said))
    work.record(what.value, row, facts(before), facts(kept))
    return kept


def _expected(row: ActionRow, version: int | None) -> Action:
    if version is not None and row.row_version != version:
        raise Conflict("Somebody else changed this action a moment ago. Look at it again, then decide.")
    return store.as_action(row)


def _repeated(work: Work, action: Action, given: Update, expected_version: int) -> Action:
    latest = store.entries(work, action.id)[-1]
    by = moment(work).by
    if latest.by_id == by and latest.version == expected_version + 1 and _says(latest, given):
        return action
    who = name(latest.by_id, names(work))
    raise ActionConflict(f"{who} saved this {_when(work, latest.at)}", action, latest, given)


def _says(entry: Entry, given: Update) -> bool:
    due = given.due or entry.due_before
    reason = given.due_reason if due != entry.due_before else ""
    said = (given.status, decisions.progress(given.status, given.per_cent), due, given.note, given.evidence, reason)
    return said == (entry.status_after, entry.per_cent_after, entry.due_after, entry.note, entry.evidence, entry.reason)


def _when(work: Work, at: datetime) -> str:
    local = people.organisation(work).local
    clock = f"at {local(at):%H:%M}"
    return clock if local(at).date() == local(work.now).date() else f"on {day(local(at).date())} {clock}"
