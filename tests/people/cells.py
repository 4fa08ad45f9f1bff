"""One row of each resource for every way that it can be somebody's: the actor's own, another's of the organisation, of none of theirs."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from typing import Any
from uuid import UUID

from assessment.peer_tables import ParticipationRow, PeerBasisRow, PeerMemberRow, PeerPackRow, PeerReleaseRow
from assessment.tables import (
    AnswerRow,
    AssessmentRow,
    ConsensusRow,
    EditionRow,
    GatePolicyRow,
    MeasureTargetRow,
    ReadingRow,
    RespondentRow,
    ResultRow,
    TargetProfileRow,
)
from improvement.tables import ActionRow, ActionUpdateRow
from people.door_tables import AccountRow, AttemptRow, GroupRoleRow, InvitationRow, OneTimeLinkRow, PurgeRow, SessionRow
from people.model import Role
from people.tables import EventRow, FunctionRow, MembershipRow, OrganisationRow, PersonRow
from people.tokens import kept, new_token
from storage.row import Row, new_id
from tests.cast import NOW

LATER = NOW + timedelta(days=1)
_WEIGHED = ("index_lift", "effort_low", "effort_high", "cost_low", "cost_high", "level_from", "level_to")
_NOT_YET = ("practice", "questionnaire", "recommended", "measure", "accepted_at", "done_at", "done_by", "verified_by")


@dataclass
class Corner:
    """Where a row is made: an organisation, and the person or respondent whose it is to be."""

    add: Callable[[Row], Any]
    organisation_id: UUID
    person_id: UUID
    respondent_id: UUID | None = None
    """The respondent whose it is to be; without one, the person's own place is made."""
    _made: dict[str, Row] = field(default_factory=dict)

    def row(self, resource: str) -> Row:
        """The row of a resource here, made with all that it needs on first use."""
        if resource not in self._made:
            self._made[resource] = MAKERS[resource](self)
        return self._made[resource]


def _edition(at: Corner) -> Row:
    return at.add(EditionRow(hash=new_token(), questionnaire="small", version="1.0.0", canonical="{}"))


def _assessment(at: Corner) -> Row:
    period = {"starts": date(2026, 1, 1), "ends": date(2026, 3, 31), "mode": "full", "state": "open", "targets": {}, "started_at": NOW}
    what = {"edition_id": at.row("edition").id, "questionnaire": "small", "version": "1.0.0", "name": "Spring"}
    made = at.add(AssessmentRow(function_id=at.row("function").id, **what, **period))
    at._made["respondent"] = _answers(at, made.id)
    return made


def _answers(at: Corner, assessment_id: UUID) -> Row:
    person = at.person_id if at.respondent_id is None else None
    given = {"id": at.respondent_id} if at.respondent_id else {}
    return at.add(RespondentRow(assessment_id=assessment_id, person_id=person, role_group="leader", **given))


def _respondent(at: Corner) -> Row:
    at.row("assessment")
    return at._made["respondent"]


def _answer(at: Corner) -> Row:
    said = {"question": "q1", "state": "answered", "value": 3, "saved_at": NOW}
    return at.add(AnswerRow(assessment_id=at.row("assessment").id, respondent_id=at.row("respondent").id, **said))


def _result(at: Corner) -> Row:
    return at.add(
        ResultRow(assessment_id=at.row("assessment").id, edition_hash="h", method="1.0.0", score="{}", responses="{}", frozen_at=NOW)
    )


def _reading(at: Corner) -> Row:
    what = {"measure": "adoption", "period": "2026-01", "period_ends": date(2026, 1, 31), "value": Fraction(85), "entered_at": NOW}
    return at.add(ReadingRow(function_id=at.row("function").id, **what))


def _target_profile(at: Corner) -> Row:
    said = {"name": new_token(), "reason": "The board wants it.", "levels": {"first": 3}}
    return at.add(TargetProfileRow(questionnaire="small", set_by=at.person_id, set_at=NOW, **said))


def _action(at: Corner) -> Row:
    said = {"title": "Publish reports", "description": "", "done_when": "Two are out.", "status": "accepted", "steps": []}
    agreed = {"due": date(2026, 6, 1), "first_due": date(2026, 6, 1), "per_cent": 0, "proposed_at": NOW, "updated_at": NOW}
    number = 1 + int(at.person_id.int % 1_000_000)
    where = {"function_id": at.row("function").id, "assessment_id": None}
    return at.add(ActionRow(number=number, owner_id=at.person_id, **where, **said, **agreed, **dict.fromkeys((*_WEIGHED, *_NOT_YET))))


