"""Addresses lose their query before they reach a log: it may hold a token or say whose answers were looked at."""

import logging
import re

_QUERY = re.compile(r"\?[^\s\"']*")
_LOGGERS = ("uvicorn", "uvicorn.error", "uvicorn.access")


class WithoutQueries(logging.Filter):
    """Rewrites a record's message; lets every record pass."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Replace each `?...` by `?…`, after the arguments have been put in."""
        record.msg = _QUERY.sub("?…", record.getMessage())
        record.args = None
        return True


def redact() -> None:
    """Attach the filter to the server's loggers, once each, and let the migrations speak only of trouble."""
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        if not any(isinstance(kept, WithoutQueries) for kept in logger.filters):
            logger.addFilter(WithoutQueries())
    # It names its engine at every look at the schema, thus at every readiness check.
    logging.getLogger("alembic").setLevel(logging.WARNING)
