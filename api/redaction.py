"""Addresses lose what opens something before they reach a log: a query may say whose answers were looked at, a link lets somebody in."""

import logging
import re

_QUERY = re.compile(r"\?[^\s\"']*")
_LINK = re.compile(r"(/(?:invitation|link)/)[^\s\"'?]+")
_LOGGERS = ("uvicorn", "uvicorn.error", "uvicorn.access")


class WithoutSecrets(logging.Filter):
    """Rewrites a record's message; lets every record pass."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Replace each `?...` by `?…` and each link's token by `…`, after the arguments have been put in."""
        record.msg = _LINK.sub(r"\1…", _QUERY.sub("?…", record.getMessage()))
        record.args = None
        return True


def redact() -> None:
    """Attach the filter to the server's loggers, once each, and let the migrations speak only of trouble."""
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        if not any(isinstance(kept, WithoutSecrets) for kept in logger.filters):
            logger.addFilter(WithoutSecrets())
    # It names its engine at every look at the schema, thus at every readiness check.
    logging.getLogger("alembic").setLevel(logging.WARNING)
