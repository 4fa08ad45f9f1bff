"""Taking part in the peer benchmark: a leader's decision, off until it is made."""

from uuid import UUID

from sqlmodel import col

from assessment.meanwhile import latest
from assessment.peer_model import Facts, Participation
from assessment.peer_tables import ParticipationRow
from ground.errors import Conflict, PlumblineError
from people.work import Work


class NotCompared(PlumblineError):
    """An organisation that is never compared with others."""

    def __init__(self) -> None:
        super().__init__("This is the demo organisation. Its answers are invented, so it is never compared with others.")


def participation(work: Work) -> Participation:
    """The newest decision of the organisation; off where nobody has decided."""
    row = _newest(work)
    return _value(row) if row else Participation()


def decide(work: Work, facts: Facts, shown: UUID | None, *, takes_part: bool) -> Participation:
    """Take part or withdraw, with the facts that filters go by. `shown`: the decision that the person looked at.

    It counts from the next snapshot on. NotCompared for the demo, Conflict where somebody else has decided meanwhile.
    """
    before = participation(work)
    if before.is_demo:
        raise NotCompared
    if before.decision and shown != before.decision:
        raise Conflict(f"{latest(work, 'participation', before.decision)}. Look at it again, then decide.")
    if (before.takes_part, before.facts) == (takes_part, facts):
        return before
    row = work.add(ParticipationRow(takes_part=takes_part, **facts.model_dump(mode="json"), decided_at=work.now))
    work.record(_verb(before, takes_part=takes_part), row, _said(before), _said(_value(row)))
    return _value(row)


def mark_as_demo(work: Work) -> None:
    """Its answers are invented: it never takes part."""
    row = work.add(ParticipationRow(takes_part=False, is_demo=True, decided_at=work.now))
    work.record("create", row, None, {"is_demo": True})


def _verb(before: Participation, *, takes_part: bool) -> str:
    if before.takes_part == takes_part:
        return "update"
    return "take part" if takes_part else "withdraw"


def _newest(work: Work) -> ParticipationRow | None:
    newest_first = (col(ParticipationRow.decided_at).desc(), col(ParticipationRow.id).desc())
    return work.session.scalars(work.select(ParticipationRow).order_by(*newest_first).limit(1)).one_or_none()


def _value(row: ParticipationRow) -> Participation:
    facts = Facts.model_validate(row, from_attributes=True)
    return Participation(takes_part=row.takes_part, is_demo=row.is_demo, facts=facts, decision=row.id)


def _said(one: Participation) -> dict[str, object]:
    return {"takes_part": one.takes_part, **one.facts.filters}
