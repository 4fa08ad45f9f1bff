"""Every deep link, in one place: pages, mails, calendars and documents lead to the same addresses."""

from urllib.parse import urlencode
from uuid import UUID


def answer(assessment_id: UUID, practice: str | None = None) -> str:
    """The questions of a practice; without one, the place to go on at."""
    return _to("answer", a=assessment_id, p=practice)


def review(assessment_id: UUID) -> str:
    """What is unanswered or marked for discussion, before finalising."""
    return _to("review", a=assessment_id)


def results(assessment_id: UUID) -> str:
    """What an assessment came to."""
    return _to("results", a=assessment_id)


def practice(assessment_id: UUID, practice_id: str) -> str:
    """One practice's result and why it is so."""
    return _to("practice", a=assessment_id, p=practice_id)


def report(assessment_id: UUID) -> str:
    """The PDF benchmark report."""
    return _to("report", a=assessment_id)


def action(number: int) -> str:
    """One action of the register, by the number people use: A-07."""
    return _to("action", id=f"A-{number:02d}")


def _to(place: str, **where: object) -> str:
    query = urlencode({name: str(value) for name, value in where.items() if value is not None})
    return f"/{place}?{query}"
