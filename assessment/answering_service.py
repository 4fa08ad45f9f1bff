"""Answers as they are given, one at a time: load, decide, save."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from assessment import answering, measures, respondents, store
from assessment import answers as kept
from assessment.answering import NotAsked, ancestors, asked_question
from assessment.model import Annotation, Assessment, Given, Measured, RecordedAnswer
from assessment.periods import last_whole_month, period_ends
from assessment.tables import AnswerRow, RespondentRow
from people.work import Work
from questionnaires.model import Metric, Question, Questionnaire


def record_answer(work: Work, assessment_id: UUID, question_id: str, given: Given) -> RecordedAnswer:
    """Keep an answer; InvalidAnswer, NotAsked, RefusedReading or AssessmentClosed with a sentence, and nothing stored."""
    sheet = _open_sheet(work, assessment_id, question_id)
    after = answering.decide(sheet.questionnaire, sheet.answers, question_id, given, work.now)
    if isinstance(sheet.question, Metric) and given.state == "answered":
        after = sheet.confirm_reading(sheet.question, given, after)
    return sheet.put(after)


def clear_answer(work: Work, assessment_id: UUID, question_id: str) -> RecordedAnswer:
    """Take the answer back; its note, evidence and mark stay, and so does a reading."""
    return _change(work, assessment_id, question_id, lambda answer: answering.cleared(answer, work.now))


def annotate(work: Work, assessment_id: UUID, question_id: str, annotation: Annotation) -> RecordedAnswer:
    """Set note, evidence or the mark for discussion."""
    return _change(work, assessment_id, question_id, lambda answer: answering.annotated(answer, annotation, work.now))


@dataclass(frozen=True)
class Sheet:
    """One respondent's place in an open assessment, at one question."""

    work: Work
    assessment: Assessment
    questionnaire: Questionnaire
    question: Question
    respondent: RespondentRow
    rows: Mapping[str, AnswerRow]
    """Only the question's and its ancestors': an answer costs the same, however many questions there are."""

    @property
    def answers(self) -> Mapping[str, RecordedAnswer]:
        """The rows as values."""
        return {id_: kept.as_answer(self.questionnaire, row) for id_, row in self.rows.items()}

    def put(self, answer: RecordedAnswer) -> RecordedAnswer:
        """Store it."""
        kept.put(self.work, self.respondent, self.rows.get(answer.question), answer)
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


def _open_sheet(work: Work, assessment_id: UUID, question_id: str) -> Sheet:
    row, respondent, answer = store.place(work, assessment_id, question_id)
    assessment = store.as_assessment(row).require_open()
    respondent = respondent or respondents.join(work, assessment_id)
    questionnaire = respondents.asked_at(work, assessment, respondent)
    question = asked_question(questionnaire, question_id)
    above = [parent.id for parent in ancestors(questionnaire, question)]
    parents = kept.rows(work, assessment_id, above) if above else ()
    rows = {row.question: row for row in (*parents, answer) if row and row.respondent_id == respondent.id}
    return Sheet(work, assessment, questionnaire, question, respondent, rows)


def _change(work: Work, assessment_id: UUID, question_id: str, change: Callable[[RecordedAnswer], RecordedAnswer]) -> RecordedAnswer:
    sheet = _open_sheet(work, assessment_id, question_id)
    return sheet.put(change(sheet.answers.get(question_id) or RecordedAnswer(question=question_id, state=None, saved_at=work.now)))