def _action_update(at: Corner) -> Row:
    before = {"status_before": None, "per_cent_before": 0, "due_before": None, "owner_before": None}
    after = {"status_after": "accepted", "per_cent_after": 0, "due_after": None, "owner_after": None}
    said = {"version": 9, "what": "accepted", "at": NOW, "by_id": at.person_id, "note": "", "evidence": "", "reason": ""}
    return at.add(ActionUpdateRow(action_id=at.row("action").id, **before, **after, **said))


def _invitation(at: Corner) -> Row:
    life = {"made_at": NOW, "made_by": at.person_id, "expires_at": LATER}
    return at.add(InvitationRow(token=kept(new_token()), kind="join", role="viewer", name="Lena", **life))


def _session(at: Corner) -> Row:
    life = {"stage": "open", "proof": "password", "opened_at": NOW, "seen_at": NOW, "closes_at": LATER}
    return at.add(SessionRow(token=kept(new_token()), person_id=at.person_id, **life))


def _event(at: Corner) -> Row:
    what = {"verb": "look", "about": "function", "number": 900_000 + at.person_id.int % 99_999, "link": "0" * 64}
    who = {"actor_kind": "person", "actor_id": at.person_id, "actor_name": "Somebody"}
    return at.add(EventRow(organisation_id=at.organisation_id, at=NOW, **what, **who))


def _peer_release(at: Corner) -> Row:
    what = {"questionnaire": "small", "major": 1, "method": "1.0.0", "form": "marks", "cohort": "", "k": 5, "organisations": 12}
    return at.add(PeerReleaseRow(figures={}, withheld={}, since=date(2024, 3, 1), frozen_at=NOW, **what))


def _peer_pack(at: Corner) -> Row:
    of = {"questionnaire": "small", "major": 1, "method": "1.0.0"}
    return at.add(PeerPackRow(hash=new_id().hex * 2, content="{}", imported_at=NOW, **of))


def _stored(row_type: type[Row]) -> Callable[[Corner], Row]:
    def found(at: Corner) -> Row:
        raise KeyError(f"{row_type.__name__} is looked up by the test")

    return found


MAKERS: dict[str, Callable[[Corner], Row]] = {
    "organisation": _stored(OrganisationRow),
    "person": _stored(PersonRow),
    "membership": _stored(MembershipRow),
    "function": lambda at: at.add(FunctionRow(name=f"Legal {new_id()}", kind="legal")),
    "event": _event,
    "edition": _edition,
    "assessment": _assessment,
    "respondent": _respondent,
    "answer": _answer,
    "result": _result,
    "reading": _reading,
    "measure_target": lambda at: at.add(MeasureTargetRow(function_id=at.row("function").id, measure="adoption", value=Fraction(85))),
    "consensus": lambda at: at.add(
        ConsensusRow(assessment_id=at.row("assessment").id, question=new_token(), value=3, rationale="Talked over.", agreed_at=NOW)
    ),
    "gate_policy": lambda at: at.add(GatePolicyRow(gate=new_token(), at_least=Fraction(85), reason="Ours.")),
    "participation": lambda at: at.add(ParticipationRow(takes_part=True, size="small", decided_at=NOW)),
    "peer_release": _peer_release,
    "peer_pack": _peer_pack,
    "peer_basis": lambda at: at.add(PeerBasisRow(release_id=at.row("peer_release").id, members=[], bounds={})),
    "peer_member": lambda at: at.add(PeerMemberRow(key=new_id().hex * 2, figures={})),
    "target_profile": _target_profile,
    "action": _action,
    "action_update": _action_update,
    "account": lambda at: at.add(AccountRow(id=at.person_id, login=f"{at.person_id}@example.org")),
    "invitation": _invitation,
    "group_role": lambda at: at.add(GroupRoleRow(issuer="https://id.example.org", group=new_token(), role=Role.VIEWER.value)),
    "session": _session,
    "one_time_link": lambda at: at.add(
        OneTimeLinkRow(token=kept(new_token()), person_id=at.person_id, purpose="password", made_at=NOW, expires_at=LATER)
    ),
    "attempt": lambda at: at.add(AttemptRow(key=new_token(), failures=1, last_at=NOW)),
    "purge": lambda at: at.add(PurgeRow(organisation_id=new_id(), at=NOW)),
}
