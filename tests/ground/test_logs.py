"""No secret and no answer's text gets into the logs."""

import io
import json
import logging

import pytest
import structlog

from ground.logs import WITHHELD, configure, redact, withhold


@pytest.fixture
def as_it_was():
    root = logging.getLogger()
    before = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = before
    structlog.reset_defaults()


def lines(form="json", level="info", say=None):
    stream = io.StringIO()
    configure(form, level, to=stream)
    say()
    return stream.getvalue()


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("GET /invite?token=abc123&x=1", f"GET /invite?token={WITHHELD}&x=1"),
        ("/callback?code=abc&state=def", f"/callback?code={WITHHELD}&state={WITHHELD}"),
        ("/join/AbCdEfGhIjKlMnOpQrStUv", f"/join/{WITHHELD}"),
        ("GET /link/AbCdEfGhIjKlMnOpQrStUv HTTP/1.1", f"GET /link/{WITHHELD} HTTP/1.1"),
        ("postgresql://asha:topsecret@db/plumbline", f"postgresql://asha:{WITHHELD}@db/plumbline"),
        ("postgresql://db/x?user=asha&password=top", f"postgresql://db/x?user=asha&password={WITHHELD}"),
        ("nothing to hide, 10:30 at https://example.org/a?p=problem", "nothing to hide, 10:30 at https://example.org/a?p=problem"),
    ],
)
def test_tokens_and_passwords_are_withheld_from_text(said, kept):
    assert redact(said) == kept


@pytest.mark.parametrize("field", ["note", "value", "reason", "evidence", "before", "after", "password", "token", "cookie"])
def test_what_people_wrote_and_secrets_are_withheld_by_name(field):
    event = withhold(None, "info", {"event": "answer saved", field: "canary", "seconds": 0.1})
    assert event == {"event": "answer saved", field: WITHHELD, "seconds": 0.1}


def test_json_logs_are_one_object_a_line(as_it_was):
    said = lines(say=lambda: structlog.get_logger("plumbline").info("answer saved", question="q1", note="canary"))
    told = json.loads(said)
    assert (told["event"], told["level"], told["question"], told["note"]) == ("answer saved", "info", "q1", WITHHELD)
    assert told["timestamp"].endswith("Z")


def test_console_logs_are_for_people(as_it_was):
    said = lines("console", say=lambda: structlog.get_logger().warning("disk nearly full", free=12))
    assert "disk nearly full" in said
    assert "free=12" in said


def test_libraries_log_the_same_way(as_it_was):
    said = lines(say=lambda: logging.getLogger("a.library").info("GET %s", "/invite?token=canary"))
    assert json.loads(said)["event"] == f"GET /invite?token={WITHHELD}"


def test_what_is_below_the_level_is_not_written(as_it_was):
    assert lines(level="warning", say=lambda: structlog.get_logger().info("small talk")) == ""


def test_an_error_comes_with_where_it_happened_and_without_its_secrets(as_it_was):
    def connect():
        raise OSError("postgresql://asha:canary@db/plumbline does not answer")

    def say():
        try:
            connect()
        except OSError:
            structlog.get_logger().exception("no database")

    told = json.loads(lines(say=say))
    assert "test_logs.py" in told["exception"]
    assert "canary" not in json.dumps(told)
