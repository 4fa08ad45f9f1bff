"""What is wrong with the database, each with its remedy."""

from collections.abc import Iterator

from sqlalchemy.exc import DBAPIError

from ground.errors import PlumblineError
from storage.database import Database
from storage.failure import sentence
from storage.migrate import require_known, revision


def problems(database: Database) -> tuple[str, ...]:
    """Sentences; none when all is well. A database that does not exist yet is well: the first start makes it."""
    if database.file is not None and not database.file.exists():
        return ()
    try:
        require_known(revision(database))
        return tuple(_damage(database))
    except PlumblineError as error:
        return (str(error),)
    except DBAPIError as error:
        return (sentence(error) or "The database does not answer. Look at its own log.",)


def _damage(database: Database) -> Iterator[str]:
    if database.file is None:
        return
    with database.reader.connect() as connection:
        if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() != "ok":
            yield f"The data file {database.file} is damaged. Stop Plumbline and restore the latest backup."
        elif connection.exec_driver_sql("PRAGMA foreign_key_check").fetchone():
            yield f"Rows in {database.file} link to nothing. Stop Plumbline and restore the latest backup."
