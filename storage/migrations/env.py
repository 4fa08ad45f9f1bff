"""Run by Alembic: on the connection that `storage.migrate` hands over, inside its transaction.

Rows register themselves on `Row.metadata` when their module is imported. Storage knows no room above it, so whoever
drafts a migration imports the rooms' tables first (`plumbline migrate --draft`); upgrading needs none of them.
"""

from alembic import context
from sqlalchemy import Connection

from storage.row import Row

connection: Connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=Row.metadata, render_as_batch=True, compare_type=True)
context.run_migrations()
