"""Rows of one assessment as the facts that scoring reads, and back from a frozen result."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, NamedTuple, TypeVar
from uuid import UUID

from assessment import agreements, foundations, measures, policies, store
from assessment import answers as kept
from assessment.anonymity import Waiting, Withheld, shown, withheld
from assessment.model import Agreed, Assessment, OutcomeReading, RecordedAnswer
from assessment.periods import within
from assessment.tables import RespondentRow
from people.work import Work
from questionnaires.answer import Answer, Consensus, Reading, Respondent, Responses, valid_value
from questionnaires.model import Metric, Questionnaire
from scoring.plan import Plan, plan

_Said = TypeVar("_Said", Answer, Consensus)


class _Hushed(NamedTuple):
    counted: frozenset[tuple[UUID, str]]
    """The anonymous answers that count: respondent and question."""
    withheld: Withheld


def answers_of(work: Work, assessment: Assessment, questionnaire: Questionnaire, respondent: RespondentRow) -> Mapping[str, RecordedAnswer]:
    """One respondent's answers by question; a metric answer has the value of the reading it confirms."""
    found = [kept.as_answer(questionnaire, row) for row in kept.rows(work, assessment.id) if row.respondent_id == respondent.id]
    figures = _figures(work, assessment)
    return {answer.question: _confirmed(answer, questionnaire, figures) for answer in found}


def responses_of(work: Work, assessment: Assessment, questionnaire: Questionnaire) -> Responses:
    """Everything scoring needs, as it stands now."""
    figures = _figures(work, assessment)
    places = store.places(work, assessment.id)
    said = tuple(
        (row.respondent_id, _confirmed(kept.as_answer(questionnaire, row), questionnaire, figures))
        for row in kept.rows(work, assessment.id)
    )
    hushed = _hushed(plan(questionnaire, assessment.mode), places, said)
    return Responses(
        questionnaire=questionnaire.id,
        version=questionnaire.version,
        mode=assessment.mode,
        respondents=tuple(Respondent(id=str(who), group=place.group) for who, place in places.items()),
        answers=tuple(
            _as_given(who, answer, silent=places[who].is_anonymous)
            for who, answer in said
            if answer.state is not None and (not places[who].is_anonymous or (who, answer.question) in hushed.counted)
        ),
        withheld={name: tuple(map(str, sorted(out))) for name, out in hushed.withheld.respondents.items()},
        consensus=tuple(_as_consensus(agreed) for agreed in agreements.by_question(work, assessment.id, questionnaire).values()),
        readings=tuple(_as_reading(r) for r in counting(measures.readings(work, assessment.function_id), assessment)),
        foundations=foundations.levels(work, foundations.todays(work, assessment, questionnaire).values()),
        policies=policies.values(work),
    )


def waiting(work: Work, assessment: Assessment, questionnaire: Questionnaire) -> Mapping[str, tuple[Waiting, ...]]:
    """By question, the anonymous answers that its result does not count yet."""
    said = tuple((row.respondent_id, kept.as_answer(questionnaire, row)) for row in kept.rows(work, assessment.id))
    return _hushed(plan(questionnaire, assessment.mode), store.places(work, assessment.id), said).withheld.waiting


def counting(readings: tuple[OutcomeReading, ...], assessment: Assessment) -> tuple[OutcomeReading, ...]:
    """The readings whose period ends within the assessment's period, in their order."""
    return tuple(r for r in readings if within(r.period, assessment.starts, assessment.ends))


def frozen_responses(questionnaire: Questionnaire, data: Mapping[str, Any]) -> Responses:
    """The facts of a frozen result; JSON alone cannot tell the label "1/2" from a half, the question can."""
    loaded = Responses.model_validate(data)
    return loaded.model_copy(
        update={
            "answers": tuple(_typed(questionnaire, answer) for answer in loaded.answers),
            "consensus": tuple(_typed(questionnaire, agreed) for agreed in loaded.consensus),
        }
    )


def _typed(questionnaire: Questionnaire, answer: _Said) -> _Said:
    if answer.value is None:
        return answer
    return answer.model_copy(update={"value": valid_value(questionnaire, questionnaire.questions[answer.question], answer.value)})


def _figures(work: Work, assessment: Assessment) -> Mapping[tuple[str, str], Fraction]:
    return {(r.measure, r.period): r.value for r in measures.readings(work, assessment.function_id)}


def _confirmed(answer: RecordedAnswer, questionnaire: Questionnaire, figures: Mapping[tuple[str, str], Fraction]) -> RecordedAnswer:
    question = questionnaire.questions[answer.question]
    if not isinstance(question, Metric) or answer.state != "answered" or answer.period is None:
        return answer
    return answer.model_copy(update={"value": figures.get((question.measure, answer.period), answer.value)})


def _hushed(asked: Plan, places: Mapping[UUID, store.Place], said: Sequence[tuple[UUID, RecordedAnswer]]) -> _Hushed:
    nameless = {who: place.group for who, place in places.items() if place.is_anonymous}
    voices = shown(asked, nameless, [one for one in said if one[0] in nameless])
    out = withheld(asked, nameless, voices)
    heard = ((voice.respondent, name) for name, every in voices.items() for voice in every)
    return _Hushed(frozenset(one for one in heard if one[0] not in out.respondents.get(one[1], ())), out)


def _as_given(respondent: UUID, answer: RecordedAnswer, *, silent: bool) -> Answer:
    # The words of an anonymous person, even among those of others, can tell who it is.
    words = {} if silent else {"reason": answer.reason, "note": answer.note}
    return Answer(
        respondent=str(respondent),
        question=answer.question,
        state=answer.state or "answered",
        value=answer.value,
        evidence=answer.evidence,
        **words,
    )


def _as_consensus(agreed: Agreed) -> Consensus:
    return Consensus(**{field: getattr(agreed, field) for field in Consensus.model_fields})


def _as_reading(reading: OutcomeReading) -> Reading:
    return Reading(measure=reading.measure, value=reading.value, period=reading.period)
