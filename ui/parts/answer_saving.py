"""What happens when somebody answers on a card: callbacks, each one transaction, then the reruns it needs.

A browser can send any value to any widget, so that nothing here trusts one: services check, and a refusal restores what is stored.
"""

from collections.abc import Callable
from typing import NoReturn

import streamlit as st

from assessment import answering_service, measures
from assessment.model import Given, RecordedAnswer
from people.work import Work
from questionnaires.model import Metric, Question
from storage.failure import NotSaved
from ui.parts import offers, session, sheet
from ui.parts.sheet import key

REFUSED, UNSAVED, WIDE = "refused", "unsaved", "wide"
PROGRESS = "progress"
_WAITS = (offers.NOT_APPLICABLE, offers.ANSWER, offers.PERCENTAGE)
"""Choices that store nothing by themselves: a reason, a tick or a figure follows."""


def card(question_id: str) -> str:
    """The fragment of a question's card."""
    return f"card-{question_id}"


def mark(question_id: str) -> str:
    """The fragment that says whether the answer is saved: all that a plain click draws again on its card."""
    return f"mark-{question_id}"


def row(practice_id: str) -> str:
    """The fragment of a practice in the list of practices."""
    return f"row-{practice_id}"


def choose(question_id: str) -> None:
    """A line of the radio was chosen."""
    question = _question(question_id)
    chosen = st.session_state.get(key(question_id, "choice"))
    if chosen in _WAITS and chosen in offers.offers(question):
        st.session_state.pop(key(question_id, REFUSED), None)
        st.rerun([card(question_id)])
    give(question_id, lambda: offers.given(question, chosen))


def explain(question_id: str) -> None:
    """The reason for "Does not apply here" was written."""
    reason = str(st.session_state.get(key(question_id, "reason")) or "")
    give(question_id, lambda: Given(state="not_applicable", reason=reason), redraw=True)


def give(question_id: str, given: Callable[[], Given], *, redraw: bool = False) -> NoReturn:
    """Record an answer and draw what it changed. `redraw` where that is more than the mark on its own card."""
    here = sheet.current()

    def record(work: Work) -> RecordedAnswer:
        recorded = answering_service.record_answer(work, here.assessment.id, question_id, given())
        if isinstance(_question(question_id), Metric):
            here.readings = measures.readings(work, here.assessment.function_id)
        return recorded

    _keep(question_id, record, redraw=redraw)


def clear(question_id: str) -> None:
    """Take the answer back."""
    here = sheet.current()
    _keep(question_id, lambda work: answering_service.clear_answer(work, here.assessment.id, question_id), redraw=True)


def _keep(question_id: str, do: Callable[[Work], RecordedAnswer], *, redraw: bool) -> NoReturn:
    outcome = session.attempted(lambda: _written(do))
    if isinstance(outcome.value, NotSaved):
        st.session_state[key(question_id, UNSAVED)] = str(outcome.value)
        st.rerun([card(question_id)])
    if outcome.value is None:
        sheet.forget(question_id)
        st.session_state[key(question_id, REFUSED)] = outcome.refusal
        st.rerun([card(question_id)])
    sheet.current().answers[question_id] = outcome.value
    if redraw or st.session_state.get(key(question_id, WIDE)):
        sheet.forget(question_id)
        _draw_again(question_id, card(question_id))
    _draw_again(question_id, mark(question_id))


def _written(do: Callable[[Work], RecordedAnswer]) -> RecordedAnswer | NotSaved:
    # Told apart from a refusal: what the database could not take stays on the page to be tried again.
    try:
        return session.writing(do)
    except NotSaved as failure:
        return failure


def _draw_again(question_id: str, own: str) -> NoReturn:
    here = sheet.current()
    changed = [_question(question_id), *here.descendants(question_id)]
    practice = here.questionnaire.practice_of[question_id].id
    beside = [card(q.id) for q in changed[1:] if here.questionnaire.practice_of[q.id].id == practice]
    rows = dict.fromkeys(row(here.questionnaire.practice_of[q.id].id) for q in changed)
    st.rerun([own, *dict.fromkeys(beside), PROGRESS, *rows])


def _question(question_id: str) -> Question:
    return sheet.current().questionnaire.questions[question_id]
