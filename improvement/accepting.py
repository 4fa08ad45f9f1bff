"""How an action enters the register: accepted or proposed from advice, written in one's own words, or agreed after a proposal."""

from typing import NamedTuple
from uuid import UUID

from assessment import editions
from assessment import service as assessments
from assessment.model import Assessment
from ground.errors import Conflict, NotFound
from improvement import decisions, store
from improvement.acting import entry, facts, moment, names
from improvement.advice import recommend
from improvement.decisions import Refused
from improvement.history import Entry, Happening
from improvement.model import OPEN, WORDS, Accept, Action, Agreement, OwnAction
from improvement.overtaken import is_past, repeated
from improvement.standing_model import Advice
from people.work import Work
from questionnaires.model import Questionnaire
from storage.row import new_id

FINEST = 10**12
"""A promise is kept to this part of a point: exact for all but the oddest weights, and never too long to store."""


class AlreadyThere(Conflict):
    """The recommended action is in the register already, and not closed."""

    def __init__(self, action: Action) -> None:
        self.action = action
        super().__init__(f"{action.label} is this action already, and it is {WORDS[action.status]}. Open {action.label} to go on with it.")


class Offer(NamedTuple):
    """A recommended action as one assessment makes it."""

    assessment: Assessment
    questionnaire: Questionnaire
    advice: Advice
    level: int | None
    """The practice's present level; None for a whole dimension, or where it is not known."""


def accept(work: Work, wanted: Accept) -> Action:
    """Take on a recommended action. The promise (level, points) is frozen now."""
    offer = _offer(work, wanted.assessment_id, wanted.recommended_id)
    _require_member(work, wanted.owner_id)
    _require_level(offer.questionnaire, wanted.target_level)
    proposed = _proposed(work, offer)
    aimed = decisions.aimed(proposed, offer.level, _first(wanted.target_level, _promised_level(offer)))
    return _enter(work, decisions.agreed(aimed, wanted.owner_id, wanted.due, moment(work)), Happening.ACCEPTED)


def propose(work: Work, assessment_id: UUID, recommended_id: str) -> Action:
    """Put a recommended action up for decision, with its promise but without owner and date."""
    offer = _offer(work, assessment_id, recommended_id)
    aimed = decisions.aimed(_proposed(work, offer), offer.level, _promised_level(offer))
    return _enter(work, aimed, Happening.PROPOSED)


def write_own(work: Work, own: OwnAction) -> Action:
    """An action in one's own words. The same id a second time is the same action."""
    known = store.find(work, own.id) if own.id else None
    if known:
        return known
    action = Action(
        **own.model_dump(exclude={"id", "owner_id", "due"}),
        id=own.id or new_id(),
        number=store.next_number(work),
        questionnaire=_questionnaire(work, own),
        proposed_at=work.now,
        updated_at=work.now,
    )
    return _enter(work, _owned(work, action, own), Happening.WRITTEN)


def agree(work: Work, action_id: UUID, agreement: Agreement, expected_version: int) -> Action:
    """Accept what was proposed. ActionConflict when somebody else decided a moment earlier."""
    row = store.action_row(work, action_id, "update")
    proposed = store.as_action(row)
    if is_past(proposed, expected_version):
        return repeated(work, proposed, expected_version, lambda entry: _says(entry, agreement, proposed.level_to))
    _require_member(work, agreement.owner_id)
    if proposed.assessment_id:
        assessment = assessments.get(work, proposed.assessment_id)
        _require_level(editions.questionnaire_of(work, assessment.edition_id), agreement.target_level)
    aimed = decisions.aimed(proposed, proposed.level_from, _first(agreement.target_level, proposed.level_to))
    agreed = store.put(work, row, decisions.agreed(aimed, agreement.owner_id, agreement.due, moment(work)), expected_version)
    store.add_entry(work, entry(work, Happening.ACCEPTED, proposed, agreed))
    work.record("accept", row, facts(proposed), facts(agreed))
    return agreed


