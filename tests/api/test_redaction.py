import logging

from api.redaction import WithoutQueries, redact


def test_a_logged_address_keeps_its_path_and_loses_its_query(caplog):
    record = logging.LogRecord(
        "uvicorn", logging.INFO, "", 0, '%s - "WebSocket %s" [accepted]', ("127.0.0.1", "/answer?a=secret&p=x"), None
    )
    assert WithoutQueries().filter(record)
    assert record.getMessage() == '127.0.0.1 - "WebSocket /answer?…" [accepted]'


def test_redacting_twice_filters_once():
    redact()
    redact()
    assert sum(isinstance(kept, WithoutQueries) for kept in logging.getLogger("uvicorn.error").filters) == 1
