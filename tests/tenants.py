"""A whole organisation with something in every table, and its canary in every text that a person writes."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction

from sqlmodel import col

from assessment import answering_service as answering
from assessment import consensus, measures, participation, policies, target_profiles
from assessment import service as assessments
from assessment.model import Aims, Annotation, Assessment, Given, Measured, Start
from assessment.peer_model import Facts, Sector
from assessment.tables import RespondentRow
from improvement import service as register
from improvement.model import Action, OwnAction, Status, Update
from people import service, sessions
from people.door_tables import AccountRow, GroupRoleRow, InvitationRow, Proof
from people.model import Function, FunctionKind, Organisation, Person, Respondent, Role, System
from people.tables import PersonRow
from people.tokens import kept, new_token
from people.work import Work, reading, writing
from questionnaires import library
from storage.database import current
from storage.row import Row
from tests.cast import NOW


@dataclass(frozen=True)
class Tenant:
    """What there is, and who is in it; each person an actor inside."""

    canary: str
    organisation: Organisation
    function: Function
    assessment: Assessment
    action: Action
    leader: Person
    owner: Person
    viewer: Person


def tenant(canary: str, now: datetime = NOW) -> Tenant:
    """Made through the services; by the program itself where their doors are elsewhere."""
    leader, made = _founded(canary, now)
    function = writing(leader, now, lambda work: service.create_function(work, f"IT of {canary}", FunctionKind.IT))
    owner, viewer = _joins(made, f"Owner {canary}", Role.OWNER, now), _joins(made, f"Viewer {canary}", Role.VIEWER, now)
    assessment = writing(leader, now, lambda work: _assessed(work, function, canary))
    action = writing(leader, now, lambda work: _own(work, function, assessment, owner, canary))
    update = Update(status=Status.IN_PROGRESS, per_cent=10, note=f"Note {canary}", evidence=f"Evidence {canary}")
    action = writing(owner, now, lambda work: register.update(work, action.id, update, action.row_version))
    writing(System(purpose="tests", organisation_id=made.id), now, lambda work: _doors(work, assessment, leader, canary))
    return Tenant(canary, made, function, assessment, action, leader, owner, viewer)


SIGNED_IN = sessions.Opening("open", Proof.SECOND_FACTOR, "Chromium")
"""What a session begins with that a test makes beside the door: as after password and code, so that it serves every role."""


def account(person: Person, now: datetime = NOW, **more: object) -> None:
    """An account for a person, which needs no password in tests that bring a session of their own."""
    row = AccountRow(id=person.id, login=f"{person.id}@example.org", **more)
    writing(System(purpose="tests"), now, lambda work: work.add(row))


def _founded(canary: str, now: datetime) -> tuple[Person, Organisation]:
    row = PersonRow(name=f"Leader {canary}", email=f"{canary}@example.org", created_at=now)
    writing(System(purpose="tests"), now, lambda work: work.add(row))
    founder = Person(id=row.id, name=row.name, roles=frozenset({Role.ADMINISTRATOR}))
    made = writing(founder, now, lambda work: service.create_organisation(work, f"Organisation {canary}", "Europe/London", "GBP"))
    return service.acting_for(Person(id=row.id, name=row.name), made.id), made


def _joins(organisation: Organisation, name: str, role: Role, now: datetime) -> Person:
    tests = System(purpose="tests", organisation_id=organisation.id)
    card = writing(tests, now, lambda work: service.add_person(work, name, role=role))
    return service.acting_for(Person(id=card.id, name=name), organisation.id)


def _assessed(work: Work, function: Function, canary: str) -> Assessment:
    asked = library.load("three-pillars")
    year = {"starts": date(work.now.year - 1, 1, 1), "ends": (work.now - timedelta(days=1)).date()}
    begun = assessments.start(work, Start(questionnaire=asked.id, function_id=function.id, name=f"Spring {canary}", **year))
    first = next(q for q in asked.questions.values() if q.kind == "anchored")
    answering.record_answer(work, begun.id, first.id, Given(value=2))
    words = {"note": f"Note {canary}", "evidence": "E1", "evidence_text": f"Evidence {canary}"}
    answering.annotate(work, begun.id, first.id, Annotation(**words))
    consensus.record_consensus(work, begun.id, consensus.Agreeing(question=first.id, value=2, rationale=f"Agreed {canary}"))
    done = assessments.finalise(work, begun.id)
    measure = next(iter(asked.measures))
    measured = Measured(value=Fraction(50), period=f"{work.now.year - 1}", sample=10, source=f"Source {canary}")
    measures.record_reading(work, function.id, measure, measured)
    measures.set_target(work, function.id, measure, Fraction(60))
    gate = next(gate for gate in asked.gates if gate.editable)
    participation.decide(work, Facts(sector=Sector.UTILITIES), None, takes_part=True)
    policies.set_policy(work, gate, asked.measure_by_id[gate.measure], policies.Own(Fraction(50), f"Reason {canary}"))
    aims = Aims(name=f"Aims {canary}", reason=f"Reason {canary}", levels=dict.fromkeys(asked.practices, 4))
    target_profiles.create(work, asked, aims)
    return done


def _own(work: Work, function: Function, assessment: Assessment, owner: Person, canary: str) -> Action:
    due = (work.now + timedelta(days=60)).date()
    said = {"title": f"Action {canary}", "description": f"Because {canary}", "done_when": f"Done {canary}"}
    return register.write_own(work, OwnAction(function_id=function.id, assessment_id=assessment.id, owner_id=owner.id, due=due, **said))


def _doors(work: Work, assessment: Assessment, leader: Person, canary: str) -> None:
    work.add(GroupRoleRow(issuer="https://sign-on.example.org", group=f"Group {canary}", role=Role.VIEWER.value))
    asked = {"kind": "respond", "name": f"Invited {canary}", "assessment_id": assessment.id, "role_group": "staff"}
    lasting = {"made_at": work.now, "made_by": leader.id, "expires_at": work.now + timedelta(days=30)}
    work.add(InvitationRow(token=kept(new_token()), **asked, **lasting))
    row = work.add(RespondentRow(assessment_id=assessment.id, role_group="staff", name=f"Respondent {canary}"))
    respondent = Respondent(id=row.id, name=row.name, organisation_id=row.organisation_id)
    sessions.open_for_respondent(work.session, respondent, work.now, work.now + timedelta(days=1), f"Browser {canary}")


def invited(one: Tenant) -> Respondent:
    """Who answers there by invitation."""
    with reading(System(purpose="tests", organisation_id=one.organisation.id), NOW) as work:
        row = work.session.scalars(work.select(RespondentRow).where(col(RespondentRow.person_id).is_(None))).one()
        return Respondent(id=row.id, name=row.name, organisation_id=one.organisation.id)


def text_of_database() -> str:
    """Everything that is stored, as one text."""
    with current().reading() as session:
        return "\n".join(str(row) for table in Row.metadata.sorted_tables for row in session.connection().execute(table.select()))
