import logging

import pytest

from api.redaction import WithoutSecrets, redact


def test_a_logged_address_keeps_its_path_and_loses_its_query(caplog):
    record = logging.LogRecord(
        "uvicorn", logging.INFO, "", 0, '%s - "WebSocket %s" [accepted]', ("127.0.0.1", "/answer?a=secret&p=x"), None
    )
    assert WithoutSecrets().filter(record)
    assert record.getMessage() == '127.0.0.1 - "WebSocket /answer?…" [accepted]'


def test_redacting_twice_filters_once():
    redact()
    redact()
    assert sum(isinstance(kept, WithoutSecrets) for kept in logging.getLogger("uvicorn.error").filters) == 1


@pytest.mark.parametrize("path", ["/invitation/", "/link/"])
def test_a_links_token_reaches_no_log(path):
    record = logging.LogRecord("uvicorn", logging.INFO, "", 0, '%s - "GET %s HTTP/1.1" 200', ("127.0.0.1", f"{path}canary-4711"), None)
    assert WithoutSecrets().filter(record)
    assert record.getMessage() == f'127.0.0.1 - "GET {path}… HTTP/1.1" 200'
