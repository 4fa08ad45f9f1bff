"""Who acts now, and how a change is written down: the action, its history and the trail in one transaction."""

from collections.abc import Mapping
from typing import NamedTuple
from uuid import UUID

from ground.text import Text
from improvement.decisions import Moment
from improvement.history import Entry, Happening
from improvement.model import Action
from people import service as people
from people.model import Person
from people.work import Work


class Said(NamedTuple):
    """The words that go with a change."""

    note: Text = ""
    evidence: Text = ""
    reason: Text = ""


NOTHING = Said()


def moment(work: Work) -> Moment:
    """The actor, the instant, and the day on the organisation's own clock."""
    by = work.actor.id if isinstance(work.actor, Person) else None
    return Moment(by=by, at=work.now, today=people.today(work))


def names(work: Work) -> Mapping[UUID, str]:
    """Everybody in the organisation."""
    return {card.id: card.name for card in people.people(work)}


def function_names(work: Work) -> Mapping[UUID, str]:
    """The organisation's service functions."""
    return {function.id: function.name for function in people.functions(work)}


def entry(work: Work, what: Happening, before: Action | None, after: Action, said: Said = NOTHING) -> Entry:
    """What happened, as a fact of the history."""
    return Entry(
        action_id=after.id,
        version=after.row_version,
        what=what,
        at=work.now,
        by_id=work.actor.id if isinstance(work.actor, Person) else None,
        status_before=before.status if before else None,
        status_after=after.status,
        per_cent_before=before.per_cent if before else 0,
        per_cent_after=after.per_cent,
        due_before=before.due if before else None,
        due_after=after.due,
        owner_before=before.owner_id if before else None,
        owner_after=after.owner_id,
        **said._asdict(),
    )


def facts(action: Action) -> Mapping[str, object]:
    """What the trail keeps of an action."""
    return action.model_dump(mode="json", include={"number", "title", "status", "per_cent", "owner_id", "due", "level_to"})
