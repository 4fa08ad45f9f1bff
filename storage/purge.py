"""Deletion of everything that one organisation has: the one path that lets its trail go."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Table, delete, exists, false, select

from storage import tenancy
from storage.database import hold
from storage.row import Row, new_id
from storage.session import GuardedSession


def purge(session: GuardedSession, organisation_id: UUID, at: datetime) -> Mapping[str, int]:
    """Delete it in the open transaction, with the people who belong nowhere else and have no account; how many rows of which table."""
    hold(session, organisation_id)
    # The triggers of append-only tables look for this row.
    session.connection().execute(_table("purge").insert(), {"id": new_id(), "organisation_id": organisation_id, "at": at})
    leaving = _only_here(session, organisation_id)
    counts = {table.name: _delete(session, table, table.c.organisation_id == organisation_id) for table in reversed(tenancy.tables())}
    counts["organisation"] = _delete(session, _table("organisation"), _table("organisation").c.id == organisation_id)
    counts["person"] = _forget(session, leaving)
    return {name: count for name, count in counts.items() if count}


def _only_here(session: GuardedSession, organisation_id: UUID) -> list[UUID]:
    person, membership = _table("person").c, _table("membership").c
    here = exists().where(membership.person_id == person.id, membership.organisation_id == organisation_id)
    elsewhere = exists().where(membership.person_id == person.id, membership.organisation_id != organisation_id)
    has_account = exists().where(_table("account").c.id == person.id)
    query = select(person.id).where(here, ~elsewhere, ~has_account, person.administrator == false())
    return list(session.connection().execute(query).scalars())


def _forget(session: GuardedSession, people: list[UUID]) -> int:
    for name in ("session", "one_time_link"):
        _delete(session, _table(name), _table(name).c.person_id.in_(people))
    return _delete(session, _table("person"), _table("person").c.id.in_(people))


def _delete(session: GuardedSession, table: Table, condition: ColumnElement[bool]) -> int:
    return session.connection().execute(delete(table).where(condition)).rowcount


def _table(name: str) -> Table:
    return Row.metadata.tables[name]