def _offer(work: Work, assessment_id: UUID, recommended_id: str) -> Offer:
    assessment = assessments.get(work, assessment_id)
    questionnaire = editions.questionnaire_of(work, assessment.edition_id)
    if recommended_id not in questionnaire.actions:
        raise NotFound("recommended action")
    score, responses = assessments.result(work, assessment_id), assessments.responses(work, assessment)
    offered = recommend(questionnaire, responses, score, assessment.targets, score.gates)
    advice = next((one for one in offered if one.action.id == recommended_id), None)
    if advice is None:
        raise Refused("That action would move nothing here: its questions are already where it leads. Choose another one.")
    practice = score.practices.get(advice.practice) if advice.practice else None
    return Offer(assessment, questionnaire, advice, practice.level if practice else None)


def _proposed(work: Work, offer: Offer) -> Action:
    _require_new(work, offer)
    action, advice = offer.advice.action, offer.advice
    return Action(
        id=new_id(),
        number=store.next_number(work),
        title=action.title,
        practice=advice.practice,
        questionnaire=offer.assessment.questionnaire,
        assessment_id=offer.assessment.id,
        function_id=offer.assessment.function_id,
        recommended=action.id,
        index_lift=advice.lift.overall.points.limit_denominator(FINEST) if advice.applies else None,
        effort_days=action.effort_days,
        cost=action.cost,
        done_when=action.done_when,
        steps=action.steps,
        measure=next(iter(action.measures), None),
        proposed_at=work.now,
        updated_at=work.now,
    )


def _promised_level(offer: Offer) -> int | None:
    """The practice's level with the action; None where it alone opens no level."""
    shift = offer.advice.lift.practices.get(offer.advice.practice or "")
    after = shift.level_after if shift else None
    return after if after is not None and after > (offer.level or 0) else None


def _says(entry: Entry, agreement: Agreement, level: int | None) -> bool:
    same = (entry.owner_after, entry.due_after) == (agreement.owner_id, agreement.due)
    return same and entry.what is Happening.ACCEPTED and agreement.target_level in {None, level}


def _first(chosen: int | None, promised: int | None) -> int | None:
    return promised if chosen is None else chosen


def _enter(work: Work, action: Action, how: Happening) -> Action:
    row = store.add(work, action)
    entered = store.as_action(row)
    store.add_entry(work, entry(work, how, None, entered))
    work.record("create", row, None, facts(entered))
    return entered


def _owned(work: Work, action: Action, own: OwnAction) -> Action:
    if own.owner_id is None and own.due is None:
        return action
    if own.owner_id is None or own.due is None:
        raise Refused("Name both an owner and a due date; leave both out to propose the action only.")
    _require_member(work, own.owner_id)
    return decisions.agreed(action, own.owner_id, own.due, moment(work))


def _questionnaire(work: Work, own: OwnAction) -> str | None:
    if own.assessment_id is None:
        return None
    assessment = assessments.get(work, own.assessment_id)
    practices = editions.questionnaire_of(work, assessment.edition_id).practices
    if own.function_id != assessment.function_id or (own.practice is not None and own.practice not in practices):
        raise NotFound("practice")
    return assessment.questionnaire


def _require_new(work: Work, offer: Offer) -> None:
    wanted = (offer.assessment.function_id, offer.assessment.questionnaire, offer.advice.action.id)
    for action in store.actions(work):
        if action.status in OPEN and (action.function_id, action.questionnaire, action.recommended) == wanted:
            raise AlreadyThere(action)


def _require_member(work: Work, person_id: UUID) -> None:
    if person_id not in names(work):
        raise NotFound("person")


def _require_level(questionnaire: Questionnaire, level: int | None) -> None:
    if level is not None and not questionnaire.lowest <= level <= questionnaire.highest:
        raise Refused(f"A target is a level from {questionnaire.lowest} to {questionnaire.highest}.")
