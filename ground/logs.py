"""Logs for people (console) or machines (JSON): no secret and no answer's text ever gets into them."""

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Literal, TextIO

import structlog
from structlog.typing import Processor

WITHHELD = "[withheld]"
_SECRET = frozenset({"authorization", "cookie", "password", "secret", "session", "token"})
_WRITTEN_BY_PEOPLE = frozenset({"after", "answer", "before", "description", "evidence", "note", "reason", "text", "value"})
_IN_TEXT = (
    (re.compile(r"(?i)\b(token|code|state|key|secret|password|session|invitation)=[^&\s\"'#]+"), r"\1=" + WITHHELD),
    (re.compile(r"(?i)\b([a-z][a-z0-9+.-]*://[^/\s:@]*):[^/\s@]+@"), r"\1:" + WITHHELD + "@"),
    (re.compile(r"(?i)(/(?:invite|invitation|link|reset|join)/)[A-Za-z0-9_-]{16,}"), r"\1" + WITHHELD),
)


def redact(text: str) -> str:
    """The text without tokens in query strings or invitation paths, and without passwords in URLs."""
    for pattern, instead in _IN_TEXT:
        text = pattern.sub(instead, text)
    return text


def withhold(_logger: object, _method: str, event: MutableMapping[str, object]) -> MutableMapping[str, object]:
    """A structlog processor: fields that hold secrets or what people wrote lose their value, other text is redacted."""
    for name, value in event.items():
        if name in _SECRET or name in _WRITTEN_BY_PEOPLE:
            event[name] = WITHHELD
        elif isinstance(value, str):
            event[name] = redact(value)
    return event


def configure(form: Literal["console", "json"] = "console", level: str = "info", to: TextIO | None = None) -> None:
    """Send the logs of the program and of its libraries to one place (standard error) in one form."""
    stream = to or sys.stderr
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        withhold,
    ]
    written: Processor = structlog.processors.JSONRenderer() if form == "json" else structlog.dev.ConsoleRenderer(colors=stream.isatty())
    handler = logging.StreamHandler(stream)
    strip = structlog.stdlib.ProcessorFormatter.remove_processors_meta
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(foreign_pre_chain=shared, processors=[strip, written]))
    logging.basicConfig(handlers=[handler], level=level.upper(), force=True)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
