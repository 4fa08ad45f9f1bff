"""Every row of one organisation, whatever the table: for taking its data along, and for deleting it."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Table, select

from storage.row import Row
from storage.session import GuardedSession

_ORGANISATION = "organisation"


def tables() -> tuple[Table, ...]:
    """The tables that hold rows of organisations, parents first. Those of rooms that nobody has imported are missing."""
    return tuple(table for table in Row.metadata.sorted_tables if "organisation_id" in table.c and table.name != "purge")


def rows(session: GuardedSession, table: Table, organisation_id: UUID) -> Iterator[Mapping[str, Any]]:
    """The organisation's rows of one table, in the order in which they were made."""
    query = select(table).where(table.c.organisation_id == organisation_id).order_by(table.c.id)
    return (dict(row) for row in session.connection().execute(query).mappings())


def own_row(session: GuardedSession, organisation_id: UUID) -> Mapping[str, Any]:
    """The organisation's own."""
    table = Row.metadata.tables[_ORGANISATION]
    return dict(session.connection().execute(select(table).where(table.c.id == organisation_id)).mappings().one())
