"""A session that refuses what did not come the proper way, so that no store can forget the check."""

from typing import Any, TypeVar

from sqlalchemy import Executable, event
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction

_LIMITED = "limited_by_policy"
_ALLOWED = "allowed_to_flush"

Q = TypeVar("Q", bound=Executable)


class GuardedSession(Session):
    """Runs only queries marked by `limited`, and writes only the row given to `flush`."""


def limited(query: Q) -> Q:
    """Mark a query as one that the policy has limited already. For `people.work`, `people.reach` and sign-in."""
    return query.execution_options(**{_LIMITED: True})


def flush(session: Session, row: object) -> None:
    """Write this row and no other."""
    session.info[_ALLOWED] = row
    try:
        session.flush()
    finally:
        del session.info[_ALLOWED]


@event.listens_for(GuardedSession, "before_flush")
def _only_the_row_allowed(session: Session, _context: UOWTransaction, _objects: object) -> None:
    changed = [row for row in session.dirty if session.is_modified(row)]
    for row in (*session.new, *changed, *session.deleted):
        if row is not session.info.get(_ALLOWED):
            raise RuntimeError(f"A {type(row).__name__} was changed without work.add, work.save or work.delete.")


@event.listens_for(GuardedSession, "do_orm_execute")
def _only_limited_queries(state: ORMExecuteState) -> None:
    proper = state.is_select and _marked(state)
    if not proper and not state.is_column_load and not state.is_relationship_load:
        raise RuntimeError("A query must start with work.select or work.get; rows change by work.add, work.save and work.delete.")


def _marked(state: ORMExecuteState) -> bool:
    options: Any = state.execution_options
    return bool(options.get(_LIMITED))
