"""Tell the demo's story through the services, each part at its own moment."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import NamedTuple, TypeVar
from uuid import UUID

from assessment import answering_service as answering
from assessment import measures, target_profiles
from assessment import service as assessments
from assessment.model import Aims, Annotation, Given, Measured, Start
from assessment.participation import mark_as_demo
from assessment.periods import month_of
from ground.value import exact
from improvement import service as register
from improvement.demo.entry import Chapter, Entry, Report
from improvement.demo.facts import AIMS, CURRENCY, ORGANISATION, PEOPLE, UNSURE, ZONE, Asked
from improvement.demo.foundation_entries import FOUNDATION_ENTRIES
from improvement.demo.foundations import AFTER, BEFORE, FOUNDATIONS
from improvement.demo.pillar_entries import PILLAR_ENTRIES
from improvement.demo.pillars import FACILITIES, HR, NOW, PILLARS, THEN
from improvement.demo.readings import READINGS, TARGETS
from improvement.model import Accept, OwnAction, Status, Update
from people import service as people
from people.model import FunctionKind, Person, Role
from people.work import Work, writing
from questionnaires import library
from questionnaires.model import Measure

T = TypeVar("T")
REGISTER = PILLAR_ENTRIES + FOUNDATION_ENTRIES
COUNTED = "Counted by the service desk"


class Sitting(NamedTuple):
    """One assessment: which column of the answers, and how many days ago it was begun and made final; None: it is open."""

    called: str
    asked: Asked
    column: int
    began: int
    ended: int | None


class Cast(NamedTuple):
    """Who acts in the demo, and when it is."""

    leader: Person
    others: Mapping[str, Person]
    now: datetime

    def ago(self, days: int) -> datetime:
        """A moment of the working day so many days before now, another for each day."""
        return (self.now - timedelta(days=days)).replace(hour=9 + days % 8, minute=days * 7 % 60)

    def day(self, days_from_now: int) -> date:
        """The day so many days from now."""
        return (self.now + timedelta(days=days_from_now)).date()

    def do(self, days_ago: int, act: Callable[[Work], T], by: str | None = None) -> T:
        """One unit of work at that moment, by the leader or by one of the others."""
        return writing(self.others[by] if by else self.leader, self.ago(days_ago), act)


def tell(person: Person, now: datetime) -> UUID:
    """Make the demo organisation, led by `person`; its id."""
    cast = _gather(person, now)
    it = cast.do(735, lambda work: people.create_function(work, "IT", FunctionKind.IT)).id
    facilities = cast.do(140, lambda work: people.create_function(work, "Facilities", FunctionKind.FACILITIES)).id
    hr = cast.do(30, lambda work: people.create_function(work, "HR", FunctionKind.HR)).id
    then = _assess(cast, it, Sitting("IT", PILLARS, THEN, began=730, ended=715))
    _act(cast, it, then, "then")
    # Before the pillars: what a result stands on is read when it becomes final.
    before = _assess(cast, it, Sitting("IT foundations", FOUNDATIONS, BEFORE, began=180, ended=172))
    _assess(cast, facilities, Sitting("Facilities", PILLARS, FACILITIES, began=130, ended=121))
    latest = _assess(cast, it, Sitting("IT", PILLARS, NOW, began=100, ended=88))
    _measure(cast, it)
    _act(cast, it, latest, "now")
    _act(cast, it, before, "ground")
    cast.do(60, _aim_at_pillars, by="maya")
    after = _assess(cast, it, Sitting("IT foundations", FOUNDATIONS, AFTER, began=23, ended=13))
    _act(cast, it, after, "ground now")
    _assess(cast, hr, Sitting("HR", PILLARS, HR, began=12, ended=None))
    return cast.leader.organisation_id or it


def _gather(person: Person, now: datetime) -> Cast:
    long_ago = (now - timedelta(days=740)).replace(hour=9)
    made = writing(person, long_ago, lambda work: people.create_organisation(work, ORGANISATION, ZONE, CURRENCY))
    leader = people.acting_for(person, made.id)
    writing(leader, long_ago, mark_as_demo)
    others = {key: _join(leader, long_ago, key) for key in PEOPLE}
    return Cast(leader, others, now)


def _join(leader: Person, at: datetime, key: str) -> Person:
    name, email = PEOPLE[key]
    role = Role.LEADER if key == "maya" else Role.OWNER
    card = writing(leader, at, lambda work: people.add_person(work, name, email, role))
    return Person(id=card.id, name=card.name, organisation_id=leader.organisation_id, roles=frozenset({role}))


def _assess(cast: Cast, function: UUID, sitting: Sitting) -> UUID:
    start = _start(cast, function, sitting)
    assessment = cast.do(sitting.began, lambda work: assessments.start(work, start)).id
    cast.do(sitting.began - 1, lambda work: _answer_all(work, assessment, sitting))
    if sitting.column == sitting.asked.proved:
        cast.do(sitting.began - 2, lambda work: _annotate_all(work, assessment, sitting.asked))
    if sitting.ended is not None:
        cast.do(sitting.ended, lambda work: assessments.finalise(work, assessment))
    return assessment


def _start(cast: Cast, function: UUID, sitting: Sitting) -> Start:
    ends = cast.day(-(sitting.ended or 0))
    return Start(
        questionnaire=sitting.asked.questionnaire,
        function_id=function,
        name=f"{sitting.called}, {ends:%B %Y}",
        starts=ends - timedelta(days=365),
        ends=ends,
    )


def _answer_all(work: Work, assessment: UUID, sitting: Sitting) -> None:
    for question, said in sitting.asked.answers.items():
        answering.record_answer(work, assessment, question, _given(said[sitting.column]))


def _given(value: object) -> Given:
    return Given(state="dont_know") if value == UNSURE else Given(value=value, source=COUNTED)


def _annotate_all(work: Work, assessment: UUID, asked: Asked) -> None:
    for question, proof in asked.proof.items():
        told = Annotation(evidence=proof.grade, evidence_text=proof.text, note=proof.note, discuss=proof.discuss)
        answering.annotate(work, assessment, question, told)


def _measure(cast: Cast, function: UUID) -> None:
    for measure, months, value, sample, source in READINGS:
        period = _month_before(cast.now.date(), months)
        _read(cast, function, measure, months * 30 - 20, Measured(value=exact(value), period=period, sample=sample, source=source))
    cast.do(80, lambda work: _aim(work, function))


def _read(cast: Cast, function: UUID, measure: str, days_ago: int, measured: Measured) -> None:
    known = _known()[measure]
    cast.do(days_ago, lambda work: measures.record_reading(work, function, known, measured))


def _aim(work: Work, function: UUID) -> None:
    known = _known()
    for measure, target in TARGETS.items():
        measures.set_target(work, function, known[measure], Fraction(target))


def _aim_at_pillars(work: Work) -> None:
    asked = library.load(PILLARS.questionnaire)
    name, reason, most, others = AIMS
    target_profiles.create(work, asked, Aims(name=name, reason=reason, levels=dict.fromkeys(asked.practices, most) | others))


def _known() -> Mapping[str, Measure]:
    return {**library.load(PILLARS.questionnaire).measure_by_id, **library.load(FOUNDATIONS.questionnaire).measure_by_id}


def _month_before(today: date, months: int) -> str:
    index = today.year * 12 + today.month - 1 - months
    return month_of(date(index // 12, index % 12 + 1, 1))


def _act(cast: Cast, function: UUID, assessment: UUID, chapter: Chapter) -> None:
    for entry in (entry for entry in REGISTER if entry.chapter == chapter):
        action = _enter(cast, function, assessment, entry)
        for report in entry.reports:
            _report(cast, action, entry, report)
        _close(cast, action, entry)


def _enter(cast: Cast, function: UUID, assessment: UUID, entry: Entry) -> UUID:
    owner, due = cast.others[entry.owner].id, cast.day(entry.due_in)
    if entry.advice is None:
        own = OwnAction(title=entry.title, practice=entry.practice, assessment_id=assessment, function_id=function, owner_id=owner, due=due)
        return cast.do(entry.accepted_ago or 0, lambda work: register.write_own(work, own)).id
    if entry.accepted_ago is None:
        advice = entry.advice
        return cast.do(10, lambda work: register.propose(work, assessment, advice)).id
    wanted = Accept(assessment_id=assessment, recommended_id=entry.advice, owner_id=owner, due=due)
    return cast.do(entry.accepted_ago, lambda work: register.accept(work, wanted)).id


def _report(cast: Cast, action: UUID, entry: Entry, report: Report) -> None:
    due = None if report.due_in is None else cast.day(report.due_in)
    said = Update(
        status=Status(report.status),
        per_cent=report.per_cent,
        note=report.note,
        evidence=report.evidence,
        due=due,
        due_reason=report.due_reason,
    )
    cast.do(report.days_ago, lambda work: register.update(work, action, said, register.get(work, action).row_version), by=entry.owner)


def _close(cast: Cast, action: UUID, entry: Entry) -> None:
    if entry.verified_ago is not None:
        cast.do(entry.verified_ago, lambda work: register.verify(work, action), by=entry.verified_by)
    if entry.cancelled:
        days_ago, reason = entry.cancelled
        cast.do(days_ago, lambda work: register.cancel(work, action, reason))
