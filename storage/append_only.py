"""Tables whose rows never change and never go: the engine itself refuses it. For migrations."""

from alembic import op

_POSTGRESQL_FUNCTIONS = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE OR REPLACE FUNCTION refuse_unless_purged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM purge WHERE purge.organisation_id = OLD.organisation_id) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$
"""


def protect(table: str) -> None:
    """Refuse UPDATE and DELETE (and TRUNCATE on PostgreSQL). A batch migration of the table must call this again: it drops triggers."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(_POSTGRESQL_FUNCTIONS)
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
        return
    for verb in ("UPDATE", "DELETE"):
        op.execute(_refusal(table, verb, ""))


def protect_unless_purged(table: str) -> None:
    """The same, but the rows of an organisation that `purge` names may be deleted."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(_POSTGRESQL_FUNCTIONS)
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
        op.execute(f"CREATE TRIGGER {table}_purged_only BEFORE DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_unless_purged()")
        return
    op.execute(_refusal(table, "UPDATE", ""))
    op.execute(_refusal(table, "DELETE", "WHEN NOT EXISTS (SELECT 1 FROM purge WHERE purge.organisation_id = OLD.organisation_id)"))


def release(table: str) -> None:
    """Let the table be changed, until it is protected again."""
    for statement in releasing(table, op.get_bind().dialect.name):
        op.execute(statement)


def releasing(table: str, dialect: str) -> tuple[str, ...]:
    """The statements that take the protection off; for what protects the first time or again."""
    if dialect == "postgresql":
        return tuple(f"DROP TRIGGER IF EXISTS {table}_{name} ON {table}" for name in ("append_only", "purged_only"))
    return tuple(f"DROP TRIGGER {table}_no_{verb}" for verb in ("update", "delete"))


def _refusal(table: str, verb: str, when: str) -> str:
    return (
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} {when} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )
