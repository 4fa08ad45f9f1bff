import asyncio
from types import SimpleNamespace
from uuid import uuid4

import pytest

from api import downloads
from api.downloads import NotBuilt, disposition, report


def asked(assessment_id):
    return asyncio.run(report(SimpleNamespace(path_params={"assessment_id": str(assessment_id)})))


@pytest.mark.parametrize("assessment_id", ["", "x", "../../etc/passwd", uuid4()])
def test_missing_and_malformed_ids_get_the_same_answer(database, assessment_id):
    answer = asked(assessment_id)
    assert answer.status_code == 404
    assert answer.body == b"There is no such report here. Go back and choose one from the list."
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Northwind - Spring 2026.pdf", "Northwind - Spring 2026.pdf"),
        ('a"b\\c/d:e.pdf', "a-b-c-d-e.pdf"),
        ("line\r\nSet-Cookie: x.pdf", "line--Set-Cookie- x.pdf"),
        ("...", ""),
        ("Übung مرحبا.pdf", "_bung _____.pdf"),
    ],
)
def test_any_name_becomes_one_safe_header(name, plain):
    header = disposition(name)
    assert header.startswith(f"attachment; filename=\"{plain}\"; filename*=UTF-8''")
    assert header.isascii()
    assert "\r" not in header
    assert "\n" not in header


def test_a_name_of_another_script_is_kept_for_those_who_read_it():
    assert disposition("Ü.pdf").endswith("filename*=UTF-8''%C3%9C.pdf")


def test_a_report_that_cannot_be_built_is_told_without_its_reason():
    with pytest.raises(NotBuilt, match="could not be built"):
        asyncio.run(downloads._run("no-such-command"))


def test_a_report_that_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(downloads, "LONGEST", 0.01)
    with pytest.raises(NotBuilt, match="took longer"):
        asyncio.run(downloads._run("questionnaire", "schema"))
