"""The register: what a door may ask for."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from assessment import editions
from assessment import service as assessments
from improvement import store
from improvement.accepting import AlreadyThere, accept, agree, propose, write_own
from improvement.acting import moment, names
from improvement.advice import lift
from improvement.history import Entry, HistoryLine, told
from improvement.model import Action
from improvement.overtaken import ActionConflict
from improvement.register import Filter, Pill, chosen, counts
from improvement.standing_model import Lift
from improvement.updating import cancel, hand_over, update, verify
from people.memberships import former
from people.work import Work

__all__ = [
    "ActionConflict",
    "AlreadyThere",
    "accept",
    "agree",
    "by_number",
    "cancel",
    "get",
    "hand_over",
    "history",
    "pill_counts",
    "preview",
    "propose",
    "register",
    "update",
    "updates",
    "verify",
    "write_own",
]


def register(work: Work, wanted: Filter) -> tuple[Action, ...]:
    """The organisation's actions that match, in the wanted order."""
    return chosen(store.actions(work), wanted, work.now, moment(work).today)


def pill_counts(work: Work) -> Mapping[Pill, int]:
    """How many actions each pill would show."""
    return counts(store.actions(work), work.now, moment(work).today)


def get(work: Work, action_id: UUID) -> Action:
    """One; NotFound alike for missing and foreign."""
    return store.as_action(store.action_row(work, action_id))


def by_number(work: Work, number: int) -> Action:
    """The one that people call so: 7 is A-07."""
    return store.by_number(work, number)


def preview(work: Work, assessment_id: UUID, recommended: Iterable[str]) -> Lift:
    """What these recommended actions would bring together, before any is accepted."""
    assessment = assessments.get(work, assessment_id)
    return lift(editions.questionnaire_of(work, assessment.edition_id), assessments.responses(work, assessment), recommended)


def history(work: Work, action_id: UUID) -> tuple[HistoryLine, ...]:
    """What happened, as sentences, newest first."""
    return told(updates(work, action_id), {**_former(work), **names(work)})


def _former(work: Work) -> Mapping[UUID, str]:
    return {id_: f"{name} (left)" for id_, name in former(work).items()}


def updates(work: Work, action_id: UUID) -> tuple[Entry, ...]:
    """What happened, as facts, oldest first; NotFound for an action that the actor may not see."""
    return store.entries(work, get(work, action_id).id)
