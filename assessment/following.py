"""The outcome measures that a function may follow, with its readings and targets: load, nothing else."""

from collections.abc import Mapping
from uuid import UUID

from assessment import editions, measures, store
from assessment.catalogue import Catalogued, catalogue
from assessment.followed import Followed
from assessment.model import OutcomeReading
from people import service as people
from people.model import Event
from people.work import Work
from questionnaires import library
from questionnaires.model import Questionnaire


def questionnaires(work: Work) -> tuple[Questionnaire, ...]:
    """The newest edition of each in use here, then the published ones that nobody here has begun."""
    used: dict[str, Questionnaire] = {}
    for one in store.assessments(work):
        if one.questionnaire not in used:
            used[one.questionnaire] = editions.questionnaire_of(work, one.edition_id)
    return (*used.values(), *(q for q in library.published() if q.id not in used))


def known(work: Work) -> tuple[Catalogued, ...]:
    """Every measure of those questionnaires."""
    return catalogue(questionnaires(work), people.organisation(work).currency)


def following(work: Work, function_id: UUID) -> tuple[Followed, ...]:
    """Every measure as this function follows it; NotFound alike for a missing and a foreign function."""
    people.function(work, function_id)
    read: dict[str, list[OutcomeReading]] = {}
    for reading in measures.readings(work, function_id):
        read.setdefault(reading.measure, []).append(reading)
    aimed = measures.targets(work, function_id)
    return tuple(
        Followed(function_id=function_id, uses=uses, readings=tuple(read.get(uses.measure.id, ())), target=aimed.get(uses.measure.id))
        for uses in known(work)
    )


def history(work: Work, followed: Followed) -> Mapping[str, tuple[Event, ...]]:
    """What happened to each of its readings, by period, latest first."""
    return {reading.period: people.history(work, "reading", reading.id) for reading in followed.readings}
