"""Rows of one assessment as the facts that scoring reads, and back from a frozen result."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, TypeVar

from assessment import answers as kept
from assessment import foundations, measures, policies, store
from assessment.model import Assessment, OutcomeReading, RecordedAnswer
from assessment.periods import within
from assessment.tables import RespondentRow
from people.work import Work
from questionnaires.answer import Answer, Consensus, Reading, Respondent, Responses, valid_value
from questionnaires.model import Metric, Questionnaire

_Said = TypeVar("_Said", Answer, Consensus)


def answers_of(work: Work, assessment: Assessment, questionnaire: Questionnaire, respondent: RespondentRow) -> Mapping[str, RecordedAnswer]:
    """One respondent's answers by question; a metric answer has the value of the reading it confirms."""
    found = [kept.as_answer(questionnaire, row) for row in kept.rows(work, assessment.id) if row.respondent_id == respondent.id]
    figures = _figures(work, assessment)
    return {answer.question: _confirmed(answer, questionnaire, figures) for answer in found}


def responses_of(work: Work, assessment: Assessment, questionnaire: Questionnaire) -> Responses:
    """Everything scoring needs, as it stands now."""
    figures = _figures(work, assessment)
    return Responses(
        questionnaire=questionnaire.id,
        version=questionnaire.version,
        mode=assessment.mode,
        respondents=tuple(Respondent(id=str(who), group=group) for who, group in store.groups(work, assessment.id).items()),
        answers=tuple(
            _as_given(str(row.respondent_id), _confirmed(kept.as_answer(questionnaire, row), questionnaire, figures))
            for row in kept.rows(work, assessment.id)
            if row.state is not None
        ),
        readings=tuple(_as_reading(r) for r in counting(measures.readings(work, assessment.function_id), assessment)),
        foundations=foundations.levels(work, foundations.todays(work, assessment, questionnaire).values()),
        policies=policies.values(work),
    )


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


def _as_given(respondent: str, answer: RecordedAnswer) -> Answer:
    return Answer(
        respondent=respondent, **answer.model_dump(include={"question", "state", "reason", "note", "evidence"}), value=answer.value
    )


def _as_reading(reading: OutcomeReading) -> Reading:
    return Reading(measure=reading.measure, value=reading.value, period=reading.period)
