"""What happens to an action of the register: reports, verification, another owner, cancellation."""

from uuid import UUID

from ground.errors import NotFound
from improvement import decisions, store
from improvement.acting import Said, entry, facts, moment, names
from improvement.history import Entry, Happening
from improvement.model import Action, Update
from improvement.overtaken import is_past, repeated
from improvement.tables import ActionRow
from people.work import Work


def update(work: Work, action_id: UUID, given: Update, expected_version: int) -> Action:
    """Keep a report. ActionConflict when somebody else saved since `expected_version`; the same report twice counts once."""
    row = store.action_row(work, action_id, "update")
    before = store.as_action(row)
    if is_past(before, expected_version):
        return repeated(work, before, expected_version, lambda entry: _says(entry, given), given)
    after = decisions.reported(before, given, moment(work))
    reason = given.due_reason if after.due != before.due else ""
    return _keep(work, row, after, Happening.UPDATED, Said(given.note, given.evidence, reason))


def verify(work: Work, action_id: UUID, expected_version: int | None = None) -> Action:
    """See that it is done. One's own may be verified too, and is labelled so. Conflict when it has changed meanwhile."""
    row = store.action_row(work, action_id, "verify")
    before = store.as_action(row)
    if is_past(before, expected_version):
        return repeated(work, before, expected_version, lambda entry: entry.what is Happening.VERIFIED)
    return _keep(work, row, decisions.verified(before, moment(work)), Happening.VERIFIED)


def cancel(work: Work, action_id: UUID, reason: str, expected_version: int | None = None) -> Action:
    """Give it up, for a reason. Conflict when it has changed meanwhile."""
    row = store.action_row(work, action_id, "update")
    before = store.as_action(row)
    if is_past(before, expected_version):
        return repeated(work, before, expected_version, lambda entry: _ends(entry, reason))
    return _keep(work, row, decisions.cancelled(before, reason.strip(), moment(work)), Happening.CANCELLED, Said(reason=reason.strip()))


def hand_over(work: Work, action_id: UUID, owner_id: UUID, expected_version: int | None = None) -> Action:
    """Give a running action to another owner. Conflict when it has changed meanwhile."""
    row = store.action_row(work, action_id, "update")
    before = store.as_action(row)
    if is_past(before, expected_version):
        return repeated(work, before, expected_version, lambda entry: _gives(entry, owner_id))
    if owner_id not in names(work):
        raise NotFound("person")
    return _keep(work, row, decisions.handed_over(before, owner_id, moment(work)), Happening.HANDED_OVER)


def _keep(work: Work, row: ActionRow, after: Action, what: Happening, said: Said = Said()) -> Action:
    before = store.as_action(row)
    kept = store.put(work, row, after, before.row_version)
    store.add_entry(work, entry(work, what, before, kept, said))
    work.record(what.value, row, facts(before), facts(kept))
    return kept


def _says(entry: Entry, given: Update) -> bool:
    due = given.due or entry.due_before
    reason = given.due_reason if due != entry.due_before else ""
    said = (given.status, decisions.progress(given.status, given.per_cent), due, given.note, given.evidence, reason)
    return said == (entry.status_after, entry.per_cent_after, entry.due_after, entry.note, entry.evidence, entry.reason)


def _ends(entry: Entry, reason: str) -> bool:
    return entry.what is Happening.CANCELLED and entry.reason == reason.strip()


def _gives(entry: Entry, owner_id: UUID) -> bool:
    return entry.what is Happening.HANDED_OVER and entry.owner_after == owner_id
