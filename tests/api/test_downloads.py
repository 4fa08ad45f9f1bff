from datetime import date
from types import SimpleNamespace

import pytest

from api import downloads
from api.downloads import NotBuilt, disposition, report
from assessment import service as assessing
from assessment.model import Start
from people import service
from people.model import FunctionKind
from people.work import writing
from tests.api.asgi import run
from tests.cast import NOW


def asked(assessment_id):
    return run(report(SimpleNamespace(path_params={"assessment_id": str(assessment_id)})))


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_the_report_comes_as_a_file_that_nobody_keeps(bare, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", bare.url.render_as_string(hide_password=False))
    answer = asked(begun())
    assert answer.status_code == 200, answer.body
    assert answer.body.startswith(b"%PDF-")
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].startswith('attachment; filename="Meridian Foods - Spring 2026.pdf"')


def begun():
    """The id of an assessment that the one local person has begun."""
    person = service.begin(NOW)
    here = writing(person, NOW, lambda work: service.create_organisation(work, "Meridian Foods", "Asia/Kolkata", "INR"))
    leader = service.acting_for(person, here.id)
    function = writing(leader, NOW, lambda work: service.create_function(work, "IT", FunctionKind.IT))
    wanted = Start(
        questionnaire="three-pillars", function_id=function.id, name="Spring 2026", starts=date(2026, 3, 1), ends=date(2026, 3, 31)
    )
    return writing(leader, NOW, lambda work: assessing.start(work, wanted)).id


@pytest.mark.parametrize("assessment_id", ["", "x", "../../etc/passwd", "00000000-0000-4000-8000-000000000000"])
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
        run(downloads._run("no-such-command"))


def test_a_report_that_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(downloads, "LONGEST", 0.01)
    with pytest.raises(NotBuilt, match="took longer"):
        run(downloads._run("questionnaire", "schema"))
