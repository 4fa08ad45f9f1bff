"""Rows in, values out: actions and what happened to them. Only here are these tables opened."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import col

from ground.errors import NotFound
from improvement.history import Entry
from improvement.model import RUNNING, Action
from improvement.tables import ActionRow, ActionUpdateRow
from people.model import Verb
from people.work import Work
from storage.session import limited

_RANGES = {"effort_days": ("effort_low", "effort_high"), "cost": ("cost_low", "cost_high")}


def as_action(row: ActionRow) -> Action:
    """The value of a row."""
    same = {name: getattr(row, name) for name in Action.model_fields if name not in _RANGES}
    ranges = {name: _range(getattr(row, low), getattr(row, high)) for name, (low, high) in _RANGES.items()}
    return Action.model_validate(same | ranges)


def action_row(work: Work, action_id: UUID, verb: Verb = "read") -> ActionRow:
    """The row; NotFound alike for missing and foreign."""
    return work.get(ActionRow, action_id, verb)


def actions(work: Work) -> tuple[Action, ...]:
    """All that the actor may see, by number."""
    return tuple(as_action(row) for row in work.session.scalars(work.select(ActionRow).order_by(col(ActionRow.number))))


def by_number(work: Work, number: int) -> Action:
    """The action that people call so; NotFound alike for missing and foreign."""
    row = work.session.scalars(work.select(ActionRow).where(col(ActionRow.number) == number)).one_or_none()
    if row is None:
        raise NotFound("action")
    return as_action(row)


def find(work: Work, action_id: UUID) -> Action | None:
    """The action, if there is one."""
    row = work.session.scalars(work.select(ActionRow).where(col(ActionRow.id) == action_id)).one_or_none()
    return as_action(row) if row else None


def owns_running(work: Work, person_id: UUID) -> bool:
    """Whether the person owns a running action, told without the action also to those who may not read it."""
    theirs = (ActionRow.within(work.organisation_id), col(ActionRow.owner_id) == person_id, col(ActionRow.status).in_(sorted(RUNNING)))
    return work.session.scalar(limited(select(col(ActionRow.id)).where(*theirs).limit(1))) is not None


def next_number(work: Work) -> int:
    """The organisation's next running number: given inside the writing transaction, and unique in any case."""
    return 1 + (work.session.scalar(work.select(ActionRow).with_only_columns(func.max(col(ActionRow.number)))) or 0)


def add(work: Work, action: Action) -> ActionRow:
    """A new action."""
    return work.add(ActionRow(**_columns(action)))


def put(work: Work, row: ActionRow, action: Action, expected_version: int) -> Action:
    """Save what changed; Conflict when somebody else saved first."""
    for name, value in _columns(action).items():
        if getattr(row, name) != value:
            setattr(row, name, value)
    work.save(row, expected_version)
    return as_action(row)


def entries(work: Work, action_id: UUID) -> tuple[Entry, ...]:
    """What happened to an action, oldest first."""
    query = work.select(ActionUpdateRow).where(col(ActionUpdateRow.action_id) == action_id).order_by(col(ActionUpdateRow.version))
    return tuple(Entry.model_validate({name: getattr(row, name) for name in Entry.model_fields}) for row in work.session.scalars(query))


def add_entry(work: Work, entry: Entry) -> None:
    """One more thing that happened."""
    work.add(ActionUpdateRow(**entry.model_dump()))


def _columns(action: Action) -> Mapping[str, Any]:
    plain = action.model_dump(exclude={*_RANGES, "row_version", "index_lift"})
    ends = {name: getattr(action, name) or (None, None) for name in _RANGES}
    ranges = {column: end for name, columns in _RANGES.items() for column, end in zip(columns, ends[name], strict=True)}
    return plain | ranges | {"index_lift": action.index_lift, "steps": list(action.steps)}


def _range(low: Fraction | None, high: Fraction | None) -> tuple[Fraction, Fraction] | None:
    return None if low is None or high is None else (low, high)
