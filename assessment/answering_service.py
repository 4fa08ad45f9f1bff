"""Answers as they are given, one at a time: load, decide, save."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from assessment import answering, measures, service, store
from assessment import answers as kept
from assessment.answering import NotAsked, ancestors, asked_question
from assessment.model import Annotation, Assessment, Given, Measured, RecordedAnswer
from assessment.periods import last_whole_month, period_ends
from assessment.tables import RespondentRow
from people.work import Work
from questionnaires.model import Metric, Question, Questionnaire


def record_answer(work: Work, assessment_id: UUID, question_id: str, given: Given) -> RecordedAnswer:
    """Keep an answer; InvalidAnswer, NotAsked, RefusedReading or AssessmentClosed with a sentence, and nothing stored."""
    sheet = _open_sheet(work, assessment_id)
    question = asked_question(sheet.questionnaire, question_id)
    after = answering.decide(sheet.questionnaire, sheet.answers(question), question_id, given, work.now)
    if isinstance(question, Metric) and given.state == "answered":
        after = sheet.confirm_reading(question, given, after)
    return sheet.put(after)


def clear_answer(work: Work, assessment_id: UUID, question_id: str) -> RecordedAnswer:
    """Take the answer back; its note, evidence and mark stay, and so does a reading."""
    return _change(work, assessment_id, question_id, lambda answer: answering.cleared(answer, work.now))


def annotate(work: Work, assessment_id: UUID, question_id: str, annotation: Annotation) -> RecordedAnswer:
    """Set note, evidence or the mark for discussion."""
    return _change(work, assessment_id, question_id, lambda answer: answering.annotated(answer, annotation, work.now))


@dataclass(frozen=True)
class Sheet:
    """One respondent's answers to one open assessment."""

    work: Work
    assessment: Assessment
    questionnaire: Questionnaire
    respondent: RespondentRow

    def answers(self, question: Question) -> Mapping[str, RecordedAnswer]:
        """Only the question's and its ancestors': an answer costs the same, however many questions there are."""
        ids = [q.id for q in (*ancestors(self.questionnaire, question), question)]
        rows = (row for row in kept.rows(self.work, self.assessment.id, ids) if row.respondent_id == self.respondent.id)
        return {row.question: kept.as_answer(self.questionnaire, row) for row in rows}

    def put(self, answer: RecordedAnswer) -> RecordedAnswer:
        """Store it."""
        kept.put(self.work, self.assessment.id, self.respondent.id, answer)
        return answer

    def confirm_reading(self, question: Metric, given: Given, answer: RecordedAnswer) -> RecordedAnswer:
        """A metric answer and an outcome reading are one fact: record or confirm it, and point at its period."""
        period = given.period or last_whole_month(self.assessment.ends)
        if period_ends(period) > self.assessment.ends:
            last = f"{self.assessment.ends.day} {self.assessment.ends:%B %Y}"
            raise NotAsked(f"{period} ends after the period of this assessment, {last}. Choose an earlier period.")
        measure = self.questionnaire.measure_by_id[question.measure]
        measured = Measured(value=answer.value, period=period, sample=given.sample, source=given.source)
        reading = measures.record_reading(self.work, self.assessment.function_id, measure, measured)
        return answer.model_copy(update={"value": reading.value, "period": reading.period})


def _open_sheet(work: Work, assessment_id: UUID) -> Sheet:
    assessment = store.as_assessment(store.assessment_row(work, assessment_id)).require_open()
    return Sheet(work, assessment, service.questionnaire(work, assessment), service.join(work, assessment_id))


def _change(work: Work, assessment_id: UUID, question_id: str, change: Callable[[RecordedAnswer], RecordedAnswer]) -> RecordedAnswer:
    sheet = _open_sheet(work, assessment_id)
    found = sheet.answers(asked_question(sheet.questionnaire, question_id)).get(question_id)
    return sheet.put(change(found or RecordedAnswer(question=question_id, state=None, saved_at=work.now)))
