"""Every deep link, in one place: pages, mails, calendars and documents lead to the same addresses."""

from urllib.parse import urlencode
from uuid import UUID


def invitation(token: str) -> str:
    """The link by which somebody invited comes in, once."""
    return f"/invitation/{token}"


def invitations(assessment_id: UUID) -> str:
    """Who is asked to answer an assessment, and how far they are."""
    return _to("invitations", a=assessment_id)


def thanks(assessment_id: UUID) -> str:
    """Where a respondent stops for now."""
    return _to("thanks", a=assessment_id)


def one_time(token: str) -> str:
    """The link by which one person sets a password, once."""
    return f"/link/{token}"


def assessments() -> str:
    """Every assessment, and where a new one starts."""
    return "/assessments"


def start(questionnaire: str, function_id: UUID) -> str:
    """The start of an assessment, filled in."""
    return _to("assessments", q=questionnaire, f=function_id)


def readings(assessment_id: UUID) -> str:
    """The outcome readings beside an assessment."""
    return _to("readings", a=assessment_id)


def measures(function_id: UUID | None = None) -> str:
    """The outcome measures of a function; without one, of the first."""
    return _to("measures", f=function_id)


def measure(function_id: UUID, measure_id: str) -> str:
    """One outcome measure of a function: its readings, its target, what it counts."""
    return _to("measure", f=function_id, m=measure_id)


def answer(assessment_id: UUID, practice: str | None = None) -> str:
    """The questions of a practice; without one, the place to go on at."""
    return _to("answer", a=assessment_id, p=practice)


def review(assessment_id: UUID) -> str:
    """What is unanswered or marked for discussion, before finalising."""
    return _to("review", a=assessment_id)


def workshop(assessment_id: UUID, question: str | None = None) -> str:
    """Where those who answered agree on answers, one question at a time; without one, the first to talk about."""
    return _to("workshop", a=assessment_id, q=question)


def results(assessment_id: UUID) -> str:
    """What an assessment came to."""
    return _to("results", a=assessment_id)


def benchmark(assessment_id: UUID | None = None) -> str:
    """An assessment beside targets, earlier results, sister functions and what others report; without one, the newest."""
    return _to("benchmark", a=assessment_id)


def practice(assessment_id: UUID, practice_id: str) -> str:
    """One practice's result and why it is so."""
    return _to("practice", a=assessment_id, p=practice_id)


def posture(assessment_id: UUID) -> str:
    """Which side the answers lean to, and why."""
    return _to("posture", a=assessment_id)


def pitfalls(assessment_id: UUID) -> str:
    """The known ways to fail: found, not to be told, not found."""
    return _to("pitfalls", a=assessment_id)


def claims(assessment_id: UUID) -> str:
    """Claimed levels beside their outcomes and their evidence."""
    return _to("claims", a=assessment_id)


def report(assessment_id: UUID) -> str:
    """The PDF benchmark report."""
    return _to("report", a=assessment_id)


def action(number: int) -> str:
    """One action of the register, by the number people use: A-07."""
    return _to("action", id=f"A-{number:02d}")


def home() -> str:
    """Where we stand, and what waits for a decision."""
    return "/"


def advice(assessment_id: UUID, practice_id: str | None = None) -> str:
    """The recommended actions of an assessment, or of one practice."""
    return _to("advice", a=assessment_id, p=practice_id)


def register(**wanted: str) -> str:
    """The improvement register, filtered as its address says: show, owner, practice, q, sort, view."""
    return _to("register", **wanted)


def clients() -> str:
    """A consultant's organisations."""
    return "/clients"


def settings() -> str:
    """The organisation's settings."""
    return "/organisation"


def people() -> str:
    """Who belongs to the organisation."""
    return "/people"


def organisations() -> str:
    """All organisations of the installation."""
    return "/organisations"


def trail(**wanted: str) -> str:
    """The audit log, filtered as its address says: person, verb, kind, days, before, of."""
    return _to("trail", **wanted)


def trail_file(organisation_id: UUID | None, **wanted: str) -> str:
    """The same as CSV, from our own route; None: the installation's."""
    return _to(f"download/trail/{organisation_id or 'installation'}", **wanted)


def client_data(organisation_id: UUID) -> str:
    """All that an organisation has, from our own route."""
    return f"/download/organisation/{organisation_id}"


def reports() -> str:
    """Every assessment's report."""
    return "/reports"


def download(assessment_id: UUID) -> str:
    """The PDF itself, from our own route."""
    return f"/download/report/{assessment_id}"


def _to(place: str, **where: object) -> str:
    query = urlencode({name: str(value) for name, value in where.items() if value is not None})
    return f"/{place}?{query}" if query else f"/{place}"
