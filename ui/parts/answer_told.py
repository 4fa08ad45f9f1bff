"""What an answer changes outside its control: its mark, the progress, the states in the list of practices.

Places for text, made in the full run. A control writes into them from its own fragment; fragments of their own would cost as much again.
"""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment.progress import PracticeProgress, Progress
from questionnaires.model import Question
from ui.parts import answer_saving, offers, session, sheet
from ui.parts.answer_words import NOT_SAVED, moment, pending_words, progress_line

PROGRESS = "progress"


def mark(question_id: str) -> str:
    """The place that says whether the answer is saved."""
    return f"mark-{question_id}"


def count(practice_id: str) -> str:
    """The place of a practice's state in numbers."""
    return f"count-{practice_id}"


def place(name: str, here: DeltaGenerator) -> None:
    """Make a place known."""
    sheet.current().places[name] = here


def tell(question: Question) -> None:
    """Write all that the question's answer changes."""
    tell_mark(question)
    tell_counts(question)


def tell_counts(question: Question) -> None:
    """Write the progress. A fragment may write only where it wrote in the full run too, so a hidden question writes as well."""
    here = sheet.current()
    done = here.progress
    tell_progress(here, done)
    changed = {here.questionnaire.practice_of[q.id].id for q in (question, *here.descendants(question.id))}
    for practice in done.practices:
        if practice.id in changed:
            tell_practice(here, practice)


def tell_mark(question: Question) -> None:
    """Write whether the answer is saved."""
    here = sheet.current()
    colour, words = _state(here, question)
    here.places[mark(question.id)].markdown(f":small[:{colour}[{words}]]", width="content")


def tell_progress(here: sheet.Sheet, done: Progress) -> None:
    """Write how far the whole is."""
    here.places[PROGRESS].progress(done.share, text=progress_line(done, only_asked=here.only_asked))


def tell_practice(here: sheet.Sheet, practice: PracticeProgress) -> None:
    """Write how far one practice is."""
    here.places[count(practice.id)].markdown(f":small[:gray[{practice.answered} of {practice.of}]]", width="content")


def _state(here: sheet.Sheet, question: Question) -> tuple[str, str]:
    answer = here.answers.get(question.id)
    stored = offers.token(question, answer) if answer is not None and answer.state is not None else None
    chosen = st.session_state.get(here.key(question.id, "choice"))
    if st.session_state.get(here.key(question.id, answer_saving.UNSAVED)):
        return "red", NOT_SAVED
    if pending := pending_words(chosen, stored):
        return "orange", pending
    if answer is None or stored is None:
        return "gray", "Not answered yet"
    now = session.organisation().local(session.now())
    return "green", f":material/check: Saved {moment(answer.saved_at, now)}"
