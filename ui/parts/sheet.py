"""One assessment as this session works on it: read whole at each full run, kept up answer by answer in between."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment import measures, respondents, service
from assessment.model import Assessment, AssessmentState, OutcomeReading, RecordedAnswer
from assessment.progress import Progress, progress, visibilities
from ground.errors import NotFound
from people.work import Work
from questionnaires.model import Practice, Question, Questionnaire
from questionnaires.scale import Visibility
from ui.parts import session

_SHEET = "sheet"


@dataclass
class Sheet:
    """The database is the truth; this is what the page last saw of it."""

    assessment: Assessment
    questionnaire: Questionnaire
    """What is asked of whoever is here."""
    answers: dict[str, RecordedAnswer]
    readings: tuple[OutcomeReading, ...]
    only_asked: bool = False
    """Whether it belongs to somebody who answers and does nothing else."""
    shown: str = ""
    """The practice of the page."""
    places: dict[str, DeltaGenerator] = field(default_factory=dict)
    """Where a fragment may write outside itself."""

    @property
    def is_final(self) -> bool:
        """Whether answers are frozen."""
        return self.assessment.state is AssessmentState.FINAL

    @property
    def progress(self) -> Progress:
        """How far the whole is, and each practice."""
        return progress(self.questionnaire, self.answers, self.assessment.mode)

    def key(self, question_id: str, part: str) -> str:
        """The key of a widget, or of a remark, about one question."""
        return f"{self.assessment.id}:{question_id}:{part}"

    def visibility(self, question: Question) -> Visibility:
        """Whether a question is asked, waits for its parent's answer, or is hidden by it."""
        return visibilities(self.questionnaire, self.answers)[question.id] if question.shown_if else "shown"

    def descendants(self, question_id: str) -> Iterator[Question]:
        """The questions that this one's answer shows or hides, directly or through another."""
        for question in self.questionnaire.questions.values():
            if question.shown_if and question.shown_if.question == question_id:
                yield question
                yield from self.descendants(question.id)

    def practice(self, practice_id: str) -> Practice | None:
        """The practice of that id; without one, the next with something missing, else the first. None when there is no such practice."""
        practices = self.questionnaire.practices
        return practices.get(practice_id or self.progress.next_practice or next(iter(practices)))


def identifier(text: str, what: str = "assessment") -> UUID:
    """An id from an address; what is no id is not found, like any other that does not exist."""
    try:
        return UUID(text)
    except ValueError:
        raise NotFound(what) from None


def load(work: Work, assessment_id: UUID) -> Sheet:
    """Read it whole, and forget what widgets hold of answers that changed elsewhere."""
    assessment = service.get(work, assessment_id)
    answers = dict(service.answers(work, assessment_id))
    before = st.session_state.get(_SHEET)
    if before is not None and before.assessment.id == assessment_id:
        _forget_changed(before, answers)
    asked, figures = respondents.asked(work, assessment), measures.readings(work, assessment.function_id)
    sheet = Sheet(assessment, asked, answers, figures, session.only_answers(work.actor))
    st.session_state[_SHEET] = sheet
    return sheet


def current() -> Sheet:
    """The one that this page shows."""
    sheet: Sheet = st.session_state[_SHEET]
    return sheet


def key(question_id: str, part: str) -> str:
    """The key of a widget, or of a remark, about one question of the assessment at hand."""
    return current().key(question_id, part)


def forget(question_id: str, parts: tuple[str, ...]) -> None:
    """Let these widgets of a question show what is stored, when they are drawn next.

    Only those that are drawn next: one that stays as it is would look changed, and call back.
    """
    for part in parts:
        if (name := key(question_id, part)) in st.session_state:
            del st.session_state[name]


def _forget_all(question_id: str) -> None:
    whole = key(question_id, "")
    for name in [name for name in st.session_state if str(name).startswith(whole)]:
        del st.session_state[name]


def _forget_changed(before: Sheet, answers: dict[str, RecordedAnswer]) -> None:
    for question_id in before.questionnaire.questions:
        if before.answers.get(question_id) != answers.get(question_id):
            _forget_all(question_id)
