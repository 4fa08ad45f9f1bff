"""Who answers an assessment, and what they are asked."""

from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID, uuid4

from assessment import editions, store
from assessment.model import Assessment
from assessment.pseudonyms import pseudonym
from assessment.tables import RespondentRow
from people.model import Denied, Person, System
from people.work import Work
from questionnaires.audience import asked_of
from questionnaires.model import Mode, Questionnaire
from questionnaires.quick import restrict


class Concern(NamedTuple):
    """What one respondent is asked about."""

    group: str
    practices: tuple[str, ...] | None = None
    """None: all that concern the role group."""


# An edition never changes, and every click asks.
_asked: dict[tuple[UUID, Mode, Concern], Questionnaire] = {}


def own(work: Work, assessment_id: UUID) -> RespondentRow | None:
    """The actor's own place among the respondents."""
    return store.own_respondent(work, assessment_id)


def join(work: Work, assessment_id: UUID) -> RespondentRow:
    """The same, made on first use for whoever leads. Denied for others, who are asked or are not."""
    if found := own(work, assessment_id):
        return found
    if not isinstance(work.actor, Person):
        raise Denied
    return work.add(RespondentRow(assessment_id=assessment_id, person_id=work.actor.id, role_group="leader"))


def has_others(work: Work, assessment_id: UUID) -> bool:
    """Whether anybody but the actor has a place among the respondents."""
    mine = own(work, assessment_id)
    return bool(store.places(work, assessment_id).keys() - ({mine.id} if mine else set()))


def leads(work: Work) -> bool:
    """Whether the actor leads assessments, and so is asked the whole of each."""
    return isinstance(work.actor, System) or work.may("assessment", "finalise")


def asked(work: Work, assessment: Assessment) -> Questionnaire:
    """What the actor is asked: all of the mode for whoever leads; for others what concerns their role group, without figures."""
    place = None if leads(work) else own(work, assessment.id)
    return asked_at(work, assessment, place)


def asked_at(work: Work, assessment: Assessment, place: RespondentRow | None) -> Questionnaire:
    """The same for an actor whose place is known. None: nobody's."""
    if place is None or leads(work):
        return restrict(editions.questionnaire_of(work, assessment.edition_id), assessment.mode)
    return asked_in(work, assessment, concern(place.role_group, place.practices))


def concern(group: str, practices: Iterable[str] | None) -> Concern:
    """As it is kept with an invitation or a respondent."""
    return Concern(group, None if practices is None else tuple(sorted(practices)))


def asked_in(work: Work, assessment: Assessment, what: Concern) -> Questionnaire:
    """What the assessment asks of an invited respondent."""
    known = assessment.edition_id, assessment.mode, what
    if known not in _asked:
        whole = restrict(editions.questionnaire_of(work, assessment.edition_id), assessment.mode)
        _asked[known] = asked_of(whole, what.group, what.practices)
    return _asked[known]


def begin(work: Work, assessment_id: UUID, what: Concern, name: str | None) -> RespondentRow:
    """A respondent that comes of an invitation; None: under a pseudonym.

    The id is drawn by lot: one in order of time would tell when they came.
    """
    called = name or pseudonym({row.name for row in store.respondents(work, assessment_id)})
    practices = None if what.practices is None else list(what.practices)
    return work.add(RespondentRow(id=uuid4(), assessment_id=assessment_id, role_group=what.group, practices=practices, name=called))
